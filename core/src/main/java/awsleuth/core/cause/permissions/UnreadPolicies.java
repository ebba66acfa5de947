package awsleuth.core.cause.permissions;

import awsleuth.core.evidence.NotRead;
import awsleuth.core.evidence.PolicyDocument;
import awsleuth.core.evidence.Source;
import awsleuth.core.fact.Citation;
import awsleuth.core.fact.Denial;
import awsleuth.core.fact.Facts;
import awsleuth.core.fact.Literal;
import awsleuth.core.fact.Need;
import awsleuth.iam.policy.Fault;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The policies of a request that are no JSON, or that AWS did not show: what they say is not known,
 * so nothing follows from the others not saying it.
 */
record UnreadPolicies(List<PolicyDocument> documents, List<NotRead> notShown) {

  /** What is concluded from no policy saying otherwise. */
  private static final Set<Reason> OF_IDENTITY =
      EnumSet.of(Reason.NO_IDENTITY_ALLOW, Reason.RESOURCE, Reason.ACTION, Reason.PASS_ROLE);

  /** Of those that AWS did not show so many are told. */
  private static final int MOST = 3;

  static UnreadPolicies of(Facts facts) {
    PolicyOwner owner = PolicyOwner.of(facts);
    return new UnreadPolicies(
        facts.policies().stream().filter(p -> p.unread().isPresent() && owner.isOf(p)).toList(),
        ofCaller(facts));
  }

  /** The identity-based policies of the caller that AWS did not show. */
  static List<NotRead> ofCaller(Facts facts) {
    String caller = Access.of(facts).principal();
    return facts.given(NotRead.class).stream()
        .filter(n -> n.type() == PolicyDocument.Type.IDENTITY)
        .filter(n -> caller.isEmpty() || n.of().equals(caller) || Principals.isSame(n.of(), caller))
        .toList();
  }

  /** The decision as far as it holds whatever these policies say. */
  Decision weigh(Decision decision, Access access) {
    if (documents.isEmpty() && notShown.isEmpty()) {
      return decision;
    }
    Optional<Reason> weak = decision.proven().filter(r -> rests(r) || restsOnShown(r, access));
    Decision held =
        weak.isPresent()
            ? Decision.leaves(access, EnumSet.of(weak.get(), Reason.RESOURCE, Reason.CONDITION))
            : decision;
    return held.with(this);
  }

  private boolean rests(Reason reason) {
    return (OF_IDENTITY.contains(reason) && (has(PolicyDocument.Type.IDENTITY) || hasUnknown()))
        || (reason == Reason.NO_RESOURCE_ALLOW && has(PolicyDocument.Type.RESOURCE));
  }

  /** AWS itself may say that no identity-based policy allows it: then those not shown do not. */
  private boolean restsOnShown(Reason reason, Access access) {
    return !notShown.isEmpty()
        && (OF_IDENTITY.contains(reason) || reason == Reason.CONDITION || reason == Reason.MFA)
        && !access.isImplicit(PolicyDocument.Type.IDENTITY)
        && access.denial().kind() != Denial.Kind.EXPLICIT;
  }

  private boolean hasUnknown() {
    return has(PolicyDocument.Type.UNKNOWN);
  }

  private boolean has(PolicyDocument.Type type) {
    return documents.stream().anyMatch(p -> p.type() == type);
  }

  /** What keeps each of them from being read. */
  List<Citation> citations() {
    return Stream.concat(
            documents.stream().map(UnreadPolicies::cite),
            notShown.stream().limit(MOST).map(UnreadPolicies::cite))
        .toList();
  }

  private static Citation cite(NotRead policy) {
    return new Citation(
        "what it allows is not known: " + policy.what() + " (" + policy.why() + ")",
        policy.source());
  }

  private static Citation cite(PolicyDocument document) {
    String why = document.unread().map(Fault::message).orElse("");
    return new Citation(
        "`" + name(document) + "` is no valid JSON, so what it allows is not known: " + why,
        document.source());
  }

  /** What each of them says. */
  List<Need> needs() {
    Stream<Need> mended =
        documents.stream()
            .map(p -> {
              Source at = p.source();
              return new Need(
                  "what `" + name(p) + "` says, once line " + at.line() + " is mended",
                  "awsleuth policy check " + Literal.shell(at.artifact()));
            });
    Stream<Need> shown =
        notShown.stream()
            .filter(n -> !n.how().isEmpty())
            .limit(MOST)
            .map(n -> new Need(n.what() + " (" + n.why() + ")", n.how()));
    return Stream.concat(mended, shown).toList();
  }

  private static String name(PolicyDocument document) {
    String path = document.source().artifact();
    return path.substring(path.lastIndexOf('/') + 1);
  }
}
