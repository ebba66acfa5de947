package awsleuth.core.cause.credentials;

import awsleuth.core.fact.Facts;

/** Whether a call that failed went to instance metadata. */
final class Metadata {

  private Metadata() {}

  /** Whether what failed without an exception of botocore's was sent to the metadata address. */
  static boolean isAddressed(Facts facts) {
    return facts.call().endpoint().contains("169.254.169.254")
        && (facts.call().exception().isEmpty()
            || facts.exception("ConnectTimeout", "Error", "SdkClientException", "ProviderError"));
  }
}
