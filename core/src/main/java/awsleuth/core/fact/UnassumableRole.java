package awsleuth.core.fact;

import java.util.List;
import java.util.Locale;

/** How services say that they cannot assume a role that a call gives to them. */
public final class UnassumableRole {

  private static final List<String> WORDS =
      List.of(
          "cannot be assumed by",
          "role defined for the function cannot be assumed",
          "unable to assume role",
          "unable to assume the role",
          "is not authorized to assume the provided role",
          "is not authorized to assume iam role",
          "not able to assume iam role",
          "is authorized to assume the provided role",
          "unable to assume provided role",
          "could not assume role",
          "could not be assumed because",
          "is not authorized to perform: sts:assumerole on arn:",
          "is not authorized to perform assumerole on role",
          "permissions required to assume the role",
          "does not include the required permissions for",
          "cannot assume role",
          "can not assume role",
          "failed to assume role",
          "is invalid or cannot be assumed",
          "permission to assume the provided role",
          "permissions to assume the role",
          "trust relationship",
          "role's trustpolicy");

  private UnassumableRole() {}

  /** The words of which each says it, in small letters. */
  public static String[] words() {
    return WORDS.toArray(String[]::new);
  }

  /**
   * Whether a message says it.
   *
   * @param message as AWS wrote it
   */
  public static boolean isSaidBy(String message) {
    String lower = message.toLowerCase(Locale.ROOT);
    return WORDS.stream().anyMatch(lower::contains);
  }
}
