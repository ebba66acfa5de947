package awsleuth.core.cause.permissions;

import awsleuth.core.cause.Fix;
import awsleuth.core.fact.Facts;
import awsleuth.core.fact.Literal;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The call made through the VPC endpoint, or from the VPC, outside of which a Deny applies (S3 user
 * guide, "Controlling access from VPC endpoints with bucket policies").
 *
 * @param endpoint {@code vpce-…}, or the {@code vpc-…} of a VPC
 * @param through what lets it through, in words
 */
record EndpointCall(String endpoint, String through) {

  private static final Set<String> OTHER_THAN =
      Set.of("stringnotequals", "stringnotequalsignorecase", "stringnotlike");

  /** Empty where a Deny is not for those outside, or names no single endpoint as such. */
  static Optional<EndpointCall> of(Unmet unmet, boolean deny) {
    String operator = unmet.condition().operator().toLowerCase(Locale.ROOT).replace("ifexists", "");
    boolean network =
        unmet.key().equalsIgnoreCase("aws:SourceVpce")
            || unmet.key().equalsIgnoreCase("aws:SourceVpc");
    // Where the call came through another endpoint, that one may have taken the named one's place.
    boolean outside = unmet.actual().flatMap(ContextValue::value).isEmpty();
    return deny && network && outside && OTHER_THAN.contains(operator)
        ? unmet.condition().wanted().stream()
            .filter(EndpointCall::isId)
            .findFirst()
            .map(id -> new EndpointCall(id, unmet.match().name()))
        : Optional.empty();
  }

  private static boolean isId(String value) {
    return value.startsWith("vpc")
        && value.chars().noneMatch(c -> c == '*' || c == '?' || c == '$');
  }

  /** What to do; the command tells from where the endpoint can be reached. */
  RequestChange change(Facts facts) {
    boolean vpc = endpoint.startsWith("vpc-");
    String title =
        (vpc ? "call through a VPC endpoint of `" : "call through the VPC endpoint `")
            + Literal.line(endpoint)
            + "`, which "
            + through
            + " lets through; this tells "
            + (vpc ? "those it has" : "its VPC, route tables and host names");
    String command =
        "aws ec2 describe-vpc-endpoints "
            + (vpc ? "--filters Name=vpc-id,Values=" : "--vpc-endpoint-ids ")
            + Literal.shell(endpoint)
            + (facts.call().region().isEmpty()
                ? ""
                : " --region " + Literal.shell(facts.call().region()));
    return new RequestChange(Fix.command(title, command), Map.of(), endpoint);
  }

  /** The changes of policies that such a call needs too. */
  List<Fix> left(Facts facts, Unmet unmet) {
    return PolicyFixes.left(facts, unmet.key(), endpoint);
  }
}
