package awsleuth.iam.reference;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** One way to read what AWS's pages leave open; it remembers which questions were asked. */
final class Reading {

  /** What the pages do not tell. */
  enum Question {
    /** "NotPrincipal": without its account the policy <em>might</em> deny a user that is listed. */
    LISTED_USER_IS_DENIED_WITHOUT_ITS_ACCOUNT,
    /** Which account has a canonical user ID. */
    CANONICAL_USER_IS_THE_CALLERS_ACCOUNT,
    /** "Principals for gateway endpoints": there an account is its root user alone. */
    ENDPOINT_IS_A_GATEWAY
  }

  private final Set<Question> yes;
  private final Set<Question> asked = EnumSet.noneOf(Question.class);

  Reading(Set<Question> yes) {
    this.yes = yes;
  }

  boolean says(Question question) {
    asked.add(question);
    return yes.contains(question);
  }

  /** All other answers to the questions that were asked. */
  List<Set<Question>> others() {
    List<Set<Question>> all = new ArrayList<>(List.of(Set.of()));
    for (Question question : asked) {
      for (Set<Question> some : List.copyOf(all)) {
        Set<Question> more = EnumSet.of(question);
        more.addAll(some);
        all.add(more);
      }
    }
    return all.subList(1, all.size());
  }
}
