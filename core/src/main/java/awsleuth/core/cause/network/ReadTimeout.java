package awsleuth.core.cause.network;

import awsleuth.core.cause.Cause;
import awsleuth.core.cause.Finding;
import awsleuth.core.cause.Fix;
import awsleuth.core.cause.Outcome;
import awsleuth.core.cause.Stage;
import awsleuth.core.cause.Verification;
import awsleuth.core.evidence.ProbeResult;
import awsleuth.core.evidence.WatchedCall;
import awsleuth.core.evidence.WatchedClient;
import awsleuth.core.fact.Facts;
import awsleuth.core.fact.Literal;
import awsleuth.core.fact.Reading;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/** The server was slower than read_timeout. */
final class ReadTimeout implements Cause {

  @Override
  public String id() {
    return "network/read-timeout";
  }

  @Override
  public Stage stage() {
    return Stage.SEND;
  }

  @Override
  public Outcome examine(Facts facts) {
    if (Target.in(facts).isMetadata()) {
      return Outcome.NOT_SEEN;
    }
    if (facts.call().code().isEmpty() && facts.seen(NetworkClue.TIME_WAS_UP)) {
      return Outcome.possible(
          ofArrow(facts),
          "whether connecting or the answer took too long",
          "curl -sv --connect-timeout 5 " + Connections.url(facts) + " -o /dev/null");
    }
    boolean told =
        facts.call().code().isEmpty()
            && (facts.call().exception().isEmpty() || facts.exception("SSLError"))
            && facts.seen(NetworkClue.READ_TIMED_OUT);
    if (!told && !facts.exception("ReadTimeoutError", "ReadTimeout")) {
      return Outcome.NOT_SEEN;
    }
    if (isOfBody(facts)) {
      return Outcome.confirmed(ofBody(facts));
    }
    Finding finding =
        new Finding(
            "the answer took longer than " + inForce(facts),
            Finding.Specificity.CODE,
            facts.citeErrorAndRequests(),
            fixes(facts),
            again(facts));
    return waited(facts)
        .map(time ->
            Outcome.possible(
                finding.perhaps(),
                "whether an answer comes at all: " + time + " were waited for it, boto3 waits 60 s",
                again(facts).command()))
        .orElseGet(() -> Outcome.confirmed(finding));
  }

  /** How long a probe waited that gave up sooner than boto3 does; empty for others. */
  private static Optional<String> waited(Facts facts) {
    return facts.given(ProbeResult.class).stream()
        .filter(p -> p.source().equals(facts.failure().source()))
        .map(p -> p.facts().getOrDefault(ProbeResult.WAITED, ""))
        .filter(time -> !time.isEmpty())
        .findFirst();
  }

  /** The setting, with the value that the client had where it was watched. */
  private static String inForce(Facts facts) {
    OptionalDouble seconds =
        facts
            .watched()
            .flatMap(WatchedCall::client)
            .map(WatchedClient::readTimeout)
            .orElse(OptionalDouble.empty());
    return seconds.isEmpty()
        ? "read_timeout (60 s by default)"
        : "read_timeout, here "
            + BigDecimal.valueOf(seconds.getAsDouble()).stripTrailingZeros().toPlainString()
            + " s";
  }

  /** Where the body of an answer is read, botocore does not know the URL any more. */
  private static boolean isOfBody(Facts facts) {
    return facts.exception("ReadTimeoutError") && facts.seen(NetworkClue.NO_URL);
  }

  /** The answer had begun, so that botocore does not ask again: the program has to. */
  private static Finding ofBody(Facts facts) {
    return new Finding(
        "the answer's body stopped coming for longer than " + inForce(facts),
        Finding.Specificity.CODE,
        List.of(facts.citation(NetworkClue.NO_URL).orElseThrow()),
        List.of(
            Fix.codeEdit(
                "take the whole body first, and work on it then: a connection that waits for the"
                    + " program is dropped",
                "text = response[\"Body\"].read()"),
            Fix.codeEdit(
                "or, from S3, download it: boto3 asks again for a part that stops",
                "s3.download_file(\"<bucket>\", \"<key>\", \"<file>\")")),
        Connections.rerun(facts, "the body arrives whole"));
  }

  private static List<Fix> fixes(Facts facts) {
    List<Fix> fixes = new ArrayList<>();
    String once = Reading.is(facts) ? "" : ", retries={\"total_max_attempts\": 1}";
    boolean isProbe = waited(facts).isPresent();
    if (isProbe) {
      String url = Connections.url(facts);
      fixes.add(Fix.command("see whether it answers at all", "curl -si -m 60 " + url));
    }
    fixes.add(
        Fix.codeEdit(
            (isProbe ? "where it only takes long, " : "")
                + "wait longer"
                + (once.isEmpty() ? "" : ", and do not let botocore run it twice"),
            "boto3.client("
                + Literal.python(
                    facts.call().service().isEmpty() ? "<service>" : facts.call().service())
                + ", config=botocore.config.Config(read_timeout="
                + seconds(facts)
                + once
                + "))"));
    withoutWaiting(facts)
        .ifPresent(call -> fixes.add(Fix.codeEdit("or do not wait for all of the answer", call)));
    return List.copyOf(fixes);
  }

  /** What runs for minutes is waited for as long as a function of Lambda may run at most. */
  private static int seconds(Facts facts) {
    return withoutWaiting(facts).isPresent() || facts.call().service().isEmpty() ? 900 : 300;
  }

  /** The call by which the same is begun, or answered in pieces; empty where there is none. */
  private static Optional<String> withoutWaiting(Facts facts) {
    return switch (facts.call().service() + "." + facts.call().operation()) {
      case "lambda.Invoke" ->
          Optional.of(
              "client.invoke(FunctionName=name, InvocationType=\"Event\", Payload=payload)");
      case "sagemaker-runtime.InvokeEndpoint" ->
          Optional.of(
              "client.invoke_endpoint_async(EndpointName=name, InputLocation=\"<s3 URI>\")");
      case "stepfunctions.StartSyncExecution" ->
          Optional.of("client.start_execution(stateMachineArn=arn, input=text)");
      case "bedrock-runtime.InvokeModel" ->
          Optional.of("client.invoke_model_with_response_stream(modelId=model, body=body)");
      case "bedrock-runtime.Converse" ->
          Optional.of("client.converse_stream(modelId=model, messages=messages)");
      default -> Optional.empty();
    };
  }

  /** pyarrow waits for a second to connect, and for three for an answer, unless it is told. */
  private static Finding ofArrow(Facts facts) {
    return new Finding(
        "S3 did not answer within the short times that pyarrow waits",
        Finding.Specificity.CODE,
        List.of(facts.citation(NetworkClue.TIME_WAS_UP).orElseThrow()),
        List.of(
            Fix.codeEdit(
                "wait longer: a second to connect and three for an answer are pyarrow's defaults",
                "pyarrow.fs.S3FileSystem(connect_timeout=10, request_timeout=60)")),
        Connections.rerun(facts, "the answer comes within the time"));
  }

  /** The AWS CLI waits for 60 seconds too, unless it is told otherwise. */
  private static Verification again(Facts facts) {
    Verification again = Connections.rerun(facts, "the answer comes within the time");
    return again.command().startsWith("aws ") && !again.command().contains("--cli-read-timeout")
        ? new Verification.Rerun(
            again.command() + " --cli-read-timeout " + seconds(facts), again.expect())
        : again;
  }
}
