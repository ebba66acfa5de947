package awsleuth.core.cause.network;

import awsleuth.core.cause.Cause;
import awsleuth.core.cause.Finding;
import awsleuth.core.cause.Fix;
import awsleuth.core.cause.Outcome;
import awsleuth.core.cause.Stage;
import awsleuth.core.fact.Facts;
import java.util.List;

/** A configured endpoint URL is wrong. */
final class WrongEndpointUrl implements Cause {

  @Override
  public String id() {
    return "network/wrong-endpoint-url";
  }

  @Override
  public Stage stage() {
    return Stage.CLIENT;
  }

  @Override
  public Outcome examine(Facts facts) {
    if (!(facts.seen(EndpointClue.INVALID)
        || facts.exception("InvalidEndpointConfigurationError"))) {
      return Outcome.NOT_SEEN;
    }
    return Outcome.confirmed(
        new Finding(
            "the configured endpoint URL is not one that can be called",
            Finding.Specificity.MESSAGE,
            List.of(facts.citeError()),
            List.of(
                Fix.codeEdit(
                    "write scheme, host and port, without the bucket and without a path",
                    "boto3.client(\"s3\", endpoint_url=\"https://<host>:<port>\")"),
                Fix.command(
                    "find where it is set",
                    "env | grep AWS_ENDPOINT; grep -n endpoint_url ~/.aws/config")),
            Connections.rerun(facts, "the client is created")));
  }
}
