package awsleuth.iam.diff;

/** In what a request is decided otherwise after a change of policies. */
public enum Change {
  ALLOWED("newly allowed"),
  NO_LONGER_ALLOWED("no longer allowed"),
  DENIED("newly denied explicitly"),
  NO_LONGER_DENIED("no longer denied explicitly");

  private final String words;

  Change(String words) {
    this.words = words;
  }

  /** What to say of the request. */
  public String words() {
    return words;
  }

  /** Whether it is about what is allowed in the end, rather than about explicit denials. */
  public boolean isAboutAccess() {
    return this == ALLOWED || this == NO_LONGER_ALLOWED;
  }

  /** Whether the statement that says so is of the policies after the change. */
  boolean isByAfter() {
    return this == ALLOWED || this == DENIED;
  }
}
