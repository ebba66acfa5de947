package awsleuth.boto.retry.script;

import java.util.List;
import java.util.OptionalInt;

/**
 * How a call ended.
 *
 * @param exception with its module; empty after success
 * @param message what {@code str()} of the exception is; empty after success
 * @param requests how many the server saw
 * @param status the HTTP status in the metadata; empty where there is none
 * @param retryAttempts the repetitions that the metadata tells; empty where there is none
 * @param maxAttemptsReached whether the metadata says so
 * @param quotaReached whether the metadata says so
 * @param sleeps the waits before repetitions, in seconds
 * @param limiterWaits the waits for the client's own rate, in seconds
 */
record CallResult(
    String exception,
    String message,
    int requests,
    OptionalInt status,
    OptionalInt retryAttempts,
    boolean maxAttemptsReached,
    boolean quotaReached,
    List<Double> sleeps,
    List<Double> limiterWaits) {}
