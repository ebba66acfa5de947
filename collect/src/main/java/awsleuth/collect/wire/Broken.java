package awsleuth.collect.wire;

/** A request broke off: the world failed, not the program. */
public final class Broken extends Exception {

  private static final long serialVersionUID = 1L;

  private final transient Fault fault;

  /** For that reason. */
  public Broken(Fault.Kind kind, String words, String inner) {
    super(words, null, false, false);
    this.fault = new Fault(kind, words, inner);
  }

  /** Why. */
  public Fault fault() {
    return fault;
  }
}
