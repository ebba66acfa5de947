package awsleuth.core.cause.network;

import awsleuth.core.cause.Again;
import awsleuth.core.cause.Finding;
import awsleuth.core.cause.Fix;
import awsleuth.core.fact.Facts;
import awsleuth.core.fact.Literal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Settings of which botocore's rules make no endpoint: a variant that the partition does not have,
 * or two that exclude each other.
 *
 * @see <a href="https://docs.aws.amazon.com/sdkref/latest/guide/feature-endpoints.html">Dual-stack
 *     and FIPS endpoints</a>
 */
final class UnmadeEndpoint {

  private static final String[] RAISED = {
    "EndpointVariantError",
    "EndpointProviderError",
    "EndpointResolutionError",
    "UnsupportedS3ConfigurationError",
    "UnsupportedS3AccesspointConfigurationError",
    "UnsupportedS3ControlConfigurationError"
  };

  private UnmadeEndpoint() {}

  /** What is wrong; empty for other failures. */
  static Optional<Finding> of(Facts facts) {
    if (!facts.exception(RAISED)) {
      return Optional.empty();
    }
    Optional<ArnPartition> arn = ArnPartition.in(facts);
    if (arn.isPresent()) {
      return Optional.of(arn.get().finding(facts));
    }
    List<Fix> fixes = new ArrayList<>();
    boolean fips = facts.seen(EndpointClue.FIPS);
    boolean dual = facts.seen(EndpointClue.DUAL_STACK);
    if (fips) {
      fixes.add(off("FIPS", "AWS_USE_FIPS_ENDPOINT=false"));
    }
    if (dual) {
      fixes.add(off("dual stack", "AWS_USE_DUALSTACK_ENDPOINT=false"));
    }
    if (facts.seen(EndpointClue.ACCOUNT)) {
      fixes.add(off("the requirement", "AWS_ACCOUNT_ID_ENDPOINT_MODE=preferred"));
      fixes.add(
          Fix.setting(
              "or give the account of the credentials",
              Connections.profileLine(facts, "aws_account_id = <account-id>")));
    }
    if (facts.seen(EndpointClue.ACCELERATE)) {
      fixes.add(
          Fix.codeEdit(
              "make the client without S3 Transfer Acceleration",
              "boto3.client(\"s3\", config=Config(s3={\"use_accelerate_endpoint\": False}))"));
    }
    return fixes.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new Finding(
                summary(facts, fips, dual),
                Finding.Specificity.MESSAGE,
                List.of(facts.citeError()),
                List.copyOf(fixes),
                Again.of(facts, "an endpoint is made")));
  }

  private static String summary(Facts facts, boolean fips, boolean dual) {
    if (facts.seen(EndpointClue.ACCOUNT)) {
      return "account ids are required in endpoints, and none can be put in";
    }
    if (facts.seen(EndpointClue.ACCELERATE)) {
      return "S3 Transfer Acceleration excludes what else is set or asked for";
    }
    String asked = fips && dual ? "FIPS and dual stack" : fips ? "FIPS" : "dual stack";
    return "there is no endpoint with " + asked + " in this Region's partition";
  }

  /** The call without FIPS: where the name of the Region asks for it, with its plain name. */
  static List<Fix> withoutFips(Facts facts, String service, String region) {
    if (RegionArgument.pseudo(facts, region).isPresent()) {
      String client =
          "boto3.client("
              + Literal.python(service.isEmpty() ? "<service>" : service)
              + ", region_name="
              + Literal.python(region)
              + ")";
      String title = "give the Region by its plain name: that of the program asks for FIPS";
      return List.of(new Fix.CodeEdit(title, client, Fix.Applicability.REVIEW));
    }
    return List.of(off("FIPS", "AWS_USE_FIPS_ENDPOINT=false"));
  }

  private static Fix off(String what, String variable) {
    String title =
        "take " + what + " off; an argument of Config in the program goes before the variable";
    String text = "export " + variable;
    return new Fix.Command(title, text, Fix.Applicability.REVIEW);
  }
}
