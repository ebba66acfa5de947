package awsleuth.core.fact;

import awsleuth.core.evidence.WatchedCall;
import awsleuth.core.evidence.WatchedCall.Attempt;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** The requests of a call that was watched, in words. */
final class RequestHistory {

  private static final int MOST_WAITS = 10;

  private RequestHistory() {}

  /**
   * {@code 3 requests in 1.2 s: 503 SlowDown, 503 SlowDown, 503 SlowDown; waits between them: 0.3
   * s, 0.8 s}; empty where none was sent, or one that was answered at once.
   */
  static Optional<String> words(WatchedCall call) {
    List<Attempt> attempts = call.attempts();
    boolean plain = attempts.size() == 1 && call.seconds() < 1;
    if (attempts.isEmpty() || plain) {
      return Optional.empty();
    }
    int number = attempts.size();
    String head =
        (number == 1 ? "1 request in " : number + " requests in ") + seconds(call.seconds()) + ": ";
    return Optional.of(head + answers(attempts) + waits(attempts));
  }

  private static String answers(List<Attempt> attempts) {
    List<String> all = attempts.stream().map(RequestHistory::answer).toList();
    List<String> distinct = all.stream().distinct().toList();
    return distinct.size() == 1
        ? distinct.getFirst() + (all.size() == 1 ? "" : " each time")
        : String.join(", ", all.size() > MOST_WAITS ? distinct : all);
  }

  private static String answer(Attempt attempt) {
    String status = attempt.status().isPresent() ? attempt.status().getAsInt() + " " : "";
    String said = attempt.code().isEmpty() ? attempt.exception() : attempt.code();
    String words = (said.equals(status.strip()) ? said : status + said).strip();
    return (words.isEmpty() ? "no answer" : "`" + words + "`")
        + (attempt.seconds() >= 1 ? " after " + seconds(attempt.seconds()) : "");
  }

  private static String waits(List<Attempt> attempts) {
    if (attempts.size() < 2) {
      return "";
    }
    return attempts.stream()
        .skip(1)
        .limit(MOST_WAITS)
        .map(a -> seconds(a.waited()))
        .collect(
            Collectors.joining(
                ", ", "; waits between them: ", attempts.size() > MOST_WAITS + 1 ? ", …" : ""));
  }

  /** Two digits that count: {@code 0.05 s}, {@code 1.2 s}, {@code 26 s}. */
  private static String seconds(double value) {
    String form = value < 1 ? "%.2f" : value < 10 ? "%.1f" : "%.0f";
    return String.format(Locale.ROOT, form, value) + " s";
  }
}
