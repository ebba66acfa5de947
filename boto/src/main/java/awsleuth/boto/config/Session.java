package awsleuth.boto.config;

import awsleuth.boto.Raised;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A session of botocore: the variables and files that it reads its settings from, and the profile
 * that counts.
 *
 * @param environment the environment variables
 * @param profiles the files
 * @param profile the name of the profile; empty where none is chosen
 * @param settings those of the profile; empty where there is none
 * @see <a
 *     href="https://github.com/boto/botocore/blob/develop/botocore/configprovider.py">configprovider.py</a>
 */
public record Session(
    Map<String, String> environment,
    Profiles profiles,
    Optional<Found<String>> profile,
    Map<String, Setting> settings) {

  /** A session without variables and files. */
  public static final Session NOTHING_SET =
      new Session(Map.of(), Profiles.NONE, Optional.empty(), Map.of());

  /** What opening a session gave. */
  public sealed interface Opened {}

  /** It is open. */
  public record Open(Session session) implements Opened {}

  /** botocore raises at the first look into the files. */
  public record Refused(Raised raised, List<String> profiles) implements Opened {}

  /**
   * Opens a session.
   *
   * @param argument the profile given in code; empty where none is
   * @param files the config file, then the credentials file, as far as they are there
   */
  public static Opened open(
      Map<String, String> environment, Optional<String> argument, Files files) {
    for (Optional<ConfigReading> each : List.of(files.config(), files.credentials())) {
      if (each.isPresent() && each.get() instanceof ConfigFault fault) {
        String message = "Unable to parse config file: " + fault.path();
        return new Refused(Raised.botocore("ConfigParseError", message), List.of());
      }
    }
    Profiles profiles = new Profiles(file(files.config()), file(files.credentials()));
    Optional<Found<String>> name =
        argument
            .map(p -> new Found<String>(p, new Origin.Argument("profile_name")))
            .or(() -> variable(environment, "AWS_DEFAULT_PROFILE"))
            .or(() -> variable(environment, "AWS_PROFILE"));
    Map<String, Map<String, Setting>> all = profiles.all();
    String wanted = name.map(Found::value).orElse("default");
    if (name.isPresent() && !all.containsKey(wanted)) {
      String message = "The config profile (" + wanted + ") could not be found";
      return new Refused(
          Raised.botocore("ProfileNotFound", message), all.keySet().stream().sorted().toList());
    }
    return new Open(new Session(environment, profiles, name, all.getOrDefault(wanted, Map.of())));
  }

  /** A session of each of the profiles, as {@code profile_name} chooses it in code. */
  public static List<Session> ofEach(Map<String, String> environment, Profiles profiles) {
    List<Session> sessions = new ArrayList<>();
    profiles
        .all()
        .forEach((name, settings) -> {
          Found<String> chosen = new Found<>(name, new Origin.Argument("profile_name"));
          sessions.add(new Session(environment, profiles, Optional.of(chosen), settings));
        });
    return sessions;
  }

  /**
   * What reading the two files gave.
   *
   * @param config the config file; empty if it is not there
   * @param credentials the credentials file; empty if it is not there
   */
  public record Files(Optional<ConfigReading> config, Optional<ConfigReading> credentials) {

    /** Neither. */
    public static final Files NONE = new Files(Optional.empty(), Optional.empty());
  }

  private static Optional<ConfigFile> file(Optional<ConfigReading> reading) {
    return reading.isPresent() && reading.get() instanceof ConfigFile file
        ? Optional.of(file)
        : Optional.empty();
  }

  /** The name of the profile that counts. */
  public String profileName() {
    return profile.map(Found::value).orElse("default");
  }

  /** The value of an environment variable, empty ones too; empty if it is not set. */
  public Optional<Found<String>> variable(String name) {
    return variable(environment, name);
  }

  private static Optional<Found<String>> variable(Map<String, String> environment, String name) {
    String value = environment.get(name);
    return value == null
        ? Optional.empty()
        : Optional.of(new Found<>(value, new Origin.Variable(name)));
  }

  /** A text of the profile; empty if it is not set or a block. */
  public Optional<Found<String>> setting(String name) {
    Setting setting = settings.get(name);
    return setting == null ? Optional.empty() : found(setting, name);
  }

  /** A text in a block of the profile, such as {@code addressing_style} of {@code s3}. */
  public Optional<Found<String>> setting(String block, String name) {
    Setting outer = settings.get(block);
    Optional<Setting> inner = outer == null ? Optional.empty() : outer.nested(name);
    return inner.flatMap(setting -> found(setting, block + "." + name));
  }

  private Optional<Found<String>> found(Setting setting, String name) {
    Origin origin = new Origin.Profile(profileName(), name, setting.place());
    return setting.text().map(text -> new Found<>(text, origin));
  }

  /** A session variable: the environment variable, else the setting of the profile. */
  public Optional<Found<String>> either(String environmentVariable, String setting) {
    return variable(environmentVariable).or(() -> setting(setting));
  }
}
