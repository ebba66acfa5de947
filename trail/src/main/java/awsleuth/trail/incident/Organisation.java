package awsleuth.trail.incident;

import awsleuth.core.evidence.PolicyDocument;
import awsleuth.core.fact.Literal;
import awsleuth.iam.policy.PolicyParser;
import awsleuth.iam.policy.PolicyType;
import awsleuth.iam.request.Request;
import awsleuth.trail.change.Change;
import awsleuth.trail.change.History;
import awsleuth.trail.change.Topic;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * How changes of an organization have to do with a call: what is attached to one account holds
 * there alone, what is attached to a unit in the accounts below it (Organizations user guide, "SCP
 * evaluation", "RCP evaluation").
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
      all.add(callers());
    }
    if (said != PolicyDocument.Type.SCP) {
      all.add(owner());
    }
    return all.contains("") ? Set.of() : all;
  }

  private String callers() {
    return Touches.account(call.caller());
  }

  private String owner() {
    return call.request().map(Request::owner).orElse(Touches.account(call.resource()));
  }

  private static boolean isAccount(String target) {
    return target.length() == 12 && target.chars().allMatch(c -> c >= '0' && c <= '9');
  }

  /**
   * The ruling of a change, or a possible one where neither AWS names the policy nor it is known to
   * be attached to the account that it refuses, or to the root.
   */
  Ruling of(Change change, Ruling ruling, History history) {
    if (change.topic() != Topic.ORGANISATION
        || ruling.certainty() != Certainty.CONFIRMED
        || change.thing().kind().equals("account")
        || call.denial().policyArn().endsWith("/" + change.thing().name())) {
      return ruling;
    }
    Set<String> targets = targets(change, history);
    String account = isOfResources(change, history) ? owner() : callers();
    boolean held = targets.contains(account) && !account.isEmpty();
    Optional<String> root = targets.stream().filter(t -> t.startsWith("r-")).findFirst();
    return held || (root.isPresent() && !mayManage(account, change))
        ? ruling
        : new Ruling(
            Certainty.POSSIBLE,
            ruling.why(),
            root.isPresent()
                ? "whether the account %s is the management account, of which no such policy holds:"
                        .formatted(account)
                    + " aws organizations describe-organization"
                : missing(change, targets, account));
  }

  /** What is attached holds where it is attached to since then; what is detached held there. */
  private static Set<String> targets(Change change, History history) {
    String name = change.event().name();
    boolean one = name.equals("AttachPolicy") || name.equals("DetachPolicy");
    return one ? Set.of(change.part()) : new TreeSet<>(history.targets(change));
  }

  /**
   * Whether it may be the management account, which no policy of the organization restricts: it is
   * the one that changes them, or one to which that is delegated. What AWS says shows that one does
   * restrict it.
   */
  private boolean mayManage(String account, Change change) {
    return call.denial().policyType() == PolicyDocument.Type.UNKNOWN
        && (account.isEmpty() || change.event().account().equals(account));
  }

  private static String missing(Change change, Set<String> targets, String account) {
    String below = account.isEmpty() ? "<account>" : account;
    return targets.isEmpty()
        ? "whether the policy is attached above the account "
            + below
            + ": aws organizations list-targets-for-policy --policy-id "
            + Literal.shell(change.thing().name(), "<policy ID>")
        : "whether the account "
            + below
            + " is below `"
            + String.join("` or `", targets)
            + "`: aws organizations list-parents --child-id "
            + below
            + ", then of each parent";
  }

  /**
   * Whether an organization's policy is one of resources: service control policies name no
   * principals (Organizations user guide, "SCP syntax", "RCP syntax").
   */
  static boolean isOfResources(Change change, History history) {
    return change.topic() == Topic.ORGANISATION
        && Optional.of(change)
            .filter(c -> !c.document().isEmpty())
            .or(() -> history.written(change))
            .flatMap(c -> PolicyParser.parse("document", PolicyType.RCP, c.document()).policy())
            .filter(p -> p.statements().stream().anyMatch(s -> s.principals().present()))
            .isPresent();
  }
}
