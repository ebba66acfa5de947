package awsleuth.trail.incident;

import awsleuth.core.fact.CodeFamily;
import awsleuth.trail.Event;
import awsleuth.trail.change.Change;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What a call names that was deleted or switched off, where AWS says that it is not there, or is
 * off.
 *
 * @param call the call
 * @param before the calls that succeeded
 */
record Gone(Refused call, Before before) {

  /** What may switch off, beside what has that in its name and what is told as a setting. */
  private static final String OFF = "UpdateJobQueue";

  /** What EC2 says of an image that was deregistered, by the code of a state. */
  private static final String UNAVAILABLE = "is no longer available";

  /** What codes have for things of any kind. */
  private static final Set<String> ANY = Set.of("", "resource", "entity", "object");

  /** How AWS refuses in a Region that is switched off (account management guide, "Regions"). */
  private static final Set<String> OF_REGION =
      Set.of(
          "OptInRequired",
          "AuthFailure",
          "InvalidClientTokenId",
          "UnrecognizedClientException",
          "IllegalLocationConstraintException");

  /** What has other words for what it took away from a provider. */
  private static final List<String> OF_PROVIDER = List.of("audience", "thumbprint", "certificate");

  /** What messages speak of whatever is not there. */
  private static final Set<String> OF_ALL = Set.of("account", "region", "service", "user");

  /** A version of a secret that is there: of one that is not, Secrets Manager names the secret. */
  private static final String OF_SECRET = "secretvalue";

  /** The ruling of a change; empty where it took nothing, or AWS says otherwise. */
  Optional<Ruling> ruling(Change change, Touch touch) {
    String name = change.event().name();
    if (touch != Touch.RESOURCE) {
      return Optional.empty();
    }
    if (name.equals("DisableRegion")) {
      return OF_REGION.contains(code()) ? Optional.of(ofRegion(change)) : Optional.empty();
    }
    if (isWhole(change) && isSaid(change) && new SaidId(call).other(change).isEmpty()) {
      return Optional.of(settled(change, "it deleted what the call names"));
    }
    Optional<Ruling> index = new GoneIndex(call, before).ruling(change);
    if (index.isPresent()) {
      return index;
    }
    boolean off = isSwitchedOff(change);
    boolean provider =
        change.thing().kind().equals("provider")
            && OF_PROVIDER.stream().anyMatch(message()::contains);
    return off || provider
        ? Optional.of(
            Ruling.possible(
                "it changed what the call names, of which AWS says: " + words(),
                "whether it is this that it changed"))
        : Optional.empty();
  }

  /** Whether it deleted all of what it names, and not a policy or a setting of it. */
  private static boolean isWhole(Change change) {
    String kind = change.thing().kind().replace(" ", "").toLowerCase(Locale.ROOT);
    String name = change.operation();
    boolean ends =
        Stream.of("delete", "terminate", "deregister", "unsubscribe").anyMatch(name::startsWith);
    boolean own =
        switch (kind) {
          case "provider" -> name.endsWith("connectprovider") || name.endsWith("samlprovider");
          case "identity" -> !name.contains("policy");
          case "bucket", "table", "function", "queue", "topic", "secret", "repository" ->
              name.endsWith("delete" + kind);
          default -> true;
        };
    return ends && own && change.topic().type().isEmpty();
  }

  private boolean isSwitchedOff(Change change) {
    boolean told = CodeFamily.STATE.isSaidBy(message());
    String name = change.event().name();
    return (name.startsWith("Disable") || name.equals(OFF))
        && (told || CodeFamily.of(code()) == CodeFamily.STATE || code().contains("Paused"));
  }

  /** Whether AWS says of a thing of that kind, or of that name, that it is not there. */
  private boolean isSaid(Change change) {
    String kind = plain(change.thing().kind());
    boolean told = CodeFamily.MISSING.isSaidBy(message()) || message().contains(UNAVAILABLE);
    return switch (CodeFamily.of(code())) {
      case MISSING -> isOf(kind) && !isSaidOfAnother(change, kind);
      case STATE, OTHER ->
          told
              && (plain(message()).contains(kind)
                  || new Named(call).isSaid(last(change.thing().name())));
      case RATE, CAPACITY, DENIED, CONDITION, QUOTA, EXISTING, BUSY, SERVER, TIMEOUT -> false;
    };
  }

  /** Whether a code leaves open what is not there, or names that kind of thing. */
  private boolean isOf(String kind) {
    String named = CodeFamily.missing(code());
    return ANY.contains(named) || kind.contains(named) || named.contains(kind);
  }

  /** Whether the message names another kind of thing, and neither this one nor its name. */
  private boolean isSaidOfAnother(Change change, String kind) {
    String said = plain(message());
    if (new Named(call).isSaid(last(change.thing().name())) || isAliasSaid(change)) {
      return false;
    }
    boolean another =
        Change.kinds().stream()
            .map(Gone::plain)
            .filter(k -> !ANY.contains(k) && !OF_ALL.contains(k))
            .anyMatch(said::contains);
    return said.contains(OF_SECRET) || (!said.contains(kind) && another);
  }

  /** Of an alias Lambda says that the function is not there, by the ARN of both. */
  private boolean isAliasSaid(Change change) {
    String alias = ":function:" + change.thing().name() + ":" + change.part();
    return change.thing().kind().equals("function alias")
        && message().endsWith(alias.toLowerCase(Locale.ROOT));
  }

  private static String plain(String text) {
    return text.toLowerCase(Locale.ROOT).replace(" ", "").replace(".", "");
  }

  private String code() {
    return call.sampled().event().code();
  }

  private String message() {
    return call.event().field("errorMessage").toLowerCase(Locale.ROOT);
  }

  private String words() {
    String said = call.event().field("errorMessage");
    return said.isEmpty() ? code() : said;
  }

  private Ruling ofRegion(Change change) {
    String why = "it switched the Region off, of which AWS says: " + words();
    boolean told = code().equals("OptInRequired") && before.last().isPresent();
    return told
        ? Ruling.confirmed(with(change, why))
        : Ruling.possible(why, "whether the calls failed for that");
  }

  /** Certain where AWS names it, or the same call succeeded before. */
  private Ruling settled(Change change, String why) {
    String name = last(change.thing().name());
    boolean named = new Named(call).isSaid(name) || isAliasSaid(change);
    Optional<Sampled> later = before.last().filter(s -> s.event().time() > change.event().time());
    if (later.isPresent()) {
      return Ruling.possible(
          why,
          "why the call still succeeded after it, at " + Event.moment(later.get().event().time()));
    }
    if (named || (before.last().isPresent() && before.sure())) {
      return Ruling.confirmed(with(change, why, "AWS says that it is not there: " + words()));
    }
    return Ruling.possible(
        why,
        before.last().isPresent()
            ? Before.UNSURE
            : "whether it was there before: no success is known");
  }

  private List<String> with(Change change, String... why) {
    List<String> all = new ArrayList<>();
    before.words(change.event().time()).ifPresent(all::add);
    all.addAll(List.of(why));
    return all;
  }

  private static String last(String name) {
    return name.substring(name.lastIndexOf('/') + 1);
  }
}
