package awsleuth.trail;

/** A file with an interrupted reading's state cannot be gone on from. */
public final class ResumeRefused extends Exception {

  private static final long serialVersionUID = 1;

  /** With the reason and what to do, one line. */
  public ResumeRefused(String message) {
    super(message);
  }
}
