package awsleuth.core.cause.permissions;

import awsleuth.core.cause.Again;
import awsleuth.core.cause.Fix;
import awsleuth.core.cause.Verification;
import awsleuth.core.cause.permissions.PolicyMatch.Match;
import awsleuth.core.evidence.PolicyDocument;
import awsleuth.core.evidence.PolicyDocument.Element;
import awsleuth.core.fact.Citation;
import awsleuth.core.fact.Facts;
import awsleuth.core.fact.Literal;
import awsleuth.core.fact.Need;
import awsleuth.iam.Layer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What the role's trust policy says of the caller, and what to change. */
final class TrustEvidence {

  private TrustEvidence() {}

  static String summary(Facts facts, Access access, boolean service, boolean proven) {
    if (service) {
      return ServiceTrust.summary(facts);
    }
    Optional<Unmet> unmet = unmet(facts, access);
    if (unmet.isPresent()) {
      return Words.summary(
          "the role's trust policy wants another `" + unmet.get().key() + "`",
          "the role's trust policy turns on a condition");
    }
    if (FederatedTrust.isOther(facts, access)) {
      return "the role's trust policy names another provider than the token's";
    }
    if (FederatedTrust.is(access) && access.denial().policyType() != PolicyDocument.Type.TRUST) {
      return "the role is not there, or its trust policy does not accept the token";
    }
    if (access.isOfSession()) {
      String verb = proven ? "does not" : "may not";
      return "the role's trust policy " + verb + " allow `" + access.action() + "`";
    }
    return proven
        ? "the role's trust policy does not let the caller assume it"
        : "the role's trust policy may not let the caller assume it";
  }

  static List<Citation> cite(Facts facts, Access access, boolean service) {
    List<Citation> because = new ArrayList<>();
    if (service) {
      because.addAll(Words.cite(facts, PermissionsClue.UNASSUMABLE));
      ServiceAssume.of(facts).ifPresent(a -> because.addAll(a.cite()));
      return because;
    }
    because.add(access.sentence() ? access.cite() : facts.citeError());
    Optional<Unmet> unmet = unmet(facts, access);
    if (unmet.isPresent()) {
      unmets(facts, access).forEach(u -> because.addAll(u.cite()));
    } else if (hasTrust(facts)
        && TrustDecider.naming(facts, access).isEmpty()
        && !FederatedTrust.isOpen(facts, access)) {
      because.addAll(unnamed(facts, access));
      because.addAll(DeletedPrincipals.cite(facts));
    }
    return because;
  }

  /** What the statements lack: the caller, or of one that names it the action. */
  private static List<Citation> unnamed(Facts facts, Access access) {
    List<Match> others = TrustDecider.namingForOthers(facts, access);
    if (!others.isEmpty()) {
      Match m = others.getFirst();
      List<String> actions = m.statement().actions().stream().map(Element::value).toList();
      return List.of(
          new Citation(
              m.name() + " names the caller, but for `" + String.join("`, `", actions) + "` alone",
              m.statement().source()));
    }
    List<Citation> nearest = new ArrayList<>(ofOtherPartition(facts, access));
    nearest.addAll(PolicyFixes.nearest(facts, Layer.RESOURCE));
    return nearest.isEmpty()
        ? List.of(
            new Citation(
                "no statement of the trust policy names the caller",
                TrustDecider.trusts(facts).getFirst().source()))
        : nearest;
  }

  /** A partition is a world of its own: its principals are none of another's (AWS reference). */
  private static List<Citation> ofOtherPartition(Facts facts, Access access) {
    return TrustDecider.trusts(facts).stream()
        .flatMap(p -> p.statements().stream())
        .filter(s -> s.allow())
        .flatMap(s -> s.principals().stream())
        .filter(e -> Principals.coversElsewhere(e.value(), access.principal()))
        .limit(1)
        .map(e ->
            new Citation(
                "the trust policy names `"
                    + e.value().substring("AWS:".length())
                    + "`, of another partition than the caller's",
                e.source()))
        .toList();
  }

  /** Changes of the trust policy given, unless an external id is to be sent; else one fix. */
  static List<Fix> fixes(Facts facts, Access access) {
    Fix fix = fix(facts, access);
    return fix instanceof Fix.Setting || !hasTrust(facts)
        ? List.of(fix)
        : PolicyFixes.before(facts, fix, Set.of(Layer.RESOURCE));
  }

  private static Fix fix(Facts facts, Access access) {
    Optional<Unmet> unmet = unmet(facts, access);
    if (unmet.isPresent() && unmet.get().key().equalsIgnoreCase("sts:ExternalId")) {
      List<String> wanted = unmet.get().condition().wanted();
      Fix fix =
          Fix.setting(
              "send the external id that the role wants",
              "external_id = " + Literal.setting(String.join(", ", wanted)));
      return wanted.size() == 1
          ? ProvenCall.of(facts, fix, unmet.get().key(), wanted.getFirst())
          : fix;
    }
    if (FederatedTrust.is(access)) {
      return Fix.policyEdit(
          "let the role's trust policy admit the provider, with its audience and subject",
          FederatedTrust.statement(facts, access));
    }
    PrincipalElement caller = PrincipalElement.of(access);
    return Fix.policyEdit(
        "add this statement to the role's trust policy" + caller.remark(),
        """
        {
          "Effect": "Allow",
          %s,
          "Action": %s%s
        }\
        """
            .formatted(caller.json(), Literal.json(access.actionOr()), caller.condition()));
  }

  /** The role assumed again, with the external id that it wants. */
  static Verification verification(Facts facts, Access access, boolean service) {
    String expect = "the role is assumed";
    Optional<Unmet> unmet = service ? Optional.empty() : unmet(facts, access);
    boolean other =
        unmet.filter(u -> u.key().equalsIgnoreCase("sts:ExternalId")).isPresent()
            && unmet.get().condition().wanted().size() == 1
            && facts.call().operation().equals("AssumeRole");
    return Again.of(
        facts,
        expect,
        other
            ? Map.of("ExternalId", unmet.orElseThrow().condition().wanted().getFirst())
            : asked(access));
  }

  /** What makes a call ask for the action beside that of assuming the role. */
  private static Map<String, String> asked(Access access) {
    if (access.action().equalsIgnoreCase("sts:TagSession")) {
      return Map.of("Tags", "");
    }
    return access.action().equalsIgnoreCase("sts:SetSourceIdentity")
        ? Map.of("SourceIdentity", "")
        : Map.of();
  }

  static Need need(Access access) {
    String role = access.resource();
    boolean named = role.contains(":role/");
    return new Need(
        "the role's trust policy",
        "aws iam get-role --query Role.AssumeRolePolicyDocument --role-name "
            + Literal.shell(named ? role.substring(role.lastIndexOf('/') + 1) : "", "<role>"));
  }

  private static boolean hasTrust(Facts facts) {
    return !TrustDecider.trusts(facts).isEmpty();
  }

  private static Optional<Unmet> unmet(Facts facts, Access access) {
    return unmets(facts, access).stream().findFirst();
  }

  /** The conditions of the statements that name the caller which are not met, or may not be. */
  private static List<Unmet> unmets(Facts facts, Access access) {
    return Turning.of(facts, TrustDecider.naming(facts, access)).named();
  }
}
