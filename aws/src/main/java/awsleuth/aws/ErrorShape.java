package awsleuth.aws;

/**
 * An error that a service's model declares.
 *
 * @param name the name of the shape, which is the class in {@code client.exceptions}
 * @param code the error code on the wire
 * @param httpStatus the HTTP status; 0 where the model states none
 * @param senderFault whether the model lays it to the caller
 * @param fault whether the model lays it to the service
 * @param retryable whether botocore's standard mode repeats the call for it
 * @param throttling whether it counts as throttling when it is retryable
 */
public record ErrorShape(
    String name,
    String code,
    int httpStatus,
    boolean senderFault,
    boolean fault,
    boolean retryable,
    boolean throttling) {}
