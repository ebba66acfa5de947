package awsleuth.core.cause.permissions;

import awsleuth.core.cause.Again;
import awsleuth.core.cause.Finding;
import awsleuth.core.cause.Fix;
import awsleuth.core.cause.Outcome;
import awsleuth.core.cause.Verification;
import awsleuth.core.cause.permissions.PolicyMatch.Match;
import awsleuth.core.evidence.PolicyDocument;
import awsleuth.core.evidence.Source;
import awsleuth.core.fact.Citation;
import awsleuth.core.fact.Denial;
import awsleuth.core.fact.Facts;
import awsleuth.core.fact.Need;
import awsleuth.iam.StatementReport;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The policies that limit what an identity-based policy can allow: all of them must allow, none may
 * deny (IAM user guide, "Policy evaluation logic").
 */
final class Layers {

  private static final int MOST = 3;

  private Layers() {}

  /** The outcome of the cause that stands for one type of policy. */
  static Outcome examine(
      Facts facts, Reason reason, PolicyDocument.Type type, String owner, String command) {
    Decision decision = Decision.of(facts);
    Access access = Access.of(facts);
    boolean told = access.denial().policyType() == type;
    Optional<Outcome> spared = ManagementAccount.spared(type, facts);
    if (spared.isPresent() && !told) {
      return spared.get();
    }
    if (!decision.claims(reason)) {
      return decision.without();
    }
    Optional<SessionStart> start =
        type == PolicyDocument.Type.SESSION ? SessionStart.likely(facts) : Optional.empty();
    List<Match> denying = PolicyMatch.of(facts).denying(type, access.denial().policyArn());
    List<Citation> because = new ArrayList<>();
    because.add(told ? access.cite() : facts.citeError());
    because.addAll(denies(facts, denying));
    if (told) {
      UntoldTypes.cite(facts).forEach(because::add);
      UngivenDeny.cite(facts).ifPresent(because::add);
    }
    List<StatementReport> decided =
        denying.isEmpty() ? PolicyFixes.denying(facts, of(type)) : List.of();
    decided.stream().limit(1).map(Layers::denies).forEach(because::add);
    if (denying.isEmpty()) {
      because.addAll(PolicyFixes.nearest(facts, of(type)));
    }
    start.map(s -> s.cite(facts)).ifPresent(because::add);
    because.addAll(PolicyFixes.otherBlockers(facts, of(type)));
    if (type == PolicyDocument.Type.SCP && !told && decision.isProven(reason)) {
      ManagementAccount.supposed(facts).ifPresent(because::add);
    }
    Finding finding =
        new Finding(
            summary(access, type, told, decision.isProven(reason)),
            denying.isEmpty()
                    && !told
                    && !decision.isProven(reason)
                    && start.filter(s -> s.limits(facts)).isEmpty()
                ? Finding.Specificity.KIND
                : Decision.specificity(access, !denying.isEmpty() || !told),
            because,
            fixes(facts, type, fix(access, type, owner, name(denying, decided))),
            verification(facts, denying));
    Need need =
        start.isPresent() && !told ? SessionStart.which() : Needs.policy(facts, type, command);
    return decision.answer(reason, finding, need);
  }

  /** The call as the Deny lets it through, where the call can be changed so. */
  private static Verification verification(Facts facts, List<Match> denying) {
    return denying.stream()
        .limit(1)
        .filter(m -> !m.statement().conditions().isEmpty())
        .flatMap(m -> RequestChange.ofDeny(facts, Unmet.of(facts, m)).stream())
        .findFirst()
        .map(c -> Again.of(facts, "the call succeeds", c.instead()))
        .orElseGet(() -> PolicyFixes.verification(facts));
  }

  /** The layer of decisions that a type of policy is in. */
  static awsleuth.iam.Layer of(PolicyDocument.Type type) {
    return switch (type) {
      case IDENTITY, UNKNOWN -> awsleuth.iam.Layer.IDENTITY;
      case RESOURCE, TRUST -> awsleuth.iam.Layer.RESOURCE;
      case BOUNDARY -> awsleuth.iam.Layer.BOUNDARY;
      case SCP -> awsleuth.iam.Layer.SCP;
      case RCP -> awsleuth.iam.Layer.RCP;
      case SESSION -> awsleuth.iam.Layer.SESSION;
      case VPC_ENDPOINT -> awsleuth.iam.Layer.VPC_ENDPOINT;
    };
  }

  /**
   * Cites the Deny that applies; where nothing tells which does, the first of those that may, of
   * which those against calls without TLS do so only where nothing else does.
   */
  static List<Citation> denies(Facts facts, List<Match> denying) {
    boolean sure =
        denying.isEmpty()
            || denying.getFirst().surely()
            || denying.getFirst().statement().conditions().isEmpty();
    List<Match> likely =
        PlainHttp.is(facts)
            ? denying
            : denying.stream().filter(d -> !Unmet.isOf(facts, d, PlainHttp.KEY)).toList();
    return (sure || likely.isEmpty() ? denying : likely)
        .stream().limit(sure ? 1 : MOST).flatMap(d -> deny(facts, d, sure).stream()).toList();
  }

  /** Cites a Deny of a policy that stands in an event, as it was decided. */
  private static Citation denies(StatementReport deny) {
    boolean plain = deny.statement().conditions().isEmpty();
    return new Citation(
        PolicyFixes.name(deny)
            + " denies action and resource "
            + NotPrincipals.words(deny.statement())
            + (plain ? "without a condition" : "and its conditions hold"),
        new Source(deny.policy().name(), deny.statement().at().line()));
  }

  private static String name(List<Match> denying, List<StatementReport> decided) {
    return denying.isEmpty()
        ? decided.stream().findFirst().map(PolicyFixes::name).orElse("")
        : denying.getFirst().name();
  }

  /** Cites a matching Deny, by its condition where it has one; by all where some are not known. */
  private static List<Citation> deny(Facts facts, Match deny, boolean sure) {
    if (!deny.statement().conditions().isEmpty()) {
      Unmet unmet = Unmet.of(facts, deny);
      Stream<Unmet> others =
          deny.statement().conditions().stream()
              .filter(c -> !sure && !c.equals(unmet.condition()))
              .map(c -> new Unmet(deny, c, ContextValue.of(facts, c.key())));
      return Stream.concat(
              Stream.concat(Stream.of(unmet), others).flatMap(u -> u.cite().stream()),
              ConditionChange.of(facts, unmet).stream())
          .toList();
    }
    return List.of(
        new Citation(
            deny.name()
                + " denies action and resource "
                + NotPrincipals.words(deny)
                + "without a condition",
            deny.statement().source()));
  }

  /** What the caller can do; then, as others own these policies, whom to ask, and the change. */
  private static List<Fix> fixes(Facts facts, PolicyDocument.Type type, Fix ask) {
    List<Fix> fixes = new ArrayList<>(CallFixes.of(facts));
    List<Unmet> denying =
        PolicyMatch.of(facts).denying(type, Access.of(facts).denial().policyArn()).stream()
            .filter(m -> !m.statement().conditions().isEmpty())
            .map(m -> Unmet.of(facts, m))
            .limit(1)
            .toList();
    if (denying.stream().anyMatch(u -> u.key().equalsIgnoreCase(PlainHttp.KEY))
        && PlainHttp.is(facts)) {
      return PlainHttp.fixes(facts); // no exception is to be asked for
    }
    denying.forEach(u -> ConditionFixes.sent(facts, u, true).ifPresent(fixes::add));
    boolean sent = !fixes.isEmpty();
    denying.forEach(u -> TakenLiterally.fix(facts, u.condition()).ifPresent(fixes::add));
    fixes.add(ask);
    boolean session =
        type == PolicyDocument.Type.SESSION
            && SessionStart.of(facts).flatMap(SessionStart::policy).isPresent();
    if (session || !facts.policies(type).isEmpty()) {
      PolicyFixes.before(facts, ask).stream()
          .filter(f -> !fixes.contains(f))
          .map(f -> sent ? PolicyFixes.widening(f) : f)
          .forEach(fixes::add);
    }
    EncodedMessage.beside(facts).ifPresent(fixes::add);
    return List.copyOf(fixes);
  }

  private static String summary(
      Access access, PolicyDocument.Type type, boolean told, boolean proven) {
    String untold = proven ? " does not allow " : " may deny ";
    String verb = told ? verb(access.denial().kind()) : untold;
    String words = Layer.words(type);
    String action = access.action().isEmpty() ? "the action" : "`" + access.action() + "`";
    if (verb.isEmpty()) {
      String bare = words.substring(words.indexOf(' ') + 1);
      return Words.summary("no " + bare + " allows " + action, "no " + bare + " allows the action");
    }
    return Words.summary(words + verb + action, words + verb + "the action");
  }

  /** Empty where none allows. */
  private static String verb(Denial.Kind kind) {
    return switch (kind) {
      case EXPLICIT -> " denies ";
      case IMPLICIT -> "";
      case UNKNOWN -> " refuses ";
    };
  }

  private static Fix fix(Access access, PolicyDocument.Type type, String owner, String denying) {
    String arn = access.denial().policyArn();
    String which = arn.isEmpty() ? "" : " (" + arn + ")";
    String statement = denying.isEmpty() ? "" : " The statement is " + denying + ".";
    String what =
        access.denial().kind() == Denial.Kind.EXPLICIT
            ? "Please except it from the Deny in " + Layer.words(type) + which + "." + statement
            : "Please let " + Layer.words(type) + " allow it." + statement;
    return Grants.ask(access, owner, what + " An Allow elsewhere has no effect.");
  }
}
