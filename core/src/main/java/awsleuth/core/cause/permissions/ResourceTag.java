package awsleuth.core.cause.permissions;

import awsleuth.core.cause.Fix;
import awsleuth.core.fact.Facts;
import awsleuth.core.fact.Literal;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The command that gives a resource the tag that an Allow wants of it. */
final class ResourceTag {

  private static final String KEY = "resourcetag/";

  private ResourceTag() {}

  /** Empty where the condition is on no tag of the resource, or no one value is wanted. */
  static Optional<Fix> of(Facts facts, Unmet unmet) {
    String key = unmet.key().toLowerCase(Locale.ROOT);
    List<String> wanted = unmet.condition().wanted();
    int at = key.indexOf(":" + KEY);
    boolean one =
        unmet.condition().operator().equalsIgnoreCase("StringEquals")
            && wanted.size() == 1
            && !wanted.getFirst().contains("${");
    if (at < 0 || !one) {
      return Optional.empty();
    }
    String tag = unmet.key().substring(at + 1 + KEY.length());
    return command(Access.of(facts).resource(), tag, wanted.getFirst())
        .map(c ->
            new Fix.Command(
                "give the resource the tag that "
                    + unmet.match().name()
                    + " wants, if it may have it",
                c,
                Fix.Applicability.REVIEW));
  }

  /** By EC2's own operation, or by that for all services with tags (tagging API reference). */
  private static Optional<String> command(String arn, String tag, String value) {
    String[] parts = arn.split(":", 6);
    if (parts.length < 6 || parts[3].isEmpty() || arn.contains("*")) {
      return Optional.empty();
    }
    boolean ec2 = parts[2].equals("ec2") && parts[5].indexOf('/') > 0;
    return Optional.of(
        ec2
            ? "aws ec2 create-tags --region "
                + Literal.shell(parts[3])
                + " --resources "
                + Literal.shell(parts[5].substring(parts[5].indexOf('/') + 1))
                + " --tags "
                + Literal.shell("Key=" + tag + ",Value=" + value)
            : "aws resourcegroupstaggingapi tag-resources --region "
                + Literal.shell(parts[3])
                + " --resource-arn-list "
                + Literal.shell(arn)
                + " --tags "
                + Literal.shell(tag + "=" + value));
  }
}
