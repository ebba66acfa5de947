package awsleuth.app.command;

import awsleuth.app.input.InputException;
import awsleuth.app.input.NamedFile;
import awsleuth.boto.config.ConfigReader;
import awsleuth.boto.config.ConfigReading;
import awsleuth.boto.config.Session;
import awsleuth.boto.credentials.Content;
import awsleuth.collect.credentials.LocalOutside;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;

/** The options that say which settings of the machine count: whose files, whose environment. */
public final class SessionOptions {

  private SessionOptions() {}

  /** Adds the options of a session to a command. */
  public static void add(CommandSpec spec) {
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
  public static Session.Opened session(CommandLine.ParseResult parsed) throws InputException {
    Optional<String> file = option(parsed, "--env");
    Map<String, String> environment =
        file.isPresent() ? EnvironmentFile.read(file.get()) : System.getenv();
    Optional<String> config = option(parsed, "--config");
    Session.Files files =
        config.isPresent()
            ? new Session.Files(Optional.of(config(config.get())), Optional.empty())
            : file.isPresent()
                ? Session.Files.NONE
                : new Session.Files(
                    home(environment, "AWS_CONFIG_FILE", "~/.aws/config"),
                    home(environment, "AWS_SHARED_CREDENTIALS_FILE", "~/.aws/credentials"));
    return Session.open(environment, option(parsed, "--profile"), files);
  }

  private static ConfigReading config(String name) throws InputException {
    return ConfigReader.read(name, NamedFile.of(name).bytes());
  }

  private static Optional<ConfigReading> home(
      Map<String, String> environment, String variable, String otherwise) throws InputException {
    String path = environment.getOrDefault(variable, otherwise);
    String home = environment.getOrDefault("HOME", System.getProperty("user.home", ""));
    String whole = path.startsWith("~/") ? home + path.substring(1) : path;
    return switch (new LocalOutside().file(whole)) {
      case Content.Bytes(byte[] bytes) -> Optional.of(ConfigReader.read(path, bytes));
      case Content.Forbidden _ ->
          throw new InputException(path + ": cannot be read (permission denied)");
      case Content.Nothing _, Content.Directory _ -> Optional.empty();
    };
  }
}
