package awsleuth.iam.diff;

import awsleuth.aws.IamAction;
import awsleuth.aws.IamCatalog;
import awsleuth.aws.IamService;
import awsleuth.iam.diff.TextSearch.Clause;
import awsleuth.iam.diff.TextSearch.Pattern;
import awsleuth.iam.match.Shape;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What resources look like that actions are about, so that a witness is a request AWS makes. */
final class Targets {

  private static final String ACCOUNT = "111122223333";
  private static final int ARN_PARTS = 6;

  private Targets() {}

  /** Names that are all of an ARN's last part, such as those of buckets, have no slash. */
  private static final Clause NO_SLASH =
      Clause.unwanted(List.of(Pattern.of(Shape.pattern("arn:*:*:*:*:*/*"))));

  /** No name of IAM has a colon, and none of a bucket or an access point. */
  private static final Clause NO_COLON =
      Clause.unwanted(
          List.of(
              Pattern.of(Shape.pattern("arn:*:iam:*:*:*:*")),
              Pattern.of(Shape.pattern("arn:*:s3:::*:*/*")),
              Pattern.of(Shape.pattern("arn:*:s3:*:*:accesspoint/*:*"))));

  /**
   * What the resources of an action are, in several ways from narrow to wide; the first ones have
   * plain values where any will do. Empty where AWS's data does not have the action.
   */
  static List<List<Clause>> of(String action, IamCatalog catalog) {
    Optional<IamAction> known = catalog.action(action);
    Optional<IamService> service = known.flatMap(a -> catalog.service(a.prefix()));
    if (known.isEmpty() || service.isEmpty()) {
      return List.of();
    }
    List<String> arns =
        known.get().targets().stream()
            .flatMap(t -> service.get().resourceType(t.type()).stream())
            .flatMap(t -> t.arns().stream())
            .sorted(Comparator.comparingInt(String::length))
            .toList();
    boolean any = known.get().targets().stream().noneMatch(IamAction.Target::required);
    List<List<Clause>> ways = new ArrayList<>();
    for (String partition : List.of("aws", "aws-cn", "")) {
      List<Pattern> names = new ArrayList<>();
      List<Pattern> others = new ArrayList<>();
      arns.forEach(arn -> (isName(arn) ? names : others).add(pattern(arn, partition)));
      if (!names.isEmpty()) {
        ways.add(List.of(Clause.wanted(names), NO_SLASH));
      }
      if (!others.isEmpty()) {
        ways.add(List.of(Clause.wanted(others), NO_COLON));
      }
    }
    if (any) {
      ways.add(List.of(Clause.wanted(List.of(Pattern.of(Shape.literal("*"))))));
    }
    return List.copyOf(ways);
  }

  private static boolean isName(String arn) {
    String last = arn.split(":", ARN_PARTS)[ARN_PARTS - 1];
    return last.startsWith("${") && last.indexOf('}') == last.length() - 1;
  }

  private static Pattern pattern(String arn, String partition) {
    String filled =
        partition.isEmpty()
            ? arn
            : arn.replace("${Partition}", partition)
                .replace("${Region}", "us-east-1")
                .replace("${Account}", ACCOUNT);
    String pattern = filled.replaceAll("\\$\\{[^}]{0,100}}", "?*");
    return Pattern.of(Shape.arn(pattern, false, Map.of()).orElseGet(() -> Shape.literal(pattern)));
  }
}
