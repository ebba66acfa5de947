package awsleuth.lint.habit;

import awsleuth.lint.Fix;
import awsleuth.lint.Level;
import awsleuth.lint.code.AwsCall;
import awsleuth.lint.code.Literals;
import awsleuth.lint.code.Program;
import awsleuth.lint.python.Node;
import java.util.List;
import java.util.Map;

/** A call that may answer later than botocore waits. */
final class TimeoutMissing implements Habit {

  /** Seconds after which the service may still answer, by service and operation. */
  private static final Map<String, Integer> LONG =
      Map.of(
          "lambda Invoke", 900,
          "stepfunctions StartSyncExecution", 300,
          "stepfunctions GetActivityTask", 60,
          "swf PollForActivityTask", 60,
          "swf PollForDecisionTask", 60);

  /** Seconds that botocore waits for an answer where nothing else is set. */
  private static final int MOST_WAITED = 60;

  @Override
  public String id() {
    return "lint/timeout-missing";
  }

  @Override
  public Level level() {
    return Level.WARNING;
  }

  @Override
  public void look(Program program, Found found) {
    for (Node node : program.nodes("call")) {
      AwsCall call = program.call(node);
      int seconds = LONG.getOrDefault(call.service() + " " + call.name(), 0);
      int waited = waited(program, call.client().made());
      boolean slow = seconds > 0 && waited <= MOST_WAITED && isWaiting(call);
      if (call.is("sqs", "ReceiveMessage")) {
        polling(program, call, found);
      }
      if (slow) {
        found.add(
            this,
            node,
            "`"
                + call.method()
                + "` may take "
                + seconds
                + " s; botocore waits "
                + waited
                + " s and sends it again",
            Fix.review(
                "wait longer than the longest answer takes, and do not send it twice",
                "Config(read_timeout=" + (seconds + 5) + ", retries={'total_max_attempts': 1})"));
      }
    }
  }

  /**
   * Seconds that botocore waits for an answer before it sends a call again.
   *
   * @return the greatest number there is where that is not known, or nothing is sent again
   */
  private static int waited(Program program, List<Node> made) {
    if (Setup.isWithout(program, made, "read_timeout")) {
      return MOST_WAITED;
    }
    return made.isEmpty() || !Setup.isRetrying(program, made)
        ? Integer.MAX_VALUE
        : Setup.least(program, made, "read_timeout");
  }

  /** A wait for messages that is as long as botocore waits for the answer, or longer. */
  private void polling(Program program, AwsCall call, Found found) {
    int wait = Literals.number(Literals.argument(call.node(), "WaitTimeSeconds")).orElse(0);
    int least = Setup.least(program, call.client().made(), "read_timeout");
    if (wait > 0 && wait <= 20 && least <= wait) {
      found.add(
          this,
          call.node(),
          "`receive_message` may wait "
              + wait
              + " s for a message; botocore waits "
              + least
              + " s for the answer",
          Fix.review(
              "wait longer for the answer than for a message",
              "Config(read_timeout=" + (wait + 5) + ")"));
    }
  }

  /** Whether the answer comes when the work is done; an open call may say otherwise. */
  private static boolean isWaiting(AwsCall call) {
    if (!call.is("lambda", "Invoke")) {
      return true;
    }
    Node type = Literals.argument(call.node(), "InvocationType");
    return !Literals.isOpen(call.node())
        && (!type.exists() || Literals.text(type).filter("RequestResponse"::equals).isPresent());
  }
}
