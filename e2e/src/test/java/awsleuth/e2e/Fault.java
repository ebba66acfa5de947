package awsleuth.e2e;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A machine with one fault.
 *
 * @param name for people
 * @param variables parted by spaces, servers in braces
 * @param files what is in its home, by path
 * @param call the service and the method that Python calls
 */
record Fault(String name, String variables, Map<String, String> files, String call) {

  /** Keys that look right. */
  static final String KEYS =
      "AWS_ACCESS_KEY_ID=AKIAIOSFODNN7EXAMPLE"
          + " AWS_SECRET_ACCESS_KEY=wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY";

  private static final String REGION = " AWS_DEFAULT_REGION=eu-west-1 ";
  private static final String CALL = "sts get_caller_identity";

  /** One with keys and a Region. */
  static Fault of(String name, String variables) {
    return new Fault(name, KEYS + REGION + variables, Map.of(), CALL);
  }

  /** One with a Region and a good endpoint, but no keys; its config file may be empty. */
  static Fault without(String name, String variables, String config) {
    return new Fault(
        name,
        REGION + "AWS_ENDPOINT_URL={good.http} " + variables,
        config.isEmpty() ? Map.of() : Map.of(".aws/config", config),
        CALL);
  }

  /** With one more file in its home. */
  Fault with(String path, String text) {
    Map<String, String> more = new HashMap<>(files);
    more.put(path, text);
    return new Fault(name, variables, more, call);
  }

  /** Whether it is one of waiting. */
  boolean waits() {
    return List.of("deaf", "silent", "stalls").stream().anyMatch(variables::contains);
  }

  /** Writes its files into a home and gives its variables. */
  Map<String, String> make(Path home, FaultServers servers) throws IOException {
    for (Map.Entry<String, String> file : files.entrySet()) {
      Path path = home.resolve(file.getKey());
      Files.createDirectories(path.getParent());
      Files.writeString(path, file.getValue());
    }
    Map<String, String> environment = new LinkedHashMap<>();
    environment.put("HOME", home.toString());
    environment.put("PATH", System.getenv("PATH"));
    environment.put("PYTHONUSERBASE", Python.userBase());
    environment.put("AWS_EC2_METADATA_SERVICE_ENDPOINT", "http://127.0.0.1:9/");
    environment.put("AWS_METADATA_SERVICE_TIMEOUT", "1");
    for (String variable : servers.fill(variables).strip().split(" +")) {
      int equals = variable.indexOf('=');
      environment.put(variable.substring(0, equals), variable.substring(equals + 1));
    }
    return environment;
  }
}
