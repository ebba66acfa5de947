package awsleuth.boto.retry;

/**
 * The generation of botocore's retry code.
 *
 * <p>The second one is off until {@code AWS_NEW_RETRIES_2026=true} is in the environment when
 * botocore is imported.
 *
 * @see <a
 *     href="https://github.com/boto/botocore/blob/develop/botocore/configprovider.py">configprovider.py</a>
 */
public enum Rules {
  /** As they are by default. */
  PRESENT,
  /** As {@code AWS_NEW_RETRIES_2026} makes them. */
  NEW;

  /** The mode where nothing sets one. */
  public RetryMode defaultMode() {
    return this == PRESENT ? RetryMode.LEGACY : RetryMode.STANDARD;
  }
}
