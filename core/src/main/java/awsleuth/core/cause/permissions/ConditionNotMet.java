package awsleuth.core.cause.permissions;

import awsleuth.core.cause.Again;
import awsleuth.core.cause.Cause;
import awsleuth.core.cause.Finding;
import awsleuth.core.cause.Fix;
import awsleuth.core.cause.Outcome;
import awsleuth.core.cause.Stage;
import awsleuth.core.cause.Verification;
import awsleuth.core.cause.permissions.PolicyMatch.Match;
import awsleuth.core.evidence.PolicyDocument;
import awsleuth.core.fact.Answers;
import awsleuth.core.fact.Citation;
import awsleuth.core.fact.Denial;
import awsleuth.core.fact.Facts;
import awsleuth.core.fact.Need;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** A statement turns on a condition key whose value differs or is absent. */
final class ConditionNotMet implements Cause {

  private static final int MOST = 3;

  @Override
  public String id() {
    return "permissions/condition-not-met";
  }

  @Override
  public Stage stage() {
    return Stage.AUTHORIZATION;
  }

  @Override
  public Outcome examine(Facts facts) {
    Decision decision = Decision.of(facts);
    if (!decision.claims(Reason.CONDITION)) {
      return decision.without();
    }
    Access access = Access.of(facts);
    List<Match> matches = turning(facts, access);
    if (matches.isEmpty()) {
      return decision.answer(
          Reason.CONDITION, unseen(facts, access), Needs.identityPolicies(facts, access));
    }
    boolean deny = !matches.getFirst().statement().allow();
    boolean open = !decision.isProven(Reason.CONDITION);
    boolean perhaps = deny && open;
    Turning turning =
        deny && !perhaps
            ? new Turning(Unmet.all(facts, matches.getFirst()), List.of(), List.of())
            : Turning.of(facts, matches);
    List<Unmet> unmet =
        turning.named().isEmpty() ? Unmet.all(facts, matches.getFirst()) : turning.named();
    boolean role = open && RoleTags.meetAny(facts, turning);
    List<Fix> fixes = fixes(facts, unmet, deny, turning.isDecided());
    Finding finding =
        new Finding(
            perhaps || role
                ? perhaps(unmet, deny)
                : turning.isDecided() ? summary(unmet, deny) : undecided(unmet),
            Finding.Specificity.EVIDENCE,
            cite(facts, unmet, matches.getFirst()),
            role ? Stream.concat(fixes.stream(), Stream.of(RoleTags.again(facts))).toList() : fixes,
            verification(facts, unmet.getFirst(), deny));
    Need need = turning.open().isEmpty() ? Needs.event(facts) : Needs.keys(facts, turning.open());
    return decision.answer(Reason.CONDITION, finding, role ? RoleTags.need() : need);
  }

  private static Verification verification(Facts facts, Unmet unmet, boolean deny) {
    Optional<Map<String, String>> instead =
        ConditionParameter.of(facts, unmet, deny)
            .map(ConditionParameter::instead)
            .or(() ->
                deny
                    ? RequestChange.ofDeny(facts, unmet).map(RequestChange::instead)
                    : Optional.empty())
            .or(() -> tags(facts, unmet));
    return instead
        .map(values -> Again.of(facts, "the call succeeds", values))
        .orElseGet(() -> PolicyFixes.verification(facts));
  }

  /** The parameter for the tags that a request has to carry. */
  private static Optional<Map<String, String>> tags(Facts facts, Unmet unmet) {
    boolean tag = unmet.key().toLowerCase(Locale.ROOT).startsWith(RequestChange.TAG);
    List<String> wanted = unmet.condition().wanted();
    if (tag && unmet.condition().operator().equals("StringEquals") && wanted.size() == 1) {
      return TagArgument.of(
              facts, unmet.key().substring(RequestChange.TAG.length()), wanted.getFirst())
          .map(RequestChange::instead);
    }
    return tag && unmet.condition().operator().equalsIgnoreCase("Null")
        ? facts
            .catalog()
            .service(facts.call().service())
            .flatMap(s -> s.input(facts.call().operation()))
            .flatMap(i -> i.member("TagSpecifications"))
            .map(m -> Map.of(m.name(), ""))
        : Optional.empty();
  }

  /**
   * Of each statement the first, where it is clear which of its conditions keeps it; else of each
   * condition, but of who calls, which no fix changes.
   */
  private static List<Fix> fixes(Facts facts, List<Unmet> unmet, boolean deny, boolean decided) {
    Set<Match> seen = new HashSet<>();
    return unmet.stream()
        .filter(u -> decided ? seen.add(u.match()) : !u.isOfCaller() || unmet.size() == 1)
        .limit(MOST)
        .flatMap(u -> fixes(facts, u, deny).stream())
        .distinct()
        .toList();
  }

  /** A Deny of calls without TLS asks for no exception: the call is to be made by TLS. */
  private static List<Fix> fixes(Facts facts, Unmet unmet, boolean deny) {
    if (deny && unmet.key().equalsIgnoreCase(PlainHttp.KEY)) {
      return PlainHttp.fixes(facts);
    }
    List<Fix> left =
        ConditionParameter.of(facts, unmet, deny)
            .map(p -> PolicyFixes.left(facts, unmet.key(), p.value()))
            .or(() -> EndpointCall.of(unmet, deny).map(e -> e.left(facts, unmet)))
            .orElse(List.of());
    Fix fix = PolicyFixes.withNext(ConditionFixes.of(facts, unmet, deny), left);
    List<Fix> fixes =
        Stream.concat(left.stream(), PolicyFixes.before(facts, fix).stream()).distinct().toList();
    // What the call can send, and a tag, come before a change of policies.
    boolean first =
        ConditionParameter.of(facts, unmet, deny).isPresent()
            || ConditionFixes.sent(facts, unmet, deny).isPresent()
            || (!deny && TagFix.of(facts, unmet).isPresent());
    return first
        ? Stream.concat(
                Stream.of(fix),
                fixes.stream()
                    .filter(f -> !f.text().equals(fix.text()))
                    .map(f -> deny ? PolicyFixes.widening(f) : f))
            .toList()
        : fixes;
  }

  private static String perhaps(List<Unmet> unmet, boolean deny) {
    List<String> keys = unmet.stream().map(u -> "`" + u.key() + "`").distinct().toList();
    String which = keys.size() == 1 ? "the" : deny ? "a" : "an";
    String does =
        deny
            ? " may make " + which + " deny apply"
            : " may have kept " + which + " allow from applying";
    return Words.summary(
        (keys.size() == 1 ? "a condition on " : "conditions on ") + String.join(", ", keys) + does,
        "conditions on " + keys.size() + " keys" + does);
  }

  private static String undecided(List<Unmet> unmet) {
    List<String> keys = unmet.stream().map(u -> "`" + u.key() + "`").distinct().toList();
    return Words.summary(
        "one of the conditions on " + String.join(", ", keys) + " is not met",
        "one of the conditions on " + keys.size() + " keys is not met");
  }

  private static String summary(List<Unmet> unmet, boolean deny) {
    List<String> keys = unmet.stream().map(u -> "`" + u.key() + "`").distinct().toList();
    String does = deny ? " makes the deny apply" : " keeps the allow from applying";
    return keys.size() == 1
        ? Words.summary(
            "a condition on " + keys.getFirst() + does,
            "a condition decides whether the statement applies")
        : Words.summary(
            "conditions on " + String.join(" and ", keys) + " are not met",
            "conditions on " + keys.size() + " keys are not met");
  }

  private static List<Citation> cite(Facts facts, List<Unmet> unmet, Match match) {
    List<Citation> cited = new ArrayList<>(Words.told(facts));
    for (Unmet u : unmet) {
      cited.addAll(u.cite());
      KnownTags.of(facts).ofRole(u.key()).map(ContextValue::cite).ifPresent(cited::add);
      ConditionChange.of(facts, u).ifPresent(cited::add);
      if (u.key().equalsIgnoreCase("aws:PrincipalOrgID") && u.actual().isEmpty()) {
        Answers.organization(facts).ifPresent(cited::add);
      }
      KnownTags.of(facts).inVariables(u.condition().wanted()).stream()
          .map(ContextValue::cite)
          .forEach(cited::add);
    }
    cited.addAll(PolicyFixes.otherBlockers(facts, Layers.of(match.policy().type())));
    return List.copyOf(cited);
  }

  private static List<Match> turning(Facts facts, Access access) {
    PolicyMatch match = PolicyMatch.of(facts);
    List<Match> denying =
        access.isUnexplained() || access.denial().policyType() == PolicyDocument.Type.UNKNOWN
            ? match.denying()
            : match.denying(access.denial().policyType(), access.denial().policyArn());
    List<Match> surely = denying.stream().filter(Match::surely).toList();
    boolean open = access.denial().kind() == Denial.Kind.UNKNOWN;
    List<Match> all =
        access.denial().kind() == Denial.Kind.EXPLICIT || (open && !surely.isEmpty())
            ? (open ? surely : denying)
            : ResourceConditions.isDeciding(facts)
                ? ResourceConditions.of(facts)
                : match.covering();
    List<Match> turning =
        all.stream().filter(m -> !m.statement().conditions().isEmpty()).limit(MOST).toList();
    return open && turning.isEmpty()
        ? denying.stream().filter(m -> mayDeny(facts, m)).limit(MOST).toList()
        : turning;
  }

  /**
   * Whether a statement of the caller's or of the resource's own policies may deny it. botocore
   * calls by TLS unless it is told otherwise.
   */
  private static boolean mayDeny(Facts facts, Match deny) {
    boolean http =
        deny.statement().conditions().stream()
            .anyMatch(c -> c.key().equalsIgnoreCase(PlainHttp.KEY));
    if ((http && !PlainHttp.is(facts)) || !Turning.of(facts, deny).failing().isEmpty()) {
      return false;
    }
    return switch (deny.policy().type()) {
      case IDENTITY, UNKNOWN, RESOURCE -> true;
      case TRUST, BOUNDARY, SCP, RCP, SESSION, VPC_ENDPOINT -> false;
    };
  }

  private static Finding unseen(Facts facts, Access access) {
    return new Finding(
        "a condition may keep an allow from applying",
        Finding.Specificity.KIND,
        List.of(facts.citeError()),
        List.of(
            Fix.command(
                "look for conditions in the caller's policies",
                Words.identityPolicies(access).how())),
        Again.of(facts, "the call succeeds"));
  }
}
