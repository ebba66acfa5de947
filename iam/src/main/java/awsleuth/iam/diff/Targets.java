package awsleuth.iam.diff;

import awsleuth.aws.IamAction;
import awsleuth.aws.IamCatalog;
import awsleuth.aws.IamService;
import awsleuth.aws.ResourceType;
import awsleuth.iam.diff.TextSearch.Pattern;
import awsleuth.iam.match.Shape;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What resources look like that actions are about, so that a witness is a request AWS makes. */
final class Targets {

  private static final String ACCOUNT = "111122223333";

  private Targets() {}

  /**
   * Patterns of the resources of an action, from narrow to wide; the first ones have plain values
   * where any will do. Empty where AWS's data does not have the action.
   */
  static List<List<Pattern>> of(String action, IamCatalog catalog) {
    Optional<IamAction> known = catalog.action(action);
    Optional<IamService> service = known.flatMap(a -> catalog.service(a.prefix()));
    if (known.isEmpty() || service.isEmpty()) {
      return List.of();
    }
    List<Pattern> plain = new ArrayList<>();
    List<Pattern> wide = new ArrayList<>();
    for (IamAction.Target target : known.get().targets()) {
      Optional<ResourceType> type = service.get().resourceType(target.type());
      for (String arn : type.map(ResourceType::arns).orElse(List.of())) {
        plain.add(pattern(arn, true));
        wide.add(pattern(arn, false));
      }
    }
    if (known.get().targets().stream().noneMatch(IamAction.Target::required)) {
      plain.add(Pattern.of(Shape.literal("*")));
      wide.add(Pattern.of(Shape.literal("*")));
    }
    return List.of(plain, wide);
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
