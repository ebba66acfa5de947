package awsleuth.collect.wire;

import java.util.Map;

/** A request broke off: the world failed, not the program. */
public final class Broken extends Exception {

  private static final long serialVersionUID = 1L;

  private final transient Fault fault;

  private final transient Map<String, String> facts;

  /** For that reason. */
  public Broken(Fault.Kind kind, String words, String inner) {
    this(kind, words, inner, Map.of());
  }

  /** For that reason, of which more is known. */
  public Broken(Fault.Kind kind, String words, String inner, Map<String, String> facts) {
    super(words, null, false, false);
    this.fault = new Fault(kind, words, inner);
    this.facts = Map.copyOf(facts);
  }

  /** What else was seen, by name; empty where nothing. */
  public Map<String, String> facts() {
    return facts;
  }

  /** Why. */
  public Fault fault() {
    return fault;
  }
}
