package awsleuth.boto.params;

import awsleuth.boto.python.PyValue;
import awsleuth.boto.python.PythonText;

/** Where in the parameters a value is. */
public sealed interface Place {

  /** The parameters themselves. */
  record Root() implements Place {}

  /** A member of a structure. */
  record Member(Place in, String name) implements Place {}

  /** An element of a list, from 0. */
  record Item(Place in, int index) implements Place {}

  /** The value of an entry of a map. */
  record Entry(Place in, PyValue key) implements Place {}

  /** The key of an entry of a map. */
  record Key(Place in, PyValue key) implements Place {}

  /** The value of an entry of a dict in a document, where botocore begins its paths anew. */
  record InDocument(Place in, PyValue key) implements Place {}

  /** As botocore's messages have it: {@code Tagging.TagSet[0]}, {@code input} for all. */
  default String path() {
    String raw = raw();
    if (raw.isEmpty()) {
      return "input";
    }
    return raw.startsWith(".") ? raw.substring(1) : raw;
  }

  /** The place that it is in; of the parameters themselves the same. */
  default Place outer() {
    return switch (this) {
      case Root r -> r;
      case Member m -> m.in;
      case Item i -> i.in;
      case Entry e -> e.in;
      case Key k -> k.in;
      case InDocument d -> d.in;
    };
  }

  private String raw() {
    return switch (this) {
      case Root _ -> "";
      case Member m -> m.in.raw() + "." + m.name;
      case Item i -> i.in.raw() + "[" + i.index + "]";
      case Entry e -> e.in.raw() + "." + PythonText.str(e.key);
      case Key k -> k.in.raw() + " (key: " + PythonText.str(k.key) + ")";
      case InDocument d -> PythonText.str(d.key);
    };
  }
}
