package awsleuth.collect.doctor;

import java.util.List;

/** How far an examination is. */
public sealed interface Progress {

  /** A step ended. */
  record Ended(Step step) implements Progress {}

  /**
   * Another second is over.
   *
   * @param steps those that go on, in the order of a call's life; of the steps of one way that
   *     which it has come to
   */
  record Waiting(List<StepKind> steps) implements Progress {}
}
