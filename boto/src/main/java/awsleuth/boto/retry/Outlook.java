package awsleuth.boto.retry;

import java.util.ArrayList;
import java.util.List;

/**
 * How long a call that fails at every attempt takes until botocore gives up, the requests
 * themselves not counted.
 *
 * @param delays before the second request, the third one and so on
 */
public record Outlook(List<Delay> delays) {

  /**
   * A wait, which is as likely to be any time between its bounds. All in seconds.
   *
   * @param least the shortest
   * @param most the longest
   */
  public record Delay(double least, double most) {

    /** The mean. */
    public double mean() {
      return (least + most) / 2;
    }
  }

  /**
   * What follows from settings.
   *
   * @param answer how every attempt fails
   * @param most how many attempts to look at, where the settings allow more
   * @return no delays where such a failure is not repeated
   */
  public static Outlook of(
      RetrySettings settings, CalledOperation operation, Answer answer, int most) {
    List<Delay> delays = new ArrayList<>();
    int requests = settings.mostRequests(operation.service(), operation.endpointPrefix());
    Retryer low = new Retryer(settings, false, () -> 0);
    Retryer high = new Retryer(settings, false, () -> 1);
    Retryer.Call one = new Retryer.Call();
    Retryer.Call other = new Retryer.Call();
    for (int attempt = 1; attempt < Math.min(requests, most); attempt++) {
      Retryer.Decision least = low.decide(operation, answer, attempt, one);
      Retryer.Decision longest = high.decide(operation, answer, attempt, other);
      if (!(least instanceof Retryer.Repeat l) || !(longest instanceof Retryer.Repeat h)) {
        break;
      }
      delays.add(new Delay(l.delay(), h.delay()));
    }
    return new Outlook(delays);
  }

  /** How many requests are made. */
  public int requests() {
    return delays.size() + 1;
  }

  /** The mean of all waits together, in seconds. */
  public double mean() {
    return delays.stream().mapToDouble(Delay::mean).sum();
  }

  /** The longest that all waits together can be, in seconds. */
  public double longest() {
    return delays.stream().mapToDouble(Delay::most).sum();
  }

  /**
   * The standard deviation of all waits together, in seconds; each one is uniform. The squares of
   * waits that double without end would be infinite, so they are taken of shares of the longest.
   */
  public double deviation() {
    double widest = delays.stream().mapToDouble(d -> d.most - d.least).max().orElse(0);
    return widest == 0
        ? 0
        : widest
            * Math.sqrt(
                delays.stream()
                    .mapToDouble(d -> Math.pow((d.most - d.least) / widest, 2) / 12)
                    .sum());
  }
}
