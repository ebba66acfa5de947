package awsleuth.core.cause.permissions;

import awsleuth.core.cause.Fix;
import awsleuth.core.evidence.TrailEvent;
import awsleuth.core.fact.Citation;
import awsleuth.core.fact.Facts;
import awsleuth.core.fact.Literal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A grant on a KMS key by which the caller had the refused action, and that was taken away before
 * the refusal: a grant allows what no policy does (KMS developer guide, "Grants in AWS KMS").
 *
 * @param made the event that made it
 * @param ended the event that revoked or retired it
 */
record KmsGrant(TrailEvent made, TrailEvent ended) {

  private static final String PARAMETERS = "requestParameters.";
  private static final String ID = "grantId";

  private record Found(Optional<KmsGrant> grant) {}

  /** Empty where the action is not one of KMS, or the trail does not tell of such a grant. */
  static Optional<KmsGrant> of(Facts facts) {
    return facts.once(Found.class, f -> new Found(find(f))).grant();
  }

  private static Optional<KmsGrant> find(Facts facts) {
    Access access = Access.of(facts);
    if (!access.prefix().equals("kms") || access.owner().isEmpty()) {
      return Optional.empty();
    }
    return OtherChange.last(
            facts, e -> isOfKms(e, "CreateGrant") && isFor(e, access) && isOn(e, access.resource()))
        .flatMap(made ->
            OtherChange.last(
                    facts,
                    e ->
                        (isOfKms(e, "RevokeGrant") || isOfKms(e, "RetireGrant"))
                            && e.field(PARAMETERS + ID).equals(made.field("responseElements." + ID))
                            && !e.field(PARAMETERS + ID).isEmpty())
                .map(ended -> new KmsGrant(made, ended)));
  }

  private static boolean isOfKms(TrailEvent e, String name) {
    return e.eventSource().equals("kms.amazonaws.com") && e.eventName().equals(name);
  }

  /** Whether it was for the caller, and for the action. */
  private static boolean isFor(TrailEvent e, Access access) {
    String operation = access.action().substring(access.action().indexOf(':') + 1);
    return Principals.isSame(e.field(PARAMETERS + "granteePrincipal"), access.principal())
        && operations(e).anyMatch(operation::equalsIgnoreCase);
  }

  private static boolean isOn(TrailEvent e, String key) {
    return isKey(e.field(PARAMETERS + "keyId"), key);
  }

  /**
   * Whether an id or ARN is of a key.
   *
   * @param key its ARN
   */
  static boolean isKey(String told, String key) {
    return !told.isEmpty() && (key.equals(told) || key.endsWith(":key/" + told));
  }

  private static Stream<String> operations(TrailEvent e) {
    return e.fields().entrySet().stream()
        .filter(f -> f.getKey().startsWith(PARAMETERS + "operations."))
        .sorted(Map.Entry.comparingByKey())
        .map(Map.Entry::getValue);
  }

  /** Who took it, of those who made it; else what the grants are that were listed. */
  static List<Citation> cite(Facts facts) {
    Optional<KmsGrant> taken = of(facts);
    return taken.isEmpty()
        ? ListedGrants.cite(facts)
        : taken.stream()
            .map(g ->
                Citation.of(
                    g.ended,
                    "took the grant by which `"
                        + g.made.field(PARAMETERS + "granteePrincipal")
                        + "` could (`CreateGrant` of "
                        + g.made.time()
                        + ")"))
            .toList();
  }

  /** The grant made again comes before others where it was what allowed the call. */
  static List<Fix> before(Facts facts, List<Fix> others) {
    List<Fix> fixes = new ArrayList<>();
    of(facts).map(KmsGrant::again).ifPresent(fixes::add);
    fixes.addAll(others);
    return List.copyOf(fixes);
  }

  private Fix again() {
    StringBuilder command = new StringBuilder("aws kms create-grant --key-id ");
    command
        .append(Literal.shell(made.field(PARAMETERS + "keyId")))
        .append(" --grantee-principal ")
        .append(Literal.shell(made.field(PARAMETERS + "granteePrincipal")))
        .append(" --operations");
    operations(made).forEach(o -> command.append(' ').append(Literal.shell(o)));
    boolean limited =
        made.fields().keySet().stream().anyMatch(f -> f.startsWith(PARAMETERS + "constraints."));
    if (limited) {
      command.append(" --constraints <as before>");
    }
    String text = command.toString();
    return new Fix.Command(
        "make the grant again that was taken away, if the caller is to have it",
        text,
        Fix.reviewOrTemplate(text));
  }
}
