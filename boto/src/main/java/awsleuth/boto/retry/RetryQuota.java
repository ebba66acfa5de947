package awsleuth.boto.retry;

/**
 * The budget for repetitions that a client has in standard and adaptive mode.
 *
 * @see <a
 *     href="https://github.com/boto/botocore/blob/develop/botocore/retries/quota.py">quota.py</a>
 */
public final class RetryQuota {

  /** What it starts with, and never exceeds. */
  public static final int CAPACITY = 500;

  private int left = CAPACITY;

  /** What is left. */
  public int left() {
    return left;
  }

  /** What one repetition costs. */
  static int cost(Rules rules, Answer answer, boolean throttling) {
    return switch (rules) {
      case PRESENT -> answer instanceof Answer.Failure f && f.isTimeout() ? 10 : 5;
      case NEW -> throttling ? 5 : 14;
    };
  }

  /** Takes the cost of a repetition; false where less is left. */
  boolean take(int cost) {
    if (cost > left) {
      return false;
    }
    left -= cost;
    return true;
  }

  /** Gives back after success: the last cost of the call, or 1 where it was not repeated. */
  void giveBack(int amount) {
    left = Math.min(CAPACITY, left + amount);
  }
}
