package awsleuth.trail.incident;

import awsleuth.core.fact.Literal;
import awsleuth.iam.Layer;
import awsleuth.iam.policy.PolicyType;
import awsleuth.iam.request.Context;
import awsleuth.iam.request.DocumentedKeys;
import awsleuth.iam.request.Principal;
import awsleuth.iam.request.Request;
import awsleuth.trail.change.Change;
import awsleuth.trail.change.History;
import awsleuth.trail.change.Topic;
import awsleuth.trail.incident.Decided.Verdict;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * A call that a service refuses since KMS refuses the caller the key of what is called, without
 * telling which key (Secrets Manager user guide, "Secret encryption and decryption": the service
 * asks KMS as the caller).
 *
 * @param call the call
 * @param documents what policies say of it
 * @param history which hold
 */
record ThroughKms(Refused call, Documents documents, History history) {

  private static final String SAID = "access to kms is not allowed";

  /** What is asked of KMS for all that is read, and for what is written too. */
  private static final String ACTION = "kms:Decrypt";

  /** Of a call alone, of which it is told whether a change may be of its key. */
  ThroughKms(Refused call) {
    this(call, new Documents(call, new History(List.of())), new History(List.of()));
  }

  private boolean isSaid() {
    return call.event().field("errorMessage").toLowerCase(Locale.ROOT).contains(SAID);
  }

  /** Whether it changed the policy of a key, which may be that of the call. */
  boolean isOf(Change change) {
    return change.topic() == Topic.RESOURCE && isSaid();
  }

  /** The ruling of a change; empty where AWS does not speak of KMS, or it is none of these. */
  Optional<Ruling> ruling(Change change, Optional<Change> former) {
    if (!isSaid()) {
      return Optional.empty();
    }
    return switch (change.topic()) {
      case IDENTITY, MANAGED -> Optional.of(ofCaller(change, former));
      case RESOURCE ->
          Optional.of(
              change.thing().kind().equals("key")
                  ? ofKey(change, former)
                  : Ruling.ruledOut("AWS says that it was KMS that refused"));
      case TRUST, BOUNDARY, ENDPOINT, ORGANISATION -> Optional.empty();
      case OWNER, ACCESS_KEY, KEY_STATE, GRANT, SETTING, TAGS, NETWORK, QUOTA -> Optional.empty();
    };
  }

  private Ruling ofCaller(Change change, Optional<Change> former) {
    return new NotAbout(call, ACTION, documents, history)
        .ruling(change, former)
        .orElseGet(() -> Ruling.possible("it changed what the caller may do with keys", missing()));
  }

  private Ruling ofKey(Change change, Optional<Change> former) {
    Decided since = documents.since(change).map(d -> of(change, d)).orElse(Decided.OPEN);
    if (since.verdict() == Verdict.ALLOWS) {
      return Ruling.ruledOut("the policy of the key allows the caller `" + ACTION + "`");
    }
    Optional<Decided> old = former.map(f -> of(change, history.document(f)));
    if (old.filter(o -> o.verdict() == since.verdict()).isPresent()) {
      return Ruling.ruledOut("before and since it says the same of `" + ACTION + "`");
    }
    String words = "of `" + ACTION + "` the key's policy says since then: " + since.words();
    return Ruling.possible(old.map(o -> words + "; before: " + o.words()).orElse(words), missing());
  }

  private Decided of(Change change, String document) {
    return Principal.parse(call.caller())
        .map(p -> Decided.of(PolicyType.RESOURCE, Layer.RESOURCE, document, request(change, p)))
        .orElse(Decided.OPEN);
  }

  private Request request(Change change, Principal caller) {
    String region = call.sampled().event().region();
    String account = change.event().account();
    String key = "arn:aws:kms:" + region + ":" + account + ":key/" + change.thing().name();
    Context context =
        Context.OPEN
            .with(
                "kms:ViaService",
                call.sampled().event().service() + "." + region + ".amazonaws.com")
            .with("kms:CallerAccount", Touches.account(call.caller()));
    return new Request(caller, ACTION, key, account, DocumentedKeys.complete(context, caller));
  }

  private String missing() {
    String secret = call.event().field("requestParameters.secretId");
    return secret.isEmpty()
        ? "with which key what is called is encrypted"
        : "with which key the secret is encrypted: aws secretsmanager describe-secret --query KmsKeyId"
            + " --secret-id "
            + Literal.shell(secret);
  }
}
