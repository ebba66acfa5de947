package awsleuth.e2e;

import awsleuth.testkit.Json;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** An account served by moto on the loopback, until it is closed. */
final class MotoWorld implements AutoCloseable {

  private final Process process;
  private final Map<?, ?> told;

  private MotoWorld(Process process, Map<?, ?> told) {
    this.process = process;
    this.told = told;
  }

  static MotoWorld open() throws IOException {
    Path program = Path.of("src", "test", "python", "moto_world.py").toAbsolutePath();
    Path log = Files.createTempFile("moto", ".log");
    ProcessBuilder builder =
        new ProcessBuilder(List.of(Python.get().python(), "-B", program.toString()));
    builder.environment().keySet().removeIf(name -> name.startsWith("AWS_"));
    Process process = builder.redirectError(log.toFile()).start();
    BufferedReader out =
        new BufferedReader(
            new java.io.InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
    String line = out.readLine();
    if (line == null) {
      process.destroyForcibly();
      throw new AssertionError("moto's server did not start: " + Files.readString(log));
    }
    Files.deleteIfExists(log);
    return new MotoWorld(process, Json.object(line));
  }

  /** The ARN of something in the account. */
  String arn(String name) {
    return String.valueOf(told.get(name));
  }

  /** The variables with which boto3 and awsleuth reach it. */
  Map<String, String> environment() {
    Map<String, String> environment = new HashMap<>();
    environment.put("AWS_ENDPOINT_URL", "http://127.0.0.1:" + told.get("port"));
    environment.put("AWS_ACCESS_KEY_ID", "AKIAIOSFODNN7EXAMPLE");
    environment.put("AWS_SECRET_ACCESS_KEY", "not-for-output-either");
    environment.put("AWS_DEFAULT_REGION", "us-east-1");
    environment.put("AWS_CONFIG_FILE", "/nonexistent");
    environment.put("AWS_SHARED_CREDENTIALS_FILE", "/nonexistent");
    return environment;
  }

  @Override
  public void close() throws IOException {
    process.getOutputStream().close();
    try {
      if (!process.waitFor(10, TimeUnit.SECONDS)) {
        process.destroyForcibly();
      }
    } catch (InterruptedException e) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
    }
  }
}
