package awsleuth.app;

import awsleuth.app.terminal.Console;
import awsleuth.app.terminal.Screen;
import java.io.File;
import java.io.InputStream;
import java.util.Arrays;
import java.util.Objects;

/**
 * What the launcher's ahead-of-time cache is trained on: the commands that people wait for, run one
 * after the other in one machine.
 */
final class Training {

  private static final String[][] COMMANDS = {
    {"endpoint", "--env", "/dev/null", "s3", "GetObject", "--region", "eu-west-1"},
    {"endpoint", "--env", "/dev/null", "sqs", "--region", "eu-wset-1", "--format", "json"},
    {"credentials", "--env", "/dev/null", "--home", "/"},
    {"params", "s3.put_object_tagging(Bucket='b', Key='k', Tagging={'TagSet': 'x'})"},
    {
      "simulate",
      "--principal",
      "arn:aws:iam::111122223333:role/app",
      "--action",
      "s3:GetObject",
      "--resource",
      "arn:aws:s3:::b/k"
    },
  };

  private Training() {}

  /**
   * Runs the commands, then the main job on each thing in a folder by itself, since what is given
   * beside a failure changes the way, and on the whole folder, and ends the process.
   */
  public static void main(String[] args) {
    Console console =
        new Console(InputStream.nullInputStream(), System.out, System.err, Screen.PIPE);
    for (String[] command : COMMANDS) {
      Main.run(console, command);
    }
    for (String example : examples(args[0])) {
      Main.run(console, new String[] {example});
      Main.run(console, new String[] {"--format", "json", example});
    }
    Main.main(args);
  }

  private static String[] examples(String folder) {
    String[] names = Objects.requireNonNullElse(new File(folder).list(), new String[0]);
    Arrays.sort(names);
    return Arrays.stream(names).map(n -> folder + "/" + n).toArray(String[]::new);
  }
}
