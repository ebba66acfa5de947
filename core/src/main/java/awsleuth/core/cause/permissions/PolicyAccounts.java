package awsleuth.core.cause.permissions;

import awsleuth.core.evidence.PolicyDocument;
import awsleuth.core.evidence.PolicyDocument.Element;
import awsleuth.core.evidence.PolicyDocument.Holding;
import awsleuth.core.evidence.PolicyDocument.Statement;
import awsleuth.core.fact.ToldOwner;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** The accounts that a policy is of and speaks of. */
final class PolicyAccounts {

  private PolicyAccounts() {}

  /**
   * The account of the role, user or managed policy that a document says it is of: a name is one
   * thing's in its account alone (IAM user guide, "IAM identifiers"), and a policy is in force
   * there alone. Empty where the document does not tell.
   */
  static String of(PolicyDocument document) {
    String name = document.name();
    String arn =
        document
            .holding()
            .map(Holding::owner)
            .orElse(
                name.contains(":iam::") ? name.substring(Math.max(0, name.indexOf("arn:"))) : "");
    String account = Principals.account(arn);
    return Principals.isAccount(account) ? account : "";
  }

  /** {@code role/NAME} or {@code user/NAME} where a document says whose it is; else empty. */
  static String owner(PolicyDocument document) {
    return ToldOwner.ofPrincipal(document).map(ToldOwner::owner).orElse("");
  }

  /** Whether both are accounts, and not the same one. */
  static boolean areTwo(String one, String other) {
    return Principals.isAccount(one) && Principals.isAccount(other) && !one.equals(other);
  }

  /** The accounts in the ARNs of resources. */
  static Set<String> spokenOf(PolicyDocument document) {
    Set<String> accounts = new TreeSet<>();
    for (Statement s : document.statements()) {
      Stream.concat(s.resources().stream(), s.notResources().stream())
          .map(Element::value)
          .map(Principals::account)
          .filter(Principals::isAccount)
          .forEach(accounts::add);
    }
    return accounts;
  }
}
