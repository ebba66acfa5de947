package awsleuth.core.fact;

import awsleuth.core.evidence.PolicyDocument;
import awsleuth.core.evidence.PolicyDocument.Element;
import awsleuth.iam.match.Glob;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The policies given, those of which nothing but their statements tells the type as one that their
 * folder names, or that AWS says decided where they alone can be it.
 *
 * @param all every policy
 * @param taken those that are taken for the policy of which AWS speaks
 */
public record ToldPolicies(List<PolicyDocument> all, List<PolicyDocument> taken) {

  /** Types whose documents look like those of identity-based policies. */
  private static final Set<PolicyDocument.Type> ALIKE =
      Set.of(PolicyDocument.Type.BOUNDARY, PolicyDocument.Type.SCP, PolicyDocument.Type.SESSION);

  private static final Map<String, PolicyDocument.Type> FOLDERS =
      Map.ofEntries(
          Map.entry("scp", PolicyDocument.Type.SCP),
          Map.entry("scps", PolicyDocument.Type.SCP),
          Map.entry("service-control-policy", PolicyDocument.Type.SCP),
          Map.entry("service-control-policies", PolicyDocument.Type.SCP),
          Map.entry("rcp", PolicyDocument.Type.RCP),
          Map.entry("rcps", PolicyDocument.Type.RCP),
          Map.entry("resource-control-policies", PolicyDocument.Type.RCP),
          Map.entry("boundary", PolicyDocument.Type.BOUNDARY),
          Map.entry("boundaries", PolicyDocument.Type.BOUNDARY),
          Map.entry("permissions-boundary", PolicyDocument.Type.BOUNDARY),
          Map.entry("permissions-boundaries", PolicyDocument.Type.BOUNDARY),
          Map.entry("permission-boundaries", PolicyDocument.Type.BOUNDARY),
          Map.entry("session-policies", PolicyDocument.Type.SESSION),
          Map.entry("endpoint-policies", PolicyDocument.Type.VPC_ENDPOINT),
          Map.entry("vpc-endpoints", PolicyDocument.Type.VPC_ENDPOINT));

  /** What was found out of a failure's policies. */
  public static ToldPolicies of(Facts facts) {
    List<PolicyDocument> all = new ArrayList<>();
    for (PolicyDocument p : facts.surroundings().policies()) {
      all.add(isOpen(p, facts) ? folder(p, facts).map(p::as).orElse(p) : p);
    }
    Optional<PolicyDocument> one = named(denial(facts), all, facts);
    one.ifPresent(p -> all.replaceAll(d -> d.equals(p) ? d.as(denied(facts)) : d));
    return new ToldPolicies(List.copyOf(all), one.map(p -> p.as(denied(facts))).stream().toList());
  }

  /**
   * Whether a policy may be one of the type that AWS says decided, and nothing tells whether it is.
   */
  public static boolean mayBe(PolicyDocument policy, Facts facts) {
    return isOpen(policy, facts)
        && policy.type() == PolicyDocument.Type.IDENTITY
        && ALIKE.contains(denied(facts))
        && folder(policy, facts).isEmpty();
  }

  /** Whether a policy denies, or does not allow, the action, as AWS says that one does. */
  public static boolean decides(PolicyDocument policy, Denial denial) {
    boolean explicit = denial.kind() == Denial.Kind.EXPLICIT;
    return speaks(policy, denial.action(), !explicit) == explicit;
  }

  private static PolicyDocument.Type denied(Facts facts) {
    return denial(facts).policyType();
  }

  private static Denial denial(Facts facts) {
    return facts.denial() instanceof Fact.Known<Denial> known ? known.value() : Denial.SILENT;
  }

  private static boolean isOpen(PolicyDocument policy, Facts facts) {
    return policy.bare() && facts.attachedTo(policy).isEmpty();
  }

  /** The type that the nearest folder names which does not hold the failure itself. */
  private static Optional<PolicyDocument.Type> folder(PolicyDocument policy, Facts facts) {
    String path = policy.source().artifact();
    String failure = facts.call().source().artifact();
    for (int end = path.lastIndexOf('/'); end > 0; end = path.lastIndexOf('/', end - 1)) {
      if (failure.startsWith(path.substring(0, end + 1))) {
        return Optional.empty();
      }
      String word = path.substring(path.lastIndexOf('/', end - 1) + 1, end);
      PolicyDocument.Type type = FOLDERS.get(word.toLowerCase(Locale.ROOT).replace('_', '-'));
      if (type != null) {
        boolean alike = ALIKE.contains(type) == (policy.type() == PolicyDocument.Type.IDENTITY);
        return alike && policy.type() != PolicyDocument.Type.TRUST
            ? Optional.of(type)
            : Optional.empty();
      }
    }
    return Optional.empty();
  }

  /**
   * The one bare policy with a Deny of the action where AWS says that a policy of a type denies it
   * of which none is given; where it says that none allows, the one that does not, beside one that
   * does.
   */
  private static Optional<PolicyDocument> named(
      Denial denial, List<PolicyDocument> all, Facts facts) {
    if (denial.action().isEmpty()
        || !denial.policyArn().isEmpty()
        || all.stream().anyMatch(p -> p.type() == denial.policyType() && !isAllowAll(p))) {
      return Optional.empty();
    }
    List<PolicyDocument> open = all.stream().filter(p -> mayBe(p, facts)).toList();
    List<PolicyDocument> able = open.stream().filter(p -> decides(p, denial)).toList();
    boolean told =
        denial.kind() == Denial.Kind.EXPLICIT
            || (denial.kind() == Denial.Kind.IMPLICIT && open.size() > able.size());
    return told && able.size() == 1 ? Optional.of(able.getFirst()) : Optional.empty();
  }

  private static boolean isAllowAll(PolicyDocument policy) {
    return policy.statements().stream()
        .allMatch(s -> s.allow() && s.actions().stream().anyMatch(a -> a.value().equals("*")));
  }

  private static boolean speaks(PolicyDocument policy, String action, boolean allow) {
    return policy.statements().stream()
        .filter(s -> s.allow() == allow)
        .anyMatch(s ->
            s.actions().isEmpty()
                ? s.notActions().stream().noneMatch(a -> covers(a, action))
                : s.actions().stream().anyMatch(a -> covers(a, action)));
  }

  private static boolean covers(Element pattern, String action) {
    return Glob.of(pattern.value().toLowerCase(Locale.ROOT))
        .matches(action.toLowerCase(Locale.ROOT));
  }
}
