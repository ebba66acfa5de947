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
 * @param auth the schemes of authentication where they are not the service's; empty for nearly all
 * @param authType the older form of that, such as {@code none}; empty for nearly all
 * @param unsignedPayload whether its body is left out of the signature
 * @param ruleParameters the parameters of the endpoint rules that the operation itself sets
 * @param checksum what botocore does about the checksum of its body
 * @param discovery what it has to do with the discovery of endpoints
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
    boolean paginated,
    List<String> auth,
    String authType,
    boolean unsignedPayload,
    List<RuleParameter> ruleParameters,
    Checksum checksum,
    Discovery discovery) {

  /** A parameter of the endpoint rules that an operation sets, always or from its input. */
  public sealed interface RuleParameter {

    /** The name among the parameters of the rules. */
    String name();

    /** The same in every call; {@code true} and {@code false} are truth values. */
    record Fixed(String name, String value) implements RuleParameter {}

    /** What a JMESPath finds in the input, such as {@code keys(RequestItems)}. */
    record Path(String name, String path) implements RuleParameter {}
  }

  /**
   * The checksum of a request's body.
   *
   * @param required whether the service refuses a request without one
   * @param algorithmMember the parameter that chooses the algorithm; empty if there is none
   * @param validationMember the parameter that asks for checksums of responses; empty if there is
   *     none
   */
  public record Checksum(boolean required, String algorithmMember, String validationMember) {}

  /** What an operation has to do with the discovery of endpoints. */
  public enum Discovery {
    /** Nothing. */
    NONE,
    /** It may be sent to a discovered endpoint. */
    OPTIONAL,
    /** It has to be sent to a discovered endpoint. */
    REQUIRED,
    /** It is the one that discovers. */
    DISCOVERS
  }

  /** The name of the method of a boto3 client, such as {@code list_objects_v2}. */
  public String methodName() {
    return OperationNames.xform(name, '_');
  }

  /** The name of the command of the {@code aws} CLI, such as {@code list-objects-v2}. */
  public String commandName() {
    return OperationNames.xform(name, '-');
  }
}
