package awsleuth.core.cause.permissions;

import awsleuth.boto.python.PyValue;
import awsleuth.core.evidence.GivenParameters;
import awsleuth.core.evidence.Source;
import awsleuth.core.evidence.TrailEvent;
import awsleuth.core.fact.Facts;
import awsleuth.iam.request.ContextValue;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The partition key that a call of DynamoDB names: the one attribute of its {@code Key}, which has
 * all of an item's primary key (DynamoDB developer guide, "Using IAM policy conditions for
 * fine-grained access control"). Of two attributes nothing tells which one it is.
 */
final class LeadingKeys {

  private static final String KEY = "dynamodb:LeadingKeys";
  private static final String EVENT = "requestParameters.key.";

  private LeadingKeys() {}

  /** Empty where the call is of another service, or the evidence does not have its key. */
  static Optional<ToldKeys.Told> of(Facts facts) {
    return facts.call().service().equals("dynamodb")
        ? facts.event().flatMap(LeadingKeys::ofEvent).or(() -> facts.written().flatMap(w -> of(w)))
        : Optional.empty();
  }

  private static Optional<ToldKeys.Told> ofEvent(TrailEvent event) {
    List<Map.Entry<String, String>> key =
        event.fields().entrySet().stream().filter(f -> f.getKey().startsWith(EVENT)).toList();
    return key.size() == 1 && !key.getFirst().getValue().isEmpty()
        ? Optional.of(told(key.getFirst().getValue(), event.at(key.getFirst().getKey())))
        : Optional.empty();
  }

  private static Optional<ToldKeys.Told> of(GivenParameters written) {
    return written.call().params().get("Key") instanceof PyValue.Dict key
            && key.entries().size() == 1
            && key.entries().firstEntry().getValue() instanceof PyValue.Dict typed
            && typed.entries().size() == 1
            && typed.entries().firstEntry().getKey() instanceof PyValue.Str(String type)
            && (type.equals("S") || type.equals("N"))
            && typed.entries().firstEntry().getValue() instanceof PyValue.Str(String value)
        ? Optional.of(told(value, written.source()))
        : Optional.empty();
  }

  private static ToldKeys.Told told(String value, Source source) {
    return new ToldKeys.Told(
        KEY, ContextValue.Present.of(List.of(value)), "the call's partition key", source);
  }
}
