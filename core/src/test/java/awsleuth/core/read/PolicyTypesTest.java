package awsleuth.core.read;

import static org.assertj.core.api.Assertions.assertThat;

import awsleuth.aws.AwsCatalog;
import awsleuth.core.Artifact;
import awsleuth.core.Artifact.Kind;
import awsleuth.core.evidence.PolicyDocument;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PolicyTypesTest {

  private static final String DOCUMENT =
      """
      {"Version": "2012-10-17", "Statement": [
        {"Effect": "Deny", "Action": "*", "Resource": "*"}]}\
      """;

  private static final String OF_RESOURCE =
      DOCUMENT.replace("\"Action\"", "\"Principal\": \"*\", \"Action\"");

  private static final String OF_TRUST =
      """
      {"Statement": [{"Effect": "Allow", "Action": "sts:AssumeRole",
        "Principal": {"Service": "ec2.amazonaws.com"}}]}\
      """;

  private static final String INLINE =
      """
      {"RoleName": "app", "PolicyName": "x", "PolicyDocument": %s}\
      """
          .formatted(DOCUMENT);

  private static final String MANAGED =
      """
      {"PolicyVersion": {"Document": %s, "VersionId": "v3", "IsDefaultVersion": true}}\
      """
          .formatted(DOCUMENT);

  @ParameterizedTest
  @ValueSource(
      strings = {
        "AWSRevokeOlderSessions.json",
        "app-session-manager.json",
        "app-boundary-scan-inline.json",
        "boundary.json",
        "scp-upload-app.json",
        "app-vpce-tools.json",
        "trust-center-app.json",
        "session-policy.json"
      })
  void theInlinePolicyOfARoleIsIdentityBasedWhateverItsFileIsCalled(String name) {
    assertThat(type(name, INLINE)).isEqualTo(PolicyDocument.Type.IDENTITY);
  }

  @Test
  void aManagedPolicyIsABoundaryOnlyByName() {
    assertThat(type("scp-upload.json", MANAGED)).isEqualTo(PolicyDocument.Type.IDENTITY);
    assertThat(type("boundary.json", MANAGED)).isEqualTo(PolicyDocument.Type.BOUNDARY);
  }

  @Test
  void aNameSaysWhatABareDocumentIsOnlyByWordsThatMeanNothingElse() {
    assertThat(List.of("session.json", "app-session-policy.json", "SessionPolicy.json"))
        .allSatisfy(
            name -> assertThat(type(name, DOCUMENT)).isEqualTo(PolicyDocument.Type.SESSION));
    assertThat(List.of("boundary-dev.json", "PermissionsBoundary.json", "dev_boundary-v2.json"))
        .allSatisfy(
            name -> assertThat(type(name, DOCUMENT)).isEqualTo(PolicyDocument.Type.BOUNDARY));
    assertThat(List.of("scp-eu.json", "root.scp.json", "ServiceControlPolicy.json"))
        .allSatisfy(name -> assertThat(type(name, DOCUMENT)).isEqualTo(PolicyDocument.Type.SCP));
    assertThat(
            List.of(
                "app-session-manager.json",
                "revoke-older-sessions.json",
                "app-boundary-scan.json",
                "descriptor.json"))
        .allSatisfy(
            name -> assertThat(type(name, DOCUMENT)).isEqualTo(PolicyDocument.Type.IDENTITY));
  }

  @Test
  void aNameDoesNotMakeAPolicyWithPrincipalsOneOfAnIdentityNorTheOtherWayRound() {
    assertThat(type("vpce-0a1b.json", OF_RESOURCE)).isEqualTo(PolicyDocument.Type.VPC_ENDPOINT);
    assertThat(type("endpoint.json", OF_RESOURCE)).isEqualTo(PolicyDocument.Type.VPC_ENDPOINT);
    assertThat(type("endpoint.json", DOCUMENT)).isEqualTo(PolicyDocument.Type.IDENTITY);
    assertThat(type("only-by-vpce-bucket-policy.json", OF_RESOURCE))
        .isEqualTo(PolicyDocument.Type.RESOURCE);
    assertThat(type("sagemaker-endpoint-data.json", OF_RESOURCE))
        .isEqualTo(PolicyDocument.Type.RESOURCE);
    assertThat(type("boundary.json", OF_RESOURCE)).isEqualTo(PolicyDocument.Type.RESOURCE);
    assertThat(type("trust.json", DOCUMENT)).isEqualTo(PolicyDocument.Type.IDENTITY);
    assertThat(type("trust.json", OF_RESOURCE)).isEqualTo(PolicyDocument.Type.RESOURCE);
    assertThat(type("boundary.json", OF_TRUST)).isEqualTo(PolicyDocument.Type.TRUST);
  }

  private static PolicyDocument.Type type(String name, String text) {
    return Readers.read(new Artifact(name, Kind.ANY, text), AwsCatalog.embedded()).stream()
        .filter(PolicyDocument.class::isInstance)
        .map(e -> ((PolicyDocument) e).type())
        .findFirst()
        .orElse(PolicyDocument.Type.UNKNOWN);
  }
}
