package awsleuth.core.cause.permissions;

import awsleuth.core.evidence.TrailEvent;
import awsleuth.core.fact.Citation;
import awsleuth.core.fact.Facts;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Who last changed what the value of a condition key comes from, before the refusal: a tag of the
 * caller or the resource, or a VPC endpoint that a condition names.
 */
final class ConditionChange {

  private static final String PARAMETERS = "requestParameters.";
  private static final String CALLER = "aws:principaltag/";
  private static final String RESOURCE = ":resourcetag/";

  private ConditionChange() {}

  /** Empty where the trail has no such event, or the key is another. */
  static Optional<Citation> of(Facts facts, Unmet unmet) {
    String key = unmet.key().toLowerCase(Locale.ROOT);
    if (key.equals("aws:sourcevpce")) {
      return OtherChange.last(facts, e -> isOfEndpoint(e, unmet.condition().wanted()))
          .map(e -> Citation.of(e, "changed the VPC endpoint" + removed(e)));
    }
    Access access = Access.of(facts);
    int at = key.indexOf(RESOURCE);
    if (at > 0) {
      String tag = unmet.key().substring(at + RESOURCE.length());
      return tagged(facts, tag, access.resource());
    }
    return key.startsWith(CALLER)
        ? tagged(facts, unmet.key().substring(CALLER.length()), access.owner())
        : Optional.empty();
  }

  private static boolean isOfEndpoint(TrailEvent e, List<String> ids) {
    return e.eventSource().equals("ec2.amazonaws.com")
        && e.eventName().matches("(Create|Modify|Delete)VpcEndpoints?")
        && parameters(e).anyMatch(p -> ids.contains(p.getValue()));
  }

  /** What was taken from an endpoint; its ways are told under names that begin so. */
  private static String removed(TrailEvent e) {
    return parameters(e)
        .filter(p -> p.getKey().contains("Remove") && p.getValue().contains("-"))
        .findFirst()
        .map(p -> ": took `" + p.getValue() + "` away")
        .orElse("");
  }

  private static Optional<Citation> tagged(Facts facts, String tag, String thing) {
    return thing.isEmpty()
        ? Optional.empty()
        : OtherChange.last(facts, e -> isTagging(e) && isOf(e, thing) && !words(e, tag).isEmpty())
            .map(e -> Citation.of(e, words(e, tag)));
  }

  private static boolean isTagging(TrailEvent e) {
    String name = e.eventName();
    return name.startsWith("Tag")
        || name.startsWith("Untag")
        || name.endsWith("Tags")
        || name.startsWith("AddTagsTo")
        || name.startsWith("RemoveTagsFrom");
  }

  /** Whether an event names a thing: by its ARN, or by the id or name at the end of that. */
  private static boolean isOf(TrailEvent e, String thing) {
    return parameters(e)
        .map(Map.Entry::getValue)
        .anyMatch(value ->
            value.equals(thing)
                || (value.length() > 2
                    && (thing.endsWith("/" + value) || thing.endsWith(":" + value))));
  }

  /** What became of a tag; empty where the event is of others. */
  private static String words(TrailEvent e, String tag) {
    for (Map.Entry<String, String> p : parameters(e).toList()) {
      String path = p.getKey();
      boolean named = path.substring(path.lastIndexOf('.') + 1).equalsIgnoreCase("key");
      if (named && p.getValue().equalsIgnoreCase(tag)) {
        String list = path.substring(0, path.lastIndexOf('.') + 1);
        String value = e.field(list + "value") + e.field(list + "Value");
        return takes(e) ? took(tag) : "set the tag `" + p.getValue() + "` to `" + value + "`";
      }
      if (path.toLowerCase(Locale.ROOT).contains("tagkeys") && p.getValue().equalsIgnoreCase(tag)) {
        return took(tag);
      }
      if (path.toLowerCase(Locale.ROOT).endsWith("tags." + tag.toLowerCase(Locale.ROOT))) {
        return "set the tag `" + tag + "` to `" + p.getValue() + "`";
      }
    }
    return "";
  }

  private static boolean takes(TrailEvent e) {
    return e.eventName().startsWith("Delete") || e.eventName().startsWith("Untag");
  }

  private static String took(String tag) {
    return "took the tag `" + tag + "` away";
  }

  private static Stream<Map.Entry<String, String>> parameters(TrailEvent e) {
    return e.fields().entrySet().stream()
        .filter(f -> f.getKey().startsWith(PARAMETERS))
        .sorted(Map.Entry.comparingByKey());
  }
}
