package awsleuth.core.timeline;

import awsleuth.core.Artifact;
import awsleuth.core.evidence.FailedCall;
import awsleuth.core.evidence.Failure;
import awsleuth.core.evidence.Source;
import awsleuth.core.evidence.TrailEvent;
import awsleuth.core.evidence.WatchedCall;
import awsleuth.core.fact.Citation;
import awsleuth.core.read.Readers;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What was tried: the calls around the failure, their repeats, and commands in the texts. */
final class Tried {

  private static final int MOST_COMMANDS = 12;
  private static final int LONGEST_PROMPT = 100;

  /** A command of the AWS CLI as a shell, a runner or {@code set -x} shows it. */
  private static final Pattern COMMAND =
      Pattern.compile("^[^a-zA-Z]{0,12}(?<command>aws [a-z][a-z0-9-]{1,40} [a-z].{0,300})");

  private Tried() {}

  /** {@code `AccessDenied` calling ListObjectsV2 of s3}. */
  static String headline(FailedCall call) {
    String what = call.code().isEmpty() ? call.exception() : call.code();
    StringBuilder out = new StringBuilder(what.isEmpty() ? "a failure" : "`" + what + "`");
    if (!call.operation().isEmpty()) {
      out.append(" calling ").append(call.operation());
    }
    if (!call.service().isEmpty()) {
      out.append(call.operation().isEmpty() ? " calling " : " of ").append(call.service());
    }
    return out.toString();
  }

  /** A call that was watched, with its requests. */
  static String words(WatchedCall call) {
    String what = call.operation().isEmpty() ? "a client of " + call.service() : call.operation();
    String codes =
        call.attempts().stream()
            .map(a -> a.code().isEmpty() ? a.exception() : a.code())
            .filter(c -> !c.isEmpty())
            .distinct()
            .map(c -> "`" + c + "`")
            .collect(java.util.stream.Collectors.joining(", "));
    String ending =
        switch (call.ending()) {
          case SUCCEEDED -> "it succeeded";
          case HANDLED -> "it failed and the program went on";
          case THREAD -> "it failed, its thread ended and the program went on";
          case FATAL -> "it failed and the program ended";
        };
    int n = call.requests();
    return what
        + (call.place().isEmpty() ? "" : " at `" + call.place() + "`")
        + ", "
        + (n == 1 ? "1 request" : n + " requests")
        + (codes.isEmpty() ? "" : " (" + codes + ")")
        + ": "
        + ending;
  }

  /** What the failures themselves say of repeats. */
  static List<Citation> ofFailures(List<Failure> failures) {
    List<Citation> tried = new ArrayList<>();
    for (Failure f : failures) {
      String times = f.count() == 1 ? "" : ", " + f.count() + " times, the last at " + f.last();
      String retries =
          f.call().maxRetries().isPresent()
              ? "; botocore gave up after " + retries(f.call().maxRetries().getAsInt())
              : "";
      tried.add(new Citation(headline(f.call()) + times + retries, f.source()));
    }
    return tried;
  }

  private static String retries(int n) {
    return n == 1 ? "1 retry" : n + " retries";
  }

  static List<Citation> ofRecord(List<WatchedCall> calls) {
    return calls.stream().map(c -> new Citation(words(c), c.source())).toList();
  }

  /** The calls of the failed operations in the trail, by caller and what came of them. */
  static List<Citation> ofTrail(List<TrailEvent> trail, List<Failure> failures) {
    Map<String, List<TrailEvent>> same = new TreeMap<>();
    for (TrailEvent e : trail) {
      if (failures.stream().anyMatch(f -> TrailMoments.isOf(e, f))) {
        String outcome =
            e.errorCode().isEmpty() ? "succeeded" : "failed with `" + e.errorCode() + "`";
        String by = e.principal().isEmpty() ? "" : " by `" + e.principal() + "`";
        same.computeIfAbsent("`" + e.eventName() + "`" + by + " " + outcome, k -> new ArrayList<>())
            .add(e);
      }
    }
    List<Citation> tried = new ArrayList<>();
    same.forEach((words, events) -> {
      TrailEvent last = events.getLast();
      String when =
          events.size() == 1
              ? " at " + last.time()
              : " "
                  + events.size()
                  + " times, from "
                  + events.getFirst().time()
                  + " to "
                  + last.time();
      tried.add(new Citation(words + when, last.source()));
    });
    return tried;
  }

  /** Whether a command may stand at a line's beginning, behind a prompt and its colours. */
  private static boolean mayBeCommand(String line) {
    int at = line.indexOf("aws ");
    return at >= 0 && at < LONGEST_PROMPT;
  }

  /** The commands that a text shows. */
  static List<Citation> ofText(Artifact text) {
    List<Citation> tried = new ArrayList<>();
    int number = 0;
    for (String line : (Iterable<String>) text.text().lines()::iterator) {
      number++;
      if (tried.size() < MOST_COMMANDS && mayBeCommand(line)) {
        Matcher m =
            COMMAND.matcher(Readers.harmless(line)); // a part of a secret is not known as one
        if (m.find()) {
          tried.add(
              new Citation(
                  "command `" + m.group("command").replace('`', '\'').strip() + "`",
                  new Source(text.name(), number)));
        }
      }
    }
    return tried;
  }
}
