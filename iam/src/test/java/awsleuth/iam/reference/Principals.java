package awsleuth.iam.reference;

import awsleuth.iam.policy.Effect;
import awsleuth.iam.policy.PolicyType;
import awsleuth.iam.policy.Principals.Entry;
import awsleuth.iam.policy.Principals.Kind;
import awsleuth.iam.policy.Statement;
import awsleuth.iam.reference.Reading.Question;
import java.util.List;
import java.util.function.Predicate;

/**
 * Principal and NotPrincipal (IAM user guide, "AWS JSON policy elements: Principal" and
 * "NotPrincipal").
 */
final class Principals {

  private final Caller caller;
  private final Service service;
  private final boolean bounded;
  private final Reading reading;

  /**
   * How statements name the caller.
   *
   * @param bounded whether it has a permissions boundary
   */
  Principals(Caller caller, Service service, boolean bounded, Reading reading) {
    this.caller = caller;
    this.service = service;
    this.bounded = bounded;
    this.reading = reading;
  }

  /** Whether the statement is about the caller. */
  boolean match(PolicyType type, Statement statement) {
    awsleuth.iam.policy.Principals principals = statement.principals();
    if (!type.namesPrincipals() || !principals.present()) {
      return true;
    }
    if (principals.negated()) {
      return statement.effect() == Effect.DENY
          ? !exempt(principals.entries())
          : named(statement) == Grant.NONE;
    }
    Grant grant = named(statement);
    boolean ofRootAlone =
        type == PolicyType.VPC_ENDPOINT && grant == Grant.TO_ACCOUNT && !caller.isRoot();
    return ofRootAlone ? !isGateway() : grant != Grant.NONE;
  }

  private boolean isGateway() {
    return service.hasGatewayEndpoints() && reading.says(Question.ENDPOINT_IS_A_GATEWAY);
  }

  /**
   * What the statement, an applicable Allow, gives. One with NotPrincipal, which AWS does not
   * support any more, let in everybody who is not listed.
   */
  Grant grant(Statement statement) {
    return statement.principals().negated() ? everyone(statement) : named(statement);
  }

  private Grant named(Statement statement) {
    return statement.principals().entries().stream()
        .map(entry -> grant(entry, statement))
        .reduce(Grant.NONE, Grant::better);
  }

  private Grant grant(Entry entry, Statement statement) {
    String value = entry.value().value();
    return switch (entry.kind()) {
      case EVERYONE -> everyone(statement);
      case AWS -> aws(value);
      case SERVICE -> directIf(caller.isService() && value.equals(caller.text()));
      case FEDERATED -> directIf(caller.isSigner() && value.equals(caller.text()));
      case CANONICAL_USER -> canonical();
    };
  }

  private Grant canonical() {
    return caller.hasIdentity() && reading.says(Question.CANONICAL_USER_IS_THE_CALLERS_ACCOUNT)
        ? Grant.TO_ACCOUNT
        : Grant.NONE;
  }

  /**
   * "IAM role": boundaries and session policies do not limit what is granted by {@code
   * aws:PrincipalArn} with a wildcard in Principal. What a wildcard alone gives to a session is not
   * documented; it is taken as what a role is given.
   */
  private Grant everyone(Statement statement) {
    boolean byArn =
        statement.conditions().stream()
            .anyMatch(c -> c.key().value().equalsIgnoreCase("aws:PrincipalArn"));
    return caller.isSession() && !byArn ? Grant.LIMITED : Grant.DIRECT;
  }

  private Grant aws(String value) {
    if (namesAccount(value)) {
      return caller.hasIdentity() ? Grant.TO_ACCOUNT : Grant.NONE;
    }
    if (caller.isRole() && value.equals(caller.roleArn())) {
      return Grant.LIMITED;
    }
    if (namesFederatingUser(value)) {
      return Grant.LIMITED;
    }
    return directIf(caller.hasPolicies() && value.equals(caller.text()));
  }

  /** "AWS account principals": twelve digits or the ARN of root, for every principal of it. */
  private boolean namesAccount(String value) {
    String account = caller.account();
    return !account.isEmpty()
        && (value.equals(account) || value.matches("arn:[a-z-]+:iam::\\Q" + account + "\\E:root"));
  }

  /** "AWS STS federated user principal": the ARN of the user who federated. */
  private boolean namesFederatingUser(String value) {
    return caller.isFederated()
        && value.matches("arn:[a-z-]+:iam::\\Q" + caller.account() + "\\E:user/.*")
        && value.substring(value.lastIndexOf('/') + 1).equals(caller.name());
  }

  private static Grant directIf(boolean named) {
    return named ? Grant.DIRECT : Grant.NONE;
  }

  /**
   * "NotPrincipal", key points: a principal with a boundary is always denied; the account and, for
   * a session, the role must be listed as well as the principal itself.
   */
  private boolean exempt(List<Entry> entries) {
    if (bounded) {
      return false;
    }
    if (entries.stream().anyMatch(e -> e.kind() == Kind.EVERYONE)) {
      return true;
    }
    boolean account = lists(entries, this::namesAccount);
    boolean itself = caller.isRoot() ? account : lists(entries, caller.text()::equals);
    boolean role = !caller.isRole() || lists(entries, caller.roleArn()::equals);
    if (caller.isUser() && itself && !account) {
      return !reading.says(Question.LISTED_USER_IS_DENIED_WITHOUT_ITS_ACCOUNT);
    }
    return itself && role && (account || !caller.hasIdentity());
  }

  private static boolean lists(List<Entry> entries, Predicate<String> wanted) {
    return entries.stream().anyMatch(entry -> wanted.test(entry.value().value()));
  }
}
