package awsleuth.lint.code;

import awsleuth.aws.Operation;
import awsleuth.lint.python.Node;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A call of an operation of a client whose service is known.
 *
 * @param node the call
 * @param client the client
 * @param known the operation; null in {@link #NONE} alone
 */
public record AwsCall(Node node, Type.Client client, @Nullable Operation known) {

  /** Stands for no such call. */
  public static final AwsCall NONE = new AwsCall(Node.NONE, new Type.Client("", List.of()), null);

  /** Whether there is such a call. */
  public boolean exists() {
    return known != null;
  }

  /** The name of its service's client; empty for {@link #NONE}. */
  public String service() {
    return client.service();
  }

  /** The name of the operation; empty for {@link #NONE}. */
  public String name() {
    return known == null ? "" : known.name();
  }

  /** Whether it is that operation of that service. */
  public boolean is(String service, String operation) {
    return service().equals(service) && name().equals(operation);
  }

  /** The method as it is written. */
  public String method() {
    return node.child("function").child("attribute").text();
  }
}
