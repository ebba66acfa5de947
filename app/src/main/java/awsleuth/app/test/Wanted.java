package awsleuth.app.test;

/** The behaviour that a generated test asserts. */
enum Wanted {
  /** The caller gets an error that names the fault. */
  TOLD,
  /** There is nothing: that is an answer. */
  ABSENT,
  /** It is there already: that is what was wanted. */
  PRESENT,
  /** The condition was not met: that is an answer. */
  UNMET,
  /** The state passes: the call is made again after a wait. */
  AGAIN,
  /** botocore accepts the corrected call. */
  ACCEPTED,
  /** The call outlasts failures of the service. */
  OUTLASTED,
  /** The call outlasts connections that are closed. */
  RECONNECTED,
  /** The client waits as long as the answer takes. */
  AWAITED,
  /** A body that ends early is read again. */
  WHOLE,
  /** No more requests than botocore makes by itself. */
  ONCE,
  /** The policies allow the request, and its neighbours stay denied. */
  ALLOWED
}
