package awsleuth.lint;

import awsleuth.boto.Boto;
import awsleuth.lint.code.Models;
import awsleuth.lint.code.Program;
import awsleuth.lint.habit.Found;
import awsleuth.lint.habit.Habit;
import awsleuth.lint.habit.Habits;
import awsleuth.lint.python.PythonFile;
import awsleuth.lint.python.PythonParser;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** The door: looks for habits in Python sources. For several threads at once. */
public final class Linter {

  /** A file without any of these words has nothing to do with AWS. */
  private static final List<String> WORDS = List.of("boto", "moto", "AKIA", "ASIA", "aws_", "AWS_");

  private final Models models;
  private final List<Habit> habits;

  private Linter(Models models, List<Habit> habits) {
    this.models = models;
    this.habits = habits;
  }

  /**
   * One that looks for all habits.
   *
   * @param boto by whose models parameters are validated
   */
  public static Linter of(Boto boto) {
    return new Linter(new Models(boto.catalog()), Habits.all(boto));
  }

  /** The ids of all habits, in the order of the list. */
  public static List<String> ids() {
    return Habits.ids();
  }

  /**
   * Looks at a file; never throws for any text.
   *
   * @param path where it is, by which tests are told; empty where that is not known
   */
  public Linted lint(String path, String text) {
    return switch (PythonParser.parse(text, Linter::isOfAws)) {
      case PythonParser.Broken b ->
          new Linted(List.of(), 0, Optional.of(new Linted.Fault(b.line(), b.column(), b.why())));
      case PythonParser.Unwanted _ -> new Linted(List.of(), 0, Optional.empty());
      case PythonParser.Whole w -> look(path, w.file());
    };
  }

  private static boolean isOfAws(String text) {
    return WORDS.stream().anyMatch(text::contains);
  }

  private Linted look(String path, PythonFile file) {
    Program program = new Program(path, file, models);
    Found found = new Found(file);
    for (Habit habit : habits) {
      if (habit.inTests() || !program.isTest()) {
        habit.look(program, found);
      }
    }
    Suppressions suppressions = new Suppressions(file.comments());
    List<Finding> shown = new ArrayList<>();
    found.all().stream().filter(f -> !suppressions.cover(f)).forEach(shown::add);
    shown.sort(
        Comparator.comparingInt((Finding f) -> f.place().line())
            .thenComparingInt(f -> f.place().column())
            .thenComparing(Finding::id));
    return new Linted(List.copyOf(shown), found.all().size() - shown.size(), Optional.empty());
  }
}
