package awsleuth.iam.diff;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Differences and open questions of one group of actions and one caller, as they are found. */
final class Found {

  private final Map<Question, Witnesses.Made> hits = new LinkedHashMap<>();
  private final Map<Question, Set<String>> open = new LinkedHashMap<>();

  /**
   * What was asked.
   *
   * @param by the number of the statement that allows or denies
   * @param but the number of the statement that denies on the other side; -1 for none
   */
  record Question(Change change, int by, int but) {}

  /** Adds what a search came to. */
  void add(Question question, Answer<Witnesses.Made> answer) {
    switch (answer) {
      case Answer.Found<Witnesses.Made> f ->
          hits.merge(question, f.value(), (a, b) -> b.odd().size() < a.odd().size() ? b : a);
      case Answer.Open<Witnesses.Made> o ->
          open.computeIfAbsent(question, _ -> new LinkedHashSet<>()).add(o.why());
      case Answer.None<Witnesses.Made> _ -> {}
    }
  }

  /** Whether a request that AWS makes was found, so that there is nothing more to look for. */
  boolean isSettled(Question question) {
    Witnesses.Made made = hits.get(question);
    return made != null && made.odd().isEmpty();
  }

  /** The witness of each difference. */
  Map<Question, Witnesses.Made> hits() {
    return hits;
  }

  /**
   * Why a question is open; only of those that have no answer. A witness that AWS makes no request
   * like is none to whether there are others.
   */
  Map<Question, Set<String>> open() {
    Map<Question, Set<String>> left = new LinkedHashMap<>(open);
    hits.forEach((question, made) -> {
      if (made.odd().isEmpty()) {
        left.remove(question);
      }
    });
    return left;
  }

  /** The statements that a question is about. */
  static List<Integer> terms(Question q) {
    return q.but() < 0 ? List.of(q.by()) : List.of(q.by(), q.but());
  }

  static Optional<Integer> but(Question q) {
    return q.but() < 0 ? Optional.empty() : Optional.of(q.but());
  }
}
