package awsleuth.app.diagnose;

import awsleuth.core.evidence.Evidence;
import awsleuth.core.evidence.FailedCall;
import awsleuth.core.evidence.Failure;
import awsleuth.core.read.Readers;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * What a log group has of a failure that was given: the failure itself is told already, and of
 * lines that are no failure their beginning is.
 *
 * @param folder where the answers are said to be
 * @param files all answers, by the names of files
 * @param evidence what they were read as
 */
record LogHits(String folder, Map<String, String> files, List<Evidence> evidence) {

  private static final String LOG = "log-";
  private static final int MOST = 5;
  private static final int LONGEST = 200;

  /** The evidence without failures that are those given. */
  List<Evidence> others(List<? extends Evidence> given) {
    List<FailedCall> told = new ArrayList<>();
    for (Evidence e : given) {
      if (e instanceof Failure f) {
        told.add(f.call());
      }
    }
    return evidence.stream()
        .filter(e ->
            !(e instanceof Failure f && isLog(f) && told.stream().anyMatch(t -> same(t, f.call()))))
        .toList();
  }

  private boolean isLog(Failure failure) {
    return failure.source().artifact().startsWith(folder + "/" + LOG);
  }

  private static boolean same(FailedCall told, FailedCall hit) {
    return told.operation().equals(hit.operation())
        && told.code().equals(hit.code())
        && (!told.code().isEmpty() || told.exception().equals(hit.exception()))
        && told.message().equals(hit.message());
  }

  /** The lines of logs that no failure is read from, the first ones, without secrets. */
  List<String> lines() {
    List<String> said = new ArrayList<>();
    files.forEach((name, text) -> {
      if (name.startsWith(LOG) && !hasFailure(name)) {
        List<String> lines = Readers.harmless(text).lines().toList();
        lines.stream()
            .limit(MOST)
            .map(line -> folder + "/" + name + ": " + cut(line))
            .forEach(said::add);
        if (lines.size() > MOST) {
          said.add(folder + "/" + name + ": " + (lines.size() - MOST) + " more lines");
        }
      }
    });
    return said;
  }

  private boolean hasFailure(String name) {
    String artifact = folder + "/" + name;
    return evidence.stream()
        .anyMatch(e -> e instanceof Failure && e.source().artifact().equals(artifact));
  }

  private static String cut(String line) {
    return line.length() > LONGEST ? line.substring(0, LONGEST) + "…" : line;
  }
}
