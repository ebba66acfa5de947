package awsleuth.boto.params;

import awsleuth.boto.Raised;
import awsleuth.boto.python.PyValue;
import awsleuth.boto.python.PyValue.Bytes;
import awsleuth.boto.python.PyValue.Str;
import awsleuth.boto.python.PythonText;
import java.util.List;

/** How the S3 Control client takes ARNs of Outposts for names and buckets. */
final class S3ControlArns {

  private final CallParams params;

  private S3ControlArns(CallParams params) {
    this.params = params;
  }

  static void run(String operation, CallParams params) throws Refusal {
    S3ControlArns arns = new S3ControlArns(params);
    if (operation.equals("CreateBucket") || operation.equals("ListRegionalBuckets")) {
      return;
    }
    if (!operation.equals("CreateAccessPoint")) {
      arns.arn("Name", "accesspoint");
    }
    arns.arn("Bucket", "bucket");
  }

  private void arn(String name, String resource) throws Refusal {
    PyValue value = params.get(name);
    if (value == null) {
      return;
    }
    String text =
        switch (value) {
          case Str s -> s.value();
          case Bytes _ ->
              throw Refusal.typeError("a bytes-like object is required, not 'str'");
          default -> throw Refusal.noMethod(value, "split");
        };
    List<String> parts = List.of(text.split(":", 6));
    if (parts.size() < 6) {
      return;
    }
    if (parts.get(3).startsWith("fips-") || parts.get(3).endsWith("fips-")) {
      throw refused(text, "Invalid ARN, FIPS region not allowed in ARN.");
    }
    List<String> resources = List.of(parts.get(5).split("[/:]", -1));
    boolean outpost =
        parts.get(2).equals("s3-outposts")
            && resources.size() == 4
            && resources.get(0).equals("outpost")
            && resources.get(2).equals(resource);
    if (!outpost) {
      throw refused(text, "The " + name + " parameter does not support the provided ARN");
    }
    account(text, parts.get(4));
  }

  private void account(String arn, String account) throws Refusal {
    PyValue given = params.get("AccountId");
    if (given != null && !given.equals(new Str(account))) {
      throw refused(
          arn,
          "Account ID in arn does not match the AccountId parameter provided: \""
              + PythonText.str(given)
              + "\"");
    }
    params.put("AccountId", account);
  }

  private static Refusal refused(String arn, String why) {
    return new Refusal(
        Raised.botocore(
            "UnsupportedS3ControlArnError",
            "S3 ARN \"" + arn + "\" provided is invalid for this operation. " + why));
  }
}
