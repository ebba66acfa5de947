package awsleuth.app.policy;

import awsleuth.app.terminal.Printable;
import awsleuth.core.fact.Literal;
import awsleuth.iam.diff.Change;
import awsleuth.iam.diff.Difference;
import awsleuth.iam.diff.PolicyDiff;
import awsleuth.iam.policy.PolicyType;
import awsleuth.iam.request.ContextValue;
import awsleuth.iam.request.Request;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;

/**
 * Two files of policies and what their comparison came to.
 *
 * @param before the file with the policies before the change, as it was named
 * @param after likewise after the change
 * @param type what the policies are attached to
 * @param report what differs
 */
record Compared(String before, String after, PolicyType type, PolicyDiff.Report report) {

  /** Whether requests become possible that were not. */
  NewAccess newAccess() {
    return NewAccess.of(report);
  }

  /** The differences of a kind; those that AWS can see requests of come first. */
  List<Difference> of(Change change) {
    List<Difference> all = new ArrayList<>();
    for (boolean odd : List.of(false, true)) {
      report.differences().stream()
          .filter(d -> d.change() == change && d.odd().isEmpty() != odd)
          .forEach(all::add);
    }
    return all;
  }

  /** A command that shows how a difference's witness is decided after the change. */
  String command(Difference d) {
    Request request = d.witness();
    StringBuilder out = new StringBuilder("awsleuth simulate ");
    out.append(option()).append(' ').append(Literal.shell(after));
    String principal = request.principal().text();
    out.append(" --principal ")
        .append(principal.equals("*anonymous*") ? "anonymous" : Literal.shell(principal));
    out.append(" --action ").append(Literal.shell(request.action()));
    out.append(" --resource ").append(Literal.shell(request.resource()));
    new TreeMap<>(request.context().values())
        .forEach((key, value) -> {
          if (value instanceof ContextValue.Present p) {
            String text =
                p.multivalued() ? "[" + String.join(",", p.values()) + "]" : p.values().getFirst();
            out.append(" --context ").append(Literal.shell(key + "=" + text));
          }
        });
    return Printable.line(out.append(" --complete").toString());
  }

  private String option() {
    return switch (type) {
      case IDENTITY -> "--policy";
      case RESOURCE -> "--resource-policy";
      case TRUST -> "--trust-policy";
      case BOUNDARY -> "--boundary";
      case SESSION -> "--session-policy";
      case SCP -> "--scp";
      case RCP -> "--rcp";
      case VPC_ENDPOINT -> "--endpoint-policy";
    };
  }

  /** One sentence that says what it comes to. */
  String verdict() {
    return report.isSame() ? "no difference: both decide every request alike" : newAccess().words();
  }
}
