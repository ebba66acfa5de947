package awsleuth.app.command;

import awsleuth.app.input.InputException;
import awsleuth.app.terminal.Printable;
import java.io.File;
import java.util.LinkedHashMap;
import java.util.Map;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;

/** The options that say whose environment and home count; without them those of this machine. */
public final class GivenEnvironment {

  private GivenEnvironment() {}

  /** Adds the options. */
  public static void add(CommandSpec spec) {
    Options.text(spec, "--env", "FILE", "take the variables from FILE, as `env` prints them");
    Options.text(spec, "--home", "DIR", "look for ~/.aws in DIR");
  }

  /**
   * The variables, {@code HOME} among them.
   *
   * @throws InputException where the file cannot be read
   */
  public static Map<String, String> of(CommandLine.ParseResult parsed) throws InputException {
    String file = parsed.matchedOptionValue("--env", "");
    Map<String, String> environment =
        new LinkedHashMap<>(file.isEmpty() ? System.getenv() : EnvironmentFile.read(file));
    String home = parsed.matchedOptionValue("--home", "");
    environment.putIfAbsent("HOME", System.getProperty("user.home"));
    if (!home.isEmpty()) {
      if (!new File(home).isDirectory()) {
        throw new InputException("--home " + Printable.of(home) + ": there is no such folder");
      }
      environment.put("HOME", home);
    }
    return environment;
  }
}
