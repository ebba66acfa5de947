package awsleuth.trail.incident;

import awsleuth.core.evidence.PolicyDocument;
import awsleuth.trail.change.Change;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/**
 * How changes of an organization have to do with a call: what is attached to one account holds
 * there alone (Organizations user guide, "SCP evaluation", "RCP evaluation").
 *
 * @param call the call
 */
record Organisation(Refused call) {

  /** Empty where it is of an account that the call has nothing to do with. */
  Optional<Touch> of(Change change) {
    boolean moved = change.thing().kind().equals("account");
    String target = moved ? change.thing().name() : change.part();
    Set<String> accounts = accounts();
    boolean other = isAccount(target) && !accounts.isEmpty() && !accounts.contains(target);
    return other ? Optional.empty() : Optional.of(Touch.ORGANISATION);
  }

  /** The caller's, and the resource's; by what AWS says of the one alone. */
  private Set<String> accounts() {
    PolicyDocument.Type said = call.denial().policyType();
    Set<String> all = new HashSet<>();
    if (said != PolicyDocument.Type.RCP) {
      all.add(Touches.account(call.sampled().event().principal()));
    }
    if (said != PolicyDocument.Type.SCP) {
      all.add(call.request().map(r -> r.owner()).orElse(Touches.account(call.resource())));
    }
    return all.contains("") ? Set.of() : all;
  }

  private static boolean isAccount(String target) {
    return target.length() == 12 && target.chars().allMatch(c -> c >= '0' && c <= '9');
  }
}
