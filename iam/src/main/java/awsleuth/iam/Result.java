package awsleuth.iam;

/** What a request comes to (IAM user guide, "Policy evaluation logic"). */
public enum Result {
  ALLOWED("Allowed"),
  IMPLICIT_DENY("ImplicitlyDenied"),
  EXPLICIT_DENY("ExplicitlyDenied"),
  /** It depends on something that is not known. */
  UNKNOWN("Unknown");

  private final String text;

  Result(String text) {
    this.text = text;
  }

  /** Its name in the JSON contract. */
  public String text() {
    return text;
  }

  /** Whether the request is denied for certain. */
  public boolean denied() {
    return this == IMPLICIT_DENY || this == EXPLICIT_DENY;
  }
}
