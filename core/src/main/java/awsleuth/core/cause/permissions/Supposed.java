package awsleuth.core.cause.permissions;

import awsleuth.core.evidence.PolicyDocument;
import awsleuth.core.fact.Facts;
import awsleuth.iam.PolicySet;
import awsleuth.iam.request.Request;
import java.util.ArrayList;
import java.util.List;

/** What a decision takes for granted where the evidence does not tell. */
final class Supposed {

  private Supposed() {}

  /** In words that follow "supposes that"; empty where it takes nothing for granted. */
  static List<String> of(Facts facts, Simulated simulated) {
    List<String> supposed = new ArrayList<>();
    Request request = simulated.decision().request();
    String caller = request.principal().account();
    if (simulated.isForeign()) {
      supposed.add("the resource is of another account than the caller's " + caller);
    } else if (Access.of(facts).ownerAccount(facts).isEmpty()
        && request.resource().startsWith("arn:")
        && !isModel(request.resource())
        && !caller.isEmpty()) {
      supposed.add("the resource is of the caller's account " + caller);
    }
    supposed.addAll(UntoldTypes.supposed(facts));
    AccessPoint.of(request.resource()).map(AccessPoint::supposed).ifPresent(supposed::add);
    if (ServiceLinked.grants(request.principal().text(), request.action())) {
      supposed.add("the service makes the grant for a resource (`" + ServiceLinked.GRANT + "`)");
    }
    List<String> kinds = OtherKinds.notAllowed(simulated);
    if (!kinds.isEmpty()) {
      supposed.add(
          "`"
              + request.action()
              + "` is allowed on what else AWS decides it on: "
              + String.join(", ", kinds));
    }
    // Service control policies do not restrict the management account (Organizations user guide).
    boolean named = Access.of(facts).denial().policyType() == PolicyDocument.Type.SCP;
    if (!simulated.set().scps().isEmpty()
        && !caller.isEmpty()
        && !named
        && !ManagementAccount.isKnown(facts)) {
      supposed.add(caller + " is not the management account of its organization");
    }
    List<String> notGiven = notGiven(facts, simulated.set());
    if (!notGiven.isEmpty()) {
      supposed.add("what was not given does not forbid it (" + String.join(", ", notGiven) + ")");
    }
    return supposed;
  }

  /** Whether it is a model of Amazon Bedrock, which is of no account. */
  private static boolean isModel(String arn) {
    return arn.contains(":bedrock:") && arn.contains("::foundation-model/");
  }

  /** The types of policies that can keep a request of anybody from being allowed. */
  private static List<String> notGiven(Facts facts, PolicySet set) {
    List<String> missing = new ArrayList<>();
    if (set.resource().isEmpty()) {
      missing.add("the resource's policy");
    }
    if (set.boundary().isEmpty() && Unbounded.of(facts).isEmpty()) {
      missing.add("a boundary");
    }
    boolean spared = ManagementAccount.spared(PolicyDocument.Type.SCP, facts).isPresent();
    if (set.scps().isEmpty() && !spared) {
      missing.add("service control policies");
    } else if (set.scps().stream().anyMatch(l -> l.id().equals(PolicySet.Level.UNTOLD))) {
      missing.add("service control policies of other levels, each of which has to allow it");
    }
    if (set.rcps().isEmpty()
        && ManagementAccount.spared(PolicyDocument.Type.RCP, facts).isEmpty()) {
      missing.add("resource control policies");
    }
    return missing;
  }
}
