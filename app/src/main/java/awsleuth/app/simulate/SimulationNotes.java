package awsleuth.app.simulate;

import awsleuth.aws.IamCatalog;
import awsleuth.iam.Blocker;
import awsleuth.iam.Decision;
import awsleuth.iam.Layer;
import awsleuth.iam.LayerReport;
import awsleuth.iam.PolicySet;
import awsleuth.iam.Result;
import awsleuth.iam.request.ContextValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import picocli.CommandLine;

/** Says what a decision takes for granted because nobody has told it. */
final class SimulationNotes {

  private final PolicySet set;
  private final Decision decision;
  private final CommandLine.ParseResult parsed;
  private final List<String> notes = new ArrayList<>();

  private SimulationNotes(PolicySet set, Decision decision, CommandLine.ParseResult parsed) {
    this.set = set;
    this.decision = decision;
    this.parsed = parsed;
  }

  static List<String> of(PolicySet set, Decision decision, CommandLine.ParseResult parsed) {
    SimulationNotes notes = new SimulationNotes(set, decision, parsed);
    notes.endpoint();
    if (SimulationWords.result(decision) == Result.IMPLICIT_DENY
        && !parsed.hasMatchedOption("--no-other-policies")) {
      notes.allowing();
    }
    return List.copyOf(notes.notes);
  }

  private void endpoint() {
    if (set.endpoint().isEmpty()) {
      return;
    }
    boolean counts =
        decision.layers().stream()
            .noneMatch(l ->
                l.layer() == Layer.VPC_ENDPOINT
                    && l.outcome() == LayerReport.Outcome.NOT_APPLICABLE);
    if (!counts) {
      notes.add(
          "the VPC endpoint policy does not count: the request came through no VPC endpoint, as it"
              + " has no `aws:SourceVpce`");
    } else if (decision.request().context().get("aws:SourceVpce") instanceof ContextValue.Unknown) {
      notes.add("the request is taken to come through the VPC endpoint whose policy was given");
    }
  }

  /** What could allow the request too and was not given. */
  private void allowing() {
    String action = decision.request().action().toLowerCase(Locale.ROOT);
    boolean lacksAllow =
        decision.blockers().stream()
            .map(Blocker::layer)
            .allMatch(l -> l == Layer.IDENTITY || l == Layer.RESOURCE);
    if (!lacksAllow) {
      return;
    }
    boolean any = !decision.request().resource().equals("*");
    if (set.resource().isEmpty() && any) {
      notes.add(
          ResourcePolicyServices.have(action, decision.request().resource(), IamCatalog.embedded())
              ? "no resource-based policy was given; one could allow it too (--resource-policy)"
              : "whether such a resource of `"
                  + action.substring(0, action.indexOf(':'))
                  + "` has a policy is not known; if so, one could allow it too"
                  + " (--resource-policy)");
    }
    if (action.startsWith("kms:") && !parsed.hasMatchedOption("--kms-grants")) {
      notes.add("no grants of the key were given; one could allow it too (--kms-grants)");
    }
    if (action.startsWith("s3:") && !parsed.hasMatchedOption("--object-ownership")) {
      notes.add(
          "the bucket is taken to have ACLs disabled, S3's default Object Ownership"
              + " (--object-ownership)");
    }
  }
}
