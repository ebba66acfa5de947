package awsleuth.collect.probe;

import awsleuth.collect.wire.HttpReply;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.Map;

/**
 * The clock of this machine against the Date header of an answer. AWS takes a request whose time is
 * at most five minutes off, S3 fifteen.
 *
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_sigv.html">Signature
 *     Version 4</a>
 */
public final class ClockProbe {

  private static final Duration MOST = Duration.ofMinutes(5);

  private ClockProbe() {}

  /**
   * Compares.
   *
   * @param reply the answer
   * @param sent when it was asked for, by this machine's clock
   * @param received when it came
   */
  public static Result of(HttpReply reply, Instant sent, Instant received) {
    String date = reply.headers().getOrDefault("date", "");
    if (date.isEmpty()) {
      return new Result.Unknown("the answer has no Date header");
    }
    try {
      Instant there = Instant.from(DateTimeFormatter.RFC_1123_DATE_TIME.parse(date));
      Instant here = sent.plus(Duration.between(sent, received).dividedBy(2));
      return of(Duration.between(there, here));
    } catch (DateTimeException e) {
      return new Result.Unknown("the Date header of the answer is no date");
    }
  }

  /** How far this machine's clock is ahead. */
  private static Result of(Duration ahead) {
    Map<String, String> facts = Map.of("ahead_seconds", String.valueOf(ahead.toSeconds()));
    String off = words(ahead.abs()) + (ahead.isNegative() ? " behind that" : " ahead of that");
    if (ahead.abs().compareTo(MOST) > 0) {
      return new Result.Finding(
          "the clock of this machine is " + off + " of the server; AWS takes five minutes",
          facts,
          "");
    }
    return new Result.Ok(
        ahead.abs().toSeconds() <= 2
            ? "right within two seconds"
            : off + " of the server, which AWS takes",
        facts);
  }

  private static String words(Duration time) {
    if (time.toDays() > 1) {
      return time.toDays() + " days";
    }
    if (time.toHours() > 0) {
      return time.toHours() + " h " + time.toMinutesPart() + " min";
    }
    return time.toMinutes() > 0
        ? time.toMinutes() + " min " + time.toSecondsPart() + " s"
        : time.toSeconds() + " s";
  }
}
