package awsleuth.trail.make;

import awsleuth.trail.make.Json.Part;

/**
 * What is called, and what came of it.
 *
 * @param source {@code eventSource}
 * @param name {@code eventName}
 * @param reads whether it changes nothing
 * @param data whether it is a data event
 * @param parameters {@code requestParameters}
 * @param response {@code responseElements}
 * @param resources {@code resources}; {@link Json#NULL} for none
 * @param code {@code errorCode}; empty where it succeeded
 * @param message {@code errorMessage}
 */
record Call(
    String source,
    String name,
    boolean reads,
    boolean data,
    Part parameters,
    Part response,
    Part resources,
    String code,
    String message) {

  /** A call that reads. */
  static Call read(String service, String name, Part parameters) {
    return new Call(
        service + ".amazonaws.com", name, true, false, parameters, Json.NULL, Json.NULL, "", "");
  }

  /** A call that writes. */
  static Call write(String service, String name, Part parameters, Part response) {
    return new Call(
        service + ".amazonaws.com", name, false, false, parameters, response, Json.NULL, "", "");
  }

  /** The same as a data event. */
  Call asData() {
    return new Call(source, name, reads, true, parameters, response, resources, code, message);
  }

  /** The same about resources. */
  Call about(Part named) {
    return new Call(source, name, reads, data, parameters, response, named, code, message);
  }

  /** The same, refused. */
  Call failed(String error, String why) {
    return new Call(source, name, reads, data, parameters, Json.NULL, resources, error, why);
  }

  /** The same without its parameters, as IAM, STS and KMS record refused calls. */
  Call bare() {
    return new Call(source, name, reads, data, Json.NULL, response, resources, code, message);
  }
}
