package awsleuth.core.cause.permissions;

import awsleuth.core.cause.Fix;
import awsleuth.core.evidence.PolicyDocument;
import awsleuth.core.evidence.PolicyDocument.Element;
import awsleuth.core.evidence.PolicyDocument.Statement;
import awsleuth.core.evidence.Source;
import awsleuth.core.evidence.TrailEvent;
import awsleuth.core.fact.Citation;
import awsleuth.core.fact.Facts;
import awsleuth.core.fact.Literal;
import awsleuth.core.written.PolicyWrite;
import awsleuth.core.written.WrittenPolicies;
import awsleuth.iam.Layer;
import awsleuth.iam.PolicySet;
import awsleuth.iam.Result;
import awsleuth.iam.match.Glob;
import awsleuth.iam.policy.Policy;
import awsleuth.iam.request.Context;
import awsleuth.iam.request.Principal;
import awsleuth.iam.request.Request;
import java.util.ArrayList;
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
public record Destination(
    String arn,
    String bucket,
    String owner,
    Optional<Simulated> simulated,
    Optional<Citation> written) {

  private static final String ACCOUNT = "resources.0.accountId";

  private static final Map<String, String> ACTIONS =
      Map.of("sqs", "sqs:SendMessage", "sns", "sns:Publish", "lambda", "lambda:InvokeFunction");

  private record Found(List<Destination> all) {}

  /** The canonical constructor is for this package: what was decided is of its types. */
  public Destination {}

  /** Those that the call names; none where it tells none, or no bucket. */
  public static List<Destination> of(Facts facts) {
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

  private static boolean speaks(List<Element> actions, String prefix) {
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

  private static String action(String arn) {
    return ACTIONS.getOrDefault(service(arn), "<action>");
  }

  /** What keeps S3 from sending there by its policy, or that this lets S3. */
  public List<Citation> cite(Facts facts) {
    List<Citation> cited = new ArrayList<>();
    String region = facts.event().map(e -> e.field("awsRegion")).orElse("");
    String own = arn.split(":", 6)[3];
    if (!region.isEmpty() && !own.isEmpty() && !region.equals(own)) {
      cited.add(
          new Citation(
              "the bucket is in `"
                  + region
                  + "`, `"
                  + arn
                  + "` in `"
                  + own
                  + "`: S3 sends within"
                  + " its Region alone",
              facts.event().map(e -> e.at("awsRegion")).orElse(facts.call().source())));
    }
    if (simulated.isPresent() && isDenied()) {
      cited.addAll(PolicyFixes.nearest(simulated.get().decision(), Layer.RESOURCE));
      facts
          .event()
          .filter(e -> !owner.isEmpty() && e.field(ACCOUNT).isEmpty())
          .map(e ->
              Citation.of(e, "is of account " + owner + ", and the bucket is taken for one of it"))
          .ifPresent(cited::add);
      written.ifPresent(cited::add);
    } else if (isAllowed()) {
      Policy policy = simulated.get().set().resource().getFirst();
      cited.add(
          new Citation(
              "the policy of `" + arn + "` lets S3 send",
              new Source(policy.name(), policy.at().line())));
    } else if (simulated.isPresent()) {
      cited.addAll(open(facts));
    }
    return List.copyOf(cited);
  }

  /** The conditions of the policy's that nothing tells the value for. */
  private List<Citation> open(Facts facts) {
    Policy policy = simulated.orElseThrow().set().resource().getFirst();
    return facts.policies(PolicyDocument.Type.RESOURCE).stream()
        .filter(d -> d.policy().filter(policy::equals).isPresent())
        .flatMap(d -> d.statements().stream())
        .filter(s -> s.allow() && speaks(s.actions(), service(arn) + ":"))
        .flatMap(s -> s.conditions().stream())
        .filter(c -> !c.key().equalsIgnoreCase("aws:SourceArn"))
        .map(c ->
            new Citation(
                "the policy lets S3 send where `"
                    + c.key()
                    + "` is `"
                    + String.join("`, `", c.wanted())
                    + "` ("
                    + c.operator()
                    + ")",
                c.source()))
        .toList();
  }

  /** Whether the policy given surely does not let S3 send. */
  private boolean isDenied() {
    return simulated.filter(s -> s.decision().denied()).isPresent();
  }

  /** Whether the policy given lets S3 send. */
  public boolean isAllowed() {
    return simulated.filter(s -> s.decision().result() == Result.ALLOWED).isPresent();
  }

  /** What lets S3 send there: a change of the policy given, else a statement for it. */
  public List<Fix> fixes(Facts facts) {
    if (isAllowed()) {
      return List.of(
          Fix.command(
              "see whether it is encrypted with a key of KMS whose policy does not let S3 use it",
              encryption()));
    }
    if (isDenied()) {
      String of = owner.isEmpty() ? "" : "the bucket is of account " + owner;
      return PolicyFixes.of(facts, simulated.orElseThrow(), of.isEmpty() ? List.of() : List.of(of));
    }
    if (simulated.isPresent()) {
      return List.of(
          Fix.command(
              "decide by the policy given, with the account of the bucket",
              SimulateCommand.of(simulated.get())
                  + " --context aws:SourceAccount=<account> --context aws:SourceArn=arn:aws:s3:::"
                  + bucket));
    }
    if (service(arn).equals("lambda")) {
      return List.of(
          Fix.askAdministrator(
              "let S3 call the function",
              "aws lambda add-permission --function-name "
                  + Literal.shell(arn)
                  + " --statement-id s3 --action lambda:InvokeFunction --principal"
                  + " s3.amazonaws.com --source-arn "
                  + Literal.shell("arn:aws:s3:::" + bucket)
                  + (owner.isEmpty() ? "" : " --source-account " + owner)));
    }
    return List.of(
        Fix.policyEdit(
            "let S3 send to `" + Literal.line(arn) + "`, in its own policy",
            """
            {
              "Effect": "Allow",
              "Principal": {"Service": "s3.amazonaws.com"},
              "Action": %s,
              "Resource": %s,
              "Condition": {"ArnLike": {"aws:SourceArn": "arn:aws:s3:::%s"}}
            }\
            """
                .formatted(Literal.json(action(arn)), Literal.json(arn), bucket)));
  }

  /** What lets S3 send where the call does not tell where to. */
  public static List<Fix> untold(Facts facts) {
    String bucket =
        facts
            .parameter("Bucket")
            .filter(name -> name.matches("[A-Za-z0-9.-]{3,63}"))
            .orElse("<bucket>");
    return List.of(
        Fix.policyEdit(
            "let S3 send to the queue or topic, in its own policy",
            """
            {
              "Effect": "Allow",
              "Principal": {"Service": "s3.amazonaws.com"},
              "Action": "<sqs:SendMessage or sns:Publish>",
              "Resource": "<queue or topic ARN>",
              "Condition": {"ArnLike": {"aws:SourceArn": "arn:aws:s3:::%s"}}
            }\
            """
                .formatted(bucket)),
        Fix.askAdministrator(
            "or let S3 call the function",
            "aws lambda add-permission --function-name <function> --statement-id s3"
                + " --action lambda:InvokeFunction --principal s3.amazonaws.com --source-arn "
                + Literal.shell("arn:aws:s3:::" + bucket)));
  }

  private String encryption() {
    String name = arn.substring(arn.lastIndexOf(':') + 1);
    return switch (service(arn)) {
      case "sqs" ->
          "aws sqs get-queue-attributes --attribute-names KmsMasterKeyId --queue-url \"$(aws sqs"
              + " get-queue-url --query QueueUrl --output text --queue-name "
              + Literal.shell(name)
              + ")\"";
      case "sns" ->
          "aws sns get-topic-attributes --query Attributes.KmsMasterKeyId --topic-arn "
              + Literal.shell(arn);
      default -> "aws lambda get-function --function-name " + Literal.shell(arn);
    };
  }
}
