package awsleuth.app.watched;

import awsleuth.core.Diagnosis.FailureDiagnosis;
import awsleuth.core.evidence.EnvironmentVariable;
import awsleuth.core.evidence.Evidence;
import awsleuth.core.evidence.FailedCall;
import awsleuth.core.evidence.Failure;
import awsleuth.core.evidence.ProfileSetting;
import awsleuth.core.evidence.Source;
import awsleuth.core.evidence.WatchedCall;
import awsleuth.core.evidence.WatchedRun;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What was seen of a program.
 *
 * @param run the program; where the record tells nothing of it, as it was started
 * @param calls the calls that were kept one by one
 * @param failures the failures
 * @param variables its environment
 * @param settings the settings of its files
 */
public record Seen(
    WatchedRun run,
    List<WatchedCall> calls,
    List<Failure> failures,
    List<EnvironmentVariable> variables,
    List<ProfileSetting> settings) {

  /**
   * The program of each record among evidence, in its order; empty where it holds none of a run.
   */
  // A chain rather than a switch: what is not of interest has no case of its own.
  @SuppressWarnings("IfChainToSwitch")
  public static List<Seen> all(List<? extends Evidence> evidence) {
    Map<String, List<Evidence>> records = new LinkedHashMap<>();
    Map<String, WatchedRun> runs = new LinkedHashMap<>();
    // The files of a record, whose settings stand in these, come between its variables and its end.
    List<Evidence> files = new ArrayList<>();
    for (Evidence e : evidence) {
      String record = e.source().artifact();
      List<Evidence> own = records.computeIfAbsent(record, _ -> new ArrayList<>());
      own.add(e);
      if (e instanceof ProfileSetting) {
        files.add(e);
      } else if (e instanceof EnvironmentVariable) {
        files.clear();
      } else if (e instanceof WatchedRun run) {
        runs.put(record, run);
        own.addAll(files);
        files.clear();
      }
    }
    List<Seen> all = new ArrayList<>();
    runs.forEach((record, run) -> all.add(of(run, records.getOrDefault(record, List.of()))));
    return all;
  }

  // A chain rather than a switch: what is not of interest has no case of its own.
  @SuppressWarnings("IfChainToSwitch")
  private static Seen of(WatchedRun run, List<? extends Evidence> evidence) {
    List<WatchedCall> calls = new ArrayList<>();
    List<Failure> failures = new ArrayList<>();
    List<EnvironmentVariable> variables = new ArrayList<>();
    List<ProfileSetting> settings = new ArrayList<>();
    for (Evidence e : evidence) {
      if (e instanceof WatchedCall c) {
        calls.add(c);
      } else if (e instanceof Failure f) {
        failures.add(f);
      } else if (e instanceof EnvironmentVariable v) {
        variables.add(v);
      } else if (e instanceof ProfileSetting s) {
        settings.add(s);
      }
    }
    return new Seen(run, calls, failures, variables, settings);
  }

  /** Whether a call failed. */
  public boolean isFailed() {
    return !failures.isEmpty();
  }

  /** Whether the program ended with this failure, or its text is that of the program's end. */
  public boolean isFatal(FailureDiagnosis failure) {
    return ending(failure) == WatchedCall.Ending.FATAL;
  }

  /**
   * How the call of a failure ended, of several that are alike the one that went farthest; one that
   * no call is known of is what the program died of.
   */
  public WatchedCall.Ending ending(FailureDiagnosis failure) {
    Set<Source> sources = alike(failure.failure());
    return calls.stream()
        .filter(c -> sources.contains(c.source()))
        .map(WatchedCall::ending)
        .max(Comparator.naturalOrder())
        .orElse(run.exitCode() == 0 ? WatchedCall.Ending.HANDLED : WatchedCall.Ending.FATAL);
  }

  /** Where a failure was seen, and others that are told with it. */
  private Set<Source> alike(Failure failure) {
    Set<Source> sources = new HashSet<>(Set.of(failure.source()));
    FailedCall call = failure.call();
    if (failure.count() > 1) {
      failures.stream()
          .filter(f -> f.call().operation().equals(call.operation()))
          .filter(f -> f.call().service().equals(call.service()))
          .filter(f -> f.call().code().equals(call.code()))
          .filter(f -> f.call().message().equals(call.message()))
          .forEach(f -> sources.add(f.source()));
    }
    return sources;
  }

  /** How many calls failed, each time counted. */
  long failed() {
    return failures.stream().mapToLong(Failure::count).sum();
  }

  /** Failed calls that AWS did not get, by what in the program answered them. */
  Map<String, List<WatchedCall>> answered() {
    return calls.stream()
        .filter(c -> !c.answered().isEmpty())
        .collect(
            Collectors.groupingBy(
                WatchedCall::answered, LinkedHashMap::new, Collectors.toUnmodifiableList()));
  }

  /** Calls that gave an answer only when they were repeated. */
  List<WatchedCall> repeated() {
    return succeeded().stream().filter(c -> c.requests() > 1).toList();
  }

  /** The slowest call of each operation, of those that took a second or more. */
  List<WatchedCall> slow() {
    List<WatchedCall> slowest = new ArrayList<>();
    succeeded().stream()
        .filter(c -> c.requests() < 2)
        .sorted((a, b) -> Double.compare(b.seconds(), a.seconds()))
        .filter(c ->
            slowest.stream()
                .noneMatch(
                    s -> s.service().equals(c.service()) && s.operation().equals(c.operation())))
        .forEach(slowest::add);
    return slowest;
  }

  private List<WatchedCall> succeeded() {
    return calls.stream().filter(c -> c.ending() == WatchedCall.Ending.SUCCEEDED).toList();
  }
}
