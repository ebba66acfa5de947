package awsleuth.core.cause.permissions;

import awsleuth.core.cause.Fix;
import awsleuth.core.evidence.Source;
import awsleuth.core.evidence.TrailEvent;
import awsleuth.core.fact.Facts;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * The tags that the caller's session was given when it began. They go before the role's own of the
 * same key (IAM user guide, "Pass session tags in AWS STS").
 *
 * @param tags by key in small letters
 * @param whole whether it is known to have no others
 */
record SessionTags(Map<String, Tag> tags, boolean whole) {

  private static final String TAGS = "requestParameters.tags.";

  /** Callers whose own session tags the session may inherit: those that are sessions themselves. */
  private static final Set<String> WITHOUT_SESSION = Set.of("IAMUser", "Root");

  /** A tag, and the event and place that tell it. */
  record Tag(String key, String value, TrailEvent event, Source source) {}

  /** Those of all events that may have begun the caller's session; none where they differ. */
  static SessionTags of(Facts facts) {
    return facts.once(SessionTags.class, SessionTags::find);
  }

  private static SessionTags find(Facts facts) {
    List<TrailEvent> starts = SessionStart.all(facts).stream().map(SessionStart::event).toList();
    List<Map<String, Tag>> all = starts.stream().map(SessionTags::tags).toList();
    boolean same =
        all.stream()
                .map(tags -> tags.values().stream().map(t -> t.key + "=" + t.value).toList())
                .distinct()
                .count()
            == 1;
    return new SessionTags(
        same ? all.getFirst() : Map.of(), same && starts.stream().allMatch(SessionTags::isWhole));
  }

  /** Whether the session has no tags but those of its event: none of a chain or an assertion. */
  private static boolean isWhole(TrailEvent e) {
    return e.eventName().equals("AssumeRole")
        && WITHOUT_SESSION.contains(e.field("userIdentity.type"));
  }

  private static Map<String, Tag> tags(TrailEvent e) {
    Map<String, Tag> tags = new TreeMap<>();
    for (int i = 0; !e.field(TAGS + i + ".key").isEmpty(); i++) {
      String key = e.field(TAGS + i + ".key");
      String at = TAGS + i + ".value";
      tags.put(key.toLowerCase(Locale.ROOT), new Tag(key, e.field(at), e, e.at(at)));
    }
    return tags;
  }

  /** The tag of a key; empty where the session was given none, so that the role's counts. */
  Optional<Tag> tag(String key) {
    return Optional.ofNullable(tags.get(key.toLowerCase(Locale.ROOT)));
  }

  /** What the caller's key has by it. */
  Optional<ContextValue> value(String key) {
    return tag(key)
        .map(t ->
            new ContextValue(
                Optional.of(t.value),
                "`"
                    + t.event.eventName()
                    + "` of "
                    + t.event.time()
                    + by(t)
                    + " gave the session the tag `"
                    + t.key
                    + "` = `"
                    + t.value
                    + "`",
                t.source));
  }

  private static String by(Tag tag) {
    return tag.event.principal().isEmpty() ? "" : " by `" + tag.event.principal() + "`";
  }

  /** That the session is to be begun with another value: a tag of the role would not count. */
  static Fix fix(Tag tag, String statement, String wanted) {
    return Fix.askAdministrator(
        "have the session begun with the tag that " + statement + " wants, if it may have it",
        tag.event.eventName()
            + by(tag).replace("`", "")
            + " gave the session the tag "
            + tag.key
            + " = "
            + tag.value
            + ", which goes before a tag of the role. Tags=[{\"Key\": \""
            + tag.key
            + "\", \"Value\": \""
            + wanted
            + "\"}] there would meet the condition.");
  }
}
