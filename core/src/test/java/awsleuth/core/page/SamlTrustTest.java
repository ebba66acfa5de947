package awsleuth.core.page;

import static org.assertj.core.api.Assertions.assertThat;

import awsleuth.aws.AwsCatalog;
import awsleuth.core.Artifact;
import awsleuth.core.Artifact.Kind;
import awsleuth.core.Diagnoser;
import awsleuth.core.cause.Finding;
import awsleuth.core.cause.Outcome;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A SAML provider that a role does not trust. */
class SamlTrustTest {

  private static final String EVENT =
      """
      {"eventSource": "sts.amazonaws.com", "eventName": "AssumeRoleWithSAML",
       "awsRegion": "eu-west-1", "eventTime": "2026-11-20T09:14:07Z", "errorCode": "AccessDenied",
       "errorMessage": "Not authorized to perform sts:AssumeRoleWithSAML",
       "userIdentity": {"type": "SAMLUser", "principalId": "abcd=:jane", "userName": "jane",
         "identityProvider": "abcd="},
       "requestParameters": {"roleArn": "arn:aws:iam::111122223333:role/Admins",
         "principalArn": "arn:aws:iam::111122223333:saml-provider/okta-new"}}
      """;
  private static final String TRUST =
      """
      {"Version": "2012-10-17", "Statement": [{"Effect": "Allow",
        "Principal": {"Federated": "arn:aws:iam::111122223333:saml-provider/okta"},
        "Action": "sts:AssumeRoleWithSAML"}]}
      """;

  @Test
  void bothProvidersAreNamedAndTheTrustPolicyGetsTheOther() {
    Outcome first =
        new Diagnoser(AwsCatalog.embedded())
            .diagnose(
                List.of(
                    new Artifact("event.json", Kind.TRAIL, EVENT),
                    new Artifact("trust.json", Kind.POLICY_TRUST, TRUST)))
            .failures()
            .getFirst()
            .verdicts()
            .getFirst()
            .outcome();
    Finding finding = ((Outcome.Confirmed) first).finding();
    assertThat(finding.summary())
        .isEqualTo("the role's trust policy names another provider than the token's");
    assertThat(finding.because()).anyMatch(c -> c.text().contains("saml-provider/okta`, not `"));
    assertThat(finding.fixes().getFirst().text())
        .contains(
            "[\"arn:aws:iam::111122223333:saml-provider/okta\","
                + " \"arn:aws:iam::111122223333:saml-provider/okta-new\"]");
    assertThat(finding.fixes().getFirst().proof()).isPresent();
  }
}
