package awsleuth.app.test;

import awsleuth.app.input.ToldDiagnosis.ToldFailure;
import awsleuth.app.input.ToldDiagnosis.ToldFix;
import awsleuth.boto.retry.Answer;
import awsleuth.boto.retry.CalledOperation;
import awsleuth.boto.retry.Outlook;
import awsleuth.boto.retry.RetryMode;
import awsleuth.boto.retry.RetrySettings;
import awsleuth.boto.retry.Rules;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * The requests of a call that failed, and those of the fix.
 *
 * @param made the requests of the failed call
 * @param failed the settings that allow so many
 * @param fixed those of the fix, which allow more
 */
record Attempts(int made, Settings failed, Settings fixed, CalledOperation operation) {

  private static final int LEGACY = 5;
  private static final int USUAL_FIX = 10;
  private static final List<String> NUMBERS = List.of("total_max_attempts", "max_attempts");
  private static final List<String> MODES = List.of("retry_mode", "\"mode\"", "mode");

  /**
   * Settings of a client.
   *
   * @param requests the most of one call, the first included
   */
  record Settings(RetryMode mode, int requests) {}

  /** Three requests are what the standard mode makes; other numbers are taken for the legacy's. */
  static Attempts of(Subject subject) {
    int told = subject.call().maxRetries().orElse(LEGACY - 1) + 1;
    int made = Math.max(1, told);
    RetryMode mode = made == 3 ? RetryMode.STANDARD : RetryMode.LEGACY;
    String fix = texts(subject);
    int wanted = number(fix).orElse(USUAL_FIX);
    int more = wanted > made ? wanted : made + LEGACY;
    CalledOperation operation = CalledOperation.of(subject.service(), subject.operation().name());
    Settings usual = new Settings(RetryMode.STANDARD, more);
    Settings fixed =
        mode(fix)
            .map(m -> new Settings(m, more))
            .orElseGet(() ->
                repeats(usual, operation, refusal(subject))
                    ? usual
                    : new Settings(RetryMode.LEGACY, more));
    return new Attempts(made, new Settings(mode, made), fixed, operation);
  }

  private static String texts(Subject subject) {
    return subject.cause().fixes().stream()
        .map(ToldFix::text)
        .filter(text -> NUMBERS.stream().anyMatch(text::contains))
        .findFirst()
        .orElse("");
  }

  private static OptionalInt number(String text) {
    for (String name : NUMBERS) {
      String digits = behind(name, text).replaceFirst("\\D.*", "");
      if (digits.matches("\\d{1,3}")) {
        return OptionalInt.of(Integer.parseInt(digits));
      }
    }
    return OptionalInt.empty();
  }

  private static Optional<RetryMode> mode(String text) {
    return MODES.stream()
        .map(name -> behind(name, text).replaceFirst("[^a-z].*", ""))
        .flatMap(word -> RetryMode.of(word).stream())
        .findFirst();
  }

  /** The rest of the line behind a name and what parts it from its value. */
  private static String behind(String name, String text) {
    int at = text.indexOf(name);
    if (at < 0) {
      return "";
    }
    int from = at + name.length();
    while (from < text.length() && "\"': =".indexOf(text.charAt(from)) >= 0) {
      from++;
    }
    int end = text.indexOf('\n', from);
    return text.substring(from, end < 0 ? text.length() : end);
  }

  /** Why such settings do not outlast the refusal; empty where they do, failed and fixed. */
  Optional<String> notRepeated(Subject subject) {
    Answer answer = refusal(subject);
    return List.of(failed, fixed).stream()
        .filter(settings -> !repeats(settings, operation, answer))
        .map(Settings::mode)
        .findFirst()
        .map(mode ->
            "the " + mode.word() + " mode does not repeat a call for " + subject.call().fault());
  }

  private static Answer refusal(Subject subject) {
    ToldFailure call = subject.call();
    return Answer.Response.of(Statuses.of(call, subject.cause()), call.code());
  }

  private static boolean repeats(Settings settings, CalledOperation operation, Answer answer) {
    RetrySettings many =
        RetrySettings.of(settings.mode(), OptionalInt.of(settings.requests()), Rules.PRESENT);
    return settings.requests() == 1
        || Outlook.of(many, operation, answer, settings.requests()).requests()
            == settings.requests();
  }
}
