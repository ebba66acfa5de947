package awsleuth.core.cause.parameters;

import awsleuth.core.cause.StateClue;
import awsleuth.core.fact.Clue;
import awsleuth.core.fact.Facts;
import java.util.List;
import java.util.stream.Stream;

/** General codes whose message tells of something else than a parameter. */
enum Elsewhere implements Clue {
  STATE("is in * state", "state and can not be updated", "no updates are to be performed"),
  ROLE(
      "unable to assume the service linked role",
      "unable to assume the service-linked role",
      "verify that the * service linked role exists",
      "must enable a service-linked role",
      "provided execution role does not have permissions",
      "cannot be assumed by",
      "trust relationship",
      "could not assume role",
      "could not be assumed because",
      "does not include the required permissions for",
      "unable to assume role",
      "unable to assume the role",
      "can not assume role",
      "cannot assume role",
      "failed to assume role",
      "is not authorized",
      "s3 error: access denied",
      "not authorized to perform"),
  KMS("access to kms is not allowed"),
  MD5("missing required header for this request: content-md5"),
  NAME("not a valid arn", "invalid arn", "regular expression pattern"),
  SIGNATURE("aws signature version 4", "please use aws4-hmac-sha256"),
  EXPIRED("request has expired", "token has expired"),
  MODEL("you don't have access to the model", "access to the model"),
  THROTTLE("rate exceeded", "too many requests", "limit exceeded"),
  QUOTA("unreservedconcurrentexecution below its minimum"),
  REGION("expecting '", "location constraint");

  private final List<String> phrases;

  Elsewhere(String... phrases) {
    this.phrases = List.of(phrases);
  }

  @Override
  public List<String> phrases() {
    return phrases;
  }

  /** Whether the message tells of something else. */
  static boolean claims(Facts facts) {
    return !S3Answer.PARTS.isSeen(facts)
        && !ServiceAnswer.TEST_MESSAGE.isSeen(facts)
        && Stream.<Clue>concat(Stream.of(values()), Stream.of(StateClue.values()))
            .anyMatch(facts::seen);
  }
}
