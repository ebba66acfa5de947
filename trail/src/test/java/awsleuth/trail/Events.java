package awsleuth.trail;

/** Events as CloudTrail writes them, for tests. */
public final class Events {

  /** A role. */
  public static final String ROLE = "arn:aws:iam::111122223333:role/billing";

  private Events() {}

  /** A call by {@link #ROLE} that failed, or with an empty code did not. */
  public static String event(int number, String name, String code, String message) {
    String error =
        code.isEmpty()
            ? ""
            : "\"errorCode\":\"%s\",\"errorMessage\":\"%s\",".formatted(code, message);
    return """
    {"eventVersion":"1.11","userIdentity":{"type":"AssumedRole","principalId":"AROA:x",\
    "arn":"arn:aws:sts::111122223333:assumed-role/billing/x","accountId":"111122223333",\
    "sessionContext":{"sessionIssuer":{"type":"Role","principalId":"AROA",\
    "arn":"%s","accountId":"111122223333","userName":"billing"}}},\
    "eventTime":"2026-11-18T%02d:%02d:%02dZ","eventSource":"s3.amazonaws.com","eventName":"%s",\
    "awsRegion":"eu-west-1","sourceIPAddress":"203.0.113.7","userAgent":"Boto3/1.43.11",\
    %s"requestParameters":{"bucketName":"invoices"},"responseElements":null,\
    "requestID":"R%06d","eventID":"E%06d","readOnly":true,"eventType":"AwsApiCall",\
    "recipientAccountId":"111122223333"}\
    """
        .formatted(
            ROLE, number / 3600 % 24, number / 60 % 60, number % 60, name, error, number, number);
  }

  /** A file of CloudTrail with so many events, of which every third failed. */
  public static String records(int from, int count) {
    StringBuilder out = new StringBuilder("{\"Records\":[");
    for (int i = from; i < from + count; i++) {
      out.append(i == from ? "" : ",");
      out.append(
          i % 3 == 0
              ? event(i, "ListObjects", "AccessDenied", "Access Denied")
              : event(i, "ListObjects", "", ""));
    }
    return out.append("]}").toString();
  }
}
