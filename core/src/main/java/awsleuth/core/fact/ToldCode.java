package awsleuth.core.fact;

import java.util.Locale;
import java.util.Map;

/**
 * The error code that AWS sends with a message, for messages that it sends with one code alone.
 *
 * @param code empty where the message does not tell it
 */
record ToldCode(String code) {

  private static final Map<String, String> CODES =
      Map.ofEntries(
          Map.entry("request signature we calculated does not match", "SignatureDoesNotMatch"),
          Map.entry("not able to validate the provided access credentials", "AuthFailure"),
          Map.entry("the specified bucket does not exist", "NoSuchBucket"),
          Map.entry("s3 bucket does not exist", "NoSuchBucket"),
          Map.entry("permission denied on s3 path: s3://", "AccessDenied"),
          Map.entry("the specified key does not exist", "NoSuchKey"),
          Map.entry("the provided token has expired", "ExpiredToken"),
          Map.entry("the provided token is malformed or otherwise", "InvalidToken"),
          Map.entry("needs a subscription for the service", "OptInRequired"),
          Map.entry("the bucket does not allow acls", "AccessControlListNotSupported"),
          Map.entry("the conditional request failed", "ConditionalCheckFailedException"));

  static ToldCode in(String message) {
    String lower = message.toLowerCase(Locale.ROOT);
    for (Map.Entry<String, String> told : CODES.entrySet()) {
      if (lower.contains(told.getKey())) {
        return new ToldCode(told.getValue());
      }
    }
    return new ToldCode("");
  }
}
