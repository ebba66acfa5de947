package awsleuth.core.cause.resource;

import awsleuth.core.cause.Cause;
import awsleuth.core.cause.Finding;
import awsleuth.core.cause.Fix;
import awsleuth.core.cause.Outcome;
import awsleuth.core.cause.Stage;
import awsleuth.core.cause.Tongue;
import awsleuth.core.cause.Verification;
import awsleuth.core.fact.Facts;
import awsleuth.core.fact.Literal;
import java.util.List;

/** It exists already, here or in another account. */
final class AlreadyExists implements Cause {

  @Override
  public String id() {
    return "resource/already-exists";
  }

  @Override
  public Stage stage() {
    return Stage.RESOURCE;
  }

  @Override
  public Outcome examine(Facts facts) {
    if (!(Codes.isExisting(facts))) {
      return Outcome.NOT_SEEN;
    }
    return Outcome.confirmed(
        new Finding(
            isForeign(facts) ? "a bucket of this name exists already" : "it exists already",
            Codes.isToldToExist(facts) ? Finding.Specificity.MESSAGE : Finding.Specificity.CODE,
            List.of(facts.citeError()),
            fixes(facts),
            check(facts)));
  }

  /** A bucket of one's own is looked at: making it again would show nothing. */
  private static Verification check(Facts facts) {
    boolean own = facts.call().operation().equals("CreateBucket") && !isForeign(facts);
    return own
        ? new Verification.Rerun(
            "aws s3api get-bucket-location --bucket " + facts.argument("Bucket", "<bucket>"),
            "it tells the Region of the bucket that exists, and the program goes on with it")
        : Codes.rerun(facts, "the call succeeds, or the program goes on with what exists");
  }

  /** Whether the bucket may be anybody's: of one's own S3 mostly says so by another code. */
  private static boolean isForeign(Facts facts) {
    return facts.code("BucketAlreadyExists");
  }

  private static List<Fix> fixes(Facts facts) {
    String name = facts.parameter("Bucket").orElse("<name>");
    Fix rename =
        Fix.codeEdit(
            "choose another name: bucket names are shared by all accounts",
            "account = boto3.client(\"sts\").get_caller_identity()[\"Account\"]\n"
                + "s3.create_bucket(Bucket="
                + Literal.python(name + "-")
                + " + account)");
    if (Tongue.of(facts).filter(t -> t == Tongue.TERRAFORM).isPresent() && !isForeign(facts)) {
      return List.of(
          Fix.askAdministrator(
              "take it into the state, where it is what the configuration means",
              "terraform import <resource address> " + id(facts)),
          Fix.codeEdit("or give it another name", Literal.python("<another name>")));
    }
    if (Tongue.of(facts).filter(t -> t == Tongue.PULUMI).isPresent() && !isForeign(facts)) {
      return List.of(
          Fix.askAdministrator(
              "take it into the stack, where it is what the program means",
              "pulumi import "
                  + Literal.shell(facts.captured("pulumi_type").orElse(""), "<type>")
                  + " "
                  + Literal.shell(facts.captured("pulumi_name").orElse(""), "<name>")
                  + " "
                  + id(facts)),
          Fix.codeEdit("or give it another name", Literal.python("<another name>")));
    }
    if (isForeign(facts)) {
      return List.of(rename, whose(facts));
    }
    if (facts.call().operation().equals("ChangeResourceRecordSets")) {
      return List.of(upsert());
    }
    Fix take = Codes.isToldToExist(facts) ? change() : swallow(facts);
    return List.of(
        take,
        facts.call().operation().equals("CreateBucket")
            ? rename
            : Fix.codeEdit("or give it another name", Literal.python("<another name>")));
  }

  /** A code that says other things too is not to be passed over wherever it comes. */
  private static Fix change() {
    return Fix.codeEdit(
        "look whether it exists, and take or change it instead of creating it",
        "client.<operation that changes it>(<parameters>)");
  }

  private static Fix swallow(Facts facts) {
    return Fix.codeEdit(
        "take what exists where that is what you want",
        """
        except botocore.exceptions.ClientError as error:
            if error.response["Error"]["Code"] != %s:
                raise\
        """
            .formatted(
                facts.call().code().isEmpty()
                    ? "\"<code>\""
                    : Literal.python(facts.call().code())));
  }

  /** Route 53's own way: the code stands for any fault of a batch, so that none is passed over. */
  private static Fix upsert() {
    return Fix.codeEdit(
        "replace the record that is there: UPSERT creates it or puts the new values in its place",
        "{\"Action\": \"UPSERT\", \"ResourceRecordSet\": record}");
  }

  private static Fix whose(Facts facts) {
    return Fix.command(
        "see whether the bucket is your own",
        "aws s3api head-bucket --bucket "
            + facts.argument("Bucket", "<bucket>")
            + " --expected-bucket-owner <account id>");
  }

  /** The name that the message tells, which is what most resources are imported by. */
  private static String id(Facts facts) {
    for (String name :
        List.of("RoleName", "UserName", "GroupName", "Bucket", "FunctionName", "TableName")) {
      if (facts.parameter(name).isPresent()) {
        return facts.argument(name, "<id>");
      }
    }
    return "<id>";
  }
}
