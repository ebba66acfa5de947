package awsleuth.core.cause.client;

import awsleuth.core.cause.Cause;
import awsleuth.core.cause.Finding;
import awsleuth.core.cause.Fix;
import awsleuth.core.cause.Outcome;
import awsleuth.core.cause.Stage;
import awsleuth.core.cause.Verification;
import awsleuth.core.fact.Facts;
import java.util.List;

/** HTTPClientError wraps an exception of the program's own process. */
final class WrappedLocalError implements Cause {

  @Override
  public String id() {
    return "client/wrapped-local-error";
  }

  @Override
  public Stage stage() {
    return Stage.SEND;
  }

  @Override
  public Outcome examine(Facts facts) {
    if (!(facts.exception("HTTPClientError")
        && facts.seen(ClientClue.WRAPPED)
        && !facts.seen(ClientClue.ELSEWHERE)
        && !facts.seen(ClientClue.RESOURCES)
        && !(facts.seen(ClientClue.NOT_POSITIVE) && isAskingMetadata(facts)))) {
      return Outcome.NOT_SEEN;
    }
    return Outcome.confirmed(
        new Finding(
            "an exception of the program itself came up inside the HTTP client",
            Finding.Specificity.MESSAGE,
            List.of(facts.citeError()),
            List.of(
                Fix.codeEdit(
                    "look at the first exception of the chain: a logging formatter, a patched"
                        + " module, a signal handler",
                    "logging.getLogger(\"urllib3\").setLevel(logging.WARNING)")),
            new Verification.Rerun("<the program>", "the inner exception does not come up")));
  }

  /** Whether it came up where botocore asks instance metadata, with a timeout of its own. */
  private static boolean isAskingMetadata(Facts facts) {
    return facts.boto().raised().equals("HTTPClientError")
        || facts.frames().stream().anyMatch(f -> f.function().equals("_fetch_metadata_token"));
  }
}
