package awsleuth.iam.batch;

import awsleuth.iam.policy.Nearest;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * The fields of the batch contract. Others are passed over, but not one that seems to be meant for
 * a field of the contract: a policy that is left out by a slip of spelling would be a wrong answer.
 */
final class Fields {

  static final Set<String> LINE =
      Set.of(
          "name",
          "request",
          "unknown",
          "settings",
          "identityPolicies",
          "resourcePolicy",
          "scps",
          "rcps",
          "permissionBoundary",
          "sessionPolicy",
          "vpcEndpointPolicies");

  static final Set<String> REQUEST =
      Set.of("principal", "action", "resource", "resourceAccount", "context");

  static final Set<String> LEVEL = Set.of("id", "policies");

  static final Set<String> SETTINGS =
      Set.of("serviceLinkedRole", "managementAccount", "blockPublicAccess", "s3");

  /** What the names of policies are made of, and what they are called besides. */
  private static final List<String> POLICY_WORDS = List.of("polic", "boundar", "scp", "rcp");

  private static final int SHORT = 6;

  private Fields() {}

  /**
   * Says so where a field that the contract does not have seems to be meant for one that it has.
   */
  static void unknown(String field, Set<String> known, List<String> errors) {
    Optional<String> meant = meant(field, known);
    if (meant.isPresent()) {
      errors.add("there is no field `" + field + "`; the nearest is `" + meant.get() + "`");
    } else if (known.equals(LINE) && isOfPolicies(field)) {
      errors.add("there is no field `" + field + "`, though it seems to hold policies");
    } else if (known.equals(LINE) && REQUEST.contains(field)) {
      errors.add("`" + field + "` is a field of `request`");
    }
  }

  private static Optional<String> meant(String field, Set<String> known) {
    Optional<String> same = known.stream().filter(k -> plain(k).equals(plain(field))).findFirst();
    return same.isPresent()
        ? same
        : Nearest.of(field, known).filter(k -> k.length() >= SHORT && field.length() >= SHORT);
  }

  /** A name without regard to letter case, number and what joins words. */
  private static String plain(String name) {
    String letters = name.toLowerCase(Locale.ROOT).replace("_", "").replace("-", "");
    String one = letters.replace("policies", "policy").replace("boundaries", "boundary");
    return one.endsWith("s") ? one.substring(0, one.length() - 1) : one;
  }

  private static boolean isOfPolicies(String field) {
    String lower = field.toLowerCase(Locale.ROOT);
    return POLICY_WORDS.stream().anyMatch(lower::contains);
  }
}
