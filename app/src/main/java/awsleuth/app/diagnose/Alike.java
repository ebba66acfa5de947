package awsleuth.app.diagnose;

import awsleuth.core.Diagnosis.FailureDiagnosis;
import awsleuth.core.Diagnosis.Verdict;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A failed call, and those of the same line of the program that differ from it in a name only, of
 * which the same is to be said.
 *
 * @param first what is said
 * @param names what the others name in its place
 */
record Alike(FailureDiagnosis first, List<String> names) {

  private static final int MOST_NAMES = 10;

  /** All failed calls in their order, each by itself. */
  static List<Alike> each(List<FailureDiagnosis> failures) {
    return failures.stream().map(f -> new Alike(f, List.of())).toList();
  }

  /** All failed calls in their order, those together that differ in a name only. */
  static List<Alike> of(List<FailureDiagnosis> failures) {
    List<Alike> groups = new ArrayList<>();
    for (FailureDiagnosis f : failures) {
      boolean told = false;
      for (int i = 0; i < groups.size() && i < Shown.MOST && !told; i++) {
        told = groups.get(i).takes(f);
      }
      if (!told) {
        groups.add(new Alike(f, new ArrayList<>()));
      }
    }
    return groups;
  }

  private boolean takes(FailureDiagnosis f) {
    Optional<String> name =
        kind(first).equals(kind(f)) ? name(message(first), message(f)) : Optional.empty();
    name.ifPresent(names::add);
    return name.isPresent();
  }

  private static String[] message(FailureDiagnosis f) {
    return f.failure().call().message().split(" ", -1);
  }

  /** What is called, where, how it failed, and why. */
  private static List<String> kind(FailureDiagnosis f) {
    List<String> kind = new ArrayList<>();
    kind.add(Words.headline(f.failure()));
    kind.add(f.failure().call().source().toString());
    f.verdicts().stream().filter(Verdict::claims).map(Verdict::id).forEach(kind::add);
    return kind;
  }

  /** The one word of a message that another has otherwise; empty where more are, or none is. */
  private static Optional<String> name(String[] one, String[] other) {
    String name = "";
    if (one.length != other.length) {
      return Optional.empty();
    }
    for (int i = 0; i < one.length; i++) {
      if (!one[i].equals(other[i])) {
        if (!name.isEmpty()) {
          return Optional.empty();
        }
        name = other[i];
      }
    }
    return Optional.of(name.replaceAll("^[\"'`(\\[]{0,9}|[\"'`)\\],.:;]{0,9}$", ""))
        .filter(n -> !n.isEmpty());
  }

  /** How many they are and what they name; empty where there is none. */
  Optional<String> words() {
    if (names.isEmpty()) {
      return Optional.empty();
    }
    int more = names.size() - MOST_NAMES;
    return Optional.of(
        names.size()
            + (names.size() == 1 ? " more failed call differs" : " more failed calls differ")
            + " in a name only: "
            + String.join(", ", names.subList(0, Math.min(MOST_NAMES, names.size())))
            + (more > 0 ? " and " + more + " more" : "")
            + " (--all)");
  }
}
