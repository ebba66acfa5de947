package awsleuth.core.cause.permissions;

import awsleuth.core.evidence.GivenParameters;
import awsleuth.core.evidence.Source;
import awsleuth.core.fact.Facts;
import awsleuth.iam.request.Context;
import awsleuth.iam.request.ContextValue;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * The condition keys that the refusal and the call as it was written tell, where no event does.
 *
 * @param told by the keys in lower case
 */
record ToldKeys(Map<String, Told> told) {

  static final String VIA_SERVICE = "kms:ViaService";
  private static final String REGION = "aws:RequestedRegion";

  /** Calls that speak of a thing in another Region than the one they are sent to. */
  private static final List<String> ACROSS =
      List.of("copy", "replica", "global", "crossregion", "import", "peering", "restore");

  /** Services that are named by their client's name where they use a key. */
  private static final List<String> VIA =
      List.of(
          "dynamodb",
          "ec2",
          "ecr",
          "kinesis",
          "lambda",
          "rds",
          "s3",
          "secretsmanager",
          "sns",
          "sqs",
          "ssm");

  /** What is told of a key. */
  record Told(String key, ContextValue value, String why, Source source) {}

  static ToldKeys of(Facts facts) {
    return facts.once(ToldKeys.class, ToldKeys::read);
  }

  private static ToldKeys read(Facts facts) {
    Map<String, Told> told = new LinkedHashMap<>();
    region(facts).ifPresent(t -> put(told, t));
    via(facts).ifPresent(t -> put(told, t));
    LeadingKeys.of(facts).ifPresent(t -> put(told, t));
    facts.written().ifPresent(w -> written(facts, w, told));
    return new ToldKeys(Map.copyOf(told));
  }

  private static void put(Map<String, Told> told, Told one) {
    told.putIfAbsent(one.key().toLowerCase(Locale.ROOT), one);
  }

  /** A resource of a Region is reached by a call to that Region. */
  private static Optional<Told> region(Facts facts) {
    Access access = Access.of(facts);
    String[] arn = access.resource().split(":", 6);
    String operation = facts.call().operation().toLowerCase(Locale.ROOT);
    String said = facts.call().region();
    boolean plain =
        arn.length == 6
            && arn[2].equals(access.prefix())
            && facts.catalog().region(arn[3]).isPresent()
            && ACROSS.stream().noneMatch(operation::contains)
            && (said.isEmpty() || said.equals(arn[3]));
    return plain
        ? Optional.of(
            new Told(
                REGION,
                ContextValue.Present.of(arn[3]),
                "the refused resource is in `" + arn[3] + "`",
                access.source()))
        : Optional.empty();
  }

  /**
   * A service that uses a key for the caller says that it does (KMS developer guide,
   * "kms:ViaService").
   */
  private static Optional<Told> via(Facts facts) {
    Access access = Access.of(facts);
    String[] arn = access.resource().split(":", 6);
    String service = facts.call().service();
    if (access.prefix().equals("kms") && service.equals("kms")) {
      return facts.event().filter(e -> !e.field("userIdentity.invokedBy").isEmpty()).isPresent()
          ? Optional.empty()
          : Optional.of(
              new Told(
                  VIA_SERVICE,
                  ContextValue.ABSENT,
                  "the call went to KMS itself, through no service",
                  facts.call().source()));
    }
    boolean plain =
        access.prefix().equals("kms")
            && VIA.contains(service)
            && arn.length == 6
            && arn[1].equals("aws")
            && facts.catalog().region(arn[3]).isPresent();
    String name = service + "." + (plain ? arn[3] : "") + ".amazonaws.com";
    return plain
        ? Optional.of(
            new Told(
                VIA_SERVICE,
                ContextValue.Present.of(name),
                "`" + facts.call().operation() + "` uses the key",
                facts.call().source()))
        : Optional.empty();
  }

  private static void written(Facts facts, GivenParameters written, Map<String, Told> told) {
    WrittenKeys.of(facts, written)
        .forEach((key, value) ->
            put(told, new Told(key, value, why(facts, key, value), written.source())));
  }

  /** What tells a key of the call; empty where that needs no words. */
  private static String why(Facts facts, String key, ContextValue value) {
    if (!(value instanceof ContextValue.Absent)) {
      return "the call's `" + key + "`";
    }
    return key.startsWith("s3:")
        ? WrittenKeys.member(facts, key.substring(3))
            .map(member -> "the call is made without `" + member + "`")
            .orElse("")
        : "";
  }

  /** A context with these where it leaves them open. */
  Context in(Context context) {
    Context all = context;
    for (Told t : told.values()) {
      if (all.get(t.key()) instanceof ContextValue.Unknown) {
        all = all.with(t.key(), t.value());
      }
    }
    return all;
  }

  /** What is told of a key; empty where nothing is. */
  Optional<awsleuth.core.cause.permissions.ContextValue> value(String key) {
    Told t = told.get(key.toLowerCase(Locale.ROOT));
    if (t != null && t.value() instanceof ContextValue.Absent && !t.why().isEmpty()) {
      return Optional.of(
          new awsleuth.core.cause.permissions.ContextValue(Optional.empty(), t.why(), t.source()));
    }
    return t != null && t.value() instanceof ContextValue.Present p
        ? Optional.of(
            new awsleuth.core.cause.permissions.ContextValue(
                Optional.of(String.join(", ", p.values())), why(t, p), t.source()))
        : Optional.empty();
  }

  private static String why(Told told, ContextValue.Present value) {
    return told.key().equals(REGION)
        ? told.why()
        : told.key().equals(VIA_SERVICE)
            ? told.why() + " through `" + value.values().getFirst() + "`"
            : told.why() + " is `" + String.join("`, `", value.values()) + "`";
  }
}
