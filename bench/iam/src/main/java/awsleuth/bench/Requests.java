package awsleuth.bench;

import java.util.List;
import java.util.Map;

/** Requests, with what is expected of them. */
final class Requests {

  private static final String SESSION =
      "arn:aws:sts::" + Statements.ACCOUNT + ":assumed-role/ops-web/i-0feed";

  private Requests() {}

  /** A request of a session of the role {@code ops-web}. */
  static Map<String, Object> of(
      String action, String resource, Map<String, Object> context, String expected) {
    return Json.of(
        "principal", SESSION,
        "action", action,
        "resource", "arn:aws:" + resource,
        "resourceAccount", Statements.ACCOUNT,
        "context", context,
        "expected", expected);
  }

  /** A context that meets every condition of {@link Statements#allow}. */
  static Map<String, Object> good() {
    return Json.of(
        "aws:SourceIp", "198.51.100.9",
        "aws:SecureTransport", "true",
        "aws:UserAgent", "Boto3/1.43.1 md/Botocore",
        "aws:PrincipalArn", Statements.role("ops-web"),
        "aws:PrincipalTag/team", "navy",
        "aws:ResourceTag/team", "navy",
        "aws:Env", "live",
        "aws:RequestedRegion", "eu-north-1",
        "aws:CurrentTime", "2026-11-25T12:00:00Z",
        "aws:PrincipalOrgID", "o-sea",
        "aws:PrincipalOrgPaths", List.of("o-sea/r-1/ou-7/ou-8/"),
        "aws:PrincipalAccount", Statements.ACCOUNT,
        "aws:ResourceAccount", Statements.ACCOUNT,
        "aws:ResourceOrgID", "o-sea",
        "aws:PrincipalIsAWSService", "false",
        "aws:ViaAWSService", "false");
  }

  /** One that meets none. */
  static Map<String, Object> bad() {
    Map<String, Object> context = good();
    context.put("aws:SourceIp", "192.0.2.1");
    context.put("aws:UserAgent", "curl/8.5");
    context.put("aws:PrincipalArn", Statements.role("guest"));
    context.put("aws:PrincipalTag/team", "visitors");
    context.put("aws:CurrentTime", "2032-02-01T00:00:00Z");
    context.put("aws:PrincipalOrgPaths", List.of("o-sea/r-1/"));
    context.put("aws:MultiFactorAuthPresent", "false");
    return context;
  }

  /** A good one but for one key. */
  static Map<String, Object> goodBut(String key, String value) {
    Map<String, Object> context = good();
    context.put(key, value);
    return context;
  }
}
