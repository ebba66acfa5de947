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

  private static final List<String> PARTITIONS = List.of("aws", "aws-cn", "aws-us-gov");

  /**
   * What to look for instead of odd ones: of a partition that exists, and of a name without colons
   * where it is one of IAM, a bucket or an access point.
   */
  static final List<Clause> PLAIN =
      List.of(
          Clause.wanted(
              PARTITIONS.stream().map(p -> Pattern.of(Shape.pattern("arn:" + p + ":*"))).toList()),
          Clause.unwanted(
              List.of(
                  Pattern.of(Shape.pattern("arn:*:iam:*:*:*:*")),
                  Pattern.of(Shape.pattern("arn:*:s3:::*:*/*")),
                  Pattern.of(Shape.pattern("arn:*:s3:*:*:accesspoint/*:*")))));

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
    for (boolean plain : new boolean[] {true, false}) {
      List<Pattern> names = new ArrayList<>();
      List<Pattern> others = new ArrayList<>();
      arns.forEach(arn -> (isName(arn) ? names : others).add(pattern(arn, plain)));
      if (!names.isEmpty()) {
        ways.add(List.of(Clause.wanted(names), NO_SLASH));
      }
      if (!others.isEmpty()) {
        ways.add(List.of(Clause.wanted(others)));
      }
      if (any && plain) {
        ways.add(List.of(Clause.wanted(List.of(Pattern.of(Shape.literal("*"))))));
      }
    }
    return List.copyOf(ways);
  }

  private static boolean isName(String arn) {
    String last = arn.split(":", ARN_PARTS)[ARN_PARTS - 1];
    return last.startsWith("${") && last.indexOf('}') == last.length() - 1;
  }

  private static Pattern pattern(String arn, boolean plain) {
    String filled =
        plain
            ? arn.replace("${Partition}", "aws*")
                .replace("${Region}", "us-east-1")
                .replace("${Account}", ACCOUNT)
            : arn;
    String pattern = filled.replaceAll("\\$\\{[^}]{0,100}}", "?*");
    return Pattern.of(Shape.arn(pattern, false, Map.of()).orElseGet(() -> Shape.literal(pattern)));
  }

  /** Whether a resource is surely none that exists, though it looks like one. */
  static boolean isOdd(String resource) {
    String[] arn = resource.split(":", ARN_PARTS);
    if (arn.length < ARN_PARTS) {
      return false;
    }
    boolean colon = arn[ARN_PARTS - 1].contains(":");
    return !PARTITIONS.contains(arn[1])
        || (colon && (arn[2].equals("iam") || (arn[2].equals("s3") && !isObject(arn))));
  }

  /** Whether only the key of an object has colons. */
  private static boolean isObject(String[] arn) {
    String last = arn[ARN_PARTS - 1];
    return arn[3].isEmpty() && last.indexOf('/') >= 0 && last.indexOf(':') > last.indexOf('/');
  }
}
