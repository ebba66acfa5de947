package awsleuth.core.fact;

import awsleuth.boto.config.Origin;
import awsleuth.boto.config.Place;
import awsleuth.boto.config.Session;
import awsleuth.boto.credentials.Arguments;
import awsleuth.boto.credentials.Frozen;
import awsleuth.boto.credentials.Method;
import awsleuth.boto.credentials.Note;
import awsleuth.boto.credentials.Outcome;
import awsleuth.boto.credentials.RegionOutcome;
import awsleuth.boto.credentials.Remark;
import awsleuth.boto.credentials.Resolution;
import awsleuth.boto.credentials.Resolver;
import awsleuth.boto.credentials.Rules;
import awsleuth.boto.credentials.Step;
import awsleuth.core.evidence.ConfigText;
import awsleuth.core.evidence.EnvironmentVariable;
import awsleuth.core.evidence.ProfileSetting.File;
import awsleuth.core.evidence.Source;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What boto3 makes of the environment and the files that are given as evidence; {@code boto}
 * decides. Secrets are stand-ins, so nothing here says what they are. A file that is not given
 * counts as absent: {@link #isWhole} tells whether that is a guess.
 */
public final class BotoSetup {

  /** What is said where nothing is given. */
  private static final Resolution NOTHING =
      new Resolution(
          Optional.empty(),
          Optional.empty(),
          List.of(),
          Optional.empty(),
          new RegionOutcome.Known(Optional.empty()),
          new Outcome.Nothing(),
          new Frozen.Nothing(),
          Optional.empty(),
          Optional.empty(),
          List.of());

  private final List<EnvironmentVariable> variables;
  private final Map<String, String> environment;
  private final ConfigFiles files;
  private final Optional<String> argument;
  private final Resolution resolution;

  private BotoSetup(
      List<EnvironmentVariable> variables, ConfigFiles files, Optional<String> argument) {
    this.variables = variables;
    this.files = files;
    this.argument = argument;
    this.environment = new LinkedHashMap<>();
    variables.forEach(v -> environment.putIfAbsent(v.name(), v.value()));
    this.resolution = hasEnvironment() || !files.areNone() ? resolve(environment) : NOTHING;
  }

  static BotoSetup of(
      List<EnvironmentVariable> variables, List<ConfigText> files, Optional<String> profile) {
    return new BotoSetup(variables, ConfigFiles.of(files), profile);
  }

  /** The files. */
  public ConfigFiles files() {
    return files;
  }

  /** What {@code boto3.Session()} does about credentials and the Region. */
  public Resolution resolution() {
    return resolution;
  }

  /** The variables, secrets as stand-ins; empty where no environment is given. */
  public Map<String, String> environment() {
    return environment;
  }

  /** Whether an environment is given: what is not in it is not set. */
  public boolean hasEnvironment() {
    return !variables.isEmpty();
  }

  /** Whether the environment and both files are given. */
  public boolean isWhole() {
    return hasEnvironment() && files.areBoth();
  }

  /** Whether it is sure which provider decides: nothing that is not given comes before it. */
  public boolean isDecided() {
    boolean env = decider().filter(m -> m == Method.ENV).isPresent();
    return isWhole() || (hasEnvironment() && env);
  }

  /** The provider that gives the credentials, raises or asks; empty where none has any. */
  public Optional<Method> decider() {
    if (!hasEnvironment() && files.areNone()) {
      return Optional.empty();
    }
    return switch (resolution.outcome()) {
      case Outcome.Won won -> Optional.of(won.method());
      case Outcome.Open open -> Optional.of(open.method());
      case Outcome.Raises _ ->
          resolution.steps().stream()
              .filter(s -> s.verdict() == Step.Verdict.RAISES)
              .map(Step::method)
              .findFirst();
      case Outcome.Nothing _ -> Optional.empty();
    };
  }

  /** What became of a provider; empty where botocore does not come to it. */
  public Optional<Step> step(Method method) {
    return resolution.steps().stream().filter(s -> s.method() == method).findFirst();
  }

  /** The simple name of what boto3 raises here; empty where it raises nothing. */
  public String raised() {
    String name =
        resolution
            .refused()
            .or(() ->
                resolution.outcome() instanceof Outcome.Raises r
                    ? Optional.of(r.raised())
                    : Optional.empty())
            .map(awsleuth.boto.Raised::exception)
            .orElse("");
    return name.substring(name.lastIndexOf('.') + 1);
  }

  /**
   * The session from which a client takes its other settings; without those of a profile that may
   * be in a file that is not given.
   */
  public Session.Opened session() {
    return sessionWithout(List.of());
  }

  /** The same without some variables of the environment. */
  public Session.Opened sessionWithout(List<String> names) {
    Map<String, String> set = new LinkedHashMap<>(environment);
    set.keySet().removeAll(names);
    Session.Opened opened =
        Session.open(set, argument, new Session.Files(files.config(), files.credentials()));
    if (opened instanceof Session.Open || isWhole()) {
      return opened;
    }
    set.keySet().removeAll(List.of("AWS_PROFILE", "AWS_DEFAULT_PROFILE"));
    return Session.open(set, Optional.empty(), Session.Files.NONE);
  }

  /**
   * The sessions that it can have been: that of {@link #session}, or, where neither an environment
   * nor a profile is given, that of any profile in the files. None where boto3 opens none.
   */
  public List<Session> sessions() {
    if (hasEnvironment() || argument.isPresent()) {
      return session() instanceof Session.Open(Session one) ? List.of(one) : List.of();
    }
    Session.Files given = new Session.Files(files.config(), files.credentials());
    return Session.open(environment, Optional.empty(), given) instanceof Session.Open(Session first)
        ? Session.ofEach(environment, first.profiles())
        : List.of();
  }

  /** Where a value comes from, among the evidence; empty where it is none of it. */
  public Optional<Source> source(Origin origin) {
    return switch (origin) {
      case Origin.Variable(String name) ->
          variables.stream()
              .filter(v -> v.name().equals(name))
              .map(EnvironmentVariable::source)
              .findFirst();
      case Origin.Profile p -> Optional.of(source(p.place()));
      case Origin.Services s -> Optional.of(source(s.place()));
      case Origin.File f -> Optional.of(source(f.place()));
      case Origin.Argument _,
          Origin.ClientConfig _,
          Origin.PseudoRegion _,
          Origin.Mode _,
          Origin.Default _ ->
          Optional.empty();
    };
  }

  /** The line of a file that is given; places have the path that botocore opens, or its name. */
  public Source source(Place place) {
    Optional<Source> file =
        place.file().equals(Resolver.configPath(environment))
            ? files.source(File.CONFIG)
            : place.file().equals(Resolver.credentialsPath(environment))
                ? files.source(File.CREDENTIALS)
                : Optional.empty();
    return new Source(file.map(Source::artifact).orElse(place.file()), place.line());
  }

  /** The same files with other variables. */
  private Resolution resolve(Map<String, String> changed) {
    GivenFiles given = new GivenFiles(changed, files, argument);
    Arguments arguments = Arguments.profile(argument);
    return Resolver.resolve(Rules.BOTO3, changed, given, arguments, Instant.EPOCH);
  }

  /** What boto3 would do without some variables. */
  public Resolution without(List<String> names) {
    Map<String, String> changed = new LinkedHashMap<>(environment);
    names.forEach(changed::remove);
    return resolve(changed);
  }

  /** What boto3 would do with a variable set to a value. */
  public Resolution with(String name, String value) {
    Map<String, String> changed = new LinkedHashMap<>(environment);
    changed.put(name, value);
    return resolve(changed);
  }

  /** The same with one line of a file put right; empty where it is not certain how. */
  public Optional<BotoSetup> corrected(Remark remark) {
    return files.corrected(remark).map(f -> new BotoSetup(variables, f, argument));
  }

  /** The profile that is given in code; empty where none is seen to be. */
  public Optional<String> argument() {
    return argument;
  }

  /** Those of some variables that are set, also where they are set to nothing. */
  public List<String> set(String... names) {
    return List.of(names).stream().filter(environment::containsKey).toList();
  }

  /** The environment as a whole, where something is missing from it; empty where none is given. */
  public Optional<Source> environmentSource() {
    return variables.isEmpty()
        ? Optional.empty()
        : Optional.of(new Source(variables.getFirst().source().artifact(), 0));
  }

  /** What notes say, each cited where it is seen; those that are seen nowhere are left out. */
  public List<Citation> citations(List<Note> notes) {
    List<Citation> citations = new ArrayList<>();
    for (Note n : notes) {
      n.origin()
          .flatMap(this::source)
          .ifPresent(s -> citations.add(new Citation(Literal.line(n.words()), s)));
    }
    return citations;
  }
}
