package awsleuth.app;

import awsleuth.boto.config.ConfigReader;
import awsleuth.boto.config.ConfigReading;
import awsleuth.boto.config.Session;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;

/** The options that say which settings of the machine count: whose files, whose environment. */
final class SessionOptions {

  private SessionOptions() {}

  static void add(CommandSpec spec) {
    Options.text(spec, "--profile", "NAME", "profile_name of the session");
    Options.text(
        spec, "--env", "FILE", "take the environment variables from FILE, NAME=VALUE a line");
    Options.text(spec, "--config", "FILE", "take FILE for ~/.aws/config, and no credentials file");
    CatalogOption.add(spec);
  }

  private static Optional<String> option(CommandLine.ParseResult parsed, String name) {
    return Optional.ofNullable(parsed.matchedOptionValue(name, (String) null));
  }

  /** The session: of the files that are named, else of this machine. */
  static Session.Opened session(CommandLine.ParseResult parsed) throws InputException {
    Optional<String> file = option(parsed, "--env");
    Map<String, String> environment = file.isPresent() ? environment(file.get()) : System.getenv();
    Optional<String> config = option(parsed, "--config");
    Session.Files files =
        config.isPresent()
            ? new Session.Files(Optional.of(read(config.get())), Optional.empty())
            : file.isPresent()
                ? Session.Files.NONE
                : new Session.Files(
                    home(environment, "AWS_CONFIG_FILE", "~/.aws/config"),
                    home(environment, "AWS_SHARED_CREDENTIALS_FILE", "~/.aws/credentials"));
    return Session.open(environment, option(parsed, "--profile"), files);
  }

  private static Optional<ConfigReading> home(
      Map<String, String> environment, String variable, String otherwise) throws InputException {
    String path = environment.getOrDefault(variable, otherwise);
    String home = environment.getOrDefault("HOME", System.getProperty("user.home", ""));
    String whole = path.startsWith("~/") ? home + path.substring(1) : path;
    if (!Files.isRegularFile(Path.of(whole))) {
      return Optional.empty();
    }
    return Optional.of(ConfigReader.read(path, bytes(whole)));
  }

  private static ConfigReading read(String path) throws InputException {
    return ConfigReader.read(path, bytes(path));
  }

  private static byte[] bytes(String path) throws InputException {
    try {
      return Files.readAllBytes(Path.of(path));
    } catch (IOException e) {
      throw new InputException(Printable.of(path) + " cannot be read (" + Inputs.reason(e) + ")");
    }
  }

  private static Map<String, String> environment(String path) throws InputException {
    Map<String, String> environment = new LinkedHashMap<>();
    for (String line : new String(bytes(path), StandardCharsets.UTF_8).lines().toList()) {
      String plain = line.strip().replaceFirst("^export +", "");
      int equals = plain.indexOf('=');
      if (equals > 0 && !plain.startsWith("#")) {
        environment.put(plain.substring(0, equals), unquoted(plain.substring(equals + 1)));
      }
    }
    return environment;
  }

  private static String unquoted(String value) {
    boolean quoted =
        value.length() > 1
            && (value.charAt(0) == '"' || value.charAt(0) == '\'')
            && value.charAt(value.length() - 1) == value.charAt(0);
    return quoted ? value.substring(1, value.length() - 1) : value;
  }
}
