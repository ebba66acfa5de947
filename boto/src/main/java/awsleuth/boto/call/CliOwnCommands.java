package awsleuth.boto.call;

import java.util.Map;
import java.util.Set;

/**
 * Commands of the AWS CLI that are no operation of a service: they make several calls, or none.
 *
 * @see <a href="https://docs.aws.amazon.com/cli/latest/reference/">AWS CLI command reference</a>
 */
public final class CliOwnCommands {

  private static final Set<String> TOP =
      Set.of("configure", "history", "help", "login", "logout", "ddb", "cli-dev");

  private static final Map<String, Set<String>> OF_SERVICES =
      Map.ofEntries(
          Map.entry("cloudformation", Set.of("deploy", "package")),
          Map.entry("cloudfront", Set.of("sign")),
          Map.entry(
              "cloudtrail", Set.of("create-subscription", "update-subscription", "validate-logs")),
          Map.entry("codeartifact", Set.of("login")),
          Map.entry("codecommit", Set.of("credential-helper")),
          Map.entry("codedeploy", Set.of("push", "register", "deregister", "install", "uninstall")),
          Map.entry("config", Set.of("get-status", "subscribe")),
          Map.entry("datapipeline", Set.of("create-default-roles", "list-runs")),
          Map.entry("dlm", Set.of("create-default-role")),
          Map.entry("ecr", Set.of("get-login", "get-login-password")),
          Map.entry("ecr-public", Set.of("get-login-password")),
          Map.entry("ecs", Set.of("deploy")),
          Map.entry("eks", Set.of("get-token", "update-kubeconfig")),
          Map.entry(
              "emr",
              Set.of("create-cluster", "create-default-roles", "get", "put", "socks", "ssh")),
          Map.entry("emr-containers", Set.of("update-role-trust-policy")),
          Map.entry("gamelift", Set.of("get-game-session-log", "upload-build")),
          Map.entry("logs", Set.of("start-live-tail", "tail")),
          Map.entry("rds", Set.of("generate-db-auth-token")),
          Map.entry(
              "dsql",
              Set.of("generate-db-connect-auth-token", "generate-db-connect-admin-auth-token")),
          Map.entry("s3", Set.of("cp", "ls", "mb", "mv", "presign", "rb", "rm", "sync", "website")),
          Map.entry("servicecatalog", Set.of("generate")),
          Map.entry("sso", Set.of("login", "logout")));

  private CliOwnCommands() {}

  /** Whether a command names no service at all, such as {@code configure}. */
  public static boolean isTop(String command) {
    return TOP.contains(command);
  }

  /** Whether a command of a boto3 client's service is the CLI's own. */
  public static boolean has(String service, String command) {
    return OF_SERVICES.getOrDefault(service, Set.of()).contains(command);
  }
}
