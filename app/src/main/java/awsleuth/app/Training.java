package awsleuth.app;

import java.io.InputStream;

/**
 * What the launcher's ahead-of-time cache is trained on: the commands that people wait for, run one
 * after the other in one machine.
 */
final class Training {

  private static final String[][] COMMANDS = {
    {"endpoint", "--env", "/dev/null", "s3", "GetObject", "--region", "eu-west-1"},
    {"endpoint", "--env", "/dev/null", "sqs", "--region", "eu-wset-1", "--format", "json"},
    {"credentials", "--env", "/dev/null", "--home", "/nonexistent"},
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

  /** Runs the commands, then the main job with these arguments, and ends the process. */
  public static void main(String[] args) {
    Main main = new Main(InputStream.nullInputStream(), System.out, System.err, Screen.PIPE);
    for (String[] command : COMMANDS) {
      main.run(command);
    }
    Main.main(args);
  }
}
