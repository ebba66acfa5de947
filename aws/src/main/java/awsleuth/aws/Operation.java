package awsleuth.aws;

import java.util.List;

/**
 * An operation of a service.
 *
 * @param name such as {@code ListObjectsV2}
 * @param method the HTTP method
 * @param uri the path and query template, such as <code>/{Bucket}?list-type=2</code>
 * @param input the name of the shape of its parameters; empty if it takes none
 * @param errors the names of the error shapes that the model lists; other errors happen too
 * @param hostPrefix what is put before the endpoint's host, such as <code>{AccountId}.</code>;
 *     empty if nothing
 * @param readOnly whether the model says that it changes nothing
 * @param deprecated whether AWS advises against it
 * @param unsigned whether botocore sends it without a signature
 * @param paginated whether boto3 has a paginator for it
 */
public record Operation(
    String name,
    String method,
    String uri,
    String input,
    List<String> errors,
    String hostPrefix,
    boolean readOnly,
    boolean deprecated,
    boolean unsigned,
    boolean paginated) {

  /** The name of the method of a boto3 client, such as {@code list_objects_v2}. */
  public String methodName() {
    return OperationNames.xform(name, '_');
  }

  /** The name of the command of the {@code aws} CLI, such as {@code list-objects-v2}. */
  public String commandName() {
    return OperationNames.xform(name, '-');
  }
}
