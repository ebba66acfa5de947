package awsleuth.core.cause.credentials;

import awsleuth.core.cause.Cause;
import awsleuth.core.cause.Finding;
import awsleuth.core.cause.Fix;
import awsleuth.core.cause.Outcome;
import awsleuth.core.cause.Stage;
import awsleuth.core.evidence.ProfileSetting;
import awsleuth.core.fact.Citation;
import awsleuth.core.fact.Facts;
import awsleuth.core.fact.Literal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The MFA code was refused or nobody can type one. */
final class MfaRejected implements Cause {

  @Override
  public String id() {
    return "credentials/mfa-rejected";
  }

  @Override
  public Stage stage() {
    return Stage.CREDENTIALS;
  }

  @Override
  public Outcome examine(Facts facts) {
    if (facts.exception("EOFError") && facts.seen(CredentialsClue.MFA_ASKED)) {
      return Outcome.confirmed(unattended(facts));
    }
    if (!(facts.exception("RefreshWithMFAUnsupportedError")
        || (facts.code("AccessDenied", "ValidationError", "AccessDeniedException")
            && facts.call().service().equals("sts")
            && facts.seen(CredentialsClue.MFA)))) {
      return Outcome.NOT_SEEN;
    }
    return Outcome.confirmed(
        new Finding(
            "the MFA code or device was refused, or nobody can type a code",
            Finding.Specificity.MESSAGE,
            List.of(facts.citation(CredentialsClue.MFA).orElseGet(facts::citeError)),
            List.of(
                nextCode(facts),
                Fix.setting(
                    "the device of the caller, in the profile",
                    "mfa_serial = arn:aws:iam::<account-id>:mfa/<device>")),
            Identity.who(facts, "it prints the role")));
  }

  /** The CLI asks for the code itself where the profile in use assumes the role. */
  private static Fix nextCode(Facts facts) {
    Optional<String> device =
        facts
            .parameter("SerialNumber")
            .or(() -> setting(facts, "mfa_serial").map(ProfileSetting::value));
    Optional<String> role = setting(facts, "role_arn").map(ProfileSetting::value);
    return device.isPresent() && role.isPresent() && isAsked(role.get(), facts)
        ? Fix.command(
            "type the next code of " + Literal.line(device.get()),
            Identity.WHO + Identity.profileOption(facts))
        : Fix.command(
            "use the next code, and the serial number of the device",
            "aws sts get-session-token --serial-number "
                + device.map(Literal::shell).orElse("<arn-of-device>")
                + " --token-code <code>");
  }

  /** Whether it may be this role that was refused, and not one that the program asks for. */
  private static boolean isAsked(String role, Facts facts) {
    return facts.parameter("RoleArn").filter(r -> !r.equals(role)).isEmpty();
  }

  /** One of the profile in use; empty where no evidence has it. */
  private static Optional<ProfileSetting> setting(Facts facts, String key) {
    return facts.settings().stream()
        .filter(s -> s.key().equals(key))
        .filter(s -> s.profile().equals(Identity.profile(facts)))
        .findFirst();
  }

  /** botocore asks by Python's {@code getpass}, which finds the end of standard input. */
  private static Finding unattended(Facts facts) {
    List<Citation> because = new ArrayList<>();
    because.add(facts.cite("botocore asks for an MFA code, and its input ends"));
    Identity.chosen(facts).ifPresent(because::add);
    setting(facts, "mfa_serial")
        .ifPresent(s -> because.add(Facts.cite("[" + s.section() + "] wants one", s.source())));
    return new Finding(
        facts.seen(CredentialsClue.NO_TERMINAL)
            ? "an MFA code is asked for, and there is no terminal to type it on"
            : "an MFA code is asked for, and none was typed",
        Finding.Specificity.MESSAGE,
        because,
        List.of(
            Fix.command(
                "in a terminal, give the program credentials that were made with a code",
                "eval \"$(aws configure export-credentials"
                    + Identity.profileOption(facts)
                    + " --format env)\""),
            Fix.askAdministrator(
                "for what runs unattended, have a role whose trust policy asks for no MFA",
                "aws iam get-role --role-name <role> --query Role.AssumeRolePolicyDocument")),
        Identity.who(facts, "it prints the role"));
  }
}
