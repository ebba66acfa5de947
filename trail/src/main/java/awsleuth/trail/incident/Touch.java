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
   * It changed what the call may depend on, such as a managed policy of which it is not known
   * whether it is attached to the caller.
   */
  MAYBE("what the call may depend on");

  private final String words;

  Touch(String words) {
    this.words = words;
  }

  /** What it changed, in a sentence. */
  public String words() {
    return words;
  }
}
