package awsleuth.core.fact;

import awsleuth.aws.Shape;
import awsleuth.core.evidence.TrailEvent;
import java.util.Map;

/** The parameters that the call's CloudTrail event records. */
final class EventParameters {

  private static final String PLACE = "requestParameters.";

  private EventParameters() {}

  static void read(Facts facts, Map<String, String> known) {
    facts
        .event()
        .ifPresent(event ->
            facts
                .catalog()
                .service(facts.call().service())
                .flatMap(s -> s.input(facts.call().operation()))
                .ifPresent(input -> input.members().forEach(member -> read(event, member, known))));
  }

  private static void read(TrailEvent event, Shape.Member member, Map<String, String> known) {
    String name = member.name();
    String value = event.field(PLACE + Character.toLowerCase(name.charAt(0)) + name.substring(1));
    if (value.isEmpty() && name.equals("Bucket")) {
      value = event.field(PLACE + "bucketName");
    }
    if (!value.isEmpty() && !isHidden(value)) {
      known.putIfAbsent(name, value);
    }
  }

  /** Whether CloudTrail wrote this in place of a value that it does not show. */
  static boolean isHidden(String value) {
    return value.startsWith("HIDDEN")
        || value.startsWith("**")
        || value.equalsIgnoreCase("sensitiveDataRemoved");
  }
}
