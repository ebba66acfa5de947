package awsleuth.core.written;

import awsleuth.core.evidence.PolicyDocument;
import java.util.Arrays;
import java.util.Locale;

/** How policies are named that stand in the events which wrote them. */
public final class WrittenName {

  private WrittenName() {}

  /** The name of the policy of a thing: {@code bucket/reports/policy}. */
  static String of(PolicyWrite.Kind kind, String thing) {
    return word(kind) + "/" + thing + "/policy";
  }

  private static String word(PolicyWrite.Kind kind) {
    return switch (kind) {
      case BUCKET, KEY, QUEUE, TOPIC -> kind.name().toLowerCase(Locale.ROOT);
      case TRUST -> "role";
      case INLINE, ATTACHED, MANAGED, MEMBER -> "identity";
      case BOUNDARY -> "boundary";
      case ORGANIZATION -> "organization";
    };
  }

  /** Whether a policy was taken from the event that wrote it, so that no file has it alone. */
  public static boolean is(PolicyDocument document) {
    String name = document.name();
    return !name.equals(document.source().artifact())
        && name.endsWith("/policy")
        && Arrays.stream(PolicyWrite.Kind.values()).anyMatch(k -> name.startsWith(word(k) + "/"));
  }
}
