package awsleuth.core.fact;

import java.util.List;

/**
 * Words that tell something where they stand in the texts of a failure. Each bucket of causes has
 * an enum of the clues that it knows, so that words are looked for in one place and causes ask for
 * their meaning.
 */
public interface Clue {

  /**
   * The words, any one of which will do: lower case, single spaces. {@code " * "} within them
   * stands for up to 300 characters of anything.
   */
  List<String> phrases();

  /** Where the words are looked for. */
  default Scope scope() {
    return Scope.MESSAGES;
  }

  /** Where the words of a clue are looked for. */
  enum Scope {
    /** In the failure's message and those of the exceptions in the same chain. */
    MESSAGES,
    /** There and in the lines and frames around it. */
    ANYWHERE
  }
}
