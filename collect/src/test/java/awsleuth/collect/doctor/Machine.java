package awsleuth.collect.doctor;

import awsleuth.aws.AwsCatalog;
import awsleuth.boto.credentials.Answer;
import awsleuth.boto.credentials.Ask;
import awsleuth.boto.credentials.Content;
import awsleuth.boto.credentials.Outside;
import awsleuth.collect.credentials.MfaCodes;
import awsleuth.collect.probe.Result;
import awsleuth.testkit.ScriptedServer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** A machine with some variables and files, which is examined. */
final class Machine {

  static final String ARN = "arn:aws:iam::123456789012:user/alice";
  static final String IDENTITY =
      "<GetCallerIdentityResponse xmlns=\"https://sts.amazonaws.com/doc/2011-06-15/\">"
          + "<GetCallerIdentityResult><Arn>"
          + ARN
          + "</Arn><UserId>AIDAEXAMPLE</UserId><Account>123456789012</Account>"
          + "</GetCallerIdentityResult></GetCallerIdentityResponse>";

  private final Map<String, String> environment = new LinkedHashMap<>();
  private final Map<String, String> files = new LinkedHashMap<>();
  private Duration timeout = Duration.ofSeconds(10);
  private Optional<String> endpoint = Optional.empty();
  private Optional<String> service = Optional.empty();
  private Optional<String> operation = Optional.empty();

  /** One with keys and a Region, without instance metadata. */
  Machine() {
    set("HOME", "/home/alice");
    set("PATH", "/nowhere");
    set("AWS_ACCESS_KEY_ID", "AKIAIOSFODNN7EXAMPLE");
    set("AWS_SECRET_ACCESS_KEY", "wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY");
    set("AWS_DEFAULT_REGION", "eu-west-1");
    set("AWS_EC2_METADATA_DISABLED", "true");
  }

  Machine set(String name, String value) {
    environment.put(name, value);
    return this;
  }

  Machine without(String name) {
    environment.remove(name);
    return this;
  }

  Machine file(String path, String text) {
    files.put(path, text);
    return this;
  }

  Machine endpoint(String url) {
    endpoint = Optional.of(url);
    return this;
  }

  Machine call(String name, String called) {
    service = Optional.of(name);
    operation = Optional.of(called);
    return this;
  }

  Machine timeout(Duration time) {
    timeout = time;
    return this;
  }

  Examination examine() {
    return Doctor.examine(question(), step -> {});
  }

  /** What is asked of it. */
  Question question() {
    Outside outside =
        new Outside() {
          @Override
          public Content file(String path) {
            String text = files.get(path);
            return text == null
                ? new Content.Nothing()
                : new Content.Bytes(text.getBytes(StandardCharsets.UTF_8));
          }

          @Override
          public Answer ask(Ask ask) {
            return new Answer.None();
          }
        };
    return new Question(
        AwsCatalog.embedded(),
        environment,
        outside,
        MfaCodes.unattended(),
        Optional.empty(),
        Optional.empty(),
        endpoint,
        service,
        operation,
        timeout);
  }

  /** STS whose clock is so many seconds ahead of this machine's. */
  static ScriptedServer.Talk sts(long ahead) {
    return ScriptedServer.answering(request -> {
      ZonedDateTime now = ZonedDateTime.now(ZoneOffset.UTC).plusSeconds(ahead);
      String date = "Date: " + DateTimeFormatter.RFC_1123_DATE_TIME.format(now);
      return request.startsWith("POST")
          ? ScriptedServer.answer("200 OK", date, IDENTITY)
          : ScriptedServer.answer("302 Found", date, "");
    });
  }

  /** The only step of that kind; the first where there are two. */
  static Step step(Examination examination, StepKind kind) {
    return examination.steps().stream().filter(s -> s.kind() == kind).findFirst().orElseThrow();
  }

  /** What is found, a line for each step. */
  static String findings(Examination examination) {
    return examination.steps().stream()
        .filter(Step::isFinding)
        .map(s -> s.kind().label() + ": " + s.result().words())
        .collect(Collectors.joining("\n"));
  }

  /** What boto3 raises for the first finding. */
  static String raised(Examination examination) {
    Step step = examination.steps().stream().filter(Step::isFinding).findFirst().orElseThrow();
    return step.result() instanceof Result.Finding finding ? finding.raised() : "";
  }

  /** The steps that were not gone. */
  static List<StepKind> unreached(Examination examination) {
    return examination.steps().stream()
        .filter(s -> s.result().words().startsWith("not reached"))
        .map(Step::kind)
        .toList();
  }
}
