package awsleuth.aws;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A service in one API version.
 *
 * @param name the boto3 client name
 * @param serviceId the model's serviceId, such as {@code SFN}
 * @param apiVersion such as {@code 2006-03-01}
 * @param endpointPrefix the first part of its host names
 * @param signingName the service part of the credential scope
 * @param protocols the protocols in the model's order; botocore picks by its own priority
 * @param operations by name in API form
 * @param shapes by name
 */
public record Service(
    String name,
    String serviceId,
    String apiVersion,
    String endpointPrefix,
    String signingName,
    List<String> protocols,
    Map<String, Operation> operations,
    Map<String, Shape> shapes) {

  /** An operation by its name in API form; empty where there is none. */
  public Optional<Operation> operation(String operation) {
    return Optional.ofNullable(operations.get(operation));
  }

  /** A shape by its name; empty where there is none. */
  public Optional<Shape> shape(String shape) {
    return Optional.ofNullable(shapes.get(shape));
  }

  /**
   * An operation.
   *
   * @param name in API form
   * @param method HTTP method
   * @param uri HTTP request URI with {@code {Members}}
   * @param input the input shape's name; empty where it takes nothing
   * @param errors the names of the error shapes
   */
  public record Operation(
      String name, String method, String uri, String input, List<String> errors) {}

  /**
   * A shape.
   *
   * @param name its name
   * @param type such as {@code structure}, {@code list}, {@code map}, {@code string}, {@code long}
   * @param members a structure's members and their shapes' names, in the model's order
   * @param required names of required members
   * @param element the shape of a list's members or a map's values; empty for others
   * @param key the shape of a map's keys; empty for others
   * @param enumValues allowed values; empty where any are
   * @param min least length, size or value as written; empty where there is none
   * @param max greatest length, size or value as written; empty where there is none
   * @param pattern the pattern of a string; empty where there is none
   * @param union whether exactly one member may be set
   * @param error what it says as an error; empty where it is none
   */
  public record Shape(
      String name,
      String type,
      Map<String, String> members,
      List<String> required,
      String element,
      String key,
      List<String> enumValues,
      String min,
      String max,
      String pattern,
      boolean union,
      Optional<ErrorTrait> error) {}

  /**
   * What a shape says as an error.
   *
   * @param code the error code on the wire
   * @param httpStatus the HTTP status; 0 where the model does not say
   * @param retryable whether the model marks it as worth a retry
   * @param throttling whether the model marks it as throttling
   */
  public record ErrorTrait(String code, int httpStatus, boolean retryable, boolean throttling) {}
}
