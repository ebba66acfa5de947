package awsleuth.app.retries;

import awsleuth.boto.retry.Answer;
import awsleuth.boto.retry.CalledOperation;
import awsleuth.boto.retry.Outlook;
import awsleuth.boto.retry.Repeated;
import awsleuth.boto.retry.RetrySettings;
import awsleuth.boto.retry.load.Advice;
import awsleuth.boto.retry.load.Load;
import awsleuth.boto.retry.load.LoadResult;
import java.util.Optional;

/**
 * What {@code awsleuth retries} found.
 *
 * @param botocore the version whose models count
 * @param answer what every attempt fails with
 * @param outlook the waits until botocore gives up
 * @param appRetries how often the program itself repeats the call
 * @param result what becomes of the load with the settings; empty without a load
 * @param advice what becomes of it with others; empty without a load
 */
record Retries(
    String botocore,
    CalledOperation operation,
    RetrySettings settings,
    Answer answer,
    Outlook outlook,
    Repeated repeated,
    int appRetries,
    int seed,
    Optional<Load> load,
    Optional<LoadResult> result,
    Optional<Advice> advice) {

  /** The most requests of one call. */
  int requests() {
    return settings.mostRequests(operation.service(), operation.endpointPrefix());
  }

  /** The most requests where the program itself repeats the call too. */
  long stackedRequests() {
    return (appRetries + 1L) * requests();
  }
}
