package awsleuth.core.cause.permissions;

import awsleuth.core.cause.Again;
import awsleuth.core.cause.Cause;
import awsleuth.core.cause.Finding;
import awsleuth.core.cause.Fix;
import awsleuth.core.cause.Outcome;
import awsleuth.core.cause.Stage;
import awsleuth.core.evidence.TrailEvent;
import awsleuth.core.fact.Citation;
import awsleuth.core.fact.Facts;
import awsleuth.core.fact.Literal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** S3 answers a HEAD with 403: the object is missing, or reading is denied. */
final class S3HeadForbidden implements Cause {

  private static final String S3 = "arn:aws:s3:::";

  @Override
  public String id() {
    return "permissions/s3-head-forbidden";
  }

  @Override
  public Stage stage() {
    return Stage.AUTHORIZATION;
  }

  @Override
  public Outcome examine(Facts facts) {
    Decision decision = Decision.of(facts);
    if (!decision.claims(Reason.HEAD)) {
      return decision.without();
    }
    Access access = Access.of(facts);
    boolean bucket = facts.call().operation().equals("HeadBucket");
    List<Citation> because = new ArrayList<>();
    because.add(facts.citeError());
    if (access.sentence()) {
      because.add(access.cite());
    }
    removal(facts).ifPresent(e -> because.add(Citation.of(e, "removed the object")));
    String told = facts.parameter("Bucket").map(S3::concat).orElse("");
    String name = access.resource().startsWith(S3) ? access.resource() : told;
    int slash = name.indexOf('/');
    String arn = slash < 0 ? name : name.substring(0, slash);
    Finding finding =
        new Finding(
            bucket
                ? "S3 refuses HeadBucket: no `s3:ListBucket` on the bucket, or not yours"
                : "the object is missing or denied; without `s3:ListBucket` both are 403",
            because.size() > 1 ? Finding.Specificity.EVIDENCE : Finding.Specificity.MESSAGE,
            because,
            fixes(facts, arn, bucket),
            Again.of(facts, "the answer is 200 or 404 and no longer 403"));
    return decision.answer(Reason.HEAD, finding, Needs.event(facts));
  }

  private static List<Fix> fixes(Facts facts, String arn, boolean ofBucket) {
    String whole = arn.isEmpty() ? S3 + "<bucket>" : arn;
    Fix list =
        Fix.policyEdit(
            "allow s3:ListBucket, so that a missing object shows as 404",
            Grants.allow("s3:ListBucket", whole));
    // Where AWS says that it was the list that it missed, reading is not what is to be allowed.
    boolean ofList = Access.of(facts).action().equalsIgnoreCase("s3:ListBucket");
    List<Fix> fixes = new ArrayList<>(ofList ? PolicyFixes.before(facts, list) : List.of(list));
    if (!ofBucket && !ofList && !PolicyMatch.of(facts).allowsPlainly()) {
      fixes.add(
          Fix.policyEdit(
              "allow s3:GetObject, which HeadObject needs, where the object is there",
              Grants.allow("s3:GetObject", whole + "/" + facts.parameter("Key").orElse("<key>"))));
    }
    fixes.add(
        Fix.command(
            "list the key to see whether it is there",
            "aws s3api list-objects-v2 --bucket "
                + Literal.shell(arn.isEmpty() ? "" : arn.substring(S3.length()), "<bucket>")
                + " --prefix "
                + facts.argument("Key", "<key>")));
    return List.copyOf(fixes);
  }

  /** The event that removed the object before the call; empty where the trail has none. */
  private static Optional<TrailEvent> removal(Facts facts) {
    TrailEvent head = facts.event().orElse(null);
    String key = head == null ? "" : head.field("requestParameters.key");
    if (head == null || key.isEmpty()) {
      return Optional.empty();
    }
    Optional<TrailEvent> removal = Optional.empty();
    for (TrailEvent e : facts.trail()) {
      boolean removes =
          e.eventName().equals("DeleteObject")
              && e.errorCode().isEmpty()
              && key.equals(e.field("requestParameters.key"))
              && e.time().compareTo(head.time()) < 0;
      removal = removes ? Optional.of(e) : removal;
    }
    return removal;
  }
}
