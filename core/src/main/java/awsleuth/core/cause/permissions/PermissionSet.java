package awsleuth.core.cause.permissions;

import awsleuth.core.cause.Finding;
import awsleuth.core.cause.Fix;
import awsleuth.core.cause.Outcome;
import awsleuth.core.fact.Facts;
import java.util.Optional;

/**
 * The permission set behind a caller whose role IAM Identity Center made. IAM refuses changes to
 * such roles: the permission set is edited and provisioned again.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/singlesignon/latest/userguide/permissionsetsconcept.html">IAM
 *     Identity Center user guide, permission sets</a>
 * @param name without the prefix and suffix that the role's name adds
 */
public record PermissionSet(String name) {

  private static final String PREFIX = "role/AWSReservedSSO_";

  /** The permission set of the caller; empty where its role is no such role. */
  static Optional<PermissionSet> of(Access access) {
    String owner = access.owner();
    int cut = owner.lastIndexOf('_');
    return owner.startsWith(PREFIX) && cut > PREFIX.length()
        ? Optional.of(new PermissionSet(owner.substring(PREFIX.length(), cut)))
        : Optional.empty();
  }

  /** An outcome that does not tell to change the policy of a role which only its maker changes. */
  @SuppressWarnings("IfChainToSwitch")
  public static Outcome told(Outcome outcome, Facts facts) {
    // A switch over types is linked anew at every start; see docs/decisions/0011.
    if (outcome instanceof Outcome.Confirmed c) {
      return new Outcome.Confirmed(told(c.finding(), facts));
    } else if (outcome instanceof Outcome.Possible p) {
      return new Outcome.Possible(told(p.finding(), facts), p.missing());
    }
    return outcome;
  }

  private static Finding told(Finding finding, Facts facts) {
    return finding.fixes().stream().anyMatch(PermissionSet::isOfCaller)
        ? of(Access.of(facts)).map(set -> set.told(finding)).orElse(finding)
        : finding;
  }

  private Finding told(Finding f) {
    return new Finding(
        f.summary(),
        f.specificity(),
        f.because(),
        f.fixes().stream().map(fix -> isOfCaller(fix) ? edited(fix.text()) : fix).toList(),
        f.verification());
  }

  /** Whether a fix adds a statement to the caller's policy: it names no principal. */
  private static boolean isOfCaller(Fix fix) {
    return fix instanceof Fix.PolicyEdit(var title, var text, var ready, var proof)
        && text.startsWith("{")
        && !text.contains("\"Principal\"")
        && !title.contains("execution role");
  }

  private Fix edited(String statement) {
    String of = " --instance-arn <instance ARN> --permission-set-arn <permission set ARN>";
    return Fix.askAdministrator(
        "ask for it in the permission set " + name + ": IAM refuses changes to its roles",
        "Permission set "
            + name
            + " of IAM Identity Center needs this statement beside those of its inline policy:\n"
            + statement
            + "\naws sso-admin get-inline-policy-for-permission-set"
            + of
            + "\naws sso-admin put-inline-policy-to-permission-set"
            + of
            + " --inline-policy file://<policy>.json\naws sso-admin provision-permission-set"
            + of
            + " --target-type ALL_PROVISIONED_ACCOUNTS");
  }
}
