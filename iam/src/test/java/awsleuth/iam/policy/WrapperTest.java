package awsleuth.iam.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Which type a policy has where AWS's commands print it. */
class WrapperTest {

  private static final String NAMED =
      "{\"Version\": \"2012-10-17\", \"Statement\": [{\"Effect\": \"Allow\", \"Principal\": \"*\","
          + " \"Action\": \"%s\"%s}]}";
  private static final String BUCKET = NAMED.formatted("s3:GetObject", ", \"Resource\": \"*\"");
  private static final String TRUST = NAMED.formatted("sts:AssumeRole", "");
  private static final String REPOSITORY = NAMED.formatted("ecr:BatchGetImage", "");
  private static final String BARE =
      "{\"Version\": \"2012-10-17\", \"Statement\": [{\"Effect\": \"Allow\", \"Action\":"
          + " \"s3:GetObject\", \"Resource\": \"*\"}]}";

  @Test
  void theElementsTellWhereNothingElseDoes() {
    assertThat(types(BUCKET)).containsExactly(PolicyType.RESOURCE);
    assertThat(types(TRUST)).containsExactly(PolicyType.TRUST);
    assertThat(types(REPOSITORY)).containsExactly(PolicyType.RESOURCE);
    assertThat(types(BARE)).containsExactly(PolicyType.IDENTITY);
  }

  @Test
  void aPolicyInAStringIsReadAsWhatItIs() {
    assertThat(types("{\"Policy\": " + quoted(BUCKET) + "}")).containsExactly(PolicyType.RESOURCE);
    assertThat(types("{\"Attributes\": {\"Policy\": " + quoted(BUCKET) + ", \"TopicArn\": \"t\"}}"))
        .containsExactly(PolicyType.RESOURCE);
  }

  @Test
  void anOrganizationsPolicySaysItsType() {
    String described = "{\"Policy\": {\"PolicySummary\": {\"Type\": \"%s\"}, \"Content\": %s}}";
    assertThat(types(described.formatted("SERVICE_CONTROL_POLICY", quoted(BARE))))
        .containsExactly(PolicyType.SCP);
    assertThat(types(described.formatted("RESOURCE_CONTROL_POLICY", quoted(BUCKET))))
        .containsExactly(PolicyType.RCP);
    assertThat(
            PolicyFinder.each("l.json", "{\"Policies\": [{\"Id\": \"p-1\", \"AwsManaged\": true}]}")
                .getFirst()
                .faults())
        .extracting(Fault::message)
        .containsExactly(
            "the text names policies without their content, which"
                + " `aws organizations describe-policy` gives");
  }

  @Test
  void aRoleHasATrustPolicyAndItsOwn() {
    String role = "{\"Role\": {\"RoleName\": \"r\", \"AssumeRolePolicyDocument\": " + TRUST + "}}";
    assertThat(types(role)).containsExactly(PolicyType.TRUST);
    Reading none = PolicyFinder.only("r.json", PolicyType.IDENTITY, role).getFirst();
    assertThat(none.policy()).isEmpty();
    assertThat(none.faults())
        .extracting(Fault::message)
        .containsExactly("the text has no identity-based policy, only role trust policy");
  }

  @Test
  void ofAnAccountsDetailsTheVersionsInForceCount() {
    String details =
        "{\"RoleDetailList\": [{\"RoleName\": \"r\", \"AssumeRolePolicyDocument\": "
            + TRUST
            + ", \"RolePolicyList\": [{\"PolicyName\": \"p\", \"PolicyDocument\": "
            + BARE
            + "}]}], \"Policies\": [{\"PolicyVersionList\": [{\"Document\": "
            + BARE
            + ", \"IsDefaultVersion\": true}, {\"Document\": "
            + BARE
            + ", \"IsDefaultVersion\": false}]}]}";
    assertThat(types(details))
        .containsExactly(PolicyType.TRUST, PolicyType.IDENTITY, PolicyType.IDENTITY);
  }

  @Test
  void aBrokenPolicyInAStringIsNotPassedOver() {
    Reading broken =
        PolicyFinder.each("b.json", "{\"Policy\": \"{\\\"Statement\\\": [,]}\"}").getFirst();
    assertThat(broken.policy()).isEmpty();
    assertThat(broken.faults()).extracting(Fault::code).contains(Fault.Code.TRAILING_COMMA);
  }

  private static List<PolicyType> types(String text) {
    return PolicyFinder.each("p.json", text).stream()
        .map(Reading::policy)
        .flatMap(Optional::stream)
        .map(Policy::type)
        .toList();
  }

  private static String quoted(String text) {
    return "\"" + text.replace("\"", "\\\"") + "\"";
  }
}
