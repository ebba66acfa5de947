package awsleuth.iam.check;

import awsleuth.aws.IamAction;
import awsleuth.aws.IamCatalog;
import awsleuth.iam.policy.Located;
import awsleuth.iam.policy.Statement;
import java.util.ArrayList;
import java.util.List;

/**
 * An action that a statement names without a wildcard; of patterns nobody can say which of their
 * actions was meant.
 *
 * @param written as the policy has it
 * @param action what AWS says of it
 */
record Concrete(Located written, IamAction action) {

  /** The actions that a statement names one by one; empty for NotAction. */
  static List<Concrete> of(Statement statement, IamCatalog catalog) {
    List<Concrete> actions = new ArrayList<>();
    if (statement.actions().negated()) {
      return actions;
    }
    for (Located written : statement.actions().values()) {
      String text = written.value();
      if (text.indexOf('*') < 0 && text.indexOf('?') < 0) {
        catalog.action(text).ifPresent(a -> actions.add(new Concrete(written, a)));
      }
    }
    return actions;
  }

  /** Whether a statement names all its actions one by one. */
  static boolean isAll(Statement statement, List<Concrete> actions) {
    return !statement.actions().negated() && actions.size() == statement.actions().values().size();
  }
}
