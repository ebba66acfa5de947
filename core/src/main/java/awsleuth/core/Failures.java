package awsleuth.core;

import awsleuth.core.evidence.Evidence;
import awsleuth.core.evidence.Failure;
import java.util.ArrayList;
import java.util.List;

/** Brings failures into order: the primary one first. */
final class Failures {

  private Failures() {}

  /** The failures among the evidence as their readers ordered them. */
  static List<Failure> inOrder(List<? extends Evidence> evidence) {
    List<Failure> failures = new ArrayList<>();
    for (Evidence e : evidence) {
      if (e instanceof Failure f) {
        failures.add(f);
      }
    }
    return failures;
  }
}
