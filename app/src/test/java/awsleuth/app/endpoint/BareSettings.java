package awsleuth.app.endpoint;

import awsleuth.app.Command;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * An environment and a config file of the test's own, so that the machine's do not count.
 *
 * @param env the variables, none at first
 * @param config the config file
 */
record BareSettings(Path env, Path config) {

  /** Nothing set but what the config file has. */
  static BareSettings in(Path folder, String config) throws IOException {
    return new BareSettings(
        Files.writeString(folder.resolve("env"), ""),
        Files.writeString(folder.resolve("config"), config));
  }

  /** Runs {@code awsleuth endpoint} with them. */
  Command endpoint(String... more) {
    List<String> args = new ArrayList<>(List.of("endpoint"));
    args.addAll(List.of("--env", env.toString(), "--config", config.toString()));
    args.addAll(List.of(more));
    return Command.run(args.toArray(String[]::new));
  }
}
