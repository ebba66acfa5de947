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
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** A policy wants multi-factor authentication that the session lacks. */
final class MfaRequired implements Cause {

  private static final String PRESENT = "aws:MultiFactorAuthPresent";
  private static final String MADE = "userIdentity.sessionContext.attributes.creationDate";
  private static final String AGE = "aws:MultiFactorAuthAge";

  /** What a session has that was just made with a code. */
  private static final SortedMap<String, String> NEW =
      new TreeMap<>(Map.of(PRESENT, "true", AGE, "0"));

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
    Optional<Citation> old = told ? Optional.empty() : old(facts);
    Finding finding =
        new Finding(
            old.isPresent()
                ? "a policy wants a newer multi-factor authentication than the session's"
                : "a policy wants multi-factor authentication, which the session lacks",
            told ? Finding.Specificity.MESSAGE : Finding.Specificity.EVIDENCE,
            told ? Words.cite(facts, PermissionsClue.MFA) : because(facts, old),
            List.of(ProvenCall.of(facts, fix(Access.of(facts)), NEW)),
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

  /** What shows that the session has it, where the condition is on its age. */
  private static Optional<Citation> old(Facts facts) {
    boolean age =
        match(facts).stream()
            .flatMap(m -> Unmet.all(facts, m).stream())
            .anyMatch(u -> u.key().equalsIgnoreCase(AGE));
    return age
        ? ContextValue.of(facts, PRESENT)
            .filter(v -> v.value().filter("true"::equals).isPresent())
            .map(ContextValue::cite)
        : Optional.empty();
  }

  /** How long before the call the session was made, which the authentication is not newer than. */
  private static Optional<Citation> age(Facts facts) {
    return facts
        .event()
        .flatMap(e -> {
          try {
            long seconds =
                Duration.between(Instant.parse(e.field(MADE)), Instant.parse(e.time())).toSeconds();
            return seconds > 0
                ? Optional.of(
                    new Citation(
                        "the session was made " + seconds + " seconds before the call", e.at(MADE)))
                : Optional.empty();
          } catch (DateTimeException _) {
            return Optional.empty();
          }
        });
  }

  private static List<Citation> because(Facts facts, Optional<Citation> old) {
    List<Citation> because = new ArrayList<>(condition(facts));
    old.ifPresent(because::add);
    old.flatMap(_ -> age(facts)).ifPresent(because::add);
    return List.copyOf(because);
  }

  /** The statement whose condition it is; empty where none is given. */
  private static Optional<Match> match(Facts facts) {
    PolicyMatch match = PolicyMatch.of(facts);
    List<Match> all = new ArrayList<>(match.denying());
    all.addAll(match.covering());
    all.addAll(TrustDecider.naming(facts, Access.of(facts)));
    return all.stream()
        .filter(m -> !m.statement().conditions().isEmpty() && Unmet.of(facts, m).isMfa())
        .findFirst();
  }

  private static List<Citation> condition(Facts facts) {
    Optional<Match> match = match(facts);
    if (match.isEmpty()) {
      return List.of(facts.citeError());
    }
    Match m = match.get();
    List<Citation> cited = new ArrayList<>(Words.told(facts));
    cited.addAll(Unmet.of(facts, m).cite());
    Unmet.all(facts, m).stream().filter(u -> !u.isMfa()).forEach(u -> cited.addAll(u.cite()));
    cited.addAll(PolicyFixes.otherBlockers(facts, Layers.of(m.policy().type())));
    return List.copyOf(cited);
  }
}
