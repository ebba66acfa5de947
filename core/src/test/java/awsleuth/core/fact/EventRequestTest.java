package awsleuth.core.fact;

import static org.assertj.core.api.Assertions.assertThat;

import awsleuth.aws.AwsCatalog;
import awsleuth.core.Artifact;
import awsleuth.core.evidence.TrailEvent;
import awsleuth.core.read.Readers;
import awsleuth.iam.Authorizer;
import awsleuth.iam.PolicySet;
import awsleuth.iam.Result;
import awsleuth.iam.policy.PolicyParser;
import awsleuth.iam.policy.PolicyType;
import awsleuth.iam.request.ContextValue;
import awsleuth.iam.request.ContextValue.Present;
import awsleuth.iam.request.Request;
import java.util.List;
import org.junit.jupiter.api.Test;

class EventRequestTest {

  private static final String THROUGH_ENDPOINT =
      """
      {"eventSource": "s3.amazonaws.com", "eventName": "ListObjects", "awsRegion": "eu-central-1",
       "eventTime": "2026-11-19T02:00:04Z", "sourceIPAddress": "10.4.7.19", "errorCode": "AccessDenied",
       "userAgent": "[Boto3/1.40.4]", "vpcEndpointId": "vpce-0c5f1a2b3d4e5f607",
       "requestParameters": {"bucketName": "invoices", "prefix": "inbox/"},
       "userIdentity": {"type": "AssumedRole", "principalId": "AROA:app", "accountId": "111122223333",
         "arn": "arn:aws:sts::111122223333:assumed-role/sweeper/app",
         "sessionContext": {"sessionIssuer": {"arn": "arn:aws:iam::111122223333:role/jobs/sweeper"},
           "attributes": {"creationDate": "2026-11-19T01:59:58Z", "mfaAuthenticated": "false"}}},
       "resources": [{"ARN": "arn:aws:s3:::invoices", "accountId": "111122223333"}],
       "tlsDetails": {"tlsVersion": "TLSv1.3"}}
      """;

  @Test
  void theWholeRequestIsBuiltFromAnEvent() {
    EventRequest request = of(THROUGH_ENDPOINT);
    assertThat(request.principal().orElseThrow().text())
        .isEqualTo("arn:aws:sts::111122223333:assumed-role/sweeper/app");
    assertThat(request.actions()).containsExactly("s3:ListBucket");
    assertThat(request.resource()).isEqualTo("arn:aws:s3:::invoices");
    assertThat(request.resourceAccount()).isEqualTo("111122223333");
    assertThat(value(request, "aws:PrincipalArn"))
        .isEqualTo(Present.of("arn:aws:iam::111122223333:role/jobs/sweeper"));
    assertThat(value(request, "aws:SourceVpce")).isEqualTo(Present.of("vpce-0c5f1a2b3d4e5f607"));
    assertThat(value(request, "aws:SecureTransport")).isEqualTo(Present.of("true"));
    assertThat(value(request, "s3:TlsVersion")).isEqualTo(Present.of("1.3"));
    assertThat(value(request, "aws:UserAgent")).isEqualTo(Present.of("Boto3/1.40.4"));
    assertThat(value(request, "aws:RequestedRegion")).isEqualTo(Present.of("eu-central-1"));
    assertThat(value(request, "s3:prefix")).isEqualTo(Present.of("inbox/"));
  }

  @Test
  void theCipherThatS3TellsIsOfASecureTransport() {
    String told = "\"tlsDetails\": {\"tlsVersion\": \"TLSv1.3\"}";
    String cipher = "\"additionalEventData\": {\"CipherSuite\": \"%s\"}";
    String secure = "ECDHE-RSA-AES128-GCM-SHA256";
    EventRequest request = of(THROUGH_ENDPOINT.replace(told, cipher.formatted(secure)));
    assertThat(value(request, "aws:SecureTransport")).isEqualTo(Present.of("true"));
    EventRequest other = of(THROUGH_ENDPOINT.replace(told, cipher.formatted("-")));
    assertThat(value(other, "aws:SecureTransport")).isEqualTo(ContextValue.UNKNOWN);
  }

  @Test
  void throughAnEndpointARequestHasNoSourceIp() {
    EventRequest request = of(THROUGH_ENDPOINT);
    assertThat(value(request, "aws:SourceIp")).isEqualTo(ContextValue.ABSENT);
    assertThat(value(request, "aws:VpcSourceIp")).isEqualTo(Present.of("10.4.7.19"));
    assertThat(request.origins().get("aws:sourceip"))
        .hasToString(
            "the call came through `vpce-0c5f1a2b3d4e5f607`, where a request has no `aws:SourceIp`"
                + " (event.json:3:50)");
  }

  @Test
  void aRoleWithAPathKeepsItInWhatPoliciesAreComparedWith() {
    EventRequest event = of(THROUGH_ENDPOINT);
    Request request = event.request("s3:ListBucket").orElseThrow();
    assertThat(Authorizer.of(bucketOf("role/jobs/sweeper")).decide(request))
        .isEqualTo(Result.ALLOWED);
    assertThat(Authorizer.of(bucketOf("role/sweeper")).decide(request))
        .isEqualTo(Result.IMPLICIT_DENY);
    String arn = "\"arn\": \"arn:aws:sts::111122223333:assumed-role/sweeper/app\",";
    assertThat(of(THROUGH_ENDPOINT.replace(arn, "")).principal().orElseThrow().text())
        .isEqualTo("arn:aws:iam::111122223333:role/jobs/sweeper");
  }

  @Test
  void aWebIdentityGivesTheKeysOfItsProvider() {
    String event =
        """
        {"eventVersion": "1.08", "eventSource": "sts.amazonaws.com",
         "eventName": "AssumeRoleWithWebIdentity", "errorCode": "AccessDenied",
         "userIdentity": {"type": "WebIdentityUser",
          "principalId": "arn:aws:iam::111122223333:oidc-provider/ci.example.com:sts:repo:a/b",
          "userName": "repo:a/b",
          "identityProvider": "arn:aws:iam::111122223333:oidc-provider/ci.example.com"}}
        """;
    EventRequest request = of(event);
    assertThat(value(request, "ci.example.com:sub")).isEqualTo(Present.of("repo:a/b"));
    assertThat(value(request, "ci.example.com:aud")).isEqualTo(Present.of("sts"));
    assertThat(request.origins().get("ci.example.com:sub"))
        .hasToString("the event's `userIdentity.userName` (event.json:5:15)");
    assertThat(request.origins()).doesNotContainKey("aws:userid");
    EventRequest other = of(event.replace(":sts:repo:a/b", ":x"));
    assertThat(other.origins()).containsKey("ci.example.com:sub");
    assertThat(other.origins()).doesNotContainKey("ci.example.com:aud");
  }

  private static PolicySet bucketOf(String role) {
    String text =
        "{\"Version\": \"2012-10-17\", \"Statement\": {\"Effect\": \"Allow\", \"Principal\":"
            + " {\"AWS\": \"arn:aws:iam::111122223333:"
            + role
            + "\"}, \"Action\": \"s3:*\", \"Resource\": \"*\"}}";
    return PolicySet.NONE.withResource(
        List.of(PolicyParser.parse("b", PolicyType.RESOURCE, text).policy().orElseThrow()));
  }

  @Test
  void eachKeySaysWhereItStands() {
    EventRequest request = of(THROUGH_ENDPOINT);
    assertThat(request.origins().get("aws:vpcsourceip"))
        .hasToString("the event's `sourceIPAddress` (event.json:2:58)");
    assertThat(request.origins().get("aws:principalarn"))
        .hasToString(
            "the event's `userIdentity.sessionContext.sessionIssuer.arn` (event.json:7:48)");
    assertThat(request.origins().get("aws:sourceidentity"))
        .hasToString(
            "the event has no `userIdentity.sessionContext.sourceIdentity` (event.json:1)");
    String lookedUp =
        "{\"Events\": [\n{\"CloudTrailEvent\":\n \""
            + THROUGH_ENDPOINT.replace("\n", "").replace("\"", "\\\"")
            + "\"}]}";
    assertThat(of(lookedUp).origins().get("aws:sourcevpce"))
        .hasToString("the event's `vpcEndpointId` (event.json:3:2)");
    String logged = "10:00 " + THROUGH_ENDPOINT.replace("\n", "") + "\n10:01 {}\n";
    int column = 6 + THROUGH_ENDPOINT.replace("\n", "").indexOf("\"eu-central-1\"") + 1;
    assertThat(of(logged).origins())
        .hasEntrySatisfying(
            "aws:requestedregion", origin -> assertThat(origin.column()).isEqualTo(column));
  }

  @Test
  void whatAnEventDoesNotTellIsUnknown() {
    EventRequest request = of(THROUGH_ENDPOINT);
    assertThat(value(request, "aws:PrincipalOrgID")).isEqualTo(ContextValue.UNKNOWN);
    assertThat(value(request, "aws:SourceVpc")).isEqualTo(ContextValue.UNKNOWN);
    assertThat(value(request, "aws:username")).isEqualTo(ContextValue.ABSENT);
    assertThat(value(request, "s3:delimiter")).isEqualTo(ContextValue.ABSENT);
  }

  @Test
  void theRefusedActionIsTheOneThatAwsNames() {
    EventRequest request =
        of(
            """
            {"eventSource": "s3.amazonaws.com", "eventName": "CopyObject", "errorCode": "AccessDenied",
             "errorMessage": "User: arn:aws:iam::111122223333:user/alice is not authorized to perform: s3:GetObject on resource: \\"arn:aws:s3:::b/k\\" because no identity-based policy allows the s3:GetObject action",
             "userIdentity": {"type": "IAMUser", "arn": "arn:aws:iam::111122223333:user/alice",
               "userName": "alice", "accessKeyId": "AKIAIOSFODNN7EXAMPLE"}}
            """);
    assertThat(request.actions()).containsExactly("s3:GetObject");
    assertThat(request.resource()).isEqualTo("arn:aws:s3:::b/k");
    assertThat(value(request, "aws:username")).isEqualTo(Present.of("alice"));
    assertThat(value(request, "aws:MultiFactorAuthPresent")).isEqualTo(ContextValue.ABSENT);
  }

  @Test
  void tagsInARequestAreKeys() {
    EventRequest request =
        of(
            """
            {"eventSource": "ecr.amazonaws.com", "eventName": "CreateRepository",
             "requestParameters": {"repositoryName": "web", "tags": [{"key": "Owner", "value": "web"}]},
             "userIdentity": {"type": "IAMUser", "arn": "arn:aws:iam::111122223333:user/alice"}}
            """);
    assertThat(value(request, "aws:TagKeys")).isEqualTo(Present.of(List.of("Owner")));
    assertThat(value(request, "aws:RequestTag/Owner")).isEqualTo(Present.of("web"));
  }

  private static ContextValue value(EventRequest request, String key) {
    return request.context().get(key);
  }

  private static EventRequest of(String event) {
    AwsCatalog catalog = AwsCatalog.embedded();
    Artifact artifact = new Artifact("event.json", Artifact.Kind.TRAIL, event);
    return EventRequest.of((TrailEvent) Readers.read(artifact, catalog).getFirst(), catalog);
  }
}
