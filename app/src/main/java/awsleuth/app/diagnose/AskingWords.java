package awsleuth.app.diagnose;

import awsleuth.app.terminal.Console;
import awsleuth.app.terminal.Printable;
import awsleuth.collect.call.AwsCalls;
import awsleuth.collect.call.Opened;
import java.util.List;

/**
 * What is said on standard error of the calls that AWS is asked by: with which key and permissions
 * before the first, what is asked now, and how many there were.
 *
 * @param debug whether each call is shown
 */
public record AskingWords(Console console, boolean debug) {

  private static final int LONGEST = 60;

  /**
   * Before the first call.
   *
   * @param permissions the IAM actions that the answers need
   */
  public void begin(Opened.Open open, List<String> permissions) {
    console.say(
        "asking AWS with the key " + open.fingerprint().accessKey() + "; nothing is changed");
    if (!permissions.isEmpty()) {
      console.say("permissions needed: " + String.join(", ", permissions));
    }
    if (debug) {
      open.before().forEach(line -> console.say("asked for credentials: " + line));
    }
  }

  /** On a terminal: what is asked now. */
  public void next(String what) {
    if (isTerminal()) {
      String line = Printable.line("asking for " + what);
      String cut = line.length() > LONGEST ? line.substring(0, LONGEST) + "…" : line;
      console.err().print("\r\u001b[Kawsleuth: " + cut);
      console.err().flush();
    }
  }

  /** On a terminal: takes away what was asked last. */
  public void clear() {
    if (isTerminal()) {
      console.err().print("\r\u001b[K");
    }
  }

  /** After the last call. */
  public void end(AwsCalls calls) {
    clear();
    List<String> made = calls.made();
    if (debug) {
      made.forEach(line -> console.say("asked " + line));
    }
    console.say(made.size() + (made.size() == 1 ? " call made" : " calls made"));
  }

  private static boolean isTerminal() {
    return !System.getProperty("awsleuth.stderr", "").isEmpty();
  }
}
