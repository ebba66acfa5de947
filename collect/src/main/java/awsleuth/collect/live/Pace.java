package awsleuth.collect.live;

/**
 * The pace of calls of LookupEvents: two a second in each account and Region.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/awscloudtrail/latest/APIReference/API_LookupEvents.html">LookupEvents</a>
 */
final class Pace {

  private static final long BETWEEN_MILLIS = 550;

  private static final long REST_MILLIS = 400;

  private boolean asked;

  /** Waits until the next one may be sent. */
  void keep() {
    if (asked) {
      sleep(BETWEEN_MILLIS);
    }
    asked = true;
  }

  /**
   * Waits after a call of any operation that was throttled.
   *
   * @param times how often it was so before
   */
  static void rest(int times) {
    sleep(REST_MILLIS << times);
  }

  private static void sleep(long millis) {
    try {
      Thread.sleep(millis);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
