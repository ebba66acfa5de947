package awsleuth.core.page;

import static awsleuth.core.page.Incident.calling;
import static awsleuth.core.page.Incident.event;
import static awsleuth.core.page.Incident.file;
import static awsleuth.core.page.Incident.first;
import static awsleuth.core.page.Incident.trail;
import static org.assertj.core.api.Assertions.assertThat;

import awsleuth.core.Artifact.Kind;
import awsleuth.core.cause.Finding;
import awsleuth.core.cause.Fix;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What policies, events and the call tell beside the failure stands in the fix. */
class TailoredFixesTest {

  @Test
  void a_bucket_of_another_account_is_told_by_what_AWS_misses_of_its_policy() {
    Finding finding =
        first(
            "An error occurred (AccessDenied) when calling the GetObject operation: User:"
                + " arn:aws:sts::444455556666:assumed-role/dwh/w is not authorized to perform:"
                + " s3:GetObject on resource: \"arn:aws:s3:::exports/d/1.csv\" because no"
                + " resource-based policy allows the s3:GetObject action",
            file(
                Kind.POLICY_RESOURCE,
                """
                {"Version": "2012-10-17", "Statement": [{"Sid": "Read", "Effect": "Allow",
                 "Principal": {"AWS": "arn:aws:iam::444455556666:root"},
                 "Action": "s3:GetObject", "Resource": "arn:aws:s3:::exports"}]}
                """),
            file(
                Kind.POLICY_IDENTITY,
                """
                {"Version": "2012-10-17", "Statement": [{"Effect": "Allow",
                 "Action": "s3:GetObject", "Resource": "arn:aws:s3:::exports/*"}]}
                """));
    Fix.PolicyEdit fix = (Fix.PolicyEdit) finding.fixes().getFirst();
    assertThat(fix.text()).contains("+++ ").contains("arn:aws:s3:::exports/d/1.csv");
    assertThat(fix.proof().orElseThrow().supposes())
        .contains("the resource is of another account than the caller's 444455556666");
    assertThat(finding.verification().toString()).doesNotContain("simulate");
  }

  @Test
  void a_grant_that_was_taken_is_made_again() {
    String key = "\"keyId\": \"arn:aws:kms:eu-west-1:111122223333:key/aa11\"";
    String grant =
        "\"requestParameters\": {"
            + key
            + ", \"granteePrincipal\": \"arn:aws:iam::111122223333:role/reader\","
            + " \"operations\": [\"Decrypt\", \"GenerateDataKey\"]},"
            + " \"responseElements\": {\"grantId\": \"0c23\"}";
    String revoked = "\"requestParameters\": {" + key + ", \"grantId\": \"0c23\"}";
    String refused =
        "An error occurred (AccessDeniedException) when calling the Decrypt operation: User:"
            + " arn:aws:sts::111122223333:assumed-role/reader/r is not authorized to perform:"
            + " kms:Decrypt on resource: arn:aws:kms:eu-west-1:111122223333:key/aa11 because no"
            + " %s policy allows the kms:Decrypt action";
    for (String type : List.of("resource-based", "identity-based")) {
      Finding finding =
          first(
              refused.formatted(type),
              trail(
                  event("01", "kms", "CreateGrant", grant),
                  event("02", "kms", "RevokeGrant", revoked)));
      assertThat(finding.fixes().getFirst().text())
          .isEqualTo(
              "aws kms create-grant --key-id arn:aws:kms:eu-west-1:111122223333:key/aa11"
                  + " --grantee-principal arn:aws:iam::111122223333:role/reader --operations"
                  + " Decrypt GenerateDataKey");
      assertThat(finding.because()).anyMatch(c -> c.text().startsWith("`RevokeGrant` of 2026"));
    }
    Finding held =
        first(
            refused.formatted("resource-based"),
            trail(
                event("01", "kms", "CreateGrant", grant),
                event("02", "kms", "RevokeGrant", revoked.replace("0c23", "ffff"))));
    assertThat(held.fixes().getFirst().text()).doesNotContain("create-grant");
  }

  @Test
  void a_topic_that_lets_its_own_account_publish_has_to_name_another_s_caller() {
    String topic = "arn:aws:sns:eu-west-1:111122223333:orders";
    Finding finding =
        first(
            "An error occurred (AuthorizationError) when calling the Publish operation: User:"
                + " arn:aws:sts::444455556666:assumed-role/shop/s is not authorized to perform:"
                + " SNS:Publish on resource: "
                + topic
                + " because no resource-based policy allows the SNS:Publish action",
            file(
                Kind.POLICY_RESOURCE,
                """
                {"Version": "2008-10-17", "Statement": [{"Sid": "__default_statement_ID",
                 "Effect": "Allow", "Principal": {"AWS": "*"}, "Action": "SNS:Publish",
                 "Resource": "%s",
                 "Condition": {"StringEquals": {"AWS:SourceOwner": "111122223333"}}}]}
                """
                    .formatted(topic)));
    assertThat(finding.fixes().getFirst().text()).contains("arn:aws:iam::444455556666:role/shop");
  }

  @Test
  void a_call_of_KMS_itself_comes_through_no_service() {
    String key = "arn:aws:kms:eu-west-1:111122223333:key/aa11";
    String text =
        "An error occurred (AccessDeniedException) when calling the Decrypt operation: User:"
            + " arn:aws:iam::111122223333:user/imp is not authorized to perform: kms:Decrypt on"
            + " resource: "
            + key
            + " because no identity-based policy allows the kms:Decrypt action";
    Finding finding =
        first(
            text,
            file(
                Kind.POLICY_IDENTITY,
                """
                {"Version": "2012-10-17", "Statement": [{"Sid": "Via", "Effect": "Allow",
                 "Action": "kms:Decrypt", "Resource": "*",
                 "Condition": {"StringEquals": {"kms:ViaService": "s3.eu-west-1.amazonaws.com"}}}]}
                """));
    assertThat(finding.because()).anyMatch(c -> c.text().contains("through no service"));
    assertThat(finding.fixes().getFirst()).isInstanceOf(Fix.PolicyEdit.class);
  }

  @Test
  void how_old_a_session_with_MFA_is_is_told() {
    String text =
        "An error occurred (UnauthorizedOperation) when calling the StopInstances operation: User:"
            + " arn:aws:iam::111122223333:user/ines is not authorized to perform:"
            + " ec2:StopInstances on resource: arn:aws:ec2:eu-west-1:111122223333:instance/i-0aa"
            + " because no identity-based policy allows the ec2:StopInstances action";
    Finding finding =
        first(
            text,
            file(
                Kind.POLICY_IDENTITY,
                """
                {"Version": "2012-10-17", "Statement": [{"Sid": "Fresh", "Effect": "Allow",
                 "Action": "ec2:StopInstances", "Resource": "*",
                 "Condition": {"NumericLessThan": {"aws:MultiFactorAuthAge": "3600"}}}]}
                """),
            trail(
                """
                {"eventTime": "2026-10-20T09:12:44Z", "eventSource": "ec2.amazonaws.com",
                 "eventName": "StopInstances", "errorCode": "Client.UnauthorizedOperation",
                 "userIdentity": {"arn": "arn:aws:iam::111122223333:user/ines", "sessionContext":
                  {"attributes": {"creationDate": "2026-10-20T06:12:44Z",
                   "mfaAuthenticated": "true"}}}}
                """));
    assertThat(finding.because())
        .anyMatch(c -> c.text().equals("the session was made 10800 seconds before the call"));
  }

  @Test
  void an_alias_that_the_caller_may_call_is_called() {
    String function = "arn:aws:lambda:eu-west-1:111122223333:function:rates";
    Finding finding =
        first(
            "An error occurred (AccessDeniedException) when calling the Invoke operation: User:"
                + " arn:aws:sts::444455556666:assumed-role/px/p is not authorized to perform:"
                + " lambda:InvokeFunction on resource: "
                + function
                + " because no resource-based policy allows the lambda:InvokeFunction action",
            file(
                Kind.POLICY_RESOURCE,
                """
                {"Version": "2012-10-17", "Statement": [{"Sid": "px", "Effect": "Allow",
                 "Principal": {"AWS": "arn:aws:iam::444455556666:role/px"},
                 "Action": "lambda:InvokeFunction", "Resource": "%s:live"}]}
                """
                    .formatted(function)));
    assertThat(finding.fixes().getFirst().text()).isEqualTo("Qualifier=\"live\"");
    assertThat(finding.fixes()).hasSizeGreaterThan(1);
    assertThat(finding.because())
        .anyMatch(c -> c.text().contains("may name") && c.text().contains("path is not known"));
  }

  @Test
  void the_statement_that_names_the_caller_for_other_actions_is_cited() {
    Finding finding =
        first(
            "An error occurred (AccessDenied) when calling the GetObject operation: User:"
                + " arn:aws:iam::444455556666:user/rep is not authorized to perform: kms:Decrypt on"
                + " resource: arn:aws:kms:eu-west-1:111122223333:key/aa11 because no resource-based"
                + " policy allows the kms:Decrypt action",
            file(
                Kind.POLICY_RESOURCE,
                """
                {"Version": "2012-10-17", "Statement": [
                 {"Sid": "Root", "Effect": "Allow", "Action": "kms:*", "Resource": "*",
                  "Principal": {"AWS": "arn:aws:iam::111122223333:root"}},
                 {"Sid": "Partners", "Effect": "Allow", "Action": "kms:Encrypt", "Resource": "*",
                  "Principal": {"AWS": "arn:aws:iam::444455556666:user/rep"}}]}
                """));
    assertThat(finding.because())
        .anyMatch(
            c -> c.text().equals("Sid `Partners` names the caller, but for `kms:Encrypt` alone"));
  }

  @Test
  void a_tag_is_sent_in_the_letters_that_are_wanted_and_none_that_is_not() {
    String text =
        calling(
            "client.create_secret(Name=\"model\", Tags=[{\"Key\": \"team\", \"Value\": \"Data\"}])",
            "(AccessDeniedException) when calling the CreateSecret operation: User:"
                + " arn:aws:iam::111122223333:user/lab is not authorized to perform:"
                + " secretsmanager:CreateSecret on resource: model because no identity-based policy"
                + " allows the secretsmanager:CreateSecret action");
    String policy =
        """
        {"Version": "2012-10-17", "Statement": [{"Sid": "Tagged", "Effect": "Allow",
         "Action": "secretsmanager:CreateSecret", "Resource": "*", "Condition": {%s}}]}
        """;
    String values = "\"StringEquals\": {\"aws:RequestTag/team\": [\"data\", \"web\"]}";
    assertThat(
            first(text, file(Kind.POLICY_IDENTITY, policy.formatted(values)))
                .fixes()
                .getFirst()
                .text())
        .isEqualTo("Tags=[{\"Key\": \"team\", \"Value\": \"data\"}]");
    String keys = "\"ForAllValues:StringEquals\": {\"aws:TagKeys\": [\"owner\"]}";
    assertThat(
            first(text, file(Kind.POLICY_IDENTITY, policy.formatted(keys)))
                .fixes()
                .getFirst()
                .text())
        .isEqualTo("Tags=<those of the call without \"team\">");
  }
}
