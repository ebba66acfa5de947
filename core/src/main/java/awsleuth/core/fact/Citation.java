package awsleuth.core.fact;

import awsleuth.core.evidence.Source;
import awsleuth.core.evidence.TrailEvent;

/**
 * A piece of evidence, in words.
 *
 * @param text what it says, such as {@code the error code is `ExpiredToken`}
 * @param source where it stands
 */
public record Citation(String text, Source source) {

  /** Cites an event, with when it was and whose, and what it came to in words that go on. */
  public static Citation of(TrailEvent event, String words) {
    return of(event, words, event.source());
  }

  /** Likewise, where a part of the event stands. */
  public static Citation of(TrailEvent event, String words, Source part) {
    return new Citation(who(event) + " " + words, part);
  }

  /** {@code `PutRolePolicy` of 2026-11-18T15:42:07Z by `arn:aws:iam::111122223333:user/ops`}. */
  private static String who(TrailEvent event) {
    String who =
        event.principal().isEmpty() ? event.field("userIdentity.invokedBy") : event.principal();
    String by = who.isEmpty() ? "" : " by `" + who + "`";
    return "`" + event.eventName() + "` of " + event.time() + by;
  }
}
