package awsleuth.boto.endpoint;

import awsleuth.aws.Operation;
import awsleuth.aws.Service;
import awsleuth.boto.config.Found;
import awsleuth.boto.python.Raising;
import java.util.Locale;

/** The setting that says which operations are sent to endpoints that the service is asked for. */
record DiscoveryOption(ClientSettings settings) {

  /**
   * What it means for a client.
   *
   * @throws Raising if it is another word
   */
  Client.Discovery of(Service service, ClientArguments arguments) {
    return arguments.endpointUrl().isPresent() || !isOf(service) ? Client.Discovery.NEVER : set();
  }

  private static boolean isOf(Service service) {
    return service.operationNames().stream()
        .map(name -> service.operation(name).orElseThrow())
        .anyMatch(operation -> operation.discovery() == Operation.Discovery.DISCOVERS);
  }

  private Client.Discovery set() {
    Object value =
        settings
            .any(
                "endpoint_discovery_enabled",
                "AWS_ENDPOINT_DISCOVERY_ENABLED",
                "endpoint_discovery_enabled")
            .map(Found::value)
            .orElse("auto");
    String word = Python.str(value).toLowerCase(Locale.ROOT).strip();
    return switch (word) {
      case "auto" -> Client.Discovery.WHERE_REQUIRED;
      case "true" -> Client.Discovery.ALWAYS;
      case "false" -> Client.Discovery.BLOCKED;
      default ->
          throw Raising.botocore(
              "InvalidEndpointDiscoveryConfigurationError",
              "Unsupported configuration value for endpoint_discovery_enabled. Expected one of"
                  + " (\"true\", \"false\", \"auto\") but got "
                  + word
                  + ".");
    };
  }
}
