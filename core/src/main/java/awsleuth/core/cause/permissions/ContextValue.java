package awsleuth.core.cause.permissions;

import awsleuth.core.evidence.ProfileSetting;
import awsleuth.core.evidence.Source;
import awsleuth.core.evidence.TrailEvent;
import awsleuth.core.fact.Facts;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * The value of a condition key in the failed call, as far as the evidence shows it (IAM user guide,
 * "AWS global condition context keys").
 *
 * @param value the value; empty where the request has no such key
 * @param why what shows it, in words
 * @param source where it is shown
 */
record ContextValue(Optional<String> value, String why, Source source) {

  /** What the evidence shows; empty where it does not tell whether the key is there. */
  static Optional<ContextValue> of(Facts facts, String key) {
    String plain = key.toLowerCase(Locale.ROOT);
    if (plain.equals("sts:externalid")) {
      Optional<ContextValue> configured = externalId(facts);
      if (configured.isPresent()) {
        return configured;
      }
    }
    return facts.event().flatMap(e -> ofEvent(e, plain));
  }

  private static Optional<ContextValue> externalId(Facts facts) {
    String role = Access.of(facts).resource();
    List<ProfileSetting> settings = facts.settings();
    for (ProfileSetting arn : settings) {
      if (arn.key().equals("role_arn") && arn.value().equals(role) && !role.isEmpty()) {
        for (ProfileSetting s : settings) {
          if (s.section().equals(arn.section()) && s.key().equals("external_id")) {
            return Optional.of(
                new ContextValue(
                    Optional.of(s.value()),
                    "`external_id` of [" + s.section() + "] is `" + s.value() + "`",
                    s.source()));
          }
        }
        return Optional.of(
            new ContextValue(
                Optional.empty(), "[" + arn.section() + "] has no `external_id`", arn.source()));
      }
    }
    return Optional.empty();
  }

  private static Optional<ContextValue> ofEvent(TrailEvent e, String key) {
    return switch (key) {
      case "aws:sourceip" -> sourceIp(e);
      case "aws:sourcevpce" ->
          orAbsent(e, "vpcEndpointId", "the call came through no VPC endpoint");
      case "aws:requestedregion" -> field(e, "awsRegion");
      case "aws:multifactorauthpresent" ->
          orAbsent(
              e,
              "userIdentity.sessionContext.attributes.mfaAuthenticated",
              "the call was signed with long-term keys");
      case "aws:securetransport" ->
          field(e, "tlsDetails.tlsVersion")
              .map(v -> new ContextValue(Optional.of("true"), v.why(), v.source()));
      case "aws:principalarn" ->
          field(e, "userIdentity.sessionContext.sessionIssuer.arn")
              .or(() -> field(e, "userIdentity.arn"));
      case "aws:username" -> field(e, "userIdentity.userName");
      case "aws:useragent" -> field(e, "userAgent");
      case "aws:tagkeys" -> tagKeys(e);
      case "sts:externalid" -> field(e, "requestParameters.externalId");
      case "s3:prefix" -> parameter(e, "prefix");
      case "s3:x-amz-acl" -> parameter(e, "x-amz-acl");
      case "s3:x-amz-server-side-encryption" -> parameter(e, "x-amz-server-side-encryption");
      case "s3:x-amz-server-side-encryption-aws-kms-key-id" ->
          parameter(e, "x-amz-server-side-encryption-aws-kms-key-id");
      default -> Optional.empty();
    };
  }

  private static Optional<ContextValue> sourceIp(TrailEvent e) {
    String endpoint = e.field("vpcEndpointId");
    if (!endpoint.isEmpty()) {
      return Optional.of(
          new ContextValue(
              Optional.empty(),
              "the call came through `" + endpoint + "`, where a request has no `aws:SourceIp`",
              e.source()));
    }
    return field(e, "sourceIPAddress").filter(v -> isAddress(v.value().orElse("")));
  }

  private static boolean isAddress(String value) {
    return !value.isEmpty() && (Character.isDigit(value.charAt(0)) || value.indexOf(':') >= 0);
  }

  private static Optional<ContextValue> tagKeys(TrailEvent e) {
    boolean parameters = false;
    for (String path : e.fields().keySet()) {
      parameters |= path.startsWith("requestParameters.");
      if (path.toLowerCase(Locale.ROOT).contains("requestparameters.tag")) {
        return Optional.empty();
      }
    }
    return parameters
        ? Optional.of(new ContextValue(Optional.empty(), "the request carries no tags", e.source()))
        : Optional.empty();
  }

  private static Optional<ContextValue> parameter(TrailEvent e, String name) {
    boolean told = !e.field("requestParameters.bucketName").isEmpty();
    return told
        ? orAbsent(e, "requestParameters." + name, "the request has no `" + name + "`")
        : Optional.empty();
  }

  private static Optional<ContextValue> orAbsent(TrailEvent e, String path, String absent) {
    return field(e, path)
        .or(() -> Optional.of(new ContextValue(Optional.empty(), absent, e.source())));
  }

  private static Optional<ContextValue> field(TrailEvent e, String path) {
    String value = e.field(path);
    return value.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new ContextValue(
                Optional.of(value), "the event's `" + path + "` is `" + value + "`", e.source()));
  }
}
