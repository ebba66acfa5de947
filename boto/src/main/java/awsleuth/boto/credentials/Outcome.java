package awsleuth.boto.credentials;

import awsleuth.boto.Raised;

/** What {@code get_credentials()} gives. */
public sealed interface Outcome {

  /**
   * Credentials, perhaps only promised.
   *
   * @param method the provider
   * @param type the class of botocore
   */
  record Won(Method method, String type) implements Outcome {}

  /** {@code None}: no provider has any. */
  record Nothing() implements Outcome {}

  /** It raises. */
  record Raises(Raised raised) implements Outcome {}

  /**
   * It depends on an answer that is not known here.
   *
   * @param method the provider that asks
   * @param ask what it asks
   */
  record Open(Method method, Ask ask) implements Outcome {}
}
