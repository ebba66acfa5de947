package awsleuth.core.cause.permissions;

import awsleuth.core.cause.Again;
import awsleuth.core.cause.Cause;
import awsleuth.core.cause.Finding;
import awsleuth.core.cause.Fix;
import awsleuth.core.cause.Outcome;
import awsleuth.core.cause.Stage;
import awsleuth.core.cause.permissions.PolicyMatch.Match;
import awsleuth.core.fact.Citation;
import awsleuth.core.fact.Facts;
import awsleuth.core.fact.Literal;
import java.util.ArrayList;
import java.util.List;

/** A policy wants multi-factor authentication that the session lacks. */
final class MfaRequired implements Cause {

  @Override
  public String id() {
    return "permissions/mfa-required";
  }

  @Override
  public Stage stage() {
    return Stage.AUTHORIZATION;
  }

  @Override
  public Outcome examine(Facts facts) {
    Decision decision = Decision.of(facts);
    boolean told = facts.seen(PermissionsClue.MFA) && Access.of(facts).refused();
    if (!decision.claims(Reason.MFA) && !told) {
      return decision.without();
    }
    Finding finding =
        new Finding(
            "a policy wants multi-factor authentication, which the session lacks",
            told ? Finding.Specificity.MESSAGE : Finding.Specificity.EVIDENCE,
            told ? Words.cite(facts, PermissionsClue.MFA) : condition(facts),
            List.of(fix(Access.of(facts))),
            Again.of(facts, "the call succeeds in that session"));
    return told
        ? Outcome.confirmed(finding)
        : decision.answer(Reason.MFA, finding, Needs.event(facts));
  }

  /** GetSessionToken is for the long-term keys of users; a role is assumed anew. */
  private static Fix fix(Access access) {
    boolean role = access.principal().contains(":assumed-role/");
    String mfa = " --serial-number <MFA device ARN> --token-code <code>";
    return role
        ? Fix.command(
            "assume the role with an MFA code",
            "aws sts assume-role --role-arn "
                + Literal.shell(PrincipalElement.role(access))
                + " --role-session-name mfa"
                + mfa)
        : Fix.command("get a session with an MFA code", "aws sts get-session-token" + mfa);
  }

  private static List<Citation> condition(Facts facts) {
    PolicyMatch match = PolicyMatch.of(facts);
    List<Match> all = new ArrayList<>(match.denying());
    all.addAll(match.covering());
    all.addAll(TrustDecider.naming(facts, Access.of(facts)));
    for (Match m : all) {
      if (!m.statement().conditions().isEmpty() && Unmet.of(facts, m).isMfa()) {
        List<Citation> cited = new ArrayList<>(Unmet.of(facts, m).cite());
        Unmet.all(facts, m).stream().filter(u -> !u.isMfa()).forEach(u -> cited.addAll(u.cite()));
        cited.addAll(PolicyFixes.otherBlockers(facts, Layers.of(m.policy().type())));
        return List.copyOf(cited);
      }
    }
    return List.of(facts.citeError());
  }
}
