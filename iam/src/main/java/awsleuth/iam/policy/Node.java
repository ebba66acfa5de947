package awsleuth.iam.policy;

import java.util.List;
import java.util.Optional;

/** A JSON value and where it stands. */
sealed interface Node {

  /** Its place. */
  Position at();

  /** An object; a key that occurs twice is in it twice. */
  record Members(List<Member> members, Position at) implements Node {

    /** The last value of a key; empty where the key is not there. */
    Optional<Node> get(String key) {
      Optional<Node> last = Optional.empty();
      for (Member m : members) {
        if (m.key().value().equals(key)) {
          last = Optional.of(m.value());
        }
      }
      return last;
    }
  }

  /** A key with its value. */
  record Member(Located key, Node value) {}

  /** An array. */
  record Items(List<Node> values, Position at) implements Node {}

  /** A string, or a number or boolean as written: both mean the same in a policy. */
  record Text(String value, Position at) implements Node {}

  /** {@code null}. */
  record Nothing(Position at) implements Node {}

  /** What AWS calls this kind of value. */
  static String kind(Node node) {
    return switch (node) {
      case Members _ -> "an object";
      case Items _ -> "an array";
      case Text _ -> "a string";
      case Nothing _ -> "null";
    };
  }
}
