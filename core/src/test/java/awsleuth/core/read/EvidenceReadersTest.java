package awsleuth.core.read;

import static org.assertj.core.api.Assertions.assertThat;

import awsleuth.aws.AwsCatalog;
import awsleuth.core.Artifact;
import awsleuth.core.Artifact.Kind;
import awsleuth.core.evidence.Failure;
import awsleuth.core.evidence.PolicyDocument;
import awsleuth.core.evidence.TrailEvent;
import awsleuth.core.read.document.PolicyReader;
import awsleuth.core.read.document.TrailReader;
import java.util.List;
import org.junit.jupiter.api.Test;

class EvidenceReadersTest {

  private static final String STATEMENT =
      "{\"Effect\": \"Allow\", \"Action\": \"s3:Get*\", \"Resource\": \"*\"}";

  @Test
  void everyElementOfAStatementKeepsItsLine() {
    PolicyDocument p =
        policies(
                """
                {
                  "Version": "2012-10-17",
                  "Statement": {
                    "Sid": "Office",
                    "Effect": "Deny",
                    "NotAction": ["sts:*",
                                  "iam:*"],
                    "Resource": "*",
                    "Condition": {
                      "NotIpAddress": {"aws:SourceIp": ["192.0.2.0/24"]}
                    }
                  }
                }
                """)
            .getFirst();
    PolicyDocument.Statement s = p.statements().getFirst();
    assertThat(s.allow()).isFalse();
    assertThat(s.sid()).isEqualTo("Office");
    assertThat(s.notActions().get(1).source().line()).isEqualTo(7);
    assertThat(s.conditions().getFirst().source().line()).isEqualTo(10);
    assertThat(s.conditions().getFirst().wanted()).containsExactly("192.0.2.0/24");
    assertThat(p.type()).isEqualTo(PolicyDocument.Type.IDENTITY);
  }

  @Test
  void principalsTellTrustAndResourcePolicies() {
    String role = "\"Principal\": {\"AWS\": [\"arn:aws:iam::1:root\"]}";
    assertThat(
            policies(
                    "{\"Statement\": [{\"Effect\": \"Allow\", "
                        + role
                        + ", \"Action\": [\"sts:AssumeRole\", \"sts:TagSession\"]}]}")
                .getFirst()
                .type())
        .isEqualTo(PolicyDocument.Type.TRUST);
    PolicyDocument p =
        policies(
                "{\"Statement\": [{\"Effect\": \"Allow\", "
                    + role
                    + ", \"Action\": \"sqs:*\", \"Resource\": \"*\"}]}")
            .getFirst();
    assertThat(p.type()).isEqualTo(PolicyDocument.Type.RESOURCE);
    assertThat(p.statements().getFirst().principals().getFirst().value())
        .isEqualTo("AWS:arn:aws:iam::1:root");
  }

  @Test
  void documentsAreFoundInsideWhatIamPrints() {
    String document = "{\"Statement\": [" + STATEMENT + "]}";
    String escaped = document.replace("\"", "\\\"");
    String url =
        document.replace("{", "%7B").replace("}", "%7D").replace("\"", "%22").replace(" ", "%20");
    for (String shown : List.of(document, "\"" + escaped + "\"", "\"" + url + "\"")) {
      List<PolicyDocument> found =
          policies(
              "{\"RoleName\": \"r\", \"PolicyName\": \"p\", \"PolicyDocument\": " + shown + "}");
      assertThat(found).hasSize(1);
      assertThat(found.getFirst().name()).isEqualTo("role/r/p");
    }
    assertThat(policies("{\"Policy\": \"" + escaped + "\"}")).hasSize(1);
    assertThat(policies("[" + document + "," + document + "]")).hasSize(2);
  }

  @Test
  void aRoleTellsItsTrustPolicy() {
    PolicyDocument p =
        policies(
                "{\"Role\": {\"RoleName\": \"r\", \"Arn\": \"arn:aws:iam::1:role/r\","
                    + " \"AssumeRolePolicyDocument\": {\"Statement\": [{\"Effect\": \"Allow\","
                    + " \"Principal\": \"*\", \"Action\": \"sts:AssumeRole\"}]}}}")
            .getFirst();
    assertThat(p.type()).isEqualTo(PolicyDocument.Type.TRUST);
  }

  @Test
  void theObjectAroundADocumentTellsItsTypeWhateverTheFileIsCalled() {
    String quoted = "\"{\\\"Statement\\\": [" + STATEMENT.replace("\"", "\\\"") + "]}\"";
    PolicyDocument scp =
        policies(
                "{\"Policy\": {\"PolicySummary\": {\"Arn\": \"arn:p-1\", \"Type\":"
                    + " \"SERVICE_CONTROL_POLICY\"},\n\"Content\": "
                    + quoted
                    + "}}")
            .getFirst();
    assertThat(scp.type()).isEqualTo(PolicyDocument.Type.SCP);
    assertThat(scp.name()).isEqualTo("arn:p-1");
    assertThat(scp.policy().orElseThrow().statements().getFirst().at().line()).isEqualTo(2);
    PolicyDocument endpoint =
        policies(
                "{\"VpcEndpoints\": [{\"VpcEndpointId\": \"vpce-1\", \"PolicyDocument\": "
                    + quoted
                    + "}]}")
            .getFirst();
    assertThat(endpoint.type()).isEqualTo(PolicyDocument.Type.VPC_ENDPOINT);
    assertThat(endpoint.name()).isEqualTo("vpc-endpoint/vpce-1");
  }

  @Test
  void aStatementThatExceptsPrincipalsIsOfAResource() {
    String policy =
        "{\"Statement\": [{\"Effect\": \"Deny\", \"NotPrincipal\": {\"AWS\":"
            + " \"111122223333\"}, \"Action\": \"s3:*\", \"Resource\": \"*\"}]}";
    assertThat(policies(policy).getFirst().type()).isEqualTo(PolicyDocument.Type.RESOURCE);
  }

  @Test
  void ofAccountDetailsTheDefaultVersionCountsForEachOwner() {
    List<PolicyDocument> found =
        policies(
            """
            {"UserDetailList": [], "GroupDetailList": [],
             "RoleDetailList": [{"RoleName": "r", "RolePolicyList": [], "AttachedManagedPolicies":
               [{"PolicyName": "m", "PolicyArn": "arn:aws:iam::1:policy/m"}]}],
             "Policies": [{"Arn": "arn:aws:iam::1:policy/m", "DefaultVersionId": "v2",
               "PolicyVersionList": [
                 {"VersionId": "v1", "IsDefaultVersion": false, "Document": {"Statement": []}},
                 {"VersionId": "v2", "IsDefaultVersion": true,
                  "Document": {"Statement": [{"Effect": "Deny", "Action": "*", "Resource": "*"}]}}
               ]}]}
            """);
    assertThat(found).hasSize(1);
    assertThat(found.getFirst().name()).isEqualTo("role/r/arn:aws:iam::1:policy/m");
    assertThat(found.getFirst().source().line()).isEqualTo(8);
  }

  @Test
  void whatIsNoPolicyGivesNothing() {
    for (String text :
        List.of("", "{", "{\"Statement\": 7}", "null", "[[[[", "{\"Statement\":[1]}")) {
      assertThat(policies(text)).isEmpty();
    }
    assertThat(policies("[".repeat(100_000))).isEmpty();
  }

  @Test
  void eventsAreFoundInEveryWrapping() {
    String event = "{\"eventName\": \"GetObject\", \"eventSource\": \"s3.amazonaws.com\"}";
    assertThat(events(event)).hasSize(1);
    assertThat(events("{\"Records\": [" + event + ", " + event + "]}")).hasSize(2);
    assertThat(events(event + "\nnoise\n" + event + "\n").getLast().source().line()).isEqualTo(3);
    String escaped = event.replace("\"", "\\\"");
    assertThat(
            events(
                "{\"Events\": [{\"EventId\": \"e\", \"CloudTrailEvent\": \"" + escaped + "\"}]}"))
        .hasSize(1);
    assertThat(events("no event")).isEmpty();
  }

  @Test
  void eventsAreFlatAndHoldNoSecret() {
    TrailEvent e =
        events(
                "{\"eventName\": \"AssumeRole\", \"eventSource\": \"sts.amazonaws.com\","
                    + " \"resources\": [{\"ARN\": \"arn:aws:iam::1:role/r\"}], \"errorCode\": null,"
                    + " \"responseElements\": {\"credentials\": {\"sessionToken\": \"tok\"}},"
                    + " \"readOnly\": true}")
            .getFirst();
    assertThat(e.field("resources.0.ARN")).isEqualTo("arn:aws:iam::1:role/r");
    assertThat(e.field("readOnly")).isEqualTo("true");
    assertThat(e.errorCode()).isEmpty();
    assertThat(e.fields().values()).doesNotContain("tok");
  }

  @Test
  void kindsAreFoundOut() {
    String policy = "{\"Statement\": [" + STATEMENT + "]}";
    assertThat(kind("a.json", policy)).isEqualTo(Kind.POLICY);
    assertThat(kind("scp-eu.json", policy)).isEqualTo(Kind.POLICY);
    assertThat(
            kind(
                "a.json",
                "{\"Records\": [{\"eventName\": \"A\", \"eventSource\":"
                    + " \"s3.amazonaws.com\"}]}"))
        .isEqualTo(Kind.TRAIL);
    assertThat(kind("env", "AWS_REGION=eu-west-1\nHOME=/root\n")).isEqualTo(Kind.ENV);
    assertThat(kind("x", "[profile dev]\nregion = eu-west-1\n")).isEqualTo(Kind.CONFIG);
    assertThat(kind("x", "[default]\naws_access_key_id = AKIAIOSFODNN7EXAMPLE\n"))
        .isEqualTo(Kind.CREDENTIALS);
    assertThat(kind("x", "Traceback (most recent call last):\n")).isEqualTo(Kind.TRACEBACK);
    assertThat(kind("x", "{\"errorMessage\": \"An error occurred (A) when\"}"))
        .isEqualTo(Kind.TRACEBACK);
    assertThat(kind("x", "{\"eventName\": \"Put\", \"eventSource\": \"aws:s3\"}"))
        .isEqualTo(Kind.TRACEBACK);
    assertThat(kind("x", policy + "\nTraceback (most recent call last):\n"))
        .isEqualTo(Kind.TRACEBACK);
    assertThat(kind("x", "")).isEqualTo(Kind.TRACEBACK);
  }

  @Test
  void aLogOfJsonLinesIsALogThoughALineHoldsAPolicy() {
    String attached = "{\"msg\": \"attached\", \"policy\": {\"Statement\": [" + STATEMENT + "]}}\n";
    String other = "{\"msg\": \"all is well\"}\n".repeat(200);
    String error = "{\"msg\": \"An error occurred (AccessDenied) when calling the X operation\"}";
    assertThat(kind("app.jsonl", attached + other + error)).isEqualTo(Kind.TRACEBACK);
  }

  @Test
  void aPolicyThatEndsBeforeItsFirstStatementIsOne() {
    String cut = "{\"Version\": \"2012-10-17\", \"Statement\": [\n";
    assertThat(kind("p.json", cut)).isEqualTo(Kind.POLICY);
    assertThat(kind("app.log", cut)).isEqualTo(Kind.TRACEBACK);
  }

  @Test
  void aLogOrProgramIsNoBrokenConfigFile() {
    String error =
        """
        region = eu-west-1
        botocore.exceptions.ClientError: An error occurred (AccessDenied) when calling the \
        ListObjectsV2 operation: Access Denied
        """;
    for (String name : List.of("app-config.log", "config", "aws_config.txt")) {
      assertThat(kind(name, error)).as(name).isEqualTo(Kind.TRACEBACK);
      assertThat(Readers.read(new Artifact(name, Kind.ANY, error), AwsCatalog.embedded()))
          .as(name)
          .anyMatch(Failure.class::isInstance);
    }
    String program = "import boto3\nregion = 'eu-west-1'\n";
    assertThat(kind("aws_config.py", program)).isEqualTo(Kind.TRACEBACK);
    String broken = "[default]\nregion = eu-west-1\n[profile dev\nregion = eu-west-3\n";
    assertThat(kind("inc/.aws/config", broken)).isEqualTo(Kind.CONFIG);
    assertThat(kind("aws-config.ini", broken)).isEqualTo(Kind.CONFIG);
  }

  @Test
  void aConfigFileThatIsBrokenIsOneByItsName() {
    String broken = "[default]\nregion = eu-west-1\n[profile dev\nregion = eu-west-3\n";
    assertThat(kind("inc/aws_config", broken)).isEqualTo(Kind.CONFIG);
    assertThat(kind("notes.txt", broken)).isEqualTo(Kind.TRACEBACK);
    assertThat(kind("credentials", "aws_access_key_id = A\naws_secret_access_key = b\n"))
        .isEqualTo(Kind.CREDENTIALS);
    assertThat(kind("config.log", "could not read\nthe config\nregion = eu-west-1\n"))
        .isEqualTo(Kind.TRACEBACK);
    assertThat(kind("config.env", "AWS_REGION=eu-west-1\nregion=eu-west-1\n")).isEqualTo(Kind.ENV);
  }

  private static Kind kind(String name, String text) {
    return Kinds.of(new Artifact(name, Kind.ANY, text));
  }

  private static List<PolicyDocument> policies(String text) {
    return PolicyReader.read(
        new Artifact("p.json", Kind.POLICY, text), PolicyDocument.Type.UNKNOWN);
  }

  private static List<TrailEvent> events(String text) {
    return TrailReader.read(new Artifact("t.json", Kind.TRAIL, text));
  }
}
