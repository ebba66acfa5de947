package awsleuth.core.cause.permissions;

import awsleuth.aws.Shape;
import awsleuth.core.cause.Fix;
import awsleuth.core.fact.Facts;
import awsleuth.core.fact.Literal;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What a call can be given so that a Deny by a condition on the request does not apply to it. The
 * Deny guards as before, which no exception from it would.
 *
 * @param fix what to do
 * @param instead the changed parameters of the check, by their names or {@code Region}; an empty
 *     value is not known
 * @param value what the condition's key is then; empty where that is not known
 */
record RequestChange(Fix fix, Map<String, String> instead, String value) {

  /** How the keys of tags in a request begin, in lower case. */
  static final String TAG = "aws:requesttag/";

  /** Under these a Deny applies to all but the values that it names. */
  private static final Set<String> OTHER_THAN =
      Set.of("stringnotequals", "stringnotequalsignorecase", "stringnotlike");

  /**
   * Keys that tell whether what is made is encrypted (service authorization reference), and the
   * parameter that they are taken from.
   */
  private static final Map<String, String> ENCRYPTED =
      Map.of(
          "ec2:encrypted", "Encrypted",
          "elasticfilesystem:encrypted", "Encrypted",
          "rds:storageencrypted", "StorageEncrypted");

  /** Versions of TLS that AWS's endpoints speak. */
  private static final Set<String> TLS = Set.of("1.2", "1.3");

  /** How a volume of an instance is encrypted, of which the AMI tells the device. */
  private static final String VOLUMES = "BlockDeviceMappings";

  /** Empty where nothing that the call could have differently meets the condition. */
  static Optional<RequestChange> ofDeny(Facts facts, Unmet unmet) {
    return session(facts, unmet)
        .or(() -> encrypted(facts, unmet))
        .or(() -> tls(unmet))
        .or(() -> region(facts, unmet))
        .or(() -> EndpointCall.of(unmet, true).map(e -> e.change(facts)))
        .or(() -> tag(facts, unmet));
  }

  /** The fix, with its proof where the policies given decide it. */
  Fix proven(Facts facts, Unmet unmet) {
    return value.isEmpty() ? fix : ProvenCall.of(facts, fix, unmet.key(), value);
  }

  /**
   * A Deny for sessions of before a time is how they are revoked: a new session is let through (IAM
   * user guide, "Revoke IAM role temporary security credentials").
   */
  private static Optional<RequestChange> session(Facts facts, Unmet unmet) {
    boolean revoked =
        unmet.key().equalsIgnoreCase("aws:TokenIssueTime")
            && operator(unmet).startsWith("datelessthan")
            && unmet.condition().wanted().size() == 1;
    if (!revoked) {
      return Optional.empty();
    }
    Access access = Access.of(facts);
    String since = Literal.line(unmet.condition().wanted().getFirst());
    String title = "start a new session: those begun before `" + since + "` stay denied";
    String principal = access.principal();
    String role = PrincipalElement.role(access);
    boolean assumed = principal.contains(":assumed-role/") && !role.isEmpty();
    boolean instance = principal.contains("/i-") || principal.isEmpty();
    Fix fix =
        assumed && !instance
            ? Fix.command(
                title,
                "aws sts assume-role --role-arn "
                    + Literal.shell(role)
                    + " --role-session-name "
                    + Literal.shell(principal.substring(principal.lastIndexOf('/') + 1)))
            : Fix.askAdministrator(
                title,
                "The session of "
                    + (principal.isEmpty() ? "the caller" : principal)
                    + " began before "
                    + since
                    + ", and "
                    + unmet.match().name()
                    + " revokes such sessions. Sign in or assume the role again; what runs with an"
                    + " instance's or a task's role needs new credentials from there.");
    return Optional.of(new RequestChange(fix, Map.of(), ""));
  }

  /** A newer version of TLS is the client's to speak: that of its OpenSSL. */
  private static Optional<RequestChange> tls(Unmet unmet) {
    List<String> wanted = unmet.condition().wanted();
    boolean older =
        unmet.key().equalsIgnoreCase("s3:TlsVersion")
            && operator(unmet).equals("numericlessthan")
            && wanted.size() == 1
            && TLS.contains(wanted.getFirst());
    return older
        ? Optional.of(
            new RequestChange(
                Fix.command(
                    "call with a Python whose OpenSSL speaks TLS "
                        + wanted.getFirst()
                        + "; this tells",
                    "python3 -c 'import ssl; print(ssl.OPENSSL_VERSION, ssl.HAS_TLSv%s)'"
                        .formatted(wanted.getFirst().replace('.', '_'))),
                Map.of(),
                wanted.getFirst()))
        : Optional.empty();
  }

  private static Optional<RequestChange> encrypted(Facts facts, Unmet unmet) {
    String name = ENCRYPTED.get(unmet.key().toLowerCase(Locale.ROOT));
    if (name == null
        || !operator(unmet).equals("bool")
        || !unmet.condition().wanted().equals(List.of("false"))) {
      return Optional.empty();
    }
    String title = "encrypt it, as " + unmet.match().name() + " asks for";
    if (has(facts, name)) {
      return Optional.of(
          new RequestChange(Fix.codeEdit(title, name + "=True"), Map.of(name, "true"), "true"));
    }
    return has(facts, VOLUMES)
        ? Optional.of(
            new RequestChange(
                Fix.codeEdit(
                    title,
                    VOLUMES
                        + "=[{\"DeviceName\": \"<root device of the AMI>\", \"Ebs\":"
                        + " {\"Encrypted\": True}}]"),
                Map.of(VOLUMES, "DeviceName=<root device of the AMI>,Ebs={Encrypted=true}"),
                "true"))
        : Optional.empty();
  }

  private static boolean has(Facts facts, String member) {
    return input(facts).flatMap(i -> i.member(member)).isPresent();
  }

  private static Optional<Shape.Structure> input(Facts facts) {
    return facts
        .catalog()
        .service(facts.call().service())
        .flatMap(s -> s.input(facts.call().operation()));
  }

  /** A Region is chosen for a call that is about nothing in one. */
  private static Optional<RequestChange> region(Facts facts, Unmet unmet) {
    String resource = Access.of(facts).resource();
    boolean free = resource.isEmpty() || resource.equals("*");
    if (!free
        || !unmet.key().equalsIgnoreCase("aws:RequestedRegion")
        || !OTHER_THAN.contains(operator(unmet))
        || RequestedRegion.isOfOneEndpoint(facts)) {
      return Optional.empty();
    }
    return unmet.condition().wanted().stream()
        .filter(r -> facts.catalog().region(r).isPresent())
        .findFirst()
        .map(r ->
            new RequestChange(
                Fix.codeEdit(
                    "call a Region that " + unmet.match().name() + " lets through",
                    "boto3.client(%s, region_name=%s)"
                        .formatted(Literal.python(facts.call().service()), Literal.python(r))),
                Map.of("Region", r),
                r));
  }

  private static Optional<RequestChange> tag(Facts facts, Unmet unmet) {
    List<String> plain =
        unmet.condition().wanted().stream()
            .filter(v -> !v.contains("*") && !v.contains("?") && !v.contains("${"))
            .toList();
    if (!unmet.key().toLowerCase(Locale.ROOT).startsWith(TAG)
        || !OTHER_THAN.contains(operator(unmet))
        || plain.isEmpty()) {
      return Optional.empty();
    }
    String tag = unmet.key().substring(TAG.length());
    String value = plain.size() == 1 ? plain.getFirst() : "<" + String.join(" or ", plain) + ">";
    return TagArgument.of(facts, tag, value)
        .map(tags ->
            new RequestChange(
                Fix.codeEdit(
                    "send the tag `" + tag + "` as " + unmet.match().name() + " asks for", tags),
                instead(tags),
                plain.size() == 1 ? value : ""));
  }

  /** An argument of tags as the AWS CLI takes it, which is not known where other tags are not. */
  static Map<String, String> instead(String argument) {
    int sign = argument.indexOf('=');
    String value = argument.substring(sign + 1);
    return Map.of(argument.substring(0, sign), value.contains(TagArgument.OTHERS) ? "" : value);
  }

  private static String operator(Unmet unmet) {
    return unmet.condition().operator().toLowerCase(Locale.ROOT).replace("ifexists", "");
  }
}
