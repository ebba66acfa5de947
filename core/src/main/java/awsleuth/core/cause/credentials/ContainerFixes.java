package awsleuth.core.cause.credentials;

import awsleuth.core.cause.Fix;
import awsleuth.core.fact.Facts;
import java.util.List;

/**
 * What may lead to credentials from the endpoint of a container.
 *
 * @param pod whether it is that of EKS Pod Identity
 * @see <a
 *     href="https://docs.aws.amazon.com/sdkref/latest/guide/feature-container-credentials.html">
 *     Container credential provider</a>
 */
record ContainerFixes(Facts facts, boolean pod) {

  static final String TOKEN_FILE = "AWS_CONTAINER_AUTHORIZATION_TOKEN_FILE";
  private static final String TOKEN = "AWS_CONTAINER_AUTHORIZATION_TOKEN";
  private static final String FULL = "AWS_CONTAINER_CREDENTIALS_FULL_URI";
  private static final String RELATIVE = "AWS_CONTAINER_CREDENTIALS_RELATIVE_URI";

  static boolean isSet(Facts facts, String name) {
    return facts.variable(name).filter(v -> !v.value().isEmpty()).isPresent();
  }

  List<Fix> all() {
    if (facts.variable(FULL).filter(v -> v.value().isEmpty()).isPresent()
        && !isSet(facts, RELATIVE)) {
      return List.of(Fix.command("set to nothing it counts as set: take it out", "unset " + FULL));
    }
    if (facts.seen(CredentialsClue.UNSUPPORTED_HOST)) {
      return List.of(
          Fix.command(
              "without TLS name the machine itself, or the address of ECS or EKS; or ask by https",
              "export " + FULL + "=http://127.0.0.1:<port>/<path>"));
    }
    if (facts.seen(CredentialsClue.BAD_TOKEN)) {
      return List.of(token());
    }
    if (pod
        && facts.exception("FileNotFoundError", "PermissionError", "IsADirectoryError")
        && facts.seen(CredentialsClue.POD_TOKEN)) {
      return List.of(file(), role());
    }
    return facts.seen(CredentialsClue.NO_ASSOCIATION)
        ? List.of(associate(), role())
        : List.of(Fix.command("ask it", "curl -s " + header() + address()), role());
  }

  private Fix token() {
    String title = "write the token without the line break";
    return isSet(facts, TOKEN) && !isSet(facts, TOKEN_FILE)
        ? Fix.command(
            title, "export " + TOKEN + "=\"$(printf %s \"$" + TOKEN + "\" | tr -d '\\r\\n')\"")
        : Fix.command(
            title + " into a file, and name that",
            "cat \"$"
                + TOKEN_FILE
                + "\" | tr -d '\\r\\n' | install -m 600 /dev/stdin token && export "
                + TOKEN_FILE
                + "=\"$PWD/token\"");
  }

  /**
   * EKS user guide, "Understand how EKS Pod Identity works": the agent's webhook mounts the file
   * and sets the variable in pods that are made when their service account has an association.
   */
  private static Fix file() {
    return Fix.command(
        "see whether the file is there and may be read: EKS mounts it where it sets the variable",
        "ls -l \"$" + TOKEN_FILE + "\"; id");
  }

  /** The file goes before the variable. */
  private String header() {
    return pod
        ? "-H \"Authorization: $(cat \"$" + TOKEN_FILE + "\")\" "
        : isSet(facts, TOKEN) ? "-H \"Authorization: $" + TOKEN + "\" " : "";
  }

  /** The relative address goes before the full one. */
  private String address() {
    boolean full = pod || (facts.variable(FULL).isPresent() && facts.variable(RELATIVE).isEmpty());
    return full ? "\"$" + FULL + "\"" : "\"http://169.254.170.2$" + RELATIVE + "\"";
  }

  private Fix role() {
    if (facts.seen(CredentialsClue.NOT_ASSUMED)) {
      return trust();
    }
    return pod
        ? Fix.askAdministrator(
            "see whether the pod's service account has a role, and whether the agent runs",
            "aws eks list-pod-identity-associations --cluster-name <cluster>")
        : Fix.askAdministrator(
            "see whether the task has a role",
            "aws ecs describe-task-definition --task-definition <task> --query"
                + " taskDefinition.taskRoleArn");
  }

  /** EKS user guide, "Create IAM role with trust policy required by EKS Pod Identity". */
  private static Fix trust() {
    return Fix.policyEdit(
        "let EKS Pod Identity assume the role: add this to the role's trust policy",
        """
        {
          "Effect": "Allow",
          "Principal": {"Service": "pods.eks.amazonaws.com"},
          "Action": ["sts:AssumeRole", "sts:TagSession"]
        }\
        """);
  }

  /** EKS user guide, "Assign an IAM role to a Kubernetes service account". */
  private static Fix associate() {
    return Fix.askAdministrator(
        "give the pod's service account a role",
        "aws eks create-pod-identity-association --cluster-name <cluster> --namespace <namespace>"
            + " --service-account <service account> --role-arn <role ARN>");
  }
}
