package awsleuth.core.fact;

import awsleuth.core.evidence.TrailEvent;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The role that a call hands to a service, whatever its parameter is called. */
public final class RoleParameter {

  private static final String PARAMETERS = "requestParameters.";

  private RoleParameter() {}

  /** Its ARN; empty where the call names none, or more than one. */
  public static Optional<String> arn(Facts facts) {
    Stream<String> event = facts.event().stream().flatMap(RoleParameter::values);
    List<String> roles =
        Stream.concat(Parameters.in(facts).values().values().stream(), event)
            .filter(value -> value.startsWith("arn:") && value.contains(":iam::"))
            .filter(value -> value.contains(":role/") && value.indexOf(' ') < 0)
            .distinct()
            .limit(2)
            .toList();
    return roles.size() == 1 ? Optional.of(roles.getFirst()) : Optional.empty();
  }

  private static Stream<String> values(TrailEvent event) {
    return event.fields().entrySet().stream()
        .filter(field -> field.getKey().startsWith(PARAMETERS))
        .map(field -> field.getValue());
  }
}
