package awsleuth.core.cause.resource;

import awsleuth.core.cause.Cause;
import awsleuth.core.cause.Finding;
import awsleuth.core.cause.Fix;
import awsleuth.core.cause.Outcome;
import awsleuth.core.cause.Stage;
import awsleuth.core.cause.Verification;
import awsleuth.core.fact.Facts;
import awsleuth.core.fact.S3fsPath;
import java.util.List;

/** The object does not exist. */
final class KeyNotFound implements Cause {

  @Override
  public String id() {
    return "resource/key-not-found";
  }

  @Override
  public Stage stage() {
    return Stage.RESOURCE;
  }

  @Override
  public Outcome examine(Facts facts) {
    if (!Codes.isNoKey(facts) && !S3fsPath.isMissing(facts)) {
      return Outcome.NOT_SEEN;
    }
    Finding finding =
        new Finding(
            facts.code("NoSuchVersion")
                ? "the object has no version of this id"
                : "there is no object with this key in the bucket",
            Finding.Specificity.CODE,
            List.of(facts.citeError()),
            facts.code("NoSuchVersion") ? List.of(versions(facts)) : fixes(facts),
            new Verification.Query(
                "aws s3api head-object --bucket "
                    + facts.argument("Bucket", "<bucket>")
                    + " --key "
                    + facts.argument("Key", "<key>"),
                "it answers with the size of the object"));
    return Codes.isBareNoKey(facts)
        ? Outcome.possible(
            finding.perhaps(),
            "whether the bucket is there, since a HEAD answers alike without",
            head(facts))
        : Outcome.confirmed(finding);
  }

  private static List<Fix> fixes(Facts facts) {
    return List.of(
        Fix.command(
            "list what is there, with the first part of the key",
            "aws s3api list-objects-v2 --bucket "
                + facts.argument("Bucket", "<bucket>")
                + " --prefix "
                + prefix(facts)
                + " --max-items 20"),
        Fix.codeEdit(
            "decode the key where it came in an event: keys are URL-encoded there",
            "key = urllib.parse.unquote_plus(record[\"s3\"][\"object\"][\"key\"])"));
  }

  /** A version that was deleted by its id leaves no mark. */
  private static Fix versions(Facts facts) {
    return Fix.command(
        "list the versions that there are of the key",
        "aws s3api list-object-versions --bucket "
            + facts.argument("Bucket", "<bucket>")
            + " --prefix "
            + facts.argument("Key", "<key>")
            + " --max-items 20");
  }

  /** What S3 says of the bucket alone. */
  private static String head(Facts facts) {
    return "aws s3api head-bucket --bucket " + facts.argument("Bucket", "<bucket>");
  }

  /** The folder of the key, or all of it where it is in none. */
  private static String prefix(Facts facts) {
    String key = facts.argument("Key", "<prefix>");
    int slash = key.indexOf('\'') >= 0 ? -1 : key.lastIndexOf('/');
    return slash > 0 ? key.substring(0, slash + 1) : key;
  }
}
