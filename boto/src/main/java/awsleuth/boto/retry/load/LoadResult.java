package awsleuth.boto.retry.load;

import java.util.List;

/**
 * What became of a load.
 *
 * @param calls calls that ended
 * @param failed those of them that ended with an error
 * @param requests requests that the ended calls needed
 * @param slowest the longest call, in seconds; calls that are still on at the end count so far
 * @param seconds what happened in each second, in order
 */
public record LoadResult(
    long calls, long failed, long requests, double slowest, List<Second> seconds) {

  /**
   * One second.
   *
   * @param served requests that the service let through
   * @param refused requests that it refused
   * @param failedCalls calls that ended with an error
   */
  public record Second(int served, int refused, int failedCalls) {}

  /** The share of calls that fail, from 0 to 1; 0 where none ended. */
  public double failedShare() {
    return calls == 0 ? 0 : (double) failed / calls;
  }

  /** The mean of requests that a call needed; 0 where none ended. */
  public double requestsPerCall() {
    return calls == 0 ? 0 : (double) requests / calls;
  }

  /** The share of requests that were refused, from 0 to 1. */
  public double refusedShare() {
    long served = seconds.stream().mapToLong(Second::served).sum();
    long refused = seconds.stream().mapToLong(Second::refused).sum();
    return served + refused == 0 ? 0 : (double) refused / (served + refused);
  }

  /** Calls that succeeded in a second, on average. */
  public double successesPerSecond() {
    return seconds.isEmpty() ? 0 : (double) (calls - failed) / seconds.size();
  }
}
