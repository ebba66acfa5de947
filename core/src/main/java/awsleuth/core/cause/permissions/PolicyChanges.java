package awsleuth.core.cause.permissions;

import awsleuth.core.evidence.TrailEvent;
import awsleuth.core.fact.Facts;
import awsleuth.core.written.PolicyWrite;
import awsleuth.iam.Layer;
import awsleuth.iam.PolicySet;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.NavigableSet;
import java.util.TreeSet;

/**
 * When, as a trail tells, the policies of a type were changed that decide a caller's requests, or
 * the tags that they look at.
 *
 * @param times of the caller's policies by their type, of buckets' by the bucket
 */
record PolicyChanges(Map<String, NavigableSet<String>> times) {

  private static final String TAGS = "tags";
  private static final List<String> READING = List.of("Get", "Head", "List");

  /** The changes of a trail, with those of tags where a policy has a condition on one. */
  static PolicyChanges of(List<TrailEvent> trail, PolicySet set, Facts facts) {
    PolicyChanges changes = new PolicyChanges(new HashMap<>());
    boolean onTags =
        ConditionKeys.of(set).anyMatch(k -> k.toLowerCase(Locale.ROOT).contains("tag"));
    for (TrailEvent e : trail) {
      PolicyWrite.of(e).ifPresent(w -> changes.add(w, facts));
      boolean tags = onTags && e.errorCode().isEmpty() && e.eventName().contains("ag");
      if (tags && READING.stream().noneMatch(e.eventName()::startsWith)) {
        changes.add(TAGS, e);
      }
    }
    return changes;
  }

  private void add(PolicyWrite w, Facts facts) {
    Access access = Access.of(facts);
    boolean own = w.isIn(Principals.account(access.principal()));
    boolean callers = own && w.holder().equals(access.owner());
    switch (w.kind()) {
      case BUCKET -> {
        if (!mayLeave(w)) {
          add(w.owner(), w.event());
        }
      }
      case MANAGED -> {
        if (own) {
          add(Layer.IDENTITY.name(), w.event());
          add(Layer.BOUNDARY.name(), w.event());
        }
      }
      case BOUNDARY -> {
        if (callers) {
          add(Layer.BOUNDARY.name(), w.event());
        }
      }
      case INLINE, ATTACHED, MEMBER, TRUST -> {
        boolean trust = w.kind() == PolicyWrite.Kind.TRUST;
        boolean mayBe = access.owner().startsWith("user/") && w.holder().startsWith("group/");
        if (callers && isOwner(w)) {
          add(Layer.IDENTITY.name(), w.event());
          add(Layer.BOUNDARY.name(), w.event());
        } else if (!trust && (callers || (own && mayBe))) {
          add(Layer.IDENTITY.name(), w.event());
        }
      }
      case KEY, QUEUE, TOPIC, ORGANIZATION -> {}
    }
  }

  /** Whether a role or user was deleted or made anew. */
  private static boolean isOwner(PolicyWrite w) {
    return w.endsOwner() || w.event().eventName().equals("CreateRole");
  }

  /**
   * In us-east-1 making a bucket again that one has leaves its policy (S3 API reference,
   * CreateBucket, "BucketAlreadyOwnedByYou"); elsewhere that fails.
   */
  private static boolean mayLeave(PolicyWrite w) {
    return w.event().eventName().equals("CreateBucket")
        && w.event().field("awsRegion").equals("us-east-1");
  }

  private void add(String what, TrailEvent event) {
    times.computeIfAbsent(what, _ -> new TreeSet<>()).add(event.time());
  }

  /**
   * Whether there was one between two times, or at one of them.
   *
   * @param bucket whose policy it is, where it is of that type
   * @param to empty where it is not known
   */
  boolean isBetween(Layer layer, String bucket, String from, String to) {
    return isBetween(layer == Layer.RESOURCE ? bucket : layer.name(), from, to)
        || isBetween(TAGS, from, to);
  }

  private boolean isBetween(String what, String from, String to) {
    NavigableSet<String> all = times.getOrDefault(what, new TreeSet<>());
    String next = all.ceiling(from);
    return next != null && (to.isEmpty() || next.compareTo(to) <= 0);
  }
}
