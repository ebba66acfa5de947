package awsleuth.core.cause.client;

import awsleuth.core.cause.Cause;
import awsleuth.core.cause.Finding;
import awsleuth.core.cause.Fix;
import awsleuth.core.cause.Outcome;
import awsleuth.core.cause.Stage;
import awsleuth.core.cause.Verification;
import awsleuth.core.fact.Facts;
import java.util.List;

/** A body was read twice, after closing, or cannot be rewound. */
final class StreamMisuse implements Cause {

  @Override
  public String id() {
    return "client/stream-misuse";
  }

  @Override
  public Stage stage() {
    return Stage.AFTERWARDS;
  }

  @Override
  public Outcome examine(Facts facts) {
    if (!(facts.exception("UnseekableStreamError") || facts.seen(ClientClue.STREAM))) {
      return Outcome.NOT_SEEN;
    }
    return Outcome.confirmed(
        new Finding(
            "the body is read again, closed or cannot be rewound",
            Finding.Specificity.MESSAGE,
            List.of(facts.citation(ClientClue.STREAM).orElseGet(facts::citeError)),
            List.of(
                Fix.codeEdit(
                    "read a body once and keep the bytes", "data = response[\"Body\"].read()"),
                Fix.codeEdit(
                    "give a body that can be rewound for retries",
                    "body = io.BytesIO(stream.read())")),
            new Verification.Rerun(
                "<the program>", "the body is read once, and a retry can send it again")));
  }
}
