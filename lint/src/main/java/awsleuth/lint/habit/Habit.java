package awsleuth.lint.habit;

import awsleuth.lint.Level;
import awsleuth.lint.code.Program;

/** Something that programs do and that causes incidents, or hides them: a pure function. */
public interface Habit {

  /** {@code lint/} and the page's name; for ever. */
  String id();

  /** How bad it is. */
  Level level();

  /** Whether it is told of tests too: what makes them fail, and what a secret is. */
  default boolean inTests() {
    return false;
  }

  /** Tells where a program does it; where that is not sure, nothing. */
  void look(Program program, Found found);
}
