package awsleuth.boto.retry.load;

import awsleuth.boto.retry.Answer;

/**
 * Clients that call a service without pause, and a limit that they meet.
 *
 * @param clients how many call at the same time, each through a client of its own
 * @param limit requests a second that the service lets through
 * @param burst requests that it lets through at once after a pause; at least 1
 * @param latency seconds from a request to its response
 * @param pause seconds between the end of a call and the client's next one
 * @param seconds how long it goes on
 * @param refusal the answer to a request above the limit
 */
public record Load(
    int clients,
    double limit,
    double burst,
    double latency,
    double pause,
    double seconds,
    Answer refusal) {

  /**
   * Clients without a pause that are refused with ThrottlingException.
   *
   * @throws IllegalArgumentException if a number is not above 0
   */
  public static Load of(int clients, double limit, double latency, double seconds) {
    return new Load(
        clients,
        limit,
        Math.max(1, limit),
        latency,
        0,
        seconds,
        Answer.Response.of(400, "ThrottlingException"));
  }

  /**
   * @throws IllegalArgumentException if a number is not above 0
   */
  public Load {
    if (clients < 1 || !(limit > 0) || !(burst >= 1) || !(latency > 0) || !(seconds > 0)) {
      throw new IllegalArgumentException("a load needs numbers above 0");
    }
  }

  /** The same load where what is above the limit is answered so. */
  public Load refusedWith(Answer answer) {
    return new Load(clients, limit, burst, latency, pause, seconds, answer);
  }
}
