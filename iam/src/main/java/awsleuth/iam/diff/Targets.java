package awsleuth.iam.diff;

import awsleuth.aws.IamAction;
import awsleuth.aws.IamCatalog;
import awsleuth.aws.IamService;
import awsleuth.iam.diff.TextSearch.Clause;
import awsleuth.iam.diff.TextSearch.Pattern;
import awsleuth.iam.match.Shape;
import java.util.ArrayList;
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
            .toList();
    boolean any = known.get().targets().stream().noneMatch(IamAction.Target::required);
    List<List<Clause>> ways = new ArrayList<>();
    for (boolean plain : new boolean[] {true, false}) {
      List<Pattern> names = new ArrayList<>();
      List<Pattern> others = new ArrayList<>();
      arns.forEach(arn -> (isName(arn) ? names : others).add(pattern(arn, plain)));
      if (any) {
        others.add(Pattern.of(Shape.literal("*")));
      }
      if (!names.isEmpty()) {
        ways.add(List.of(Clause.wanted(names), NO_SLASH));
      }
      if (!others.isEmpty()) {
        ways.add(List.of(Clause.wanted(others)));
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
}
