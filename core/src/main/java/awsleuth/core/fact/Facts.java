package awsleuth.core.fact;

import awsleuth.aws.AwsCatalog;
import awsleuth.aws.HostName;
import awsleuth.core.evidence.AuthorizationDetail;
import awsleuth.core.evidence.EnvironmentVariable;
import awsleuth.core.evidence.Evidence;
import awsleuth.core.evidence.FailedCall;
import awsleuth.core.evidence.Failure;
import awsleuth.core.evidence.Failure.Frame;
import awsleuth.core.evidence.Failure.Passage;
import awsleuth.core.evidence.GivenParameters;
import awsleuth.core.evidence.PolicyDocument;
import awsleuth.core.evidence.ProbeResult;
import awsleuth.core.evidence.ProfileSetting;
import awsleuth.core.evidence.Source;
import awsleuth.core.evidence.ThrottleReason;
import awsleuth.core.evidence.TrailEvent;
import awsleuth.core.evidence.WatchedCall;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** All that is known of one failed call: its own text and the evidence that came with it. */
public final class Facts {

  /**
   * A trail of more events than this is not gone through for each failed call, or its end alone is.
   */
  public static final int MOST_EVENTS = 20_000;

  private final Failure failure;
  private final Surroundings surroundings;
  private final AwsCatalog catalog;
  private final Map<Class<?>, Object> worked = new HashMap<>();
  private final Map<Clue, Optional<Citation>> clues = new HashMap<>();

  /** The facts of one failure among the evidence that came with it. */
  public Facts(Failure failure, Surroundings surroundings, AwsCatalog catalog) {
    this.failure = failure;
    this.surroundings = surroundings;
    this.catalog = catalog;
  }

  /** The failed call. */
  public FailedCall call() {
    return failure.call();
  }

  /** The failed call with its text, frames and count. */
  public Failure failure() {
    return failure;
  }

  /** What AWS publishes about itself, in the version used. */
  public AwsCatalog catalog() {
    return catalog;
  }

  /** Whether the call's error code is one of these (any case). */
  public boolean code(String... codes) {
    return call().code().isEmpty() ? List.of(codes).contains(toldCode()) : call().hasCode(codes);
  }

  /** The code that goes with the message of a call without a code; empty where none is told. */
  private String toldCode() {
    return once(ToldCode.class, facts -> ToldCode.in(facts.call().message())).code();
  }

  /** What the name of the error code says. */
  public CodeFamily family() {
    return CodeFamily.of(call().code());
  }

  /** Whether the call's exception is one of these simple class names. */
  public boolean exception(String... names) {
    return List.of(names).contains(call().exception());
  }

  /** Whether an exception of this simple name stands anywhere in the failure's chain. */
  public boolean raised(String... names) {
    List<String> wanted = List.of(names);
    if (wanted.contains(call().exception())) {
      return true;
    }
    for (Passage p : failure.passages()) {
      if (wanted.contains(p.exception())) {
        return true;
      }
    }
    return false;
  }

  /** Whether the words of a clue stand in the failure's texts. */
  public boolean seen(Clue clue) {
    return citation(clue).isPresent();
  }

  /** The clue's words as the text has them, and where; empty where they do not stand there. */
  public Optional<Citation> citation(Clue clue) {
    Optional<Citation> known = clues.get(clue);
    if (known == null) {
      known = once(ClueFinder.class, f -> new ClueFinder(f.failure())).find(clue);
      clues.put(clue, known);
    }
    return known;
  }

  /** A field of botocore's message template, such as {@code profile}; empty where not captured. */
  public Optional<String> captured(String field) {
    return Optional.ofNullable(failure.captures().get(field));
  }

  /** The limit that Lambda says was hit; unknown where the text has no {@code Reason}. */
  public Fact<ThrottleReason> throttleReason() {
    return captured("reason")
        .flatMap(ThrottleReason::of)
        .<Fact<ThrottleReason>>map(reason -> Fact.known(reason, call().source()))
        .orElseGet(() -> Fact.unknown("the Reason that Lambda gives", "print e.response"));
  }

  /** The frames of the failure's traceback, outermost first; empty where there is none. */
  public List<Frame> frames() {
    return failure.frames();
  }

  /** What the access-denied sentence says; unknown where there is no such sentence. */
  public Fact<Denial> denial() {
    return once(Refusal.class, Refusal::of).denial();
  }

  /** The endpoint's host, read; unknown where no AWS endpoint host is in the text. */
  public Fact<HostName> host() {
    Optional<HostName> host =
        call().endpoint().isEmpty() ? Optional.empty() : catalog.host(Hosts.of(call().endpoint()));
    return host.<Fact<HostName>>map(h -> Fact.known(h, call().source()))
        .orElseGet(() -> Fact.unknown("the endpoint", "the whole error message with its URL"));
  }

  /**
   * The environment variables given, in the order of their sources; empty where none were given.
   */
  public List<EnvironmentVariable> environment() {
    return surroundings.environment();
  }

  /** A variable of the environment given; empty where it is not set or no environment was given. */
  public Optional<EnvironmentVariable> variable(String name) {
    for (EnvironmentVariable v : surroundings.environment()) {
      if (v.name().equals(name)) {
        return Optional.of(v);
      }
    }
    return Optional.empty();
  }

  /** The settings of the config and credentials files given, section headers included. */
  public List<ProfileSetting> settings() {
    return surroundings.settings();
  }

  /**
   * What boto3 makes of the environment and the files given, and of a profile that the traceback
   * shows to be given in code, or that the machine was examined with.
   */
  public BotoSetup boto() {
    Optional<String> given = once(OwnSession.class, OwnSession::of).profile();
    return given.isPresent() ? surroundings.boto(given) : surroundings.boto();
  }

  /**
   * Whether the program makes a session of its own with settings that the traceback does not tell,
   * so that they may be others than those of {@link #boto}.
   */
  public boolean ownSession() {
    return once(OwnSession.class, OwnSession::of).seen();
  }

  /** What a probe of that step found wrong; empty where none did. */
  public Optional<ProbeResult> found(String step) {
    return surroundings.probes().stream()
        .filter(p -> p.step().equals(step) && p.isFinding())
        .findFirst();
  }

  /** Whether nothing came with the failures. */
  public boolean isAlone() {
    return surroundings.isAlone();
  }

  /** The evidence of one kind that came with the failures, in the order of its sources. */
  public <E extends Evidence> List<E> given(Class<E> kind) {
    return surroundings.given(kind);
  }

  /**
   * What AWS kept of the decision that refused the call, where it was given: a decoded message or
   * authorization details.
   */
  public Optional<AuthorizationDetail> detail() {
    return once(Refusal.class, Refusal::of).detail();
  }

  /** The policies given. */
  public List<PolicyDocument> policies() {
    return once(ToldPolicies.class, ToldPolicies::of).all();
  }

  /** The policies given of one type. */
  public List<PolicyDocument> policies(PolicyDocument.Type type) {
    return policies().stream().filter(p -> p.type() == type).toList();
  }

  /**
   * What the folder's manifest says a policy is attached to, by ARN or id; none where it does not
   * say.
   */
  public List<String> attachedTo(PolicyDocument document) {
    return surroundings.attachedTo(document.source().artifact());
  }

  /**
   * What the folder's manifest says that a file is attached to, by ARN or id; none where it does
   * not say.
   */
  public List<String> attachedTo(String artifact) {
    return surroundings.attachedTo(artifact);
  }

  /** The callers of all failures beside this one, as far as AWS named them; this one's too. */
  public Set<String> principals() {
    return surroundings.principals();
  }

  /** The CloudTrail events given, in the order of their time. */
  public List<TrailEvent> trail() {
    return surroundings.trail();
  }

  /**
   * The CloudTrail events given of a stretch of time, in the order of their time.
   *
   * @param from the earliest time, as events have it (ISO 8601, UTC, whole seconds)
   * @param to the latest time
   */
  public List<TrailEvent> trail(String from, String to) {
    return surroundings.trail(from, to);
  }

  /** The CloudTrail event of the failed call; empty where none among those given is surely its. */
  public Optional<TrailEvent> event() {
    return once(Refusal.class, Refusal::of).event();
  }

  /**
   * The call as it was written, with parameters that could be read; empty where no evidence shows
   * it.
   */
  public Optional<GivenParameters> written() {
    return once(WrittenCall.class, WrittenCall::of).parameters();
  }

  /** Whether parameters are the only ones in their artifact, not those of one call of several. */
  public boolean isAlone(GivenParameters given) {
    String artifact = given.source().artifact();
    return surroundings.parameters().stream()
            .filter(p -> p.source().artifact().equals(artifact))
            .count()
        == 1;
  }

  /** The call as it was seen in the running program; empty where that was not watched. */
  public Optional<WatchedCall> watched() {
    return surroundings.watched(failure.source());
  }

  /** What the running program's requests were, in words; empty where it was not watched. */
  public Optional<Citation> history() {
    return watched()
        .flatMap(w -> RequestHistory.words(w).map(words -> new Citation(words, w.source())));
  }

  /** The error and, where the program was watched, what its requests were. */
  public List<Citation> citeErrorAndRequests() {
    List<Citation> cited = new ArrayList<>(List.of(citeError()));
    history().ifPresent(cited::add);
    return List.copyOf(cited);
  }

  /** The same with another text of a policy. */
  public Facts with(PolicyDocument given, PolicyDocument instead) {
    return new Facts(failure, surroundings.with(given, instead), catalog);
  }

  Surroundings surroundings() {
    return surroundings;
  }

  /** Works out once for all failed calls what all events together tell. */
  public <T> T ofTrail(Class<T> type, Function<List<TrailEvent>, T> work) {
    return surroundings.ofTrail(type, work);
  }

  /** Works a fact out once for this failed call; causes of a bucket share it by its type. */
  public <T> T once(Class<T> type, Function<Facts, T> work) {
    Object known = worked.get(type);
    if (known == null) {
      known = work.apply(this);
      worked.put(type, known);
    }
    return type.cast(known);
  }

  /**
   * Cites the error code, or the exception where there is no code, with the message, at the call's
   * own line.
   */
  public Citation citeError() {
    if (!call().code().isEmpty()) {
      return cite("the error code is `" + call().code() + "`" + said());
    }
    if (!call().exception().isEmpty()) {
      String raised =
          failure.captures().containsKey("raised_by") ? "botocore raised `" : "the exception is `";
      return cite(raised + call().exception() + "`" + said());
    }
    return cite(
        call().message().isEmpty() && call().httpStatus().isPresent()
            ? "the HTTP status is " + call().httpStatus().getAsInt()
            : "the message says: " + call().message());
  }

  /** The message behind a colon; empty where it says nothing. */
  private String said() {
    String message = Literal.brief(call().message());
    return message.isEmpty() || message.equals(call().code()) ? "" : ": " + message;
  }

  /** Cites something at the call's own line. */
  public Citation cite(String text) {
    return new Citation(text, call().source());
  }

  /** Cites something at another place. */
  public static Citation cite(String text, Source source) {
    return new Citation(text, source);
  }

  /** The value that the evidence tells of a parameter, such as {@code Bucket}; empty where none. */
  public Optional<String> parameter(String name) {
    return Optional.ofNullable(Parameters.in(this).values().get(name));
  }

  /** A parameter's value as a POSIX shell takes it; {@code <placeholder>} where none is told. */
  public String argument(String name, String placeholder) {
    return parameter(name).map(Literal::shell).orElse(placeholder);
  }

  /**
   * The AWS CLI command that does the same call, with {@code <placeholders>} for what is unknown.
   */
  public String reproduction() {
    return Reproduction.command(this);
  }

  /**
   * The same command with other values.
   *
   * @param instead by the parameters' names, or {@code Region}; an empty value stands for one that
   *     is not known and becomes a {@code <placeholder>}
   */
  public String reproduction(Map<String, String> instead) {
    return Reproduction.command(this, instead);
  }
}
