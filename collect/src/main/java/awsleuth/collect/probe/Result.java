package awsleuth.collect.probe;

import java.util.Map;

/** What a probe gave. */
public sealed interface Result {

  /** For people, in one line. */
  String words();

  /** What it measured, by name; empty where nothing. */
  Map<String, String> facts();

  /** Nothing is wrong there. */
  record Ok(String words, Map<String, String> facts) implements Result {

    /** Without facts. */
    public Ok(String words) {
      this(words, Map.of());
    }
  }

  /**
   * Something is wrong there.
   *
   * @param raised what boto3 raises for that, as Python prints it; empty where it raises nothing of
   *     itself
   */
  record Finding(String words, Map<String, String> facts, String raised) implements Result {}

  /** It could not be found out; {@code words} say why. */
  record Unknown(String words, Map<String, String> facts) implements Result {

    /** Without facts. */
    public Unknown(String words) {
      this(words, Map.of());
    }
  }

  /** The probe itself failed. */
  record Crashed(String words) implements Result {
    @Override
    public Map<String, String> facts() {
      return Map.of();
    }
  }
}
