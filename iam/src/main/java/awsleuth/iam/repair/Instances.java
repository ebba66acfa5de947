package awsleuth.iam.repair;

import awsleuth.aws.IamAction;
import awsleuth.aws.IamCatalog;
import awsleuth.aws.ResourceType;
import awsleuth.iam.policy.PolicyVariables;
import awsleuth.iam.request.ContextValue;
import awsleuth.iam.request.Request;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Resources that the patterns of a statement match, one or two for each. */
final class Instances {

  private static final String ANY = "any-other";
  private static final String REGION = "eu-west-1";
  private static final int PARTS = 6;

  private final Request request;
  private final String account;

  Instances(Request request) {
    this.request = request;
    String own = request.resourceAccount();
    this.account = own.isEmpty() ? request.principal().account() : own;
  }

  /**
   * Some that a pattern matches; none where nothing tells what a variable stands for.
   *
   * @param variables whether the document's Version has policy variables
   */
  List<String> of(String pattern, boolean variables) {
    Optional<String> text = variables ? resolved(pattern) : Optional.of(pattern);
    return text.map(this::filled).orElse(List.of());
  }

  private List<String> filled(String pattern) {
    String[] parts = pattern.split(":", PARTS);
    if (parts.length < PARTS) {
      return List.of();
    }
    parts[1] = parts[1].replace("*", "aws");
    parts[3] = parts[3].replace("*", REGION);
    parts[4] = parts[4].replace("*", account);
    String one = String.join(":", parts).replace("*", ANY).replace('?', 'x');
    return pattern.endsWith("*") && !one.endsWith("/" + ANY)
        ? List.of(one, one + "/" + ANY)
        : List.of(one);
  }

  private Optional<String> resolved(String pattern) {
    String text = pattern;
    for (String name : PolicyVariables.of(pattern)) {
      int open = text.indexOf("${");
      int close = text.indexOf('}', open);
      if (!(request.context().get(name) instanceof ContextValue.Present p)
          || p.values().size() != 1) {
        return Optional.empty();
      }
      text = text.substring(0, open) + p.values().getFirst() + text.substring(close + 1);
    }
    return Optional.of(text);
  }

  /** Resources of the kinds that an action takes; {@code *} where it takes none. */
  List<String> of(IamAction action, IamCatalog catalog) {
    List<String> all = new ArrayList<>();
    for (IamAction.Target target : action.targets()) {
      catalog
          .service(action.prefix())
          .flatMap(s -> s.resourceType(target.type()))
          .map(ResourceType::arns)
          .orElse(List.of())
          .forEach(arn -> all.add(plain(arn)));
    }
    return all.isEmpty() ? List.of("*") : all;
  }

  private String plain(String arn) {
    return arn.replace("${Partition}", "aws")
        .replace("${Region}", REGION)
        .replace("${Account}", account)
        .replaceAll("\\$\\{[^}]{0,100}}", ANY);
  }
}
