package awsleuth.core.fact;

import awsleuth.aws.AwsCatalog;
import awsleuth.core.evidence.TrailEvent;
import awsleuth.iam.request.Context;
import awsleuth.iam.request.ContextValue;
import awsleuth.iam.request.ContextValue.Present;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * The condition keys that a CloudTrail event tells (IAM user guide, "AWS global condition context
 * keys"; CloudTrail user guide, "userIdentity element").
 */
final class EventContext {

  private static final String IDENTITY = "userIdentity.";
  private static final String TLS = "TLSv";
  private static final int ACCOUNT = 12;
  private static final String SESSION = "userIdentity.sessionContext.";

  private final TrailEvent event;
  private final Map<String, ContextValue> values = new LinkedHashMap<>();
  private final Map<String, Origin> origins = new LinkedHashMap<>();

  private EventContext(TrailEvent event) {
    this.event = event;
  }

  /** What an event tells of a decision on an action for a resource, empty where unknown. */
  static EventContext of(TrailEvent event, String action, String resource, AwsCatalog catalog) {
    EventContext context = new EventContext(event);
    context.network();
    context.principal();
    context.session();
    context.services();
    context.call();
    RequestKeys.of(event, action, resource, catalog).forEach(context::told);
    return context;
  }

  Context context() {
    return new Context(Map.copyOf(values), ContextValue.UNKNOWN);
  }

  Map<String, Origin> origins() {
    return Map.copyOf(origins);
  }

  private void network() {
    String address = event.field("sourceIPAddress");
    String endpoint = event.field("vpcEndpointId");
    boolean isAddress = isAddress(address);
    if (endpoint.isEmpty()) {
      present("aws:SourceIp", isAddress ? address : "", "sourceIPAddress");
      for (String key :
          List.of("aws:SourceVpce", "aws:SourceVpc", "aws:VpcSourceIp", "aws:VpceAccount")) {
        absent(key, "the call came through no VPC endpoint", "sourceIPAddress");
      }
      return;
    }
    absent(
        "aws:SourceIp",
        "the call came through `" + endpoint + "`, where a request has no `aws:SourceIp`",
        "vpcEndpointId");
    present("aws:SourceVpce", endpoint, "vpcEndpointId");
    present("aws:VpcSourceIp", isAddress ? address : "", "sourceIPAddress");
    present("aws:VpceAccount", event.field("vpcEndpointAccountId"), "vpcEndpointAccountId");
  }

  private static boolean isAddress(String text) {
    return !text.isEmpty()
        && (Character.isDigit(text.charAt(0)) || text.indexOf(':') >= 0)
        && text.indexOf(' ') < 0;
  }

  private void principal() {
    String type = event.field(IDENTITY + "type");
    String issuer = event.field(SESSION + "sessionIssuer.arn");
    boolean role = type.equals("AssumedRole");
    present(
        "aws:PrincipalArn",
        role ? issuer : event.principal(),
        role ? SESSION + "sessionIssuer.arn" : IDENTITY + "arn");
    present("aws:PrincipalAccount", event.field(IDENTITY + "accountId"), IDENTITY + "accountId");
    if (type.equals("WebIdentityUser")) {
      webIdentity();
    } else {
      present("aws:userid", event.field(IDENTITY + "principalId"), IDENTITY + "principalId");
    }
    if (type.equals("IAMUser")) {
      present("aws:username", event.field(IDENTITY + "userName"), IDENTITY + "userName");
    } else if (!type.isEmpty()) {
      absent("aws:username", "the caller is no IAM user", IDENTITY + "type");
    }
  }

  /**
   * What the token says: {@code userName} is its subject, and {@code principalId} is {@code
   * PROVIDER:AUDIENCE:SUBJECT}.
   *
   * @see <a
   *     href="https://docs.aws.amazon.com/awscloudtrail/latest/userguide/cloudtrail-event-reference-user-identity.html">CloudTrail
   *     userIdentity element</a>
   */
  private void webIdentity() {
    String provider = event.field(IDENTITY + "identityProvider");
    String subject = event.field(IDENTITY + "userName");
    String id = event.field(IDENTITY + "principalId");
    if (provider.isEmpty() || subject.isEmpty()) {
      return;
    }
    String path = ":oidc-provider/";
    int at = provider.indexOf(path);
    String host = at < 0 ? provider : provider.substring(at + path.length());
    present(host + ":sub", subject, IDENTITY + "userName");
    boolean whole =
        id.startsWith(provider + ":")
            && id.endsWith(":" + subject)
            && id.length() > provider.length() + subject.length() + 2;
    if (whole) {
      String audience = id.substring(provider.length() + 1, id.length() - subject.length() - 1);
      present(host + ":aud", audience, IDENTITY + "principalId");
    }
  }

  private void session() {
    String created = event.field(SESSION + "attributes.creationDate");
    String mfa = event.field(SESSION + "attributes.mfaAuthenticated");
    if (created.isEmpty() && event.field(IDENTITY + "accessKeyId").startsWith("AKIA")) {
      String key = IDENTITY + "accessKeyId";
      absent("aws:TokenIssueTime", "the call was signed with long-term keys", key);
      absent("aws:MultiFactorAuthPresent", "the call was signed with long-term keys", key);
      absent("aws:MultiFactorAuthAge", "the call was signed with long-term keys", key);
      return;
    }
    present("aws:TokenIssueTime", created, SESSION + "attributes.creationDate");
    present("aws:MultiFactorAuthPresent", mfa, SESSION + "attributes.mfaAuthenticated");
    if (mfa.equals("false")) {
      absent(
          "aws:MultiFactorAuthAge",
          "the session was made without MFA",
          SESSION + "attributes.mfaAuthenticated");
    }
    if (!created.isEmpty()) {
      presentOrAbsent("aws:SourceIdentity", SESSION + "sourceIdentity");
      presentOrAbsent("aws:FederatedProvider", SESSION + "webIdFederationData.federatedProvider");
    }
    present(
        "ec2:RoleDelivery", event.field(SESSION + "ec2RoleDelivery"), SESSION + "ec2RoleDelivery");
  }

  private void services() {
    String service = event.field(IDENTITY + "invokedBy");
    boolean direct = event.field(IDENTITY + "type").equals("AWSService");
    present("aws:PrincipalIsAWSService", direct ? "true" : "false", IDENTITY + "type");
    if (direct) {
      present("aws:PrincipalServiceName", service, IDENTITY + "invokedBy");
      present("aws:SourceAccount", ofLogs(service), "requestParameters.key");
      return;
    }
    absent("aws:PrincipalServiceName", "the caller is no AWS service", IDENTITY + "type");
    absent("aws:SourceArn", "the caller is no AWS service", IDENTITY + "type");
    absent("aws:SourceAccount", "the caller is no AWS service", IDENTITY + "type");
    present("aws:ViaAWSService", service.isEmpty() ? "false" : "true", IDENTITY + "invokedBy");
    if (service.isEmpty()) {
      for (String key : List.of("aws:CalledVia", "aws:CalledViaFirst", "aws:CalledViaLast")) {
        absent(key, "no service called on the caller's behalf", "");
      }
    } else {
      present("aws:CalledViaLast", service, IDENTITY + "invokedBy");
    }
  }

  /**
   * The account whose logs are delivered, which stands in their names (VPC user guide, "Flow log
   * files"; S3 bucket permissions for flow logs).
   */
  private String ofLogs(String service) {
    String key = event.field("requestParameters.key");
    int account = ("/" + key).indexOf("/AWSLogs/") + "AWSLogs/".length();
    int end = account + ACCOUNT;
    boolean told =
        service.equals("delivery.logs.amazonaws.com")
            && account >= "AWSLogs/".length()
            && key.startsWith("/", end)
            && key.substring(account, end).chars().allMatch(Character::isDigit);
    return told ? key.substring(account, end) : "";
  }

  private void call() {
    present("aws:RequestedRegion", event.field("awsRegion"), "awsRegion");
    present("aws:CurrentTime", event.time(), "eventTime");
    present("aws:EpochTime", epoch(event.time()), "eventTime");
    String agent = event.field("userAgent");
    boolean bracketed = agent.startsWith("[") && agent.endsWith("]");
    present(
        "aws:UserAgent", bracketed ? agent.substring(1, agent.length() - 1) : agent, "userAgent");
    transport();
  }

  /**
   * S3 tells how a call was encrypted in its own place; its key of the version is a number (service
   * authorization reference, "Amazon S3", {@code s3:TlsVersion}).
   */
  private void transport() {
    String version = "tlsDetails.tlsVersion";
    if (event.field("eventSource").equals("s3.amazonaws.com")
        && event.field(version).startsWith(TLS)) {
      present("s3:TlsVersion", event.field(version).substring(TLS.length()), version);
    }
    for (String path : List.of("additionalEventData.CipherSuite", "tlsDetails.tlsVersion")) {
      String told = event.field(path);
      present("aws:SecureTransport", told.isEmpty() || told.equals("-") ? "" : "true", path);
    }
  }

  private static String epoch(String time) {
    try {
      return String.valueOf(Instant.parse(time).getEpochSecond());
    } catch (DateTimeParseException none) {
      return "";
    }
  }

  private void told(String key, RequestKeys.Told told) {
    values.put(key, told.value());
    origins.put(key.toLowerCase(Locale.ROOT), origin(told.why(), told.path()));
  }

  private void present(String key, String value, String path) {
    if (!value.isEmpty()) {
      values.put(key, Present.of(value));
      origins.put(key.toLowerCase(Locale.ROOT), origin("the event's `" + path + "`", path));
    }
  }

  private void presentOrAbsent(String key, String path) {
    String value = event.field(path);
    if (value.isEmpty()) {
      absent(key, "the event has no `" + path + "`", "");
    } else {
      present(key, value, path);
    }
  }

  /** A key that the request does not have, as a field shows; the event itself for no path. */
  private void absent(String key, String why, String path) {
    values.put(key, ContextValue.ABSENT);
    origins.put(key.toLowerCase(Locale.ROOT), origin(why, path));
  }

  private Origin origin(String why, String path) {
    return new Origin(why, event.at(path), event.column(path));
  }
}
