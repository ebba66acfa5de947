package awsleuth.boto.endpoint;

import awsleuth.boto.Raised;
import java.util.Locale;
import java.util.Map;

/**
 * The exceptions that botocore raises for errors of the rules, by their texts.
 *
 * @see <a href="https://github.com/boto/botocore/blob/develop/botocore/regions.py">regions.py</a>
 */
final class RuleErrors {

  private RuleErrors() {}

  /** The exception for an error of the rules of a service; other exceptions stay as they are. */
  static Raised translate(Raised raised, String service, Map<String, RuleInput> inputs) {
    String message = raised.message();
    if (!raised.exception().endsWith(".EndpointResolutionError")) {
      return raised;
    }
    if (message.startsWith("Invalid region in ARN: ")) {
      String[] parts = message.split("`", -1);
      String label = parts.length > 1 ? parts[1] : message;
      return Raised.botocore(
          "InvalidHostLabelError",
          "Invalid host label to be bound to the hostname of the endpoint: \"" + label + "\".");
    }
    return switch (service) {
      case "s3" -> s3(raised, message);
      case "s3control" -> s3control(raised, message, inputs);
      case "events" -> events(raised, message);
      default -> raised;
    };
  }

  private static Raised s3(Raised raised, String message) {
    if (message.equals("S3 Object Lambda does not support S3 Accelerate")
        || message.equals("Accelerate cannot be used with FIPS")) {
      return Raised.botocore(
          "UnsupportedS3ConfigurationError", "Unsupported configuration when using S3: " + message);
    }
    if (message.startsWith("S3 Outposts does not support")
        || message.startsWith("S3 MRAP does not support")
        || message.startsWith("S3 Object Lambda does not support")
        || message.startsWith("Access Points do not support")
        || isOfConfiguration(message)) {
      return Raised.botocore(
          "UnsupportedS3AccesspointConfigurationError",
          "Unsupported configuration when using S3 access-points: " + message);
    }
    return message.toLowerCase(Locale.ROOT).startsWith("invalid arn:") ? invalid(message) : raised;
  }

  private static boolean isOfConfiguration(String message) {
    return message.startsWith("Invalid configuration:")
        || message.startsWith("Client was configured for partition");
  }

  private static Raised s3control(Raised raised, String message, Map<String, RuleInput> inputs) {
    if (message.startsWith("Invalid ARN:")) {
      RuleInput bucket = inputs.get("Bucket");
      String arn = bucket == null ? "None" : Python.str(bucket.value());
      return S3Call.refused(arn, message).raised();
    }
    if (isOfConfiguration(message)) {
      return Raised.botocore(
          "UnsupportedS3ControlConfigurationError",
          "Unsupported configuration when using S3 Control: " + message);
    }
    return message.equals("AccountId is required but not set") ? invalid(message) : raised;
  }

  private static Raised invalid(String message) {
    return Raised.botocore("ParamValidationError", "Parameter validation failed:\n" + message);
  }

  private static Raised events(Raised raised, String message) {
    boolean translated =
        message.startsWith(
                "Invalid Configuration: FIPS is not supported with EventBridge multi-region"
                    + " endpoints.")
            || message.equals("EndpointId must be a valid host label.");
    return translated
        ? Raised.botocore(
            "InvalidEndpointConfigurationError", "Invalid endpoint configuration: " + message)
        : raised;
  }
}
