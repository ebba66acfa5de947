package awsleuth.boto.endpoint;

import awsleuth.boto.config.Found;
import awsleuth.boto.config.Origin;
import awsleuth.boto.python.PyValue;
import awsleuth.boto.python.PythonText;
import awsleuth.boto.python.Raising;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;

/**
 * What botocore does to calls of S3 and S3 Control just before it asks the rules.
 *
 * @see <a href="https://github.com/boto/botocore/blob/develop/botocore/utils.py">utils.py</a>
 */
final class S3Call {

  private static final PyValue ACCOUNT = new PyValue.Str("AccountId");

  private S3Call() {}

  /** The built-in values for a call of S3: whether the bucket has to stand in the path. */
  static Map<String, Found<Object>> builtIns(Client client, String operation, Object bucket) {
    Map<String, Found<Object>> builtIns = new LinkedHashMap<>(client.builtIns());
    boolean arn = bucket instanceof String text && Arn.parse(text) != null;
    if (operation.equals("GetBucketLocation") || arn) {
      builtIns.put(
          "AWS::S3::ForcePathStyle",
          new Found<>(operation.equals("GetBucketLocation"), new Origin.Default()));
    }
    return builtIns;
  }

  /**
   * The parameters of a call of S3 Control: the account of an ARN is set.
   *
   * @throws Raising if an ARN does not fit
   */
  static PyValue.Dict control(Client client, String operation, PyValue.Dict parameters) {
    if (operation.equals("CreateBucket") || operation.equals("ListRegionalBuckets")) {
      return parameters;
    }
    SequencedMap<PyValue, PyValue> changed = new LinkedHashMap<>(parameters.entries());
    if (!operation.equals("CreateAccessPoint")) {
      arn(client, changed, "Name", "accesspoint");
    }
    arn(client, changed, "Bucket", "bucket");
    return new PyValue.Dict(changed);
  }

  private static void arn(
      Client client, Map<PyValue, PyValue> parameters, String name, String kind) {
    PyValue value = parameters.get(new PyValue.Str(name));
    if (value == null) {
      return;
    }
    if (value instanceof PyValue.Bytes) {
      throw new Raising("TypeError", "a bytes-like object is required, not 'str'");
    }
    if (!(value instanceof PyValue.Str(String text))) {
      throw new Raising(
          "AttributeError", "'" + value.qualifiedTypeName() + "' object has no attribute 'split'");
    }
    String[] parts = text.split(":", 6);
    if (parts.length < 6) {
      return;
    }
    if (parts[3].startsWith("fips-") || parts[3].endsWith("fips-")) {
      throw refused(text, "Invalid ARN, FIPS region not allowed in ARN.");
    }
    if (Python.isTrue(ClientSettings.value(client.s3(), "use_accelerate_endpoint"))) {
      throw Raising.botocore(
          "UnsupportedS3ControlConfigurationError",
          "Unsupported configuration when using S3 Control: "
              + "S3 control client does not support accelerate endpoints");
    }
    List<String> resource = List.of(parts[5].split("[/:]", -1));
    if (!parts[2].equals("s3-outposts")
        || resource.size() != 4
        || !resource.get(0).equals("outpost")
        || !resource.get(2).equals(kind)) {
      throw refused(text, "The " + name + " parameter does not support the provided ARN");
    }
    PyValue account = parameters.get(ACCOUNT);
    if (account != null && !account.equals(new PyValue.Str(parts[4]))) {
      throw refused(
          text,
          "Account ID in arn does not match the AccountId parameter provided: \""
              + PythonText.str(account)
              + "\"");
    }
    parameters.put(ACCOUNT, new PyValue.Str(parts[4]));
  }

  static Raising refused(String arn, String reason) {
    return Raising.botocore(
        "UnsupportedS3ControlArnError",
        "S3 ARN \"" + arn + "\" provided is invalid for this operation. " + reason);
  }
}
