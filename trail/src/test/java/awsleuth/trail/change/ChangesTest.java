package awsleuth.trail.change;

import static org.assertj.core.api.Assertions.assertThat;

import awsleuth.iam.policy.PolicyType;
import awsleuth.trail.Event;
import awsleuth.trail.RecordText;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class ChangesTest {

  @Test
  void a_policy_of_a_role_is_a_change_with_its_document() {
    Change change =
        only(
            "iam",
            "PutRolePolicy",
            """
            {"requestParameters": {"roleName": "billing", "policyName": "data",
             "policyDocument": "{\\"Version\\": \\"2012-10-17\\", \\"Statement\\": []}"}}
            """);
    assertThat(change.thing()).isEqualTo(new Thing("role", "111122223333", "", "billing"));
    assertThat(change.part()).isEqualTo("data");
    assertThat(change.document()).startsWith("{\"Version\"");
    assertThat(change.what()).isEqualTo("identity-based policy `data` of role `billing`");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '^',
      textBlock =
          """
          secretsmanager | DeleteSecret | "secretId": "prod/api" | secret `prod/api`
          secretsmanager | DeleteSecret | "secretId": "arn:aws:secretsmanager:us-east-1:111122223333:secret:prod/api-AbCdEf" | secret `prod/api`
          kms | DeleteAlias | "aliasName": "alias/app" | alias `alias/app`
          kms | UpdateAlias | "aliasName": "alias/app", "targetKeyId": "1a" | alias `alias/app` of key `1a`
          iam | AddRoleToInstanceProfile | "roleName": "app", "instanceProfileName": "web" | membership of role `app` in instance profile `web`
          dynamodb | DeleteTable | "tableName": "t1" | table `t1`
          dynamodb | UpdateTable | "tableName": "t1", "globalSecondaryIndexUpdates": [{"delete": {"indexName": "i"}}] | index `i` of table `t1`
          s3 | DeleteBucketEncryption | "bucketName": "b" | setting of bucket `b`
          glue | DeleteResourcePolicy | "policyHashCondition": "x" | resource-based policy of unknown catalog
          lambda | DeleteFunction20150331 | "functionName": "f" | function `f`
          servicequotas | RequestServiceQuotaIncrease | "serviceCode": "ec2", "quotaCode": "L-1216C47A" | quota `L-1216C47A` of `ec2`
          sns | DeleteTopic | "topicArn": "arn:aws:sns:us-east-1:111122223333:jobs" | topic `jobs`
          """)
  void what_is_changed_is_told_by_its_name(
      String service, String name, String parameters, String what) {
    assertThat(only(service, name, "{\"requestParameters\": {" + parameters + "}}").what())
        .isEqualTo(what);
  }

  @Test
  void parameters_that_an_export_has_as_a_text_are_read_likewise() {
    Change change =
        only(
            "s3",
            "PutBucketPolicy",
            """
            {"requestParameters": "{\\"bucketName\\": \\"b\\", \\"bucketPolicy\\": {\\"Statement\\": []}}"}
            """);
    assertThat(change.thing().name()).isEqualTo("b");
    assertThat(change.document()).isEqualTo("{\"Statement\":[]}");
    Change cut =
        only(
            "s3", "PutBucketPolicy", "{\"requestParameters\": \"{\\\"bucketName\\\": \\\"b\\\"\"}");
    assertThat(cut.thing().name()).isEqualTo("b");
    assertThat(cut.isUnread()).isTrue();
  }

  @Test
  void a_bucket_policy_is_an_object_of_any_length() {
    String long_ = "arn:aws:s3:::b/" + "x".repeat(9_000);
    Change change =
        only(
            "s3",
            "PutBucketPolicy",
            """
            {"requestParameters": {"bucketName": "b", "bucketPolicy":
             {"Version": "2012-10-17", "Statement": [{"Resource": "%s"}]}}}
            """
                .formatted(long_));
    assertThat(change.document())
        .isEqualTo("{\"Version\":\"2012-10-17\",\"Statement\":[{\"Resource\":\"" + long_ + "\"}]}");
  }

  @Test
  void a_version_that_is_not_made_the_default_says_nothing_that_holds() {
    Change change =
        only(
            "iam",
            "CreatePolicyVersion",
            """
            {"requestParameters": {"policyArn": "arn:aws:iam::111122223333:policy/p", "setAsDefault": false,
             "policyDocument": "{}"}}
            """);
    assertThat(new History(List.of(change)).document(change)).isEmpty();
  }

  @Test
  void a_version_that_is_made_the_default_later_says_what_it_was_made_with() {
    Changes changes = new Changes(false);
    add(changes, 1, "CreatePolicy", "\"policyDocument\": \"{1}\"");
    add(changes, 2, "CreatePolicyVersion", "\"policyDocument\": \"{2}\", \"setAsDefault\": false");
    add(changes, 3, "SetDefaultPolicyVersion", "\"versionId\": \"v2\"");
    add(changes, 4, "SetDefaultPolicyVersion", "\"versionId\": \"v1\"");
    add(changes, 5, "DeletePolicyVersion", "\"versionId\": \"v2\"");
    List<Change> all = changes.result();
    History history = new History(all);
    assertThat(all).extracting(history::document).containsExactly("{1}", "", "{2}", "{1}", "");
    assertThat(history.former(all.get(2))).contains(all.get(0));
    assertThat(history.former(all.get(3))).contains(all.get(2));
    assertThat(history.managed("arn:aws:iam::111122223333:policy/p", all.get(4)))
        .contains(all.get(3));
  }

  private static void add(Changes changes, int second, String name, String parameters) {
    String record =
        """
        {"requestParameters": {"policyArn": "arn:aws:iam::111122223333:policy/p", %s},
         "responseElements": {"policy": {"arn": "arn:aws:iam::111122223333:policy/p"},
                              "policyVersion": {"versionId": "v2"}}}
        """
            .formatted(parameters);
    Event e = event("iam", name, "");
    changes.add(
        new Event(
            second * 1000L,
            e.source(),
            name,
            e.region(),
            e.account(),
            e.principal(),
            "",
            "",
            "",
            "",
            "",
            "e" + second,
            "f",
            second),
        RecordText.of(record, "f", second));
  }

  @Test
  void an_endpoint_has_the_policy_that_is_written_or_the_one_that_allows_everything() {
    assertThat(endpoint("\"PolicyDocument\": \"{\\\"Statement\\\": []}\"").document())
        .isEqualTo("{\"Statement\": []}");
    assertThat(endpoint("\"ResetPolicy\": true").document()).isEqualTo(EndpointPolicy.DEFAULT);
    Change routes = endpoint("\"AddRouteTableId\": {\"tag\": 1, \"content\": \"rtb-1\"}");
    assertThat(routes.document()).isEmpty();
    assertThat(routes.topic()).isEqualTo(Topic.NETWORK);
    Change made =
        only(
            "ec2",
            "CreateVpcEndpoint",
            """
            {"requestParameters": {"CreateVpcEndpointRequest": {"VpcId": "vpc-1"}},
             "responseElements": {"CreateVpcEndpointResponse": {"vpcEndpoint": {"vpcEndpointId": "vpce-1"}}}}
            """);
    assertThat(made.thing().name()).isEqualTo("vpce-1");
    assertThat(made.document()).isEqualTo(EndpointPolicy.DEFAULT);
  }

  private static Change endpoint(String parameter) {
    return only(
        "ec2",
        "ModifyVpcEndpoint",
        """
        {"requestParameters": {"ModifyVpcEndpointRequest": {"VpcEndpointId": "vpce-1", %s}},
         "responseElements": {"ModifyVpcEndpointResponse":
          {"xmlns": "http://ec2.amazonaws.com/doc/2016-11-15/", "return": true}}}
        """
            .formatted(parameter));
  }

  @Test
  void a_topic_has_attributes_that_are_no_policy() {
    Change change =
        only(
            "sns",
            "SetTopicAttributes",
            """
            {"requestParameters": {"topicArn": "arn:aws:sns:us-east-1:111122223333:t",
             "attributeName": "DisplayName", "attributeValue": "{}"}}
            """);
    assertThat(change.topic()).isEqualTo(Topic.SETTING);
  }

  @Test
  void an_api_version_behind_the_name_does_not_hide_a_change() {
    assertThat(only("lambda", "AddPermission20150331v2", "{}").topic()).isEqualTo(Topic.RESOURCE);
  }

  @Test
  void what_reads_or_failed_is_no_change() {
    Changes changes = new Changes(false);
    changes.add(event("iam", "GetRole", ""), RecordText.of("{}", "f", 1));
    changes.add(event("iam", "PutRolePolicy", "AccessDenied"), RecordText.of("{}", "f", 1));
    assertThat(changes.result()).isEmpty();
  }

  @Test
  void a_record_that_is_no_object_is_passed_over() {
    Changes changes = new Changes(false);
    changes.add(event("iam", "PutRolePolicy", ""), RecordText.of("[1, 2", "f", 1));
    assertThat(changes.result()).isEmpty();
  }

  @Test
  void a_change_of_any_shape_is_one() {
    String named = "\"requestParameters\": {\"roleName\": \"r\", \"policyName\": \"p\"";
    String number = "9".repeat(5_000);
    String deep = "[".repeat(3_000) + "]".repeat(3_000);
    String wide = "[" + "1,".repeat(3_000_000) + "1]";
    for (String odd : List.of(number, deep, wide)) {
      Change change =
          only("iam", "PutRolePolicy", "{\"additionalEventData\": " + odd + ", " + named + "}}");
      assertThat(change.what()).isEqualTo("identity-based policy `p` of role `r`");
      assertThat(change.isUnread()).isFalse();
    }
    for (String odd : List.of(deep, wide, "[".repeat(200_000))) {
      Change change = only("iam", "PutRolePolicy", "{" + named + ", \"x\": " + odd + "}}");
      assertThat(change.what()).isEqualTo("identity-based policy `p` of role `r`");
      assertThat(change.isUnread()).isTrue();
    }
  }

  @Test
  void statements_are_compared_by_their_sids() {
    String before =
        document(
            "{\"Sid\": \"A\", \"Effect\": \"Allow\", \"Action\": \"s3:*\", \"Resource\": \"*\"}");
    String after =
        document(
            "{\"Sid\":\"A\",\"Effect\":\"Allow\",\"Action\":\"s3:GetObject\",\"Resource\":\"*\"},"
                + "{\"Sid\":\"B\",\"Effect\":\"Deny\",\"Action\":\"s3:PutObject\",\"Resource\":\"*\"}");
    assertThat(StatementChange.between(PolicyType.IDENTITY, before, after))
        .extracting(s -> s.how() + " " + s.name())
        .containsExactly("CHANGED `A`", "ADDED `B`");
    assertThat(StatementChange.between(PolicyType.IDENTITY, before, before.replace(": ", " : ")))
        .isEmpty();
  }

  private static String document(String statements) {
    return "{\"Version\": \"2012-10-17\", \"Statement\": [" + statements + "]}";
  }

  private static Change only(String service, String name, String record) {
    Changes changes = new Changes(false);
    changes.add(event(service, name, ""), RecordText.of(record, "f", 7));
    List<Change> result = changes.result();
    assertThat(result).hasSize(1);
    assertThat(result.getFirst().source()).hasToString("f:7");
    return result.getFirst();
  }

  private static Event event(String service, String name, String code) {
    return new Event(
        1_793_577_600_000L,
        service + ".amazonaws.com",
        name,
        "us-east-1",
        "111122223333",
        "arn:aws:iam::111122223333:role/deploy",
        "",
        "",
        code,
        "",
        "",
        "e1",
        "f",
        0);
  }
}
