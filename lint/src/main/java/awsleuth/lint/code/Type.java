package awsleuth.lint.code;

import awsleuth.lint.python.Node;
import java.util.List;

/** What an expression of a program is known to be. What is not known for sure is unknown. */
public sealed interface Type {

  /** Nothing is known. */
  Type UNKNOWN = new Unknown();

  /** Nothing is known. */
  record Unknown() implements Type {}

  /** Something imported, or a member of it: {@code botocore.exceptions.ClientError}. */
  record Imported(String path) implements Type {}

  /**
   * A boto3 or botocore session.
   *
   * @param made the calls that make it
   */
  record Session(List<Node> made) implements Type {}

  /**
   * A client.
   *
   * @param service its name; empty where it is not known
   * @param made the calls that make it; empty where an annotation alone tells of it
   */
  record Client(String service, List<Node> made) implements Type {}

  /**
   * A resource of boto3, or what it gives.
   *
   * @param service its name; empty where it is not known
   * @param made the calls that make it
   */
  record Resource(String service, List<Node> made) implements Type {}

  /** A method of something. */
  record Method(Type owner, String name) implements Type {}

  /** What a call of an operation returns. */
  record Response(Node call) implements Type {}

  /** A paginator or a waiter of a client. */
  record Iterating(String service, String name) implements Type {}

  /** A {@code botocore.config.Config}, with the calls that make it. */
  record Config(List<Node> made) implements Type {}

  /** What a call of something imported gives, such as a pool of threads. */
  record Made(String path) implements Type {}

  /** A function of the file. */
  record Function(Node definition) implements Type {}

  /** A class of the file. */
  record ClassOf(Node definition) implements Type {}

  /** An instance of a class of the file. */
  record Instance(Node definition) implements Type {}
}
