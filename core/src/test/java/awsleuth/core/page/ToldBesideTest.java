package awsleuth.core.page;

import static awsleuth.core.page.Incident.answer;
import static awsleuth.core.page.Incident.calling;
import static awsleuth.core.page.Incident.file;
import static awsleuth.core.page.Incident.first;
import static org.assertj.core.api.Assertions.assertThat;

import awsleuth.core.Artifact;
import awsleuth.core.Artifact.Kind;
import awsleuth.core.cause.Finding;
import awsleuth.core.cause.Outcome;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Policies, keys, settings and traces of calls beside a failure are told and used. */
class ToldBesideTest {

  @Test
  void what_AWS_refuses_in_the_one_policy_given_is_told() {
    String text =
        "An error occurred (MalformedPolicyDocument) when calling the PutRolePolicy operation:"
            + " Syntax errors in policy.";
    String policy =
        "{\"Version\": \"2012-10-17\", \"Statement\": [{\"Effect\": \"Allow\",\n"
            + " \"Action\": \"s3:GetObject\",\n \"%s\": \"arn:aws:s3:::b/*\"}]}";
    Artifact refused = new Artifact("p.json", Kind.ANY, policy.formatted("Resources"));
    Finding finding = first(text, refused);
    assertThat(finding.because())
        .anyMatch(c ->
            c.text().startsWith("AWS refuses this: `Resources` is no element of a statement")
                && c.source().line() == 3);
    assertThat(finding.fixes().getFirst().text()).isEqualTo("awsleuth policy check p.json");
    Artifact good = new Artifact("p.json", Kind.ANY, policy.formatted("Resource"));
    Artifact other = new Artifact("q.json", Kind.ANY, policy.formatted("Ressource"));
    assertThat(first(text, good).because()).hasSize(1);
    assertThat(first(text, refused, other).because()).hasSize(1);
  }

  @Test
  void who_deleted_the_key_in_the_environment_is_told() {
    String text =
        "An error occurred (InvalidAccessKeyId) when calling the PutObject operation: The AWS"
            + " Access Key Id you provided does not exist in our records.";
    Artifact env =
        new Artifact(
            "env", Kind.ENV, "AWS_ACCESS_KEY_ID=AKIAQQQQQQQQQQQQABCD\nAWS_SECRET_ACCESS_KEY=s\n");
    String deleted = "\"requestParameters\": {\"userName\": \"b\", \"accessKeyId\": \"%s\"%s}";
    Finding finding =
        first(
            text,
            env,
            Incident.trail(
                Incident.event(
                    "10",
                    "iam",
                    "DeleteAccessKey",
                    deleted.formatted("AKIAQQQQQQQQQQQQABCD", ""))));
    assertThat(finding.because()).anyMatch(c -> c.text().startsWith("`DeleteAccessKey` of 2026"));
    assertThat(finding.fixes().getFirst().text())
        .isEqualTo("aws iam create-access-key --user-name b");
    assertThat(finding.because())
        .anyMatch(c -> c.text().endsWith("; whether before the failure is not told"));
    Artifact trail =
        Incident.trail(
            Incident.event(
                "10", "iam", "DeleteAccessKey", deleted.formatted("AKIAQQQQQQQQQQQQABCD", "")));
    assertThat(first("2026-10-10T09:12:40Z " + text, env, trail).because())
        .noneMatch(c -> c.text().contains("AccessKey` of"));
    assertThat(first("2026-10-10T11:12:50+02:00 " + text, env, trail).because())
        .anyMatch(c -> c.text().endsWith("begins and ends"));
    String own =
        "  File \"app.py\", line 6, in main\n    s = boto3.Session(profile_name=\"dev\")\n";
    Artifact credentials =
        new Artifact(
            "credentials",
            Kind.CREDENTIALS,
            "[dev]\naws_access_key_id = AKIAZZZZZZZZZZZZWXYZ\naws_secret_access_key = s\n");
    assertThat(
            first(
                    "Traceback (most recent call last):\n"
                        + own
                        + "botocore.exceptions.ClientError: "
                        + text,
                    env,
                    credentials,
                    trail)
                .because())
        .noneMatch(c -> c.text().contains("AccessKey` of"));
    for (String other : List.of("AKIAQQQQQQQQQQQQABCE", "AKIAQQQQQQQQQQQQABCD")) {
      assertThat(
              first(
                      text,
                      env,
                      Incident.trail(
                          Incident.event(
                              "10",
                              "iam",
                              "UpdateAccessKey",
                              deleted.formatted(other, ", \"status\": \"Active\""))))
                  .because())
          .noneMatch(c -> c.text().contains("AccessKey` of"));
    }
  }

  @Test
  void an_operation_unknown_to_an_endpoint_that_is_set_may_be_unknown_to_an_emulator() {
    String text =
        "An error occurred (UnknownOperation) when calling the ListQueues operation: The action or"
            + " operation requested is invalid.";
    for (String url : List.of("http://mq:9324", "http://localhost:8443")) {
      Artifact env = new Artifact("env", Kind.ENV, "AWS_ENDPOINT_URL_SQS=" + url + "\n");
      assertThat(Incident.outcome(text, env))
          .isInstanceOfSatisfying(
              Outcome.Possible.class,
              p -> {
                assertThat(p.finding().summary()).startsWith("perhaps the emulator");
                assertThat(p.missing().getFirst().how()).startsWith("curl -sv " + url);
              });
      String told = text.replace("invalid.", "invalid in ElasticMQ.");
      Finding finding = first(told, env);
      assertThat(finding.summary()).startsWith("the emulator or compatible store");
      assertThat(finding.because()).anyMatch(c -> c.text().contains("`" + url + "`"));
    }
  }

  @Test
  void the_partition_key_of_a_call_is_told() {
    String text =
        calling(
            "client.get_item(TableName=\"t\", Key={%s})",
            "(AccessDeniedException) when calling the GetItem operation: User:"
                + " arn:aws:sts::111122223333:assumed-role/app/s is not authorized to perform:"
                + " dynamodb:GetItem on resource: arn:aws:dynamodb:eu-west-1:111122223333:table/t"
                + " because no identity-based policy allows the dynamodb:GetItem action");
    Artifact policy =
        file(
            Kind.POLICY_IDENTITY,
            "{\"Version\": \"2012-10-17\", \"Statement\": [{\"Sid\": \"Own\", \"Effect\":"
                + " \"Allow\", \"Action\": \"dynamodb:GetItem\", \"Resource\": \"*\","
                + " \"Condition\": {\"ForAllValues:StringLike\": {\"dynamodb:LeadingKeys\":"
                + " [\"acme#*\"]}}}]}");
    String one = "\"pk\": {\"S\": \"ACME#42\"}";
    assertThat(first(text.formatted(one), policy).because())
        .anyMatch(c -> c.text().equals("the call's partition key is `ACME#42`"));
    assertThat(first(text.formatted(one + ", \"sk\": {\"S\": \"x\"}"), policy).because())
        .noneMatch(c -> c.text().contains("partition key"));
  }

  @Test
  void the_keys_in_the_environment_are_told_to_win_over_the_role() {
    String text =
        "An error occurred (AccessDenied) when calling the PutObject operation: User:"
            + " arn:aws:iam::111122223333:user/ci is not authorized to perform: s3:PutObject on"
            + " resource: \"arn:aws:s3:::w/x\" because no identity-based policy allows the"
            + " s3:PutObject action";
    Artifact role =
        answer(
            "{\"RoleName\": \"writer\", \"PolicyName\": \"w\", \"PolicyDocument\": {\"Version\":"
                + " \"2012-10-17\", \"Statement\": [{\"Effect\": \"Allow\", \"Action\":"
                + " \"s3:PutObject\", \"Resource\": \"arn:aws:s3:::w/*\"}]}}");
    Artifact env =
        new Artifact(
            "env", Kind.ENV, "AWS_ACCESS_KEY_ID=AKIAQQQQQQQQQQQQABCD\nAWS_SECRET_ACCESS_KEY=s\n");
    assertThat(first(text, role, env).fixes().getFirst().text()).startsWith("unset AWS_ACCESS_KEY");
    assertThat(first(text, role).fixes().getFirst().text()).startsWith("[profile");
  }

  @Test
  void a_role_that_the_callers_policy_names_without_its_path_is_not_covered() {
    String text =
        "An error occurred (AccessDenied) when calling the AssumeRole operation: User:"
            + " arn:aws:sts::111122223333:assumed-role/deployer/d is not authorized to perform:"
            + " sts:AssumeRole on resource: arn:aws:iam::777788889999:role/ops/target";
    String statement =
        "{\"Version\": \"2012-10-17\", \"Statement\": [{\"Sid\": \"A\", \"Effect\": \"Allow\","
            + " \"Action\": \"sts:AssumeRole\", %s}]}";
    String trust = "\"Principal\": {\"AWS\": \"arn:aws:iam::111122223333:role/deployer\"}";
    Finding finding =
        first(
            text,
            file(
                Kind.POLICY_IDENTITY,
                statement.formatted("\"Resource\": \"arn:aws:iam::777788889999:role/target\"")),
            file(Kind.POLICY_TRUST, statement.formatted(trust)));
    assertThat(finding.summary()).contains("resource");
    assertThat(finding.because()).anyMatch(c -> c.text().startsWith("Sid `A`"));
  }

  @Test
  void what_a_cluster_refuses_a_principal_of_AWS_is_not_AWSs() {
    String text =
        "Error from server (Forbidden): pods is forbidden: User"
            + " \"arn:aws:sts::111122223333:assumed-role/dev/kim\" cannot list resource \"pods\" in"
            + " API group \"\" in the namespace \"default\"";
    assertThat(first(text).summary()).isEqualTo("Kubernetes RBAC refuses the call, not IAM");
  }
}
