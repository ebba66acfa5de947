package awsleuth.core.read.document;

import awsleuth.core.Artifact;
import awsleuth.core.evidence.AuthorizationDetail;
import awsleuth.core.evidence.AuthorizationDetail.ContextEntry;
import awsleuth.core.evidence.AuthorizationDetail.Effect;
import awsleuth.core.evidence.AuthorizationDetail.MatchedStatement;
import awsleuth.core.evidence.PolicyDocument;
import awsleuth.core.evidence.Source;
import awsleuth.core.read.json.JsonValue;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads decoded authorization messages and authorization details. */
public final class AuthorizationReader {

  private final String artifact;
  private final List<AuthorizationDetail> found = new ArrayList<>();

  private AuthorizationReader(String artifact) {
    this.artifact = artifact;
  }

  /** The decisions in the order of the text; empty where there are none. */
  public static List<AuthorizationDetail> read(Artifact artifact) {
    AuthorizationReader reader = new AuthorizationReader(artifact.name());
    JsonValue.parseAll(artifact.text(), 1).forEach(reader::read);
    return List.copyOf(reader.found);
  }

  private void read(JsonValue value) {
    if (!(value instanceof JsonValue.Members members)) {
      return;
    }
    if (members.get("DecodedMessage") instanceof JsonValue.Text text) {
      JsonValue.parse(text.value(), text.line()).ifPresent(this::read);
    } else if (members.get("DecodedMessage") instanceof JsonValue.Members inner) {
      decoded(inner);
    } else if (members.get("evaluations") instanceof JsonValue.Elements evaluations) {
      objects(evaluations).forEach(e -> evaluation(e, members));
    } else {
      decoded(members);
    }
  }

  /** A decoded message: lists are objects with the one member {@code items}. */
  private void decoded(JsonValue.Members message) {
    if (!(message.get("context") instanceof JsonValue.Members context)
        || context.text("action").isEmpty()) {
      return;
    }
    Effect effect =
        isTrue(message, "allowed")
            ? Effect.ALLOW
            : isTrue(message, "explicitDeny") ? Effect.EXPLICIT_DENY : Effect.IMPLICIT_DENY;
    Map<String, ContextEntry> keys = new LinkedHashMap<>();
    items(context, "conditions")
        .forEach(c ->
            keys.put(
                c.text("key"),
                new ContextEntry(
                    items(c, "values").map(v -> v.text("value")).toList(), source(c))));
    List<MatchedStatement> matched =
        items(message, "matchedStatements")
            .map(s ->
                new MatchedStatement(
                    s.text("statementId"), PolicyDocument.Type.UNKNOWN, "", source(s)))
            .toList();
    String principal = context.get("principal") instanceof JsonValue.Members p ? p.text("arn") : "";
    found.add(
        new AuthorizationDetail(
            effect,
            principal,
            context.text("action"),
            context.text("resource"),
            keys,
            effect == Effect.EXPLICIT_DENY ? matched : List.of(),
            source(message)));
  }

  private void evaluation(JsonValue.Members evaluation, JsonValue.Members details) {
    Optional<Effect> effect =
        Stream.of(Effect.values())
            .filter(e -> e.name().equals(evaluation.text("evaluatedEffect")))
            .findFirst();
    if (effect.isEmpty() || evaluation.text("action").isEmpty()) {
      return;
    }
    Map<String, ContextEntry> keys = new LinkedHashMap<>();
    keys(details.get("requestContext"), keys);
    keys(evaluation.get("context"), keys);
    List<MatchedStatement> matched = new ArrayList<>();
    for (JsonValue.Members policy : objects(evaluation.get("matchedPolicies"))) {
      for (JsonValue.Members statement : objects(policy.get("matchedStatements"))) {
        if (decides(statement.text("evaluatedEffect"), effect.get())) {
          String uri = policy.text("uri");
          matched.add(
              new MatchedStatement(
                  statement.text("sid"), type(details, uri), uri, source(statement)));
        }
      }
    }
    ContextEntry arn = keys.get("aws:PrincipalArn");
    found.add(
        new AuthorizationDetail(
            effect.get(),
            arn == null ? "" : String.join("", arn.values()),
            evaluation.text("action"),
            evaluation.text("resource"),
            keys,
            matched,
            source(evaluation)));
  }

  /**
   * Whether a statement is one that decided. Of a statement it is said {@code ALLOW} or {@code
   * DENY}, of the evaluation {@code ALLOW}, {@code EXPLICIT_DENY} or {@code IMPLICIT_DENY}.
   *
   * @see <a
   *     href="https://docs.aws.amazon.com/iam-toolbox/latest/APIReference/API_MatchedStatement.html">MatchedStatement</a>
   */
  private static boolean decides(String statement, Effect decided) {
    return switch (decided) {
      case ALLOW -> statement.equals("ALLOW");
      case EXPLICIT_DENY -> statement.equals("DENY") || statement.equals("EXPLICIT_DENY");
      case IMPLICIT_DENY -> false;
    };
  }

  private void keys(@Nullable JsonValue from, Map<String, ContextEntry> to) {
    if (!(from instanceof JsonValue.Members members)) {
      return;
    }
    members
        .values()
        .forEach((key, value) -> {
          Source source = new Source(artifact, value.line());
          switch (value) {
            case JsonValue.Text t -> to.put(key, new ContextEntry(List.of(t.value()), source));
            case JsonValue.Scalar s -> to.put(key, new ContextEntry(List.of(s.literal()), source));
            case JsonValue.Elements all -> to.put(key, new ContextEntry(texts(all), source));
            case JsonValue.Members _ -> {}
          }
        });
  }

  private static List<String> texts(JsonValue.Elements all) {
    List<String> texts = new ArrayList<>();
    for (int i = 0; i < all.values().size(); i++) {
      texts.add(all.textAt(i));
    }
    return texts;
  }

  /** What the list of the policies says of the one with a URI. */
  private static PolicyDocument.Type type(JsonValue.Members details, String uri) {
    for (JsonValue.Members policy : objects(details.get("policies"))) {
      if (!uri.isEmpty() && policy.text("uri").equals(uri)) {
        return switch (policy.text("type")) {
          case "IDENTITY_BASED_POLICY" -> PolicyDocument.Type.IDENTITY;
          case "RESOURCE_BASED_POLICY" -> PolicyDocument.Type.RESOURCE;
          case "PERMISSIONS_BOUNDARY" -> PolicyDocument.Type.BOUNDARY;
          case "SESSION_POLICY" -> PolicyDocument.Type.SESSION;
          case "SERVICE_CONTROL_POLICY" -> PolicyDocument.Type.SCP;
          case "RESOURCE_CONTROL_POLICY" -> PolicyDocument.Type.RCP;
          case "VPC_ENDPOINT_POLICY" -> PolicyDocument.Type.VPC_ENDPOINT;
          default -> PolicyDocument.Type.UNKNOWN;
        };
      }
    }
    return PolicyDocument.Type.UNKNOWN;
  }

  private static Stream<JsonValue.Members> items(JsonValue.Members of, String name) {
    return of.get(name) instanceof JsonValue.Members list
        ? objects(list.get("items")).stream()
        : Stream.of();
  }

  private static List<JsonValue.Members> objects(@Nullable JsonValue value) {
    List<JsonValue.Members> objects = new ArrayList<>();
    if (value instanceof JsonValue.Elements elements) {
      for (JsonValue each : elements.values()) {
        if (each instanceof JsonValue.Members members) {
          objects.add(members);
        }
      }
    }
    return objects;
  }

  /** As a literal, or as the text that a program made of one. */
  private static boolean isTrue(JsonValue.Members of, String name) {
    return switch (of.get(name)) {
      case JsonValue.Scalar s -> s.literal().equals("true");
      case JsonValue.Text t -> t.value().equalsIgnoreCase("true");
      case null -> false;
      case JsonValue.Members _ -> false;
      case JsonValue.Elements _ -> false;
    };
  }

  private Source source(JsonValue value) {
    return new Source(artifact, value.line());
  }
}
