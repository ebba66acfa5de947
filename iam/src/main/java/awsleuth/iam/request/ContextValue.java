package awsleuth.iam.request;

import java.util.List;

/** What a request's context has for a condition key. */
public sealed interface ContextValue {

  /** The key is not in the context. */
  ContextValue ABSENT = new Absent();

  /** Whether the key is in the context is not known. */
  ContextValue UNKNOWN = new Unknown(true);

  /**
   * The key has a value.
   *
   * @param values one, or as many as a multivalued key has; may be empty
   * @param multivalued whether the key was given as a list; such a key is no policy variable
   */
  record Present(List<String> values, boolean multivalued) implements ContextValue {

    /** A single-valued key's value. */
    public static Present of(String value) {
      return new Present(List.of(value), false);
    }

    /** A multivalued key's values. */
    public static Present of(List<String> values) {
      return new Present(List.copyOf(values), true);
    }

    /** Whether it counts as a null data set: no value, or the empty text alone. */
    public boolean isNull() {
      return values.isEmpty() || (values.size() == 1 && values.getFirst().isEmpty());
    }
  }

  /** The key is not in the context. */
  record Absent() implements ContextValue {}

  /**
   * The value is not known.
   *
   * @param mayBeAbsent whether the key may also not be in the context; else it has some value that
   *     is not empty
   */
  record Unknown(boolean mayBeAbsent) implements ContextValue {}
}
