package awsleuth.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A machine with one fault: what boto3 raises there, the cause that its text gives, and the first
 * cause of {@code awsleuth doctor}. The table is docs/doctor-faults.md, written anew with
 * -Dgolden=rewrite.
 */
class DoctorFaultsTest {

  private static final Path TABLE = Path.of("..", "docs", "doctor-faults.md");
  private static final Path PROGRAM = Path.of("src", "test", "python", "doctor_call.py");
  private static final String KEYS =
      "AWS_ACCESS_KEY_ID=AKIAIOSFODNN7EXAMPLE"
          + " AWS_SECRET_ACCESS_KEY=wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY";

  /**
   * A fault.
   *
   * @param name for people
   * @param variables parted by spaces, servers in braces
   * @param config the config file
   * @param call the service and the method that Python calls
   */
  private record Fault(String name, String variables, String config, String call) {

    static Fault of(String name, String variables) {
      return new Fault(
          name, KEYS + " AWS_DEFAULT_REGION=eu-west-1 " + variables, "", "sts get_caller_identity");
    }

    static Fault without(String name, String variables, String config) {
      return new Fault(
          name,
          "AWS_DEFAULT_REGION=eu-west-1 AWS_ENDPOINT_URL={good.http} " + variables,
          config,
          "sts get_caller_identity");
    }
  }

  private static final List<Fault> FAULTS =
      List.of(
          Fault.of("the profile is in no file", "AWS_PROFILE=prod AWS_ENDPOINT_URL={good.http}"),
          Fault.without("the config file cannot be parsed", KEYS, "[default\nregion = eu-west-1\n"),
          new Fault(
              "no Region is set",
              KEYS + " AWS_ENDPOINT_URL_STS={good.http}",
              "",
              "sqs list_queues"),
          Fault.without("no credentials anywhere", "AWS_EC2_METADATA_DISABLED=true", ""),
          Fault.without("a key without its secret", "AWS_ACCESS_KEY_ID=AKIAIOSFODNN7EXAMPLE", ""),
          Fault.without(
              "credential_process ends with an error",
              "",
              "[default]\ncredential_process = false\n"),
          Fault.without(
              "a role profile without a source",
              "",
              "[default]\nrole_arn = arn:aws:iam::123456789012:role/r\n"),
          Fault.without(
              "a login of IAM Identity Center that was never made",
              "",
              """
              [default]
              sso_start_url = https://corp.awsapps.com/start
              sso_region = eu-west-1
              sso_account_id = 123456789012
              sso_role_name = Reader
              """),
          Fault.without(
              "a container's credentials endpoint where nobody listens",
              "AWS_CONTAINER_CREDENTIALS_FULL_URI={closed.http}/keys",
              ""),
          Fault.without(
              "a container's credentials endpoint that fails",
              "AWS_CONTAINER_CREDENTIALS_FULL_URI={keys-500.http}/keys",
              ""),
          Fault.without(
              "instance metadata over too many hops",
              "AWS_EC2_METADATA_SERVICE_ENDPOINT={metadata-hops.http}/",
              ""),
          Fault.without(
              "an instance without a role",
              "AWS_EC2_METADATA_SERVICE_ENDPOINT={metadata-no-role.http}/",
              ""),
          Fault.of("a name that does not resolve", "AWS_ENDPOINT_URL=https://no-such-host.invalid"),
          Fault.of("nobody listens on the port", "AWS_ENDPOINT_URL={closed.http}"),
          Fault.of("no connection comes", "AWS_ENDPOINT_URL={deaf.http}"),
          Fault.of(
              "the proxy wants a password",
              "AWS_ENDPOINT_URL=https://localhost:{tls-good.port} HTTPS_PROXY={proxy-407.http}"
                  + " AWS_CA_BUNDLE={CA}"),
          Fault.of(
              "the proxy refuses the host",
              "AWS_ENDPOINT_URL=https://localhost:{tls-good.port} HTTPS_PROXY={proxy-403.http}"),
          Fault.of(
              "nobody listens at the proxy",
              "AWS_ENDPOINT_URL=https://localhost:{tls-good.port} HTTPS_PROXY={closed.http}"),
          Fault.of(
              "the proxy's name does not resolve",
              "AWS_ENDPOINT_URL=https://localhost:{tls-good.port}"
                  + " HTTPS_PROXY=http://no-such-proxy.invalid:3128"),
          Fault.of(
              "the proxy is silent",
              "AWS_ENDPOINT_URL=https://localhost:{tls-good.port} HTTPS_PROXY={silent.http}"),
          Fault.of(
              "a CA that the bundle does not have",
              "AWS_ENDPOINT_URL={tls-foreign.https} AWS_CA_BUNDLE={CA}"),
          Fault.of(
              "a certificate that signed itself",
              "AWS_ENDPOINT_URL={tls-self.https} AWS_CA_BUNDLE={CA}"),
          Fault.of(
              "an expired certificate", "AWS_ENDPOINT_URL={tls-expired.https} AWS_CA_BUNDLE={CA}"),
          Fault.of(
              "a certificate of next week",
              "AWS_ENDPOINT_URL={tls-future.https} AWS_CA_BUNDLE={CA}"),
          Fault.of(
              "a certificate for another host",
              "AWS_ENDPOINT_URL={tls-other.https} AWS_CA_BUNDLE={CA}"),
          Fault.of(
              "a CA bundle that is not there",
              "AWS_ENDPOINT_URL={tls-good.https} AWS_CA_BUNDLE=/no/such/bundle.pem"),
          Fault.of("plain HTTP on the port of TLS", "AWS_ENDPOINT_URL={plain.https}"),
          Fault.of(
              "a connection that is reset while TLS is agreed on",
              "AWS_ENDPOINT_URL={resets.https}"),
          Fault.of(
              "a connection that ends while TLS is agreed on", "AWS_ENDPOINT_URL={closes.https}"),
          Fault.of("a connection that is reset", "AWS_ENDPOINT_URL={resets.http}"),
          Fault.of("a connection that ends without an answer", "AWS_ENDPOINT_URL={closes.http}"),
          Fault.of("something that is no HTTP", "AWS_ENDPOINT_URL={ssh.http}"),
          Fault.of("no answer comes", "AWS_ENDPOINT_URL={silent.http}"),
          Fault.of("an answer that does not end", "AWS_ENDPOINT_URL={stalls.http}"),
          Fault.of("a login page of the network in between", "AWS_ENDPOINT_URL={portal.http}"),
          Fault.of("the clock is an hour behind", "AWS_ENDPOINT_URL={behind.http}"),
          Fault.of("a key that AWS does not know", "AWS_ENDPOINT_URL={refuses-key.http}"),
          Fault.of(
              "a session token that has ended",
              "AWS_ACCESS_KEY_ID=ASIAIOSFODNN7EXAMPLE AWS_SESSION_TOKEN=a-token"
                  + " AWS_ENDPOINT_URL={expired-token.http}"),
          Fault.of("a secret that is not the key's", "AWS_ENDPOINT_URL={bad-signature.http}"),
          Fault.of("a service that is down", "AWS_ENDPOINT_URL={unavailable.http}"));

  /** What was seen of a fault. */
  private record Seen(String text, String step, String doctor) {}

  @TempDir Path folder;

  @Test
  void eachFaultHasTheSameFirstCauseFromTheTextOfBoto3AndFromDoctor() throws Exception {
    Python python = Python.get();
    Map<Fault, Seen> seen = new LinkedHashMap<>();
    try (FaultServers servers = new FaultServers(Files.createDirectory(folder.resolve("tls")))) {
      List<Seen> all = FAULTS.parallelStream().map(f -> seen(python, servers, f)).toList();
      for (int i = 0; i < all.size(); i++) {
        seen.put(FAULTS.get(i), all.get(i));
      }
    }
    Map<String, String> causes = causes(seen);
    List<String> differing = new ArrayList<>();
    StringBuilder table = new StringBuilder(HEAD);
    seen.forEach((fault, s) -> {
      String theirs = String.valueOf(causes.get(fault.name()));
      if (!theirs.equals(s.doctor())
          && !fault.name().contains("metadata")
          && !fault.name().contains("instance")) {
        differing.add(fault.name() + ": " + theirs + " by the text, " + s.doctor() + " by doctor");
      }
      table
          .append("| ")
          .append(fault.name())
          .append(" | `")
          .append(exception(s.text()))
          .append("` | ")
          .append(theirs)
          .append(" | ")
          .append(s.step())
          .append(" | ")
          .append(s.doctor())
          .append(" |\n");
    });
    if ("rewrite".equals(System.getProperty("golden"))) {
      Files.writeString(TABLE, table.toString());
    }
    assertThat(differing).isEmpty();
    assertThat(table.toString()).isEqualTo(Files.readString(TABLE));
  }

  private static final String HEAD =
      """
      # Faults and what doctor says

      Each fault is made on a machine of the tests, with real servers on loopback. boto3 makes one call there and raises; `awsleuth` reads its
      traceback, and `awsleuth doctor` is started with the same settings. Where boto3 has no credentials it does not say what became of instance
      metadata; doctor looks.

      | fault | boto3 raises | from its text | doctor's step | from doctor |
      |---|---|---|---|---|
      """;

  private Seen seen(Python python, FaultServers servers, Fault fault) {
    try {
      return look(python, servers, fault);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Seen look(Python python, FaultServers servers, Fault fault) throws IOException {
    Path home = Files.createTempDirectory(folder, "home");
    Map<String, String> environment = environment(servers, fault, home);
    String[] call = fault.call().split(" ");
    Run theirs =
        Run.of(
            List.of(
                python.python(),
                "-B",
                PROGRAM.toAbsolutePath().toString(),
                call[0],
                call[1],
                "1.5"),
            "",
            environment);
    assertThat(theirs.exitCode()).as(fault.name() + ": " + theirs.err()).isEqualTo(1);
    Path env =
        Files.writeString(
            home.resolve("env"),
            environment.entrySet().stream()
                .map(e -> e.getKey() + "=" + e.getValue() + "\n")
                .collect(Collectors.joining()));
    boolean waits =
        List.of("deaf", "silent", "stalls").stream().anyMatch(fault.variables()::contains);
    String patience = waits ? "20" : "60";
    List<String> ours =
        new ArrayList<>(
            List.of("doctor", "--format", "json", "--timeout", patience, "--env", env.toString()));
    if (!call[0].equals("sts")) {
      ours.addAll(List.of("--service", call[0], "--operation", call[1]));
    }
    Run run = Awsleuth.run(ours.toArray(String[]::new));
    assertThat(run.err()).as(fault.name()).isEmpty();
    if (run.exitCode() != 1) {
      return new Seen(theirs.err(), "none", "exit code " + run.exitCode() + " " + run.out());
    }
    Map<String, @Nullable Object> answer = JsonLines.object(run.out());
    return new Seen(theirs.err(), step(answer), first(answer));
  }

  private static Map<String, String> environment(FaultServers servers, Fault fault, Path home)
      throws IOException {
    Map<String, String> environment = new LinkedHashMap<>();
    environment.put("HOME", home.toString());
    environment.put("PATH", System.getenv("PATH"));
    environment.put("PYTHONUSERBASE", userBase());
    environment.put("AWS_EC2_METADATA_SERVICE_ENDPOINT", "http://127.0.0.1:9/");
    for (String variable : servers.fill(fault.variables()).strip().split(" +")) {
      int equals = variable.indexOf('=');
      environment.put(variable.substring(0, equals), variable.substring(equals + 1));
    }
    if (!fault.config().isEmpty()) {
      Files.createDirectories(home.resolve(".aws"));
      Files.writeString(home.resolve(".aws/config"), fault.config());
    }
    return environment;
  }

  private static String userBase() {
    String set = System.getenv("PYTHONUSERBASE");
    return set == null ? Path.of(System.getProperty("user.home"), ".local").toString() : set;
  }

  /** The first causes of the texts, by the name of the fault. */
  private static Map<String, String> causes(Map<Fault, Seen> seen) throws IOException {
    String lines =
        seen.entrySet().stream()
            .map(e -> JsonLines.line(e.getKey().name(), e.getValue().text()))
            .collect(Collectors.joining());
    Run run = Awsleuth.pipe(lines, "--batch");
    Map<String, String> causes = new LinkedHashMap<>();
    JsonLines.read(run.out()).forEach(a -> causes.put(String.valueOf(a.get("id")), first(a)));
    return causes;
  }

  private static String first(Map<String, @Nullable Object> answer) {
    return answer.get("failures") instanceof List<?> failures
            && !failures.isEmpty()
            && failures.getFirst() instanceof Map<?, ?> failure
            && failure.get("causes") instanceof List<?> causes
            && !causes.isEmpty()
            && causes.getFirst() instanceof Map<?, ?> cause
        ? String.valueOf(cause.get("id"))
        : "none";
  }

  /** The first step that found something. */
  private static String step(Map<String, @Nullable Object> answer) {
    if (answer.get("steps") instanceof List<?> steps) {
      for (Object each : steps) {
        if (each instanceof Map<?, ?> step && "finding".equals(step.get("outcome"))) {
          return String.valueOf(step.get("step"));
        }
      }
    }
    return "none";
  }

  private static String exception(String traceback) {
    String last =
        traceback
            .strip()
            .lines()
            .filter(l -> l.matches("[\\w.]+(: .*)?"))
            .reduce((a, b) -> b)
            .orElse("?");
    String name = last.split(":", 2)[0];
    return name.substring(name.lastIndexOf('.') + 1);
  }
}
