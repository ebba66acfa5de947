package awsleuth.lint.code;

import awsleuth.lint.python.Node;
import java.util.List;

/** What an expression of a program is known to be. What is not known for sure is unknown. */
public sealed interface Type {

  /** Nothing is known. */
  Type UNKNOWN = new Unknown();

  /** What calls of AWS are made with, or what makes it. */
  sealed interface Way extends Type {

    /** The calls that make it; empty where none is known. */
    List<Node> made();

    /** Whether a call, and nothing else, makes it. */
    default boolean isMadeBy(Node call) {
      return made().equals(List.of(call));
    }
  }

  /** What has an operation's method: a client or a resource. */
  sealed interface Caller extends Way {

    /** The service's name; empty where it is not known. */
    String service();
  }

  /** What no call of AWS is made with by itself. */
  sealed interface Other extends Type {}

  /** Nothing is known. */
  record Unknown() implements Other {}

  /** Something imported, or a member of it: {@code botocore.exceptions.ClientError}. */
  record Imported(String path) implements Other {}

  /**
   * A boto3 or botocore session.
   *
   * @param made the calls that make it
   */
  record Session(List<Node> made) implements Way {}

  /**
   * A client.
   *
   * @param service its name; empty where it is not known
   * @param made the calls that make it; empty where an annotation alone tells of it
   */
  record Client(String service, List<Node> made) implements Caller {}

  /**
   * A resource of boto3, or what it gives.
   *
   * @param service its name; empty where it is not known
   * @param made the calls that make it
   */
  record Resource(String service, List<Node> made) implements Caller {}

  /** A method of something. */
  record Method(Type owner, String name) implements Other {}

  /** What a call of an operation returns. */
  record Response(Node call) implements Other {}

  /** A paginator or a waiter of a client. */
  record Iterating(String service, String name) implements Other {}

  /** A {@code botocore.config.Config}, with the calls that make it. */
  record Config(List<Node> made) implements Other {}

  /** What a call of something imported gives, such as a pool of threads. */
  record Made(String path) implements Other {}

  /** A function of the file. */
  record Function(Node definition) implements Other {}

  /** A class of the file. */
  record ClassOf(Node definition) implements Other {}

  /** An instance of a class of the file. */
  record Instance(Node definition) implements Other {}
}
