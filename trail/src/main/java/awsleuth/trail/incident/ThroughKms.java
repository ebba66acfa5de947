package awsleuth.trail.incident;

import awsleuth.core.fact.Literal;
import awsleuth.trail.change.Change;
import awsleuth.trail.change.History;
import awsleuth.trail.change.Topic;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

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

  private static final List<String> READS = List.of("kms:Decrypt");

  /** What a new value is encrypted with; an older one may be decrypted to compare it. */
  private static final List<String> WRITES = List.of("kms:GenerateDataKey", "kms:Decrypt");

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
    List<Optional<Ruling>> rulings =
        actions().stream()
            .map(a -> new NotAbout(call, a, documents, history).ruling(change, former))
            .toList();
    Optional<Ruling> surest = surest(rulings.stream().flatMap(Optional::stream));
    return surest
        .filter(r -> r.certainty() == Certainty.POSSIBLE || !rulings.contains(Optional.empty()))
        .map(r ->
            r.missing().equals(call.untold()) ? Ruling.possible(r.why().getFirst(), missing()) : r)
        .orElseGet(() -> Ruling.possible("it changed what the caller may do with keys", missing()));
  }

  private Ruling ofKey(Change change, Optional<Change> former) {
    Optional<String> since = documents.since(change);
    Optional<String> before = former.map(history::document);
    return surest(
            actions().stream()
                .map(a -> new KeyPolicy(call, change, a, missing()).ruling(since, before)))
        .orElseThrow();
  }

  private static Optional<Ruling> surest(Stream<Ruling> rulings) {
    return rulings.min(Comparator.comparing(Ruling::certainty));
  }

  private List<String> actions() {
    String name = call.sampled().event().name();
    return name.startsWith("Get") || name.startsWith("BatchGet") ? READS : WRITES;
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
