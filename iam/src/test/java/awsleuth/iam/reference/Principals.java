package awsleuth.iam.reference;

import awsleuth.iam.policy.Effect;
import awsleuth.iam.policy.PolicyType;
import awsleuth.iam.policy.Principals.Entry;
import awsleuth.iam.policy.Statement;
import java.util.List;

/**
 * Principal and NotPrincipal (IAM user guide, "AWS JSON policy elements: Principal" and
 * "NotPrincipal").
 */
final class Principals {

  private final Caller caller;
  private final boolean bounded;

  /**
   * Names the caller.
   *
   * @param bounded whether it has a permissions boundary
   */
  Principals(Caller caller, boolean bounded) {
    this.caller = caller;
    this.bounded = bounded;
  }

  /** Whether the statement is about the caller. */
  boolean match(PolicyType type, Statement statement) {
    awsleuth.iam.policy.Principals principals = statement.principals();
    if (!type.namesPrincipals() || !principals.present()) {
      return true;
    }
    if (principals.negated()) {
      return statement.effect() == Effect.DENY && !exempt(principals.entries());
    }
    return principals.entries().stream().anyMatch(entry -> grant(entry, statement) != Grant.NONE);
  }

  /** What the statement, an Allow that names the caller, gives. */
  Grant grant(Statement statement) {
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
      case FEDERATED -> directIf(caller.isProvider() && value.equals(caller.text()));
      case CANONICAL_USER -> Grant.NONE;
    };
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
    boolean itself = (caller.hasPolicies()) && value.equals(caller.text());
    return directIf(itself);
  }

  /** "AWS account principals": twelve digits or the ARN of root, for every principal of it. */
  private boolean namesAccount(String value) {
    String account = caller.account();
    return !account.isEmpty()
        && (value.equals(account) || value.matches("arn:[a-z-]+:iam::" + account + ":root"));
  }

  /** "AWS STS federated user principal": the ARN of the user who federated. */
  private boolean namesFederatingUser(String value) {
    return caller.isFederated()
        && value.matches("arn:[a-z-]+:iam::" + caller.account() + ":user/.*")
        && value.substring(value.lastIndexOf('/') + 1).equals(caller.name());
  }

  private static Grant directIf(boolean named) {
    return named ? Grant.DIRECT : Grant.NONE;
  }

  /**
   * "NotPrincipal", key points: a principal with a boundary is always denied; the account and, for
   * a session, the role must be named as well as the principal itself.
   */
  private boolean exempt(List<Entry> entries) {
    if (entries.stream().anyMatch(e -> e.kind() == awsleuth.iam.policy.Principals.Kind.EVERYONE)) {
      return !bounded;
    }
    if (!caller.hasIdentity()) {
      return entries.stream().anyMatch(this::namesOutsider);
    }
    boolean account = entries.stream().anyMatch(e -> namesAccount(e.value().value()));
    boolean itself = caller.isRoot() || names(entries, caller.text());
    boolean role = !caller.isRole() || names(entries, caller.roleArn());
    return !bounded && account && itself && role;
  }

  private boolean namesOutsider(Entry entry) {
    return grant(entry) != Grant.NONE;
  }

  private Grant grant(Entry entry) {
    String value = entry.value().value();
    return switch (entry.kind()) {
      case EVERYONE -> Grant.DIRECT;
      case SERVICE -> directIf(caller.isService() && value.equals(caller.text()));
      case FEDERATED -> directIf(caller.isProvider() && value.equals(caller.text()));
      case AWS, CANONICAL_USER -> Grant.NONE;
    };
  }

  private static boolean names(List<Entry> entries, String arn) {
    return entries.stream().anyMatch(e -> e.value().value().equals(arn));
  }
}
