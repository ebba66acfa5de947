package awsleuth.iam.match;

import awsleuth.iam.policy.Elements;
import awsleuth.iam.policy.Located;
import awsleuth.iam.policy.Policy;
import java.util.List;
import java.util.Locale;

/** Whether an Action, NotAction, Resource or NotResource element is about a request. */
public final class ElementTest {

  private ElementTest() {}

  /** Whether the actions of a statement cover an action. */
  public interface Actions {

    /**
     * Whether the statement is about an action.
     *
     * @param action in lower case
     */
    boolean covers(String action);
  }

  /** Whether the resources of a statement cover a request's resource. */
  public interface Resources {

    /** Unknown where a policy variable is. */
    Truth cover(String resource, View view);
  }

  /** The test of Action or NotAction; letter case does not count. */
  public static Actions actions(Elements actions) {
    List<Glob> patterns =
        actions.values().stream().map(a -> Glob.of(a.value().toLowerCase(Locale.ROOT))).toList();
    boolean negated = actions.negated();
    return action -> patterns.stream().anyMatch(p -> p.matches(action)) != negated;
  }

  /** The test of Resource or NotResource; a role trust policy has neither and is about its role. */
  public static Resources resources(Elements resources, Policy policy, KeyTable keys) {
    if (!resources.present()) {
      return (_, _) -> Truth.TRUE;
    }
    ResourcePattern[] patterns =
        resources.values().stream()
            .map(r -> pattern(r, policy, keys))
            .toArray(ResourcePattern[]::new);
    boolean negated = resources.negated();
    return (resource, view) -> {
      Truth any = any(patterns, resource, view);
      return negated ? any.not() : any;
    };
  }

  /** The test of one pattern. */
  public static Resources resource(Located pattern, Policy policy, KeyTable keys) {
    return pattern(pattern, policy, keys)::matches;
  }

  /** A pattern with the values of its policy variables, as far as they have one. */
  public static String resolved(Located pattern, Policy policy, KeyTable keys, View view) {
    return pattern(pattern, policy, keys).resolved(view);
  }

  private static ResourcePattern pattern(Located pattern, Policy policy, KeyTable keys) {
    return ResourcePattern.of(pattern.value(), policy.type(), policy.version2012(), keys);
  }

  private static Truth any(ResourcePattern[] patterns, String resource, View view) {
    Truth any = Truth.FALSE;
    for (int i = 0; i < patterns.length && any != Truth.TRUE; i++) {
      any = any.or(patterns[i].matches(resource, view));
    }
    return any;
  }
}
