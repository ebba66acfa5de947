package awsleuth.trail.incident;

/** How a change has to do with a call that fails. */
public enum Touch {
  /** It changed the calling role or user, or a policy that is attached to it. */
  PRINCIPAL("the caller"),
  /** It changed what is called. */
  RESOURCE("the resource"),
  /** It changed the VPC endpoint that the call comes through. */
  PATH("the network path"),
  /** It changed a policy of the organization. */
  ORGANISATION("the organization"),
  /**
   * It changed a managed policy that is about what is called; whether it is attached is not known.
   */
  MAYBE("a policy that may be attached to the caller");

  private final String words;

  Touch(String words) {
    this.words = words;
  }

  /** What it changed, in a sentence. */
  public String words() {
    return words;
  }
}
