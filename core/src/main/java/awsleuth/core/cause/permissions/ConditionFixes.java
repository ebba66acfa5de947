package awsleuth.core.cause.permissions;

import awsleuth.core.cause.Fix;
import awsleuth.core.evidence.PolicyDocument;
import awsleuth.core.fact.Facts;
import awsleuth.core.fact.Literal;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** What to do about a condition: send what it wants, or let it want what is sent. */
final class ConditionFixes {

  private static final String TAG = "aws:requesttag/";

  /** Keys that have the account of who calls. */
  private static final Set<String> ACCOUNT = Set.of("aws:sourceowner", "kms:calleraccount");

  private ConditionFixes() {}

  static Fix of(Facts facts, Unmet unmet, boolean deny) {
    String key = unmet.key().toLowerCase(Locale.ROOT);
    boolean absent = unmet.actual().isPresent() && unmet.actual().get().value().isEmpty();
    if (key.equals("aws:sourceip") && absent && !deny) {
      return Fix.policyEdit(
          "allow it by the VPC endpoint, since such calls have no aws:SourceIp",
          """
          "Condition": {"StringEquals": {"aws:SourceVpce": %s}}\
          """
              .formatted(Literal.json(endpoint(unmet))));
    }
    if (deny && absent && unmet.condition().operator().startsWith("ForAllValues:")) {
      return Fix.policyEdit(
          "let the Deny apply only where the key is there (ForAllValues is true without it)",
          """
          "Condition": {%s: {%s: [%s]}}\
          """
              .formatted(
                  Literal.json(
                      unmet.condition().operator().replace("ForAllValues:", "ForAnyValue:")),
                  Literal.json(unmet.key()),
                  unmet.condition().wanted().stream()
                      .map(Literal::json)
                      .collect(Collectors.joining(", "))));
    }
    Optional<Fix> meant = TakenLiterally.fix(facts, unmet.condition());
    if (meant.isPresent()) {
      return meant.get();
    }
    Optional<Fix> sent = sent(facts, unmet, deny);
    if (sent.isPresent()) {
      return sent.get();
    }
    boolean shared = unmet.match().policy().type() == PolicyDocument.Type.RESOURCE;
    if (!deny && shared && (key.startsWith("aws:principal") || ACCOUNT.contains(key))) {
      return admit(Access.of(facts));
    }
    if (!deny && absent && key.equals(ToldKeys.VIA_SERVICE.toLowerCase(Locale.ROOT))) {
      Access access = Access.of(facts);
      return shared
          ? admit(access)
          : Fix.policyEdit(
              "allow it to a call of KMS itself too, if it is to be made so",
              Grants.allow(access.actionOr(), access.resourceOr()));
    }
    Optional<Fix> plain = deny ? Optional.empty() : wanted(facts, unmet, key);
    if (plain.isPresent()) {
      return plain.get();
    }
    String title = deny ? "call so that the condition does not hold" : "call so that it holds";
    return Fix.askAdministrator(
        title + ", or ask for another condition",
        unmet.match().name()
            + (deny ? " denies by " : " allows only by ")
            + unmet.condition().operator()
            + " "
            + unmet.key()
            + " "
            + unmet.wanted()
            + unmet.actual().map(a -> "; " + a.why()).orElse("")
            + ".");
  }

  /** What the call, the caller or the resource can have, so that no policy has to change. */
  static Optional<Fix> sent(Facts facts, Unmet unmet, boolean deny) {
    Optional<Fix> parameter =
        ConditionParameter.of(facts, unmet, deny)
            .map(p ->
                ProvenCall.of(
                    facts,
                    Fix.codeEdit(
                        "send what " + unmet.match().name() + " asks for", p.argument(facts)),
                    unmet.key(),
                    p.value()));
    return parameter
        .or(() ->
            deny
                ? RequestChange.ofDeny(facts, unmet).map(c -> c.proven(facts, unmet))
                : Optional.empty())
        .or(() -> deny ? TagFix.ofDeny(facts, unmet) : Optional.empty())
        .or(() -> tag(facts, unmet, deny))
        .or(() -> deny ? Optional.empty() : SentTags.fix(facts, unmet));
  }

  /** A tag that a request has to carry, whatever its value. */
  private static Optional<Fix> tag(Facts facts, Unmet unmet, boolean deny) {
    boolean lacks =
        unmet.condition().operator().equalsIgnoreCase("Null")
            && unmet.condition().wanted().equals(List.of(String.valueOf(deny)))
            && unmet.key().toLowerCase(Locale.ROOT).startsWith(TAG);
    return lacks
        ? TagArgument.of(facts, unmet.key().substring(TAG.length()), "<value>")
            .map(tags -> Fix.codeEdit("send the tag that the policy asks for", tags))
        : Optional.empty();
  }

  /** Who calls is not chosen for a call: the resource's policy has to name the caller. */
  private static Fix admit(Access access) {
    PrincipalElement caller = PrincipalElement.of(access);
    return Fix.policyEdit(
        "add a statement for the caller to the resource's policy" + caller.remark(),
        Grants.allowPrincipal(caller, access.actionOr(), access.resourceOr()));
  }

  /** What an Allow wants where a call can send it, or where a time is over. */
  private static Optional<Fix> wanted(Facts facts, Unmet unmet, String key) {
    String operator = unmet.condition().operator();
    List<String> wanted = unmet.condition().wanted();
    if (key.startsWith(TAG) && operator.equals("StringEquals") && wanted.size() == 1) {
      return TagArgument.of(facts, unmet.key().substring(TAG.length()), wanted.getFirst())
          .map(tags -> Fix.codeEdit("send the tag with the value that the policy wants", tags))
          .map(f -> ProvenCall.of(facts, f, unmet.key(), wanted.getFirst()));
    }
    Optional<Fix> tagged = TagFix.of(facts, unmet);
    if (tagged.isPresent()) {
      return tagged;
    }
    if (key.equals("aws:currenttime") && operator.startsWith("DateLessThan")) {
      return Optional.of(
          Fix.policyEdit(
              "let it end later, if it is still wanted",
              "\"Condition\": {%s: {%s: \"<time>\"}}"
                  .formatted(Literal.json(operator), Literal.json(unmet.key()))));
    }
    return Optional.empty();
  }

  private static String endpoint(Unmet unmet) {
    String why = unmet.actual().map(ContextValue::why).orElse("");
    int at = why.indexOf("vpce-");
    int end = at < 0 ? -1 : why.indexOf('`', at);
    return end < 0 ? "<VPC endpoint id>" : why.substring(at, end);
  }
}
