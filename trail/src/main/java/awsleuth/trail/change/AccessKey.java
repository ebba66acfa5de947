package awsleuth.trail.change;

import awsleuth.trail.RecordText;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Which access key a call was signed with. Shown keys are masked, and two keys of one user may have
 * one mask, so that whole ones are compared; they are not kept.
 */
public final class AccessKey {

  /** A user's long-term key; of a session's no change tells ("IAM identifiers", IAM user guide). */
  private static final Pattern WHOLE = Pattern.compile("AKIA[A-Z0-9]{12,124}");

  /** Any that is told whole: masks of two keys may be one text. */
  private static final Pattern ANY = Pattern.compile("A[KS]IA[A-Z0-9]{12,124}");

  private AccessKey() {}

  /**
   * Whether a call was signed with the access key that was changed; empty where one of both is not
   * told whole, or the call was signed with the key of a session.
   *
   * @param call its record
   */
  public static Optional<Boolean> signs(Change change, RecordText call) {
    String used = used(call);
    return isWhole(change.part()) && isWhole(used)
        ? Optional.of(used.equals(change.part()))
        : Optional.empty();
  }

  /** Whether two calls were signed with one key for certain. */
  public static boolean isOne(RecordText call, RecordText other) {
    String used = used(call);
    return ANY.matcher(used).matches() && used.equals(used(other));
  }

  /** Whether a call was signed with the key of a session for certain. */
  public static boolean isOfSession(RecordText call) {
    return used(call).startsWith("ASIA");
  }

  private static String used(RecordText call) {
    return RecordTree.of(call.text()).map(t -> t.text("userIdentity.accessKeyId")).orElse("");
  }

  private static boolean isWhole(String key) {
    return WHOLE.matcher(key).matches();
  }
}
