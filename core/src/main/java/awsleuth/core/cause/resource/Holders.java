package awsleuth.core.cause.resource;

import awsleuth.core.cause.Fix;
import awsleuth.core.fact.Facts;
import awsleuth.core.fact.Literal;
import awsleuth.core.fact.Mentioned;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** What keeps a thing from being deleted: the command that lists it. */
final class Holders {

  /** Ids of EC2 and the filter of network interfaces by which what uses them is found. */
  private static final List<Map.Entry<String, String>> FILTERS =
      List.of(
          Map.entry("sg-", "group-id"),
          Map.entry("subnet-", "subnet-id"),
          Map.entry("vpc-", "vpc-id"));

  private Holders() {}

  static List<Fix> fixes(Facts facts) {
    return List.of(
        Fix.command("see what still uses it", command(facts) + State.region(facts)),
        Fix.askAdministrator(
            "remove, detach or move that first; waiting does not help",
            "Please remove what the list shows, or say that it must stay."));
  }

  private static String command(Facts facts) {
    return switch (facts.call().service()) {
      case "iam" -> entity(facts);
      case "ec2" -> interfaces(facts);
      case "s3" ->
          "aws s3api list-object-versions --max-items 20 --bucket "
              + facts.argument("Bucket", "<bucket>");
      default ->
          Listing.named(facts)
              .map(operation -> "aws " + cli(facts) + " " + facts.catalog().commandName(operation))
              .orElse("aws " + cli(facts) + " describe-<things>");
    };
  }

  private static String cli(Facts facts) {
    return Literal.shell(facts.catalog().cliName(facts.call().service()), "<service>");
  }

  /** Most of what keeps a group, subnet or VPC has a network interface there. */
  private static String interfaces(Facts facts) {
    for (Map.Entry<String, String> filter : FILTERS) {
      Optional<String> id = Mentioned.id(facts, filter.getKey());
      if (id.isPresent()) {
        return interfaces(filter.getValue(), Literal.shell(id.get()));
      }
    }
    return interfaces("<filter>", "<id>");
  }

  private static String interfaces(String filter, String id) {
    return "aws ec2 describe-network-interfaces --filters Name=" + filter + ",Values=" + id;
  }

  /** What IAM wants to be detached or deleted, in the words of its message. */
  private static String entity(Facts facts) {
    String kind = facts.call().operation().replace("Delete", "").replace("InstanceProfile", "Role");
    String lower = kind.toLowerCase(Locale.ROOT);
    if (kind.equals("Policy")) {
      String arn = facts.argument("PolicyArn", "<policy ARN>");
      return facts.seen(ResourceClue.VERSIONS)
          ? "aws iam list-policy-versions --policy-arn " + arn
          : "aws iam list-entities-for-policy --policy-arn " + arn;
    }
    if (!List.of("Role", "User", "Group").contains(kind)) {
      return "aws iam get-account-authorization-details";
    }
    String named = " --" + lower + "-name " + facts.argument(kind + "Name", "<" + lower + ">");
    if (facts.seen(ResourceClue.PROFILES)) {
      return "aws iam list-instance-profiles-for-role" + named;
    } else if (facts.seen(ResourceClue.INLINE)) {
      return "aws iam list-" + lower + "-policies" + named;
    } else if (facts.seen(ResourceClue.KEYS)) {
      return "aws iam list-access-keys" + named;
    } else if (facts.seen(ResourceClue.MEMBERS)) {
      return kind.equals("User")
          ? "aws iam list-groups-for-user" + named
          : "aws iam get-group" + named;
    } else if (facts.seen(ResourceClue.PASSWORD)) {
      return "aws iam get-login-profile" + named;
    } else if (facts.seen(ResourceClue.DEVICES)) {
      return "aws iam list-mfa-devices" + named;
    }
    return "aws iam list-attached-" + lower + "-policies" + named;
  }
}
