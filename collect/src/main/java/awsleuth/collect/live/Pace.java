package awsleuth.collect.live;

/**
 * The pace of calls of LookupEvents: two a second in each account and Region.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/awscloudtrail/latest/APIReference/API_LookupEvents.html">LookupEvents</a>
 */
final class Pace {

  private static final long BETWEEN_MILLIS = 550;

  private boolean asked;

  /** Waits until the next one may be sent. */
  void keep() {
    if (asked) {
      try {
        Thread.sleep(BETWEEN_MILLIS);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }
    asked = true;
  }
}
