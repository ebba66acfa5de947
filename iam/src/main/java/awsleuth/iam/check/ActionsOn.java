package awsleuth.iam.check;

import awsleuth.aws.IamAction;
import awsleuth.aws.IamCatalog;
import java.util.List;

/** The actions that can be about a resource. */
public final class ActionsOn {

  private ActionsOn() {}

  /**
   * The actions that a pattern such as {@code s3:*} matches and that take a resource of the kind of
   * an ARN; for {@code *} those that take none.
   */
  public static List<String> of(String pattern, String resource, IamCatalog catalog) {
    return catalog.expand(pattern).stream()
        .filter(name -> catalog.action(name).filter(a -> takes(a, resource, catalog)).isPresent())
        .toList();
  }

  private static boolean takes(IamAction action, String resource, IamCatalog catalog) {
    return resource.equals("*")
        ? action.targets().stream().noneMatch(IamAction.Target::required)
        : catalog
            .service(action.prefix())
            .filter(s -> !s.resourceTypesOf(action, resource).isEmpty())
            .isPresent();
  }
}
