package awsleuth.core.cause.permissions;

import awsleuth.core.evidence.PolicyDocument;
import awsleuth.core.evidence.PolicyDocument.Element;
import awsleuth.core.evidence.PolicyDocument.Statement;
import awsleuth.core.evidence.TrailEvent;
import awsleuth.core.fact.Citation;
import awsleuth.core.fact.Facts;
import awsleuth.core.written.PolicyWrite;
import awsleuth.core.written.WrittenPolicies;
import awsleuth.iam.PolicySet;
import awsleuth.iam.Result;
import awsleuth.iam.match.Glob;
import awsleuth.iam.policy.Policy;
import awsleuth.iam.request.Context;
import awsleuth.iam.request.Principal;
import awsleuth.iam.request.Request;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * A queue, topic or function that S3 is to send the events of a bucket to, with what its policy
 * says of S3 (Amazon S3 user guide, "Granting permissions to publish event notification messages to
 * a destination").
 *
 * @param arn of the destination
 * @param bucket its name
 * @param owner the account that the bucket is taken to be of; empty where nothing tells one
 * @param simulated what the destination's policy says; empty where it was not given
 * @param written who wrote that policy
 */
record Destination(
    String arn,
    String bucket,
    String owner,
    Optional<Simulated> simulated,
    Optional<Citation> written) {

  static final String ACCOUNT = "resources.0.accountId";

  private static final Map<String, String> ACTIONS =
      Map.of("sqs", "sqs:SendMessage", "sns", "sns:Publish", "lambda", "lambda:InvokeFunction");

  private record Found(List<Destination> all) {}

  /** Those that the call names; none where it tells none, or no bucket. */
  static List<Destination> of(Facts facts) {
    return facts.once(Found.class, f -> new Found(work(f))).all();
  }

  private static List<Destination> work(Facts facts) {
    String bucket = facts.parameter("Bucket").orElse("");
    if (!bucket.matches("[A-Za-z0-9.-]{3,63}")) {
      return List.of();
    }
    return NamedArns.of(facts)
        .filter(arn -> ACTIONS.containsKey(service(arn)))
        .limit(10)
        .map(arn -> of(facts, arn, bucket))
        .toList();
  }

  private static String service(String arn) {
    return arn.split(":", 6)[2];
  }

  /** The prefix of its service: {@code sqs}, {@code sns} or {@code lambda}. */
  String service() {
    return service(arn);
  }

  private static Destination of(Facts facts, String arn, String bucket) {
    String owner = owner(facts);
    Context context = Context.OPEN.with("aws:SourceArn", "arn:aws:s3:::" + bucket);
    Context whole = owner.isEmpty() ? context : context.with("aws:SourceAccount", owner);
    Optional<Simulated> simulated =
        policy(facts, arn)
            .flatMap(policy ->
                Principal.parse("s3.amazonaws.com")
                    .map(s3 ->
                        OtherRequest.decide(
                            PolicySet.NONE.withResource(List.of(policy)),
                            new Request(s3, action(arn), arn, Principals.account(arn), whole))));
    return new Destination(arn, bucket, owner, simulated, written(facts, arn));
  }

  /** The bucket's account as the event tells it, else the caller's. */
  private static String owner(Facts facts) {
    String told = facts.event().map(e -> e.field(ACCOUNT)).orElse("");
    return told.isEmpty() ? Principals.account(Access.of(facts).principal()) : told;
  }

  /** The one policy given that can be the destination's. */
  private static Optional<Policy> policy(Facts facts, String arn) {
    List<PolicyDocument> given =
        facts.policies(PolicyDocument.Type.RESOURCE).stream()
            .filter(d -> isOf(d, arn, facts.attachedTo(d)))
            .toList();
    return given.size() == 1 ? given.getFirst().policy() : Optional.empty();
  }

  private static boolean isOf(PolicyDocument document, String arn, List<String> attached) {
    List<Statement> statements = document.statements();
    return attached.isEmpty()
        ? statements.stream().anyMatch(s -> speaks(s.actions(), service(arn) + ":"))
            && statements.stream()
                .flatMap(s -> s.resources().stream())
                .anyMatch(r -> Glob.of(r.value()).matches(arn))
        : attached.contains(arn);
  }

  static boolean speaks(List<Element> actions, String prefix) {
    return actions.stream()
        .map(a -> a.value().toLowerCase(Locale.ROOT))
        .anyMatch(a -> a.startsWith(prefix) || a.equals("*"));
  }

  private static Optional<Citation> written(Facts facts, String arn) {
    String until = facts.event().map(TrailEvent::time).orElse("");
    return WrittenPolicies.of(facts.trail()).writes().stream()
        .filter(w -> until.isEmpty() || w.event().time().compareTo(until) <= 0)
        .filter(w -> WrittenPolicies.isOn(w, arn))
        .reduce((_, last) -> last)
        .map(PolicyWrite::event)
        .map(e -> Citation.of(e, "wrote the policy of `" + arn + "`"));
  }

  /** What S3 does to send there. */
  String action() {
    return action(arn);
  }

  private static String action(String arn) {
    return ACTIONS.getOrDefault(service(arn), "<action>");
  }

  /** Whether the policy given surely does not let S3 send. */
  boolean isDenied() {
    return simulated.filter(s -> s.decision().denied()).isPresent();
  }

  /** Whether the policy given lets S3 send. */
  boolean isAllowed() {
    return simulated.filter(s -> s.decision().result() == Result.ALLOWED).isPresent();
  }
}
