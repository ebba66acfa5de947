package awsleuth.lint.habit;

import awsleuth.lint.Finding;
import awsleuth.lint.Finding.Place;
import awsleuth.lint.Fix;
import awsleuth.lint.python.Node;
import awsleuth.lint.python.PythonFile;
import java.util.ArrayList;
import java.util.List;

/** What was found in a file. */
public final class Found {

  private final PythonFile file;
  private final List<Finding> findings = new ArrayList<>();

  /** Nothing yet. */
  public Found(PythonFile file) {
    this.file = file;
  }

  /** Adds a finding at a node. */
  void add(Habit habit, Node at, String text, Fix fix) {
    int end = Math.max(at.start(), at.end());
    Place place =
        new Place(file.line(at.start()), file.column(at.start()), file.line(end), file.column(end));
    findings.add(new Finding(habit.id(), habit.level(), place, text, fix));
  }

  /** All, in the order in which they were found. */
  public List<Finding> all() {
    return findings;
  }
}
