package awsleuth.core.cause.resource;

import awsleuth.core.cause.Cause;
import awsleuth.core.cause.Finding;
import awsleuth.core.cause.Fix;
import awsleuth.core.cause.Outcome;
import awsleuth.core.cause.Stage;
import awsleuth.core.cause.Verification;
import awsleuth.core.evidence.GivenParameters;
import awsleuth.core.fact.Citation;
import awsleuth.core.fact.Facts;
import awsleuth.core.fact.ThingChange;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The S3 bucket does not exist. */
final class BucketNotFound implements Cause {

  /** The longest name of a bucket that AWS allows. */
  private static final int MOST_SHOWN = 63;

  @Override
  public String id() {
    return "resource/bucket-not-found";
  }

  @Override
  public Stage stage() {
    return Stage.RESOURCE;
  }

  @Override
  public Outcome examine(Facts facts) {
    boolean bare = Codes.isBareNoKey(facts);
    if (!Codes.isNoBucket(facts) && !bare) {
      return Outcome.NOT_SEEN;
    }
    Optional<ThingChange> deleted = deleted(facts);
    Finding finding =
        new Finding(
            facts
                .parameter("Bucket")
                .filter(bucket -> bucket.length() <= MOST_SHOWN)
                .map(bucket -> "there is no bucket `" + bucket + "`")
                .orElse("there is no bucket of this name"),
            bare ? Finding.Specificity.KIND : Finding.Specificity.CODE,
            because(facts, deleted),
            fixes(facts, deleted),
            new Verification.Query(
                head(facts),
                deleted.isPresent()
                    ? "it answers without an error"
                    : "it answers without an error, with the other name where the name was wrong"));
    return bare
        ? Outcome.possible(finding.perhaps(), "whether the bucket is there", head(facts))
        : Outcome.confirmed(finding);
  }

  private static Optional<ThingChange> deleted(Facts facts) {
    return ThingChange.ofBeing(facts).filter(c -> c.event().eventName().equals("DeleteBucket"));
  }

  private static List<Citation> because(Facts facts, Optional<ThingChange> deleted) {
    List<Citation> because = new ArrayList<>(List.of(facts.citeError()));
    deleted.map(c -> c.cite("took it away")).ifPresent(because::add);
    return List.copyOf(because);
  }

  /** Where it was deleted its name was right. */
  private static List<Fix> fixes(Facts facts, Optional<ThingChange> deleted) {
    if (deleted.isPresent()) {
      return List.of(asked(facts, deleted.get()), made(facts));
    }
    return List.of(
        Fix.command(
            "compare it with the buckets that the account has",
            "aws s3api list-buckets --query 'Buckets[].Name'"),
        corrected(facts),
        made(facts));
  }

  private static Fix asked(Facts facts, ThingChange deleted) {
    String who = deleted.event().principal();
    return Fix.askAdministrator(
        "ask who deleted it whether that was meant",
        "The bucket "
            + facts.parameter("Bucket").orElse("<bucket>")
            + " was deleted at "
            + deleted.event().time()
            + (who.isEmpty() ? "" : " by " + who)
            + ", and is still used. Please keep it, or name the one to use instead. What was in it"
            + " does not come back with the bucket.");
  }

  private static String head(Facts facts) {
    return "aws s3api head-bucket --bucket " + facts.argument("Bucket", "<bucket>");
  }

  private static Fix corrected(Facts facts) {
    String title = "correct the name in the call: the bucket's alone, no s3:// and no path";
    boolean command = facts.written().filter(w -> w.form() == GivenParameters.Form.CLI).isPresent();
    return command
        ? Fix.command(title, facts.reproduction(Map.of("Bucket", "")))
        : Fix.codeEdit(title, "Bucket=\"<bucket>\"");
  }

  /** Nobody has a bucket that S3 does not know, so that its name is free. */
  private static Fix made(Facts facts) {
    String region =
        facts.catalog().region(facts.call().region()).map(r -> r.name()).orElse("<region>");
    String command =
        "aws s3api create-bucket --bucket "
            + facts.argument("Bucket", "<bucket>")
            + " --region "
            + region
            + (region.equals("us-east-1")
                ? ""
                : " --create-bucket-configuration LocationConstraint=" + region);
    return new Fix.Command(
        "or, if it is to be there, make it", command, Fix.reviewOrTemplate(command));
  }
}
