package awsleuth.core.written;

import awsleuth.core.written.PolicyWrite.Kind;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What events made of the policies of a role, user or group: of each that they were about, whether
 * it has the policy since, and what the policy says. Of policies that no event is about they tell
 * nothing.
 *
 * @param all each policy once, the one that was written or taken last at the end
 * @param versions the last event on the text of each managed policy, by ARN
 */
public record Holdings(List<Held> all, Map<String, PolicyWrite> versions) {

  /**
   * A policy that it has, or had.
   *
   * @param last the last event that gave or took it
   * @param version the last event on the text of a managed one; empty where there is none
   */
  public record Held(PolicyWrite last, Optional<PolicyWrite> version) {

    /** The event that has its text; empty where none tells it, or it was taken. */
    public Optional<PolicyWrite> text() {
      return last.deletes()
          ? Optional.empty()
          : last.kind() == Kind.INLINE ? Optional.of(last) : version;
    }
  }

  /**
   * After some events.
   *
   * @param writes in the order of their time
   * @param holder {@code role/NAME}, {@code user/NAME} or {@code group/NAME}
   * @param account the holder's; empty where it is not known
   */
  public static Holdings of(List<PolicyWrite> writes, String holder, String account) {
    String name = holder.substring(holder.indexOf('/') + 1);
    Map<String, PolicyWrite> last = new LinkedHashMap<>();
    Map<String, PolicyWrite> versions = new LinkedHashMap<>();
    for (PolicyWrite w : writes) {
      boolean own = w.owner().equals(name) && w.isIn(account) && w.holder().equals(holder);
      switch (w.kind()) {
        case INLINE, ATTACHED, MEMBER, BOUNDARY, TRUST -> {
          if (own && w.endsOwner()) {
            last.clear();
          } else if (own && w.kind() != Kind.TRUST) {
            last.remove(key(w));
            last.put(key(w), w);
          }
        }
        case MANAGED -> versions.put(w.owner(), w);
        case BUCKET, KEY, QUEUE, TOPIC, ORGANIZATION -> {}
      }
    }
    List<Held> all = new ArrayList<>();
    last.values().forEach(w -> all.add(new Held(w, Optional.ofNullable(versions.get(w.policy())))));
    return new Holdings(List.copyOf(all), Map.copyOf(versions));
  }

  /** There is one boundary, which the event that takes it does not name. */
  private static String key(PolicyWrite w) {
    return w.kind() == Kind.BOUNDARY ? w.kind().name() : w.kind() + " " + w.policy();
  }

  /** That of a kind and name. */
  public Optional<Held> find(Kind kind, String policy) {
    return all.stream()
        .filter(h -> h.last().kind() == kind && h.last().policy().equals(policy))
        .findFirst();
  }
}
