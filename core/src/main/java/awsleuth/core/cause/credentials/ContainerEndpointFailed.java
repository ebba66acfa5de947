package awsleuth.core.cause.credentials;

import awsleuth.core.cause.Cause;
import awsleuth.core.cause.Finding;
import awsleuth.core.cause.Fix;
import awsleuth.core.cause.Outcome;
import awsleuth.core.cause.Stage;
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
            token
                ? "the token that the pod asks for its credentials with is unusable"
                : "the credentials endpoint of the task or pod failed",
            Finding.Specificity.MESSAGE,
            List.of(facts.citation(CredentialsClue.CONTAINER).orElseGet(facts::citeError)),
            List.of(
                facts.seen(CredentialsClue.NO_ASSOCIATION)
                    ? associate()
                    : isPod(facts)
                        ? Fix.command(
                            "ask it",
                            "curl -s -H \"Authorization: $(cat"
                                + " $AWS_CONTAINER_AUTHORIZATION_TOKEN_FILE)\""
                                + " \"$AWS_CONTAINER_CREDENTIALS_FULL_URI\"")
                        : Fix.command("ask it", "curl -s " + address(facts)),
                isPod(facts)
                    ? Fix.askAdministrator(
                        "see whether the pod's service account has a role, and whether the agent"
                            + " runs",
                        "aws eks list-pod-identity-associations --cluster-name <cluster>")
                    : Fix.askAdministrator(
                        "see whether the task has a role",
                        "aws ecs describe-task-definition --task-definition <task> --query"
                            + " taskDefinition.taskRoleArn")),
            Identity.who(facts, "it prints the role of the task")));
  }

  /** The relative address goes before the full one. */
  private static String address(Facts facts) {
    boolean full =
        facts.variable("AWS_CONTAINER_CREDENTIALS_FULL_URI").isPresent()
            && facts.variable("AWS_CONTAINER_CREDENTIALS_RELATIVE_URI").isEmpty();
    return full
        ? "\"$AWS_CONTAINER_CREDENTIALS_FULL_URI\""
        : "\"http://169.254.170.2$AWS_CONTAINER_CREDENTIALS_RELATIVE_URI\"";
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
    return facts.seen(CredentialsClue.NO_ASSOCIATION)
        || isTokenUnread(facts)
        || facts.call().endpoint().contains("169.254.170.23")
        || facts.seen(CredentialsClue.POD_ENDPOINT);
  }

  /** EKS user guide, "Assign an IAM role to a Kubernetes service account". */
  private static Fix associate() {
    return Fix.askAdministrator(
        "give the pod's service account a role",
        "aws eks create-pod-identity-association --cluster-name <cluster> --namespace <namespace>"
            + " --service-account <service account> --role-arn <role ARN>");
  }
}
