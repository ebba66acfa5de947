package awsleuth.core.read;

import awsleuth.aws.AwsCatalog;
import awsleuth.core.evidence.Failure.Passage;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * The services of Terraform's resource types ({@code aws_iam_role}), which begin with the name of
 * the service save for a few old ones.
 */
final class ResourceTypes {

  private static final Map<String, String> OLD =
      Map.ofEntries(
          Map.entry("db", "rds"),
          Map.entry("instance", "ec2"),
          Map.entry("security", "ec2"),
          Map.entry("subnet", "ec2"),
          Map.entry("vpc", "ec2"),
          Map.entry("eip", "ec2"),
          Map.entry("nat", "ec2"),
          Map.entry("ami", "ec2"),
          Map.entry("ebs", "ec2"),
          Map.entry("alb", "elbv2"),
          Map.entry("lb", "elbv2"),
          Map.entry("elasticsearch", "es"),
          Map.entry("cloudwatch_log", "logs"),
          Map.entry("cloudwatch_event", "events"),
          Map.entry("kinesis_firehose", "firehose"),
          Map.entry("cognito_user", "cognito-idp"),
          Map.entry("api_gateway", "apigateway"),
          Map.entry("msk", "kafka"),
          Map.entry("sfn", "stepfunctions"),
          Map.entry("config", "config"));

  private ResourceTypes() {}

  /** The services of the types in the lines around a failure, in their order. */
  static List<String> in(List<Passage> passages, AwsCatalog catalog) {
    List<String> found = new ArrayList<>();
    for (Passage p : passages) {
      String text = p.text();
      for (int at = text.indexOf("aws_"); at >= 0; at = text.indexOf("aws_", at + 1)) {
        int end = at + 4;
        while (end < text.length()
            && (Character.isLetterOrDigit(text.charAt(end)) || text.charAt(end) == '_')) {
          end++;
        }
        boolean type = end < text.length() && (text.charAt(end) == '.' || text.charAt(end) == '"');
        if (type && (at == 0 || !Character.isLetterOrDigit(text.charAt(at - 1)))) {
          found.addAll(service(text.substring(at + 4, end), catalog));
        }
      }
    }
    return found;
  }

  private static List<String> service(String type, AwsCatalog catalog) {
    int first = type.indexOf('_');
    int second = first < 0 ? -1 : type.indexOf('_', first + 1);
    String one = first < 0 ? type : type.substring(0, first);
    String two = second < 0 ? type : type.substring(0, second);
    String named = OLD.getOrDefault(two, OLD.getOrDefault(one, one));
    return catalog.hasService(named) ? List.of(named) : List.of();
  }
}
