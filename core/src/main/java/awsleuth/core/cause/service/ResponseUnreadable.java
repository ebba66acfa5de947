package awsleuth.core.cause.service;

import awsleuth.core.cause.Cause;
import awsleuth.core.cause.Finding;
import awsleuth.core.cause.Fix;
import awsleuth.core.cause.Outcome;
import awsleuth.core.cause.Stage;
import awsleuth.core.cause.Verification;
import awsleuth.core.fact.Facts;
import awsleuth.core.fact.GivenProxy;
import awsleuth.core.fact.Literal;
import java.util.List;
import java.util.stream.Stream;

/** What answered is not that service. */
final class ResponseUnreadable implements Cause {

  @Override
  public String id() {
    return "service/response-unreadable";
  }

  @Override
  public Stage stage() {
    return Stage.RESPONSE;
  }

  @Override
  public Outcome examine(Facts facts) {
    boolean unread =
        facts.exception("ResponseParserError")
            || facts.seen(ServiceClue.NOT_DECODED)
            || isMissed(facts)
            || (facts.seen(ServiceClue.HTML) && isParsing(facts));
    boolean page = facts.captured("html_title").isPresent() && facts.call().code().isEmpty();
    if (!unread && !page && isEmpty(facts)) {
      return Outcome.possible(
          finding(facts, "the answer had neither an error code nor a message, as AWS gives them"),
          "what answered, and with which status",
          "the program with boto3.set_stream_logger(''): the lines Response headers and body");
    }
    if (!unread && !page) {
      return Outcome.NOT_SEEN;
    }
    Finding finding =
        finding(
            facts,
            unread
                ? "what answered does not speak the protocol of the service"
                : "a web page answered, as proxies and load balancers send it");
    return unread
        ? Outcome.confirmed(finding)
        : Outcome.possible(
            finding, "which host answered", "curl -sv <endpoint-url>: the headers Server and Via");
  }

  /** Whether botocore took a failure from the status alone, for the body told nothing. */
  private static boolean isEmpty(Facts facts) {
    String code = facts.call().code();
    String message = facts.call().message();
    return facts.exception("ClientError")
        && (code.isEmpty() || code.equals("Unknown"))
        && (message.isEmpty() || message.equals("Unknown"));
  }

  private static Finding finding(Facts facts, String summary) {
    return new Finding(
        summary,
        Finding.Specificity.CODE,
        Stream.concat(Stream.of(facts.citeError()), GivenProxy.cited(facts).stream()).toList(),
        List.of(
            Fix.command(
                "see what answers there",
                "curl -sv " + Literal.shell(facts.call().endpoint(), "<endpoint-url>")),
            Fix.command(
                "see which endpoint and proxy are configured",
                "env | grep -i -E 'AWS_ENDPOINT|proxy'; aws configure list")),
        new Verification.Probe(
            "curl -s -o /dev/null -w '%{http_code} %{content_type}' "
                + Literal.shell(facts.call().endpoint(), "<endpoint-url>"),
            "the answer is XML or JSON, not HTML"));
  }

  /** Whether botocore's parser found well-formed XML without the element that the service sends. */
  private static boolean isMissed(Facts facts) {
    return facts.exception("KeyError")
        && facts.frames().stream()
            .anyMatch(f ->
                f.function().equals("_find_result_wrapped_shape")
                    || (f.equals(facts.frames().getLast())
                        && f.file().endsWith("botocore/parsers.py")));
  }

  /** Whether an answer of a service was being parsed, not one of instance metadata. */
  private static boolean isParsing(Facts facts) {
    if (facts.exception("JSONDecodeError")) {
      return facts.frames().stream()
          .noneMatch(f -> f.function().equals("_retrieve_credentials_using"));
    }
    return facts.exception("ValueError", "ParseError", "ExpatError")
        && facts.frames().stream().anyMatch(f -> f.file().endsWith("parsers.py"));
  }
}
