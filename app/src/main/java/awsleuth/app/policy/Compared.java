package awsleuth.app.policy;

import awsleuth.app.terminal.Printable;
import awsleuth.core.fact.Literal;
import awsleuth.iam.diff.Change;
import awsleuth.iam.diff.Difference;
import awsleuth.iam.diff.PolicyDiff;
import awsleuth.iam.diff.Surroundings;
import awsleuth.iam.policy.AllowAll;
import awsleuth.iam.policy.AllowNothing;
import awsleuth.iam.policy.PolicyType;
import awsleuth.iam.request.ContextValue;
import awsleuth.iam.request.DocumentedKeys;
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

  /**
   * A command that shows how a difference's witness is decided after the change, or before it,
   * beside policies with which it depends on those that are compared.
   */
  String command(Difference d, boolean isAfter) {
    Request request = d.witness();
    StringBuilder out = new StringBuilder("awsleuth simulate ");
    out.append(option()).append(' ').append(Literal.shell(isAfter ? after : before));
    d.around().ifPresent(around -> around(around, out));
    String principal = request.principal().text();
    out.append(" --principal ")
        .append(principal.equals("*anonymous*") ? "anonymous" : Literal.shell(principal));
    out.append(" --action ").append(Literal.shell(request.action()));
    out.append(" --resource ").append(Literal.shell(request.resource()));
    new TreeMap<>(request.context().values()).forEach((key, value) -> key(key, value, out));
    return Printable.line(out.append(" --complete --no-other-policies").toString());
  }

  private static void around(Surroundings around, StringBuilder out) {
    out.append(around.identity() ? " --policy " + AllowAll.NAME : "");
    out.append(around.resource() ? " --resource-policy " + AllowAll.NAME : "");
    out.append(around.session() ? " --session-policy " + AllowAll.NAME : "");
    out.append(around.limited() ? " --boundary " + AllowNothing.NAME : "");
    out.append(around.owner().isEmpty() ? "" : " --resource-account " + around.owner());
  }

  private static void key(String key, ContextValue value, StringBuilder out) {
    switch (value) {
      case ContextValue.Present p ->
          out.append(" --context ").append(Literal.shell(key + "=" + ContextText.of(p)));
      case ContextValue.Absent _ -> {
        // What follows from the principal is there although a command does not give it.
        if (DocumentedKeys.isOfPrincipal(key) || key.equalsIgnoreCase("aws:ResourceAccount")) {
          out.append(" --absent ").append(Literal.shell(key));
        }
      }
      case ContextValue.Unknown _ -> {}
    }
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
    return report.isSame()
        ? "no difference: both decide every request alike"
        : newAccess().words() + share();
  }

  /** Of how many differences a verdict is, where there are such as AWS makes no requests of. */
  private String share() {
    Change change = newAccess() == NewAccess.NEW ? Change.ALLOWED : Change.NO_LONGER_DENIED;
    long odd = report.differences().stream().filter(d -> !d.odd().isEmpty()).count();
    long made =
        report.differences().stream()
            .filter(d -> d.change() == change && d.odd().isEmpty() && !d.isPastLimits())
            .count();
    return switch (newAccess()) {
      case NEW, BY_OTHERS ->
          odd == 0
              ? ""
              : " ("
                  + made
                  + " of "
                  + report.differences().size()
                  + " differences; AWS makes no request of "
                  + odd
                  + ")";
      case NONE, PAST_LIMITS, NOT_MADE, UNDECIDED -> "";
    };
  }
}
