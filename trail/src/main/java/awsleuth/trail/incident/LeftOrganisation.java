package awsleuth.trail.incident;

import awsleuth.core.evidence.PolicyDocument;
import awsleuth.trail.change.Change;
import java.util.Optional;
import java.util.Set;

/**
 * The caller's account left its organization, by which a policy may let it in (IAM user guide, "AWS
 * global condition context keys", {@code aws:PrincipalOrgID}).
 *
 * @param call the refused call
 */
record LeftOrganisation(Refused call) {

  private static final Set<String> LEAVES =
      Set.of("RemoveAccountFromOrganization", "LeaveOrganization");

  /** The ruling; empty where it is no such change, or AWS says that something else refused. */
  Optional<Ruling> ruling(Change change) {
    PolicyDocument.Type said = call.denial().policyType();
    boolean may =
        LEAVES.contains(change.event().name())
            && change.thing().name().equals(Touches.account(call.caller()))
            && States.isDenial(call)
            && (said == PolicyDocument.Type.UNKNOWN
                || said == PolicyDocument.Type.RESOURCE
                || said == PolicyDocument.Type.TRUST
                || said == PolicyDocument.Type.RCP);
    return may
        ? Optional.of(
            Ruling.possible(
                "since then the caller's account is in no organization or another, by which a"
                    + " policy may have let it in",
                "whether a policy asks for `aws:PrincipalOrgID` or `aws:PrincipalOrgPaths`"))
        : Optional.empty();
  }
}
