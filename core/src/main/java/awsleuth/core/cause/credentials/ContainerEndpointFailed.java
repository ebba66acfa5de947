package awsleuth.core.cause.credentials;

import awsleuth.core.cause.Cause;
import awsleuth.core.cause.Finding;
import awsleuth.core.cause.Outcome;
import awsleuth.core.cause.Stage;
import awsleuth.core.fact.Citation;
import awsleuth.core.fact.Facts;
import java.util.List;

/** The credentials endpoint of the container failed. */
final class ContainerEndpointFailed implements Cause {

  @Override
  public String id() {
    return "credentials/container-endpoint-failed";
  }

  @Override
  public Stage stage() {
    return Stage.CREDENTIALS;
  }

  @Override
  public Outcome examine(Facts facts) {
    boolean token = isTokenUnread(facts);
    if (!token
        && !(facts.call().code().isEmpty()
            && (facts.call().endpoint().contains("169.254.170.2") || isTold(facts)))) {
      return Outcome.NOT_SEEN;
    }
    return Outcome.confirmed(
        new Finding(
            summary(facts, token),
            Finding.Specificity.MESSAGE,
            List.of(cited(facts)),
            new ContainerFixes(facts, isPod(facts)).all(),
            Identity.who(facts, "it prints the role of the task")));
  }

  private static String summary(Facts facts, boolean token) {
    return facts.seen(CredentialsClue.UNSUPPORTED_HOST)
        ? "botocore does not ask this host for a container's credentials"
        : facts.seen(CredentialsClue.BAD_TOKEN)
            ? "the token for a container's credentials has a line break in it"
            : token
                ? "the token that the pod asks for its credentials with is unusable"
                : "the credentials endpoint of the task or pod failed";
  }

  private static Citation cited(Facts facts) {
    return facts.seen(CredentialsClue.UNSUPPORTED_HOST)
        ? facts.citeError()
        : facts.citation(CredentialsClue.CONTAINER).orElseGet(facts::citeError);
  }

  private static boolean isTold(Facts facts) {
    return (facts.exception("KeyError", "ValueError")
            && facts.seen(CredentialsClue.CONTAINER_ASKED))
        || (facts.seen(CredentialsClue.CONTAINER)
            && (facts.call().exception().isEmpty()
                || facts.exception(
                    "CredentialRetrievalError",
                    "MetadataRetrievalError",
                    "ValueError",
                    "ConnectTimeoutError",
                    "EndpointConnectionError")));
  }

  /**
   * Whether the file that AWS_CONTAINER_AUTHORIZATION_TOKEN_FILE names cannot be read, or has a
   * line break in it ({@code ContainerProvider._build_headers} of botocore).
   */
  private static boolean isTokenUnread(Facts facts) {
    return facts.seen(CredentialsClue.POD_TOKEN)
        && facts.exception(
            "FileNotFoundError", "PermissionError", "IsADirectoryError", "ValueError");
  }

  /** Whether it is the endpoint of EKS Pod Identity, not that of ECS. */
  private static boolean isPod(Facts facts) {
    if (facts.boto().hasEnvironment()) {
      return ContainerFixes.isSet(facts, ContainerFixes.TOKEN_FILE)
          || facts.seen(CredentialsClue.NO_ASSOCIATION);
    }
    return facts.seen(CredentialsClue.NO_ASSOCIATION)
        || facts.seen(CredentialsClue.NOT_ASSUMED)
        || isTokenUnread(facts)
        || facts.call().endpoint().contains("169.254.170.23")
        || (facts.seen(CredentialsClue.POD_ENDPOINT)
            && !facts.seen(CredentialsClue.UNSUPPORTED_HOST));
  }
}
