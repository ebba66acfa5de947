package awsleuth.core.cause.network;

import awsleuth.core.cause.Again;
import awsleuth.core.cause.Finding;
import awsleuth.core.cause.Fix;
import awsleuth.core.fact.Facts;
import awsleuth.core.fact.Literal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * An ARN of another partition than that of the client's Region: {@code Client was configured for
 * partition `aws-us-gov` but ARN (`arn:…`) has `aws`} (the rules of S3's endpoints).
 *
 * @param client the partition of the client
 * @param arn the ARN as it was given
 * @param partition that of the ARN
 */
record ArnPartition(String client, String arn, String partition) {

  private static final Pattern SAYS =
      Pattern.compile(
          "configured for partition `([a-z-]{1,40})` but (?:ARN|bucket referred to partition) "
              + "\\(?`([^`\\s]{1,400})`\\)?(?: has `([a-z-]{1,40})`)?");

  /** What a failure says of such an ARN; empty where it says nothing. */
  static Optional<ArnPartition> in(Facts facts) {
    if (!facts.seen(EndpointClue.PARTITION)) {
      return Optional.empty();
    }
    Matcher said = SAYS.matcher(facts.call().message());
    return said.find() && said.group(3) != null
        ? Optional.of(new ArnPartition(said.group(1), said.group(2), said.group(3)))
        : Optional.empty();
  }

  /** That a client in the ARN's Region is to be made. */
  Finding finding(Facts facts) {
    String[] parts = arn.split(":", 5);
    String region = parts.length > 3 ? parts[3] : "";
    boolean known = facts.catalog().region(region).isPresent();
    String service = facts.call().service();
    return new Finding(
        "the ARN is of the partition " + partition + ", the client's Region of " + client,
        Finding.Specificity.MESSAGE,
        List.of(facts.citeError()),
        List.of(
            Fix.codeEdit(
                "make a client in the ARN's Region; " + partition + " has credentials of its own",
                "boto3.client("
                    + Literal.python(service.isEmpty() ? "<service>" : service)
                    + ", region_name="
                    + Literal.python(known ? region : "<region>")
                    + ")")),
        Again.of(facts, "an endpoint is made", Map.of("Region", known ? region : "")));
  }
}
