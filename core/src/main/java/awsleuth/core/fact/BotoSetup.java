package awsleuth.core.fact;

import awsleuth.boto.config.ConfigFault;
import awsleuth.boto.config.ConfigFile;
import awsleuth.boto.config.ConfigReader;
import awsleuth.boto.config.ConfigReading;
import awsleuth.boto.config.Origin;
import awsleuth.boto.config.Place;
import awsleuth.boto.config.Session;
import awsleuth.boto.credentials.Arguments;
import awsleuth.boto.credentials.FileReview;
import awsleuth.boto.credentials.Method;
import awsleuth.boto.credentials.Note;
import awsleuth.boto.credentials.Outcome;
import awsleuth.boto.credentials.Remark;
import awsleuth.boto.credentials.Resolution;
import awsleuth.boto.credentials.Resolver;
import awsleuth.boto.credentials.Rules;
import awsleuth.boto.credentials.Step;
import awsleuth.core.evidence.ConfigText;
import awsleuth.core.evidence.EnvironmentVariable;
import awsleuth.core.evidence.ProfileSetting.File;
import awsleuth.core.evidence.Source;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What boto3 makes of the environment and the files that are given as evidence; {@code boto}
 * decides. Secrets are stand-ins, so nothing here says what they are. A file that is not given
 * counts as absent: {@link #isWhole} tells whether that is a guess.
 */
public final class BotoSetup {

  private final List<EnvironmentVariable> variables;
  private final Map<String, String> environment;
  private final Optional<ConfigText> config;
  private final Optional<ConfigText> credentials;
  private final Optional<String> argument;
  private final Resolution resolution;
  private final List<Remark> remarks;

  private BotoSetup(
      List<EnvironmentVariable> variables,
      Optional<ConfigText> config,
      Optional<ConfigText> credentials,
      Optional<String> argument) {
    this.variables = variables;
    this.argument = argument;
    this.config = config;
    this.credentials = credentials;
    this.environment = new LinkedHashMap<>();
    variables.forEach(v -> environment.putIfAbsent(v.name(), v.value()));
    this.resolution = resolve(environment);
    this.remarks = new ArrayList<>();
    config.ifPresent(f -> remarks.addAll(review(f)));
    credentials.ifPresent(f -> remarks.addAll(review(f)));
  }

  static BotoSetup of(
      List<EnvironmentVariable> variables, List<ConfigText> files, Optional<String> profile) {
    return new BotoSetup(
        variables, only(files, File.CONFIG), only(files, File.CREDENTIALS), profile);
  }

  /** The one file of that kind; empty where several are given, of which one is in use. */
  private static Optional<ConfigText> only(List<ConfigText> files, File kind) {
    List<ConfigText> ofKind = files.stream().filter(f -> f.file() == kind).toList();
    return ofKind.size() == 1 ? Optional.of(ofKind.getFirst()) : Optional.empty();
  }

  private static List<Remark> review(ConfigText file) {
    boolean credentials = file.file() == File.CREDENTIALS;
    return FileReview.of(file.source().artifact(), bytes(file), credentials, Optional.empty());
  }

  static byte[] bytes(ConfigText file) {
    return file.text().getBytes(StandardCharsets.UTF_8);
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
    return hasEnvironment() && config.isPresent() && credentials.isPresent();
  }

  /** Whether it is sure which provider decides: nothing that is not given comes before it. */
  public boolean isDecided() {
    boolean env = decider().filter(m -> m == Method.ENV).isPresent();
    return isWhole() || (hasEnvironment() && env);
  }

  /** The provider that gives the credentials, raises or asks; empty where none has any. */
  public Optional<Method> decider() {
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

  /** The config file as botocore reads it; empty where it is not given. */
  public Optional<ConfigReading> config() {
    return config.map(BotoSetup::reading);
  }

  /** The credentials file as botocore reads it; empty where it is not given. */
  public Optional<ConfigReading> credentials() {
    return credentials.map(BotoSetup::reading);
  }

  private static ConfigReading reading(ConfigText file) {
    return ConfigReader.read(file.source().artifact(), file.text());
  }

  /** The files that botocore can read, the config file first. */
  public List<ConfigFile> readable() {
    List<ConfigFile> readable = new ArrayList<>();
    for (Optional<ConfigReading> each : List.of(config(), credentials())) {
      if (each.isPresent() && each.get() instanceof ConfigFile file) {
        readable.add(file);
      }
    }
    return readable;
  }

  /** What is wrong with the files that botocore cannot read, the config file first. */
  public List<ConfigFault> faults() {
    List<ConfigFault> faults = new ArrayList<>();
    for (Optional<ConfigReading> each : List.of(config(), credentials())) {
      if (each.isPresent() && each.get() instanceof ConfigFault fault) {
        faults.add(fault);
      }
    }
    return faults;
  }

  /** Whether a file that cannot be read begins with a byte order mark. */
  public boolean beginsWithMark(ConfigFault fault) {
    return (isCredentials(fault.path()) ? credentials : config)
        .filter(f -> f.text().startsWith("\ufeff"))
        .isPresent();
  }

  /** Whether botocore could read the file of a fault with some lines as comments. */
  public boolean isReadableWithout(ConfigFault fault, int first, int last) {
    return (isCredentials(fault.path()) ? credentials : config)
        .map(f -> CorrectedText.without(f.text(), first, last))
        .filter(text -> ConfigReader.read(fault.path(), text) instanceof ConfigFile)
        .isPresent();
  }

  /** The last line of the section that begins in a line of the file of a fault. */
  public int endOfSection(ConfigFault fault, int first) {
    return (isCredentials(fault.path()) ? credentials : config)
        .map(f -> CorrectedText.endOfSection(f.text(), first))
        .orElse(first);
  }

  /** Whether a file had bytes that are no text, which botocore may have read otherwise. */
  public boolean isDamaged() {
    return Stream.of(config, credentials)
        .flatMap(Optional::stream)
        .anyMatch(f -> f.text().indexOf('\ufffd') >= 0);
  }

  /** Whether a file is the credentials file, by the name that places in it have. */
  public boolean isCredentials(String file) {
    return credentials.filter(c -> c.source().artifact().equals(file)).isPresent();
  }

  /** What in the files is not read as it seems to be meant, the config file first. */
  public List<Remark> remarks() {
    return remarks;
  }

  /**
   * The session from which a client takes its other settings; without those of a profile that may
   * be in a file that is not given.
   */
  public Session.Opened session() {
    Session.Opened opened =
        Session.open(environment, argument, new Session.Files(config(), credentials()));
    if (opened instanceof Session.Open || isWhole()) {
      return opened;
    }
    Map<String, String> unchosen = new LinkedHashMap<>(environment);
    unchosen.keySet().removeAll(List.of("AWS_PROFILE", "AWS_DEFAULT_PROFILE"));
    return Session.open(unchosen, Optional.empty(), Session.Files.NONE);
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
    Optional<ConfigText> file =
        place.file().equals(Resolver.configPath(environment))
            ? config
            : place.file().equals(Resolver.credentialsPath(environment))
                ? credentials
                : Optional.empty();
    return new Source(file.map(f -> f.source().artifact()).orElse(place.file()), place.line());
  }

  /** The same files with other variables. */
  private Resolution resolve(Map<String, String> changed) {
    GivenFiles files = new GivenFiles(changed, config, credentials, argument);
    Arguments given = Arguments.profile(argument);
    return Resolver.resolve(Rules.BOTO3, changed, files, given, Instant.EPOCH);
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
    if (remark.place().isEmpty() || remark.correction().isEmpty()) {
      return Optional.empty();
    }
    boolean other = isCredentials(remark.place().get().file());
    return (other ? credentials : config)
        .flatMap(f -> CorrectedText.of(f, remark.place().get(), remark.correction().get()))
        .map(f ->
            new BotoSetup(
                variables,
                other ? config : Optional.of(f),
                other ? Optional.of(f) : credentials,
                argument));
  }

  /** A name of a setting in the case in which its line has it. */
  public String written(Place place, String name) {
    String text =
        (isCredentials(place.file()) ? credentials : config).map(ConfigText::text).orElse("");
    return CorrectedText.written(text, place, name);
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

  /** A file as a whole, where something is missing from it; empty where it is not given. */
  public Optional<Source> fileSource(File kind) {
    return (kind == File.CONFIG ? config : credentials).map(ConfigText::source);
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
