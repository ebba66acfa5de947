package awsleuth.core.cause.credentials;

import awsleuth.boto.config.Origin;
import awsleuth.boto.config.Place;
import awsleuth.boto.config.Setting;
import awsleuth.boto.credentials.Frozen;
import awsleuth.boto.credentials.Keys;
import awsleuth.boto.credentials.Method;
import awsleuth.boto.credentials.Outcome;
import awsleuth.core.cause.FileEdits;
import awsleuth.core.cause.Fix;
import awsleuth.core.evidence.EnvironmentVariable;
import awsleuth.core.evidence.Source;
import awsleuth.core.evidence.WatchedCall;
import awsleuth.core.evidence.WatchedClient;
import awsleuth.core.fact.BotoSetup;
import awsleuth.core.fact.Citation;
import awsleuth.core.fact.Facts;
import awsleuth.core.fact.Literal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Where the keys in use come from: what boto3 does with the environment and the files given.
 *
 * @param place of the key id; empty where no key id is in what is given, or none of them counts
 * @param profile the profile of the key id; empty where it is a variable or nowhere
 * @param temporary whether the key id is one of temporary credentials
 * @param token whether a session token goes with it
 */
record KeySource(
    Optional<Source> place, Optional<String> profile, boolean temporary, boolean token) {

  private static final String[] VARIABLES = {
    "AWS_ACCESS_KEY_ID",
    "AWS_SECRET_ACCESS_KEY",
    "AWS_SESSION_TOKEN",
    "AWS_SECURITY_TOKEN",
    "AWS_CREDENTIAL_EXPIRATION"
  };
  private static final List<String> SETTINGS =
      List.of(
          "aws_access_key_id", "aws_secret_access_key", "aws_session_token", "aws_security_token");

  static KeySource in(Facts facts) {
    return facts.once(KeySource.class, f -> watched(f).orElseGet(() -> of(f.boto())));
  }

  /**
   * Of a client that was seen to have its credentials from elsewhere than boto3 would take them
   * here, such as from the program itself, nothing given tells the place.
   */
  private static Optional<KeySource> watched(Facts facts) {
    return client(facts)
        .filter(c -> facts.boto().decider().filter(m -> m.text().equals(c.method())).isEmpty())
        .map(c ->
            new KeySource(
                Optional.empty(), Optional.empty(), Identity.isTemporary(c.keyId()), false));
  }

  /** The client, where the program was watched and its provider seen. */
  private static Optional<WatchedClient> client(Facts facts) {
    return facts.watched().flatMap(WatchedCall::client).filter(c -> !c.method().isEmpty());
  }

  private static KeySource of(BotoSetup boto) {
    if (boto.decider().filter(m -> m == Method.ENV).isPresent()) {
      return ofEnvironment(boto);
    }
    if (!isInFile(boto) || !(boto.resolution().frozen() instanceof Frozen.Signs(Keys keys))) {
      return new KeySource(Optional.empty(), Optional.empty(), false, false);
    }
    Optional<Origin.Profile> origin =
        boto.decider().flatMap(boto::step).stream()
            .flatMap(s -> s.notes().stream())
            .flatMap(n -> n.origin().stream())
            .filter(Origin.Profile.class::isInstance)
            .map(Origin.Profile.class::cast)
            .findFirst();
    String token = keys.token();
    return new KeySource(
        origin.flatMap(boto::source),
        origin.map(Origin.Profile::profile),
        Identity.isTemporary(String.valueOf(keys.accessKey())),
        token != null && !token.isEmpty());
  }

  /** The key id is there; where the secret is not, it was left out of what is given. */
  private static KeySource ofEnvironment(BotoSetup boto) {
    boolean token =
        Stream.of("AWS_SECURITY_TOKEN", "AWS_SESSION_TOKEN")
            .anyMatch(n -> !boto.environment().getOrDefault(n, "").isEmpty());
    return new KeySource(
        boto.source(new Origin.Variable(VARIABLES[0])),
        Optional.empty(),
        Identity.isTemporary(boto.environment().getOrDefault(VARIABLES[0], "")),
        token);
  }

  private static boolean isInFile(BotoSetup boto) {
    return boto.resolution().outcome() instanceof Outcome.Won(Method method, String _)
        && (method == Method.SHARED_CREDENTIALS_FILE || method == Method.CONFIG_FILE);
  }

  /** The error and, where it is known, the place of the key id. */
  static List<Citation> because(Facts facts) {
    if (facts.seen(CredentialsClue.LONG_TERM_KEY)) {
      return List.of(facts.citeError());
    }
    List<Citation> because = new ArrayList<>();
    because.add(facts.citeError());
    KeySource source = in(facts);
    source.place().ifPresent(place -> because.add(Facts.cite(source.words(), place)));
    client(facts).ifPresent(c -> because.add(Facts.cite(words(c), c.source())));
    if (source.place().isEmpty() && watched(facts).isEmpty() && facts.boto().hasEnvironment()) {
      because.addAll(provider(facts.boto()));
    }
    return because;
  }

  private static String words(WatchedClient client) {
    String key = client.keyId().isEmpty() ? "" : " (key id " + client.keyId() + ")";
    return client.method().equals("explicit")
        ? "the program gives the client its keys itself" + key
        : "the client signed with the credentials of `" + client.method() + "`" + key;
  }

  /** The provider that gives the credentials, and what it does for them. */
  private static List<Citation> provider(BotoSetup boto) {
    List<Citation> found = new ArrayList<>();
    if (boto.resolution().outcome() instanceof Outcome.Won(Method method, String _)) {
      Winner.place(boto, boto.resolution())
          .ifPresent(s -> found.add(Facts.cite("boto3 uses `" + method.text() + "`", s)));
      boto.step(method).stream()
          .flatMap(s -> boto.citations(s.notes()).stream())
          .filter(c -> !c.text().equals(method.text()))
          .forEach(found::add);
    }
    return found;
  }

  private String words() {
    return profile
        .map(p -> "the key id stands in profile `" + Literal.setting(p) + "`")
        .orElse("the key id comes from the environment");
  }

  /** Whether the keys in use are known to be long-term ones, which have no token that could end. */
  static boolean isLongTerm(Facts facts) {
    KeySource source = in(facts);
    return facts.boto().isDecided()
        && facts.boto().raised().isEmpty()
        && source.place().isPresent()
        && !source.temporary()
        && !source.token();
  }

  /** What takes outdated keys out of the way, and what boto3 then uses. */
  static Fix remove(Facts facts) {
    KeySource source = in(facts);
    return source.place().isPresent() && source.profile().isPresent()
        ? fromFile(facts.boto(), source.profile().get(), source.place().get())
        : unset(facts);
  }

  /** Takes the keys that are seen out of the way; else tells how to see which are in use. */
  static Fix seek(Facts facts) {
    boolean seen = in(facts).place().isPresent() || !set(facts.boto()).isEmpty();
    return seen
        ? remove(facts)
        : Fix.command(
            "see where the keys in use come from, without their values",
            "env | grep -o '^AWS_[A-Z_]*='; aws configure list" + Identity.profileOf(facts));
  }

  /** A temporary key id without a session token beside it. */
  static Optional<Source> tokenless(Facts facts) {
    if (facts.seen(CredentialsClue.LONG_TERM_KEY)) {
      return Optional.empty();
    }
    KeySource source = in(facts);
    return source.temporary() && !source.token() ? source.place() : Optional.empty();
  }

  /**
   * The variable with a session token beside the long-term key id that signs, which has none (IAM
   * user guide, "Use temporary credentials with AWS resources"): AWS takes the two for temporary
   * credentials and does not know them. Empty where the call goes elsewhere than to AWS.
   */
  static Optional<EnvironmentVariable> leftOver(Facts facts) {
    boolean longTerm =
        facts.boto().decider().filter(m -> m == Method.ENV).isPresent()
            && watched(facts).isEmpty()
            && !facts.seen(CredentialsClue.LONG_TERM_KEY)
            && facts.variable(VARIABLES[0]).filter(v -> v.value().startsWith("AKIA")).isPresent();
    boolean elsewhere =
        facts.environment().stream().anyMatch(v -> v.name().startsWith("AWS_ENDPOINT_URL"));
    return longTerm && !elsewhere
        ? Stream.of("AWS_SECURITY_TOKEN", "AWS_SESSION_TOKEN")
            .flatMap(n -> facts.variable(n).stream())
            .filter(v -> !v.value().isEmpty())
            .findFirst()
        : Optional.empty();
  }

  /** The variables with keys that are set. */
  static List<String> set(BotoSetup boto) {
    return boto.set(VARIABLES);
  }

  /** Takes keys out of the environment: those that are set, or all where none is known. */
  static Fix unset(Facts facts) {
    BotoSetup boto = facts.boto();
    List<String> set = set(boto);
    if (set.isEmpty()) {
      return Identity.unset();
    }
    return Fix.command(
        "take the keys out of the environment" + Winner.then(boto, boto.without(set)),
        "unset " + String.join(" ", set));
  }

  private static Fix fromFile(BotoSetup boto, String profile, Source place) {
    String section = "[" + Literal.setting(profile) + "]";
    List<Source> lines =
        boto.files().readable().stream()
            .flatMap(f -> f.sections().stream())
            .filter(s ->
                s.settings().values().stream()
                    .map(Setting::place)
                    .anyMatch(p -> is(boto, p, place)))
            .flatMap(s -> s.settings().values().stream())
            .filter(s -> SETTINGS.contains(s.name()))
            .filter(s -> s.text().filter(t -> !t.contains("\n")).isPresent())
            .map(s -> boto.source(s.place()))
            .toList();
    String title = "take the outdated keys of " + section + " out of " + place.artifact();
    return lines.isEmpty()
        ? Fix.setting(title, section + "\n# without " + String.join(", ", SETTINGS))
        : FileEdits.delete(Literal.line(title), lines);
  }

  private static boolean is(BotoSetup boto, Place place, Source source) {
    return boto.source(place).equals(source);
  }
}
