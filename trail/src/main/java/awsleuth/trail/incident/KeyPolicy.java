package awsleuth.trail.incident;

import awsleuth.iam.Authorizer;
import awsleuth.iam.Layer;
import awsleuth.iam.PolicySet;
import awsleuth.iam.Result;
import awsleuth.iam.policy.PolicyParser;
import awsleuth.iam.policy.PolicyType;
import awsleuth.iam.request.Context;
import awsleuth.iam.request.DocumentedKeys;
import awsleuth.iam.request.Principal;
import awsleuth.iam.request.Request;
import awsleuth.trail.change.Change;
import java.util.List;
import java.util.Optional;

/**
 * What the policy of a KMS key says of an action that a service asks for the caller.
 *
 * @param call the refused call
 * @param change the change that wrote the policy
 * @param action the action
 * @param missing with which key what is called is encrypted, which is not known
 */
record KeyPolicy(Refused call, Change change, String action, String missing) {

  /** What it says, that which lets in least first. */
  private enum Says {
    DENIES,
    SILENT,
    /** It lets the policies of the key's account decide (KMS guide, "Default key policy"). */
    ACCOUNT,
    /** By itself, whatever the caller's own policies say, or as far as the key's account goes. */
    ALLOWS,
    OPEN
  }

  /**
   * The ruling.
   *
   * @param since what it says since the change; empty where that is not known
   * @param before what it said before; likewise
   */
  Ruling ruling(Optional<String> since, Optional<String> before) {
    Decided now = since.map(this::decided).orElse(Decided.OPEN);
    Says says = since.map(d -> says(d, now)).orElse(Says.OPEN);
    if (says == Says.ALLOWS) {
      return Ruling.ruledOut("the policy of the key allows the caller `" + action + "`");
    }
    Optional<Decided> old = before.map(this::decided);
    Says said = before.map(d -> says(d, decided(d))).orElse(Says.OPEN);
    boolean known = said != Says.OPEN && says != Says.OPEN;
    if ((old.isPresent() && before.equals(since)) || (known && said == says)) {
      return Ruling.ruledOut("before and since it says the same of `" + action + "`");
    }
    if (known && said.compareTo(says) < 0) {
      return Ruling.ruledOut("it lets the caller do no less of `" + action + "` than before");
    }
    String by = says == Says.ACCOUNT ? " to the account, whose own policies decide" : "";
    String words = "of `" + action + "` the key's policy says since then: " + now.words() + by;
    return Ruling.possible(
        old.map(o -> words + "; before: " + o.words()).orElse(words),
        says == Says.ACCOUNT
            ? "whether a policy of the caller allows `" + action + "`, and " + missing
            : missing);
  }

  private Says says(String document, Decided decided) {
    return switch (decided.verdict()) {
      case DENIES -> Says.DENIES;
      case SILENT -> Says.SILENT;
      case OPEN -> Says.OPEN;
      case ALLOWS -> isForAccount(document) ? Says.ACCOUNT : Says.ALLOWS;
    };
  }

  /** Callers of other accounts need a policy of their own in any case. */
  private boolean isForAccount(String document) {
    return change.event().account().equals(Touches.account(call.caller()))
        && PolicyParser.parse("document", PolicyType.RESOURCE, document)
            .policy()
            .flatMap(p ->
                request()
                    .map(r -> Authorizer.of(PolicySet.NONE.withResource(List.of(p))).decide(r)))
            .filter(Result.ALLOWED::equals)
            .isEmpty();
  }

  private Decided decided(String document) {
    return request()
        .map(r -> Decided.of(PolicyType.RESOURCE, Layer.RESOURCE, document, r))
        .orElse(Decided.OPEN);
  }

  private Optional<Request> request() {
    return Principal.parse(call.caller()).map(this::request);
  }

  private Request request(Principal caller) {
    String region = call.sampled().event().region();
    String account = change.event().account();
    String key = "arn:aws:kms:" + region + ":" + account + ":key/" + change.thing().name();
    Context context =
        Context.OPEN
            .with(
                "kms:ViaService",
                call.sampled().event().service() + "." + region + ".amazonaws.com")
            .with("kms:CallerAccount", Touches.account(call.caller()));
    return new Request(caller, action, key, account, DocumentedKeys.complete(context, caller));
  }
}
