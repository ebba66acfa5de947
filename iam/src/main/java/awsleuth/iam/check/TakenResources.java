package awsleuth.iam.check;

import awsleuth.aws.IamAction;
import awsleuth.aws.IamService;
import java.util.Optional;
import java.util.stream.Collectors;

/** Says what an action is about. */
final class TakenResources {

  private static final int MOST = 3;

  private TakenResources() {}

  /** The forms of the ARNs of an action's resources, a few of them. */
  static String words(IamAction action, IamService service) {
    return action.targets().stream()
        .map(t -> service.resourceType(t.type()))
        .flatMap(Optional::stream)
        .flatMap(t -> t.arns().stream())
        .map(arn -> "`" + arn + "`")
        .distinct()
        .limit(MOST)
        .collect(Collectors.joining(" or "));
  }
}
