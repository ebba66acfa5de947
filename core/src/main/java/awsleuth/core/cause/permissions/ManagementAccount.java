package awsleuth.core.cause.permissions;

import awsleuth.core.cause.Outcome;
import awsleuth.core.evidence.CliAnswer;
import awsleuth.core.evidence.PolicyDocument;
import awsleuth.core.fact.Answers;
import awsleuth.core.fact.Citation;
import awsleuth.core.fact.Facts;
import java.util.Optional;

/**
 * The account that manages the organization: no service or resource control policy affects its
 * principals and resources.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/organizations/latest/userguide/orgs_manage_policies_scps.html">
 *     Service control policies</a>
 */
final class ManagementAccount {

  private static final String ID = "MasterAccountId";
  private static final String PATH = "Organization." + ID;

  /** The account of which {@code --live} keeps that it is in none. */
  private static final String NONE = "Organization.NoneOf";

  private ManagementAccount() {}

  /** That a type of policy binds nothing here, since it is of this account; empty else. */
  static Optional<Outcome> spared(PolicyDocument.Type type, Facts facts) {
    String account =
        switch (type) {
          case SCP -> Principals.account(Access.of(facts).principal());
          case RCP -> Access.of(facts).ownerAccount(facts);
          case IDENTITY, RESOURCE, BOUNDARY, SESSION, VPC_ENDPOINT, TRUST, UNKNOWN -> "";
        };
    return told(facts)
        .filter(a -> !account.isEmpty() && a.field(PATH).equals(account))
        .map(a ->
            Outcome.ruledOut(
                "`" + account + "` is the organization's management account, which none affects",
                a.at(PATH)))
        .or(() ->
            none(facts)
                .filter(a -> a.field(NONE).equals(account))
                .map(a -> Outcome.ruledOut("`" + account + "` is in no organization", a.at(NONE))));
  }

  /** That it is taken for granted that the caller's is another; empty where that is known. */
  static Optional<Citation> supposed(Facts facts) {
    String account = Principals.account(Access.of(facts).principal());
    return isKnown(facts) || account.isEmpty()
        ? Optional.empty()
        : Optional.of(
            facts.cite(
                "supposes that `"
                    + account
                    + "` is not the organization's management account, which none affects (aws"
                    + " organizations describe-organization)"));
  }

  static boolean isKnown(Facts facts) {
    return told(facts).isPresent();
  }

  /** Where AWS said that the account which asked is in no organization. */
  private static Optional<CliAnswer> none(Facts facts) {
    return Answers.only(facts, "NoneOf").filter(a -> !a.field(NONE).isEmpty());
  }

  private static Optional<CliAnswer> told(Facts facts) {
    return Answers.only(facts, ID).filter(a -> !a.field(PATH).isEmpty());
  }
}
