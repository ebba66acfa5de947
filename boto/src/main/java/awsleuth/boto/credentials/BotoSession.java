package awsleuth.boto.credentials;

import awsleuth.boto.config.ConfigFault;
import awsleuth.boto.config.ConfigFile;
import awsleuth.boto.config.ConfigReader;
import awsleuth.boto.config.Found;
import awsleuth.boto.config.Origin;
import awsleuth.boto.config.Section;
import awsleuth.boto.config.Setting;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A session of botocore that reads its files when they are needed, and keeps what it read as
 * botocore keeps it: after a credentials file that cannot be read, the second look does without.
 *
 * @see <a href="https://github.com/boto/botocore/blob/develop/botocore/session.py">session.py</a>
 */
final class BotoSession {

  static final String CONFIG = "~/.aws/config";
  static final String CREDENTIALS = "~/.aws/credentials";

  private final Rules rules;
  private final Map<String, String> environment;
  private final Outside outside;
  private final Arguments arguments;
  private @Nullable FullConfig config;

  /**
   * The files together.
   *
   * @param profiles the settings of each profile by name
   * @param ssoSessions by name
   */
  record FullConfig(Map<String, Map<String, Setting>> profiles, Map<String, Section> ssoSessions) {

    Map<String, Setting> profile(String name) {
      return profiles.getOrDefault(name, Map.of());
    }
  }

  BotoSession(Rules rules, Map<String, String> environment, Outside outside, Arguments arguments) {
    this.rules = rules;
    this.environment = environment;
    this.outside = outside;
    this.arguments = arguments;
  }

  Rules rules() {
    return rules;
  }

  Map<String, String> environment() {
    return environment;
  }

  Outside outside() {
    return outside;
  }

  Arguments arguments() {
    return arguments;
  }

  String configPath() {
    return environment.getOrDefault("AWS_CONFIG_FILE", CONFIG);
  }

  String credentialsPath() {
    return environment.getOrDefault("AWS_SHARED_CREDENTIALS_FILE", CREDENTIALS);
  }

  /** Reads an INI file; empty if it is not there. */
  Optional<ConfigFile> read(String path) throws Raise {
    String whole = Paths.expand(path, environment);
    return switch (outside.file(whole)) {
      case Content.Bytes(byte[] bytes) ->
          switch (ConfigReader.read(whole, bytes)) {
            case ConfigFile file -> Optional.of(file);
            case ConfigFault fault -> throw Raise.notParsed(fault);
          };
      case Content.Nothing _, Content.Directory _ -> Optional.empty();
      case Content.Forbidden _ -> Optional.of(new ConfigFile(whole, List.of()));
    };
  }

  /** What botocore's {@code full_config} is. */
  FullConfig fullConfig() throws Raise {
    if (config != null) {
      return config;
    }
    Optional<ConfigFile> file = read(configPath());
    Map<String, Map<String, Setting>> profiles = new LinkedHashMap<>();
    file.ifPresent(f -> put(profiles, f.profiles()));
    Map<String, Section> sessions = file.map(ConfigFile::ssoSessions).orElse(Map.of());
    FullConfig read = new FullConfig(profiles, sessions);
    config = read;
    read(credentialsPath()).ifPresent(f -> put(profiles, f.byHeader()));
    return read;
  }

  private static void put(
      Map<String, Map<String, Setting>> profiles, Map<String, Section> sections) {
    sections.forEach((name, section) ->
        profiles.computeIfAbsent(name, n -> new LinkedHashMap<>()).putAll(section.settings()));
  }

  /** The name of the profile that is chosen; empty where none is. */
  Optional<Found<String>> profile() {
    return arguments
        .profile()
        .map(p -> new Found<String>(p, new Origin.Argument("profile_name")))
        .or(() -> firstVariable(rules.profileVariables()));
  }

  private Optional<Found<String>> firstVariable(List<String> names) {
    return names.stream()
        .filter(environment::containsKey)
        .findFirst()
        .map(n -> new Found<>(environment.getOrDefault(n, ""), new Origin.Variable(n)));
  }

  /** The name under which providers look: that of the profile, or {@code default}. */
  String profileName() {
    return profile().map(Found::value).filter(p -> !p.isEmpty()).orElse("default");
  }

  /** The settings of the chosen profile. */
  Map<String, Setting> scoped() throws Raise {
    Optional<Found<String>> name = profile();
    FullConfig full = fullConfig();
    if (name.isEmpty()) {
      return full.profile("default");
    }
    Map<String, Setting> settings = full.profiles().get(name.get().value());
    if (settings == null) {
      throw Raise.botocore(
          "ProfileNotFound",
          "The config profile (" + name.get().value() + ") could not be found",
          new Note("the profile is chosen here", name.get().origin()));
    }
    return settings;
  }

  /** A session variable: an environment variable, else a setting of the profile. */
  Optional<Found<String>> variable(String name, List<String> variables) throws Raise {
    Optional<Found<String>> variable = firstVariable(variables);
    if (variable.isPresent()) {
      return variable;
    }
    Setting setting = scoped().get(name);
    return setting == null
        ? Optional.empty()
        : Optional.of(
            new Found<>(
                Values.text(setting), new Origin.Profile(profileName(), name, setting.place())));
  }

  Optional<Found<String>> variable(String name, String variable) throws Raise {
    return variable(name, List.of(variable));
  }

  /** The Region; empty where none is set. */
  Optional<Found<String>> region() throws Raise {
    return arguments.region().isPresent()
        ? arguments.region().map(r -> new Found<>(r, new Origin.Argument("region_name")))
        : variable("region", rules.regionVariables());
  }

  /** {@code ensure_boolean} of a variable: true only for {@code true} in any case. */
  boolean flag(String name, String variable) throws Raise {
    return variable(name, variable).map(Found::value).filter("true"::equalsIgnoreCase).isPresent();
  }
}
