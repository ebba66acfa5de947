package awsleuth.trail.incident;

/** How sure it is that a change is why calls fail; the surest first. */
public enum Certainty {
  /**
   * Allowed before, refused after, by this change and nothing else; or AWS says of the thing that
   * the change names what the change made of it, and nothing changed it since.
   */
  CONFIRMED("confirmed"),
  /** It fits what AWS says; what is missing is named. */
  POSSIBLE("possible"),
  /** It has to do with the call, but nothing shows that it could refuse it. */
  REMOTE("remote"),
  /** What is known shows that it is not why. */
  RULED_OUT("ruled out");

  private final String words;

  Certainty(String words) {
    this.words = words;
  }

  /** Its name. */
  public String words() {
    return words;
  }
}
