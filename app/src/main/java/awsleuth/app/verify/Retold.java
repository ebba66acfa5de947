package awsleuth.app.verify;

import awsleuth.app.input.ToldDiagnosis.ToldFailure;

/** A failed call of a diagnosis as a person reads it, and as botocore prints it. */
final class Retold {

  private Retold() {}

  /** {@code AccessDenied calling ListObjectsV2}. */
  static String headline(ToldFailure f) {
    return (f.fault().isEmpty() ? Asked.FAILURE : f.fault())
        + (f.operation().isEmpty() ? "" : " calling " + f.operation());
  }

  /** The failure as botocore prints it, made from what the diagnosis has of it. */
  static String text(ToldFailure f) {
    return !f.code().isEmpty() && !f.operation().isEmpty()
        ? sentence(f.code(), f.operation(), f.message())
        : "botocore.exceptions."
            + (f.exception().isEmpty() ? "ClientError" : f.exception())
            + ": "
            + f.message();
  }

  /** What botocore prints of a service's refusal. */
  static String sentence(String code, String operation, String message) {
    return "botocore.exceptions.ClientError: An error occurred ("
        + code
        + ") when calling the "
        + operation
        + " operation: "
        + message;
  }
}
