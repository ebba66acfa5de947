package awsleuth.app;

import awsleuth.app.terminal.Console;
import awsleuth.app.terminal.Screen;
import java.io.File;
import java.io.InputStream;
import java.util.Arrays;
import java.util.Objects;

/**
 * What the launcher's ahead-of-time caches are trained on, one for the main job on one text and one
 * for all that people wait for, run one after the other in one machine.
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
   * Runs the main job on each thing in a folder by itself, since what is given beside a failure
   * changes the way, and ends the process.
   *
   * @param args {@code text} for the files alone, each printed as text, or {@code all} for folders,
   *     other formats and other commands too; and the folder
   */
  public static void main(String[] args) {
    Console console =
        new Console(InputStream.nullInputStream(), System.out, System.err, Screen.PIPE);
    boolean all = args[0].equals("all");
    File[] examples = Objects.requireNonNullElse(new File(args[1]).listFiles(), new File[0]);
    Arrays.sort(examples);
    for (File example : examples) {
      if (all || example.isFile()) {
        Main.run(console, new String[] {example.getPath()});
      }
      if (all) {
        Main.run(console, new String[] {"--format", "json", example.getPath()});
      }
    }
    if (all) {
      for (String[] command : COMMANDS) {
        Main.run(console, command);
      }
    }
    Main.main(new String[] {args[1] + (all ? "" : "/list-objects-denied.txt")});
  }
}
