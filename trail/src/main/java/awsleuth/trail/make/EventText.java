package awsleuth.trail.make;

import java.time.Instant;

/**
 * Writes events as CloudTrail does: the same fields in the same order ("CloudTrail record
 * contents").
 */
final class EventText {

  private final StringBuilder out = new StringBuilder(2048);

  /**
   * One event.
   *
   * @param time milliseconds since 1970 UTC, of which CloudTrail keeps whole seconds
   * @param account the account whose trail it is in
   * @param id the event's ID
   */
  String of(long time, String account, String region, Caller by, Call call, String id, Dice dice) {
    out.setLength(0);
    out.append("{\"eventVersion\":\"1.11\",\"userIdentity\":");
    identity(by, time, call);
    text("eventTime", moment(time));
    text("eventSource", call.source());
    text("eventName", call.name());
    text("awsRegion", region);
    text("sourceIPAddress", by.address());
    text("userAgent", by.agent());
    if (!call.code().isEmpty()) {
      text("errorCode", call.code());
      text("errorMessage", call.message());
    }
    part("requestParameters", call.parameters().text());
    part("responseElements", call.response().text());
    if (call.data() && call.source().startsWith("s3.")) {
      additional(dice);
    }
    text("requestID", call.source().startsWith("s3.") ? dice.capitals(16) : dice.uuid());
    text("eventID", id);
    part("readOnly", String.valueOf(call.reads()));
    if (!call.resources().equals(Json.NULL)) {
      part("resources", call.resources().text());
    }
    ending(account, region, by, call);
    return out.append('}').toString();
  }

  static String moment(long time) {
    return Instant.ofEpochSecond(time / 1000).toString();
  }

  private void ending(String account, String region, Caller by, Call call) {
    text("eventType", "AwsApiCall");
    part("managementEvent", String.valueOf(!call.data()));
    text("recipientAccountId", account);
    if (!by.endpoint().isEmpty()) {
      text("vpcEndpointId", by.endpoint());
      text("vpcEndpointAccountId", account);
    }
    text("eventCategory", call.data() ? "Data" : "Management");
    if (by.kind() != Caller.Kind.SERVICE) {
      String host = call.source().replace(".amazonaws", "." + region + ".amazonaws");
      part(
          "tlsDetails",
          Json.object(
                  "tlsVersion",
                  "TLSv1.3",
                  "cipherSuite",
                  "TLS_AES_128_GCM_SHA256",
                  "clientProvidedHostHeader",
                  host)
              .text());
    }
  }

  private void additional(Dice dice) {
    part(
        "additionalEventData",
        Json.object(
                "SignatureVersion",
                "SigV4",
                "CipherSuite",
                "TLS_AES_128_GCM_SHA256",
                "bytesTransferredIn",
                0,
                "AuthenticationMethod",
                "AuthHeader",
                "x-amz-id-2",
                dice.letters(60) + "=",
                "bytesTransferredOut",
                dice.below(900_000))
            .text());
  }

  private void identity(Caller by, long time, Call call) {
    switch (by.kind()) {
      case SERVICE ->
          out.append("{\"type\":\"AWSService\",\"invokedBy\":\"").append(by.name()).append("\"}");
      case USER ->
          out.append(
              Json.object(
                      "type", "IAMUser",
                      "principalId", by.id(),
                      "arn", by.arn(),
                      "accountId", by.account(),
                      "accessKeyId", by.key(time),
                      "userName", by.name())
                  .text());
      case ROLE -> out.append(session(by, time, call).text());
    }
  }

  private static Json.Part session(Caller by, long time, Call call) {
    Json.Part issuer =
        Json.object(
            "type", "Role",
            "principalId", by.id(),
            "arn", by.owner(),
            "accountId", by.account(),
            "userName", by.name());
    Json.Part context =
        Json.object(
            "sessionIssuer",
            issuer,
            "attributes",
            Json.object(
                "creationDate", moment(time / 3_600_000 * 3_600_000), "mfaAuthenticated", "false"));
    boolean within = call.source().startsWith("kms.") && by.address().equals("AWS Internal");
    return within
        ? Json.object(
            "type",
            "AssumedRole",
            "principalId",
            by.id() + ":" + by.session(),
            "arn",
            by.arn(),
            "accountId",
            by.account(),
            "accessKeyId",
            by.key(time),
            "sessionContext",
            context,
            "invokedBy",
            "AWS Internal")
        : Json.object(
            "type",
            "AssumedRole",
            "principalId",
            by.id() + ":" + by.session(),
            "arn",
            by.arn(),
            "accountId",
            by.account(),
            "accessKeyId",
            by.key(time),
            "sessionContext",
            context);
  }

  private void text(String name, String value) {
    out.append(",\"").append(name).append("\":");
    Json.quote(out, value);
  }

  private void part(String name, String json) {
    out.append(",\"").append(name).append("\":").append(json);
  }
}
