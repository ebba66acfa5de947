package awsleuth.core.cause;

import awsleuth.core.fact.Facts;

/** How it is known what the error code of a failed call stands for. */
public enum Meaning {
  /** The code, or what else the failure tells, is known to stand for this alone. */
  BY_NAME,
  /** Only codes of that kind of name commonly stand for it. */
  BY_FAMILY;

  /** By name where that is known, else by the family. */
  public static Meaning of(boolean known) {
    return known ? BY_NAME : BY_FAMILY;
  }

  /** How exactly a finding accounts for the failure. */
  public Finding.Specificity specificity() {
    return switch (this) {
      case BY_NAME -> Finding.Specificity.CODE;
      case BY_FAMILY -> Finding.Specificity.KIND;
    };
  }

  /** Confirmed by name; by the family only possible, until the service's reference is read. */
  public Outcome outcome(Finding finding, Facts facts) {
    return switch (this) {
      case BY_NAME -> Outcome.confirmed(finding);
      case BY_FAMILY ->
          Outcome.possible(
              finding.perhaps(),
              "what `" + facts.call().code() + "` means for this operation",
              "the errors of the operation in the API reference of the service");
    };
  }
}
