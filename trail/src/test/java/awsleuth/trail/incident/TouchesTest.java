package awsleuth.trail.incident;

import static org.assertj.core.api.Assertions.assertThat;

import awsleuth.trail.Event;
import awsleuth.trail.RecordText;
import awsleuth.trail.change.Change;
import awsleuth.trail.change.Changes;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which changes have to do with a call. */
final class TouchesTest {

  private static final String REGION = "us-east-1";
  private static final String ROLE = "arn:aws:iam::111122223333:role/billing";
  private static final String USER = "arn:aws:iam::111122223333:user/ci";
  private static final String SSO =
      "arn:aws:iam::111122223333:role/aws-reserved/sso.amazonaws.com/AWSReservedSSO_Dev_0a1b2c3d4e5f6071";

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          group            | iam PutGroupPolicy "groupName": "ops"                             | ci      | s3 GetObject "bucketName": "b"                 | MAYBE
          group            | iam PutGroupPolicy "groupName": "ops"                             | billing | s3 GetObject "bucketName": "b"                 | none
          permission set   | sso ProvisionPermissionSet "permissionSetArn": "arn:aws:sso:::permissionSet/i/p" | sso | s3 GetObject "bucketName": "b"       | MAYBE
          permission set   | sso ProvisionPermissionSet "permissionSetArn": "arn:aws:sso:::permissionSet/i/p" | billing | s3 GetObject "bucketName": "b"   | none
          access point     | s3 PutAccessPointPolicy "name": "p"                               | billing | s3 GetObject "bucketName": "arn:aws:s3:us-east-1:111122223333:accesspoint/p" | RESOURCE
          access point     | s3 PutAccessPointPolicy "name": "p"                               | billing | s3 GetObject "bucketName": "b"                 | MAYBE
          access point     | s3 PutAccessPointPolicy "name": "p"                               | billing | sqs ReceiveMessage "queueUrl": "q"             | none
          provider         | iam DeleteSAMLProvider "sAMLProviderArn": "arn:aws:iam::111122223333:saml-provider/x" | billing | sts AssumeRoleWithSAML "principalArn": "arn:aws:iam::111122223333:saml-provider/x" | RESOURCE
          provider         | iam DeleteSAMLProvider "sAMLProviderArn": "arn:aws:iam::111122223333:saml-provider/x" | billing | s3 GetObject "bucketName": "b" | none
          catalog          | glue PutResourcePolicy "policyInJson": "{}"                       | billing | glue GetTable "name": "t"                      | MAYBE
          data lake        | lakeformation RevokePermissions "principal": {"dataLakePrincipalIdentifier": "arn:aws:iam::111122223333:role/billing"} | billing | glue GetTable "name": "t" | PRINCIPAL
          data lake        | lakeformation RevokePermissions "principal": {"dataLakePrincipalIdentifier": "IAM_ALLOWED_PRINCIPALS"} | billing | glue GetTable "name": "t" | MAYBE
          quota            | servicequotas RequestServiceQuotaIncrease "quotaCode": "L-1", "serviceCode": "dynamodb" | billing | dynamodb GetItem "tableName": "t" | RESOURCE
          quota            | servicequotas RequestServiceQuotaIncrease "quotaCode": "L-1", "serviceCode": "vpc" | billing | ec2 DescribeVpcs "n": "t" | MAYBE
          usage plan       | apigateway UpdateUsagePlan "usagePlanId": "u"                     | billing | apigateway GetRestApi "restApiId": "a"         | MAYBE
          file system      | elasticfilesystem PutFileSystemPolicy "fileSystemId": "fs-1"      | billing | elasticfilesystem NewClientConnection "x": "y" | MAYBE
          log policy       | logs PutResourcePolicy "policyName": "p"                          | billing | logs PutLogEvents "logGroupName": "g"          | MAYBE
          destination      | logs PutDestinationPolicy "destinationName": "d"                  | billing | s3 GetObject "bucketName": "b"                 | none
          event bus        | events PutPermission "eventBusName": "b"                          | billing | events PutEvents "x": "y"                      | MAYBE
          stream           | kinesis PutResourcePolicy "resourceARN": "arn:aws:kinesis:us-east-1:111122223333:stream/s" | billing | kinesis PutRecord "streamName": "s" | RESOURCE
          vault            | backup PutBackupVaultAccessPolicy "backupVaultName": "v"          | billing | backup StartBackupJob "backupVaultName": "v"   | RESOURCE
          bucket           | s3 PutBucketPolicy "bucketName": "b"                              | billing | s3 GetObject "bucketName": "b"                 | RESOURCE
          bucket           | s3 PutBucketPolicy "bucketName": "b"                              | billing | s3 GetObject "bucketName": "bb"                | none
          account          | s3 PutAccountPublicAccessBlock "x": "y"                           | billing | s3 GetObject "bucketName": "b"                 | RESOURCE
          table            | dynamodb UpdateTable "tableName": "t"                             | billing | dynamodb Query !arn:aws:dynamodb:us-east-1:111122223333:table/t/index/i | RESOURCE
          table            | dynamodb UpdateTable "tableName": "t"                             | billing | dynamodb Query !arn:aws:dynamodb:us-east-1:111122223333:table/t2 | none
          table            | dynamodb PutResourcePolicy "resourceArn": "arn:aws:dynamodb:us-east-1:111122223333:table/t/stream/1" | billing | dynamodb Query !arn:aws:dynamodb:us-east-1:111122223333:table/t | RESOURCE
          function         | lambda AddPermission "functionName": "f"                          | billing | lambda Invoke !arn:aws:lambda:us-east-1:111122223333:function:f:live | RESOURCE
          function         | lambda AddPermission "functionName": "f:live"                     | billing | lambda Invoke !arn:aws:lambda:us-east-1:111122223333:function:f | RESOURCE
          repository       | ecr SetRepositoryPolicy "repositoryName": "team/app"              | billing | ecr BatchGetImage !arn:aws:ecr:us-east-1:111122223333:repository/team/app | RESOURCE
          domain           | es UpdateDomainConfig "domainName": "d"                           | billing | es ESHttpGet !arn:aws:es:us-east-1:111122223333:domain/d/i | RESOURCE
          secret           | secretsmanager DeleteSecret "secretId": "db"                      | billing | secretsmanager GetSecretValue !arn:aws:secretsmanager:us-east-1:111122223333:secret:db-AbCdEf | RESOURCE
          queue            | sqs AddPermission "queueUrl": "https://sqs.us-east-1.amazonaws.com/111122223333/q" | billing | sqs SendMessage !arn:aws:sqs:us-east-1:111122223333:q | RESOURCE
          topic            | sns AddPermission "topicArn": "arn:aws:sns:us-east-1:111122223333:t" | billing | sns Publish !arn:aws:sns:us-east-1:111122223333:t | RESOURCE
          log group        | logs DeleteLogGroup "logGroupName": "/app"                        | billing | logs FilterLogEvents "logGroupName": "/app"    | RESOURCE
          log group        | logs DeleteLogGroup "logGroupName": "/app"                        | billing | logs FilterLogEvents "logGroupName": "/app2"   | none
          log group        | logs DeleteLogGroup "logGroupName": "/app"                        | billing | s3 GetObject "key": "/app"                     | none
          instance         | ec2 TerminateInstances "instancesSet": {"items": [{"instanceId": "i-1"}]} | billing | ec2 StopInstances "instancesSet": {"items": [{"instanceId": "i-1"}]} | RESOURCE
          region           | account DisableRegion "regionName": "us-east-1"                   | billing | s3 GetObject "bucketName": "b"                 | RESOURCE
          region           | account DisableRegion "regionName": "eu-west-1"                   | billing | s3 GetObject "bucketName": "b"                 | none
          resource share   | ram DeleteResourceShare "resourceShareArn": "r"                   | billing | glue GetTable !arn:aws:glue:us-east-1:444455556666:table/d/t | MAYBE
          resource share   | ram DeleteResourceShare "resourceShareArn": "r"                   | billing | glue GetTable !arn:aws:glue:us-east-1:111122223333:table/d/t | none
          resource         | ec2 DeleteTags "resourcesSet": {"items": [{"resourceId": "i-1"}]} | billing | ec2 StopInstances !arn:aws:ec2:us-east-1:111122223333:instance/i-1 | RESOURCE
          account          | ses PutAccountSendingAttributes "x": "y"                          | billing | s3 GetObject "bucketName": "b"                 | none
          key              | kms PutKeyPolicy "keyId": "alias/app"                             | billing | s3 GetObject !arn:aws:s3:::my-app              | none
          key              | kms PutKeyPolicy "keyId": "arn:aws:kms:us-east-1:111122223333:key/1a" | billing | kms Decrypt !arn:aws:kms:us-east-1:111122223333:key/1a | RESOURCE
          key              | kms UpdateAlias "targetKeyId": "2b", "aliasName": "alias/app"     | billing | kms Encrypt "keyId": "alias/app"               | RESOURCE
          """)
  void a_change_has_to_do_with_a_call_by_its_kind(
      String kind, String change, String caller, String call, String touch) {
    Change changed = change(change);
    Refused refused = call(call, caller);
    assertThat(changed.thing().kind()).isEqualTo(kind);
    assertThat(new Touches(refused, List.of(changed), 0).of(changed).map(Enum::name).orElse("none"))
        .isEqualTo(touch);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          access point      | s3 PutAccessPointPolicy "name": "p"                                  | s3 GetObject "bucketName": "arn:aws:s3:us-east-1:111122223333:accesspoint/p"
          account           | ses PutAccountSendingAttributes "x": "y"                             | ses SendEmail "source": "a"
          catalog           | glue PutResourcePolicy "policyInJson": "{}"                          | glue GetTable "name": "t"
          data lake         | lakeformation RevokePermissions "principal": {"dataLakePrincipalIdentifier": "IAM_ALLOWED_PRINCIPALS"} | glue GetTable "name": "t"
          quota             | servicequotas RequestServiceQuotaIncrease "quotaCode": "L-1", "serviceCode": "dynamodb" | dynamodb GetItem "tableName": "t"
          usage plan        | apigateway UpdateUsagePlan "usagePlanId": "u"                        | apigateway GetRestApi "restApiId": "a"
          file system       | elasticfilesystem PutFileSystemPolicy "fileSystemId": "fs-1"         | elasticfilesystem NewClientConnection "x": "y"
          log policy        | logs PutResourcePolicy "policyName": "p"                             | logs PutLogEvents "logGroupName": "g"
          event bus         | events PutPermission "eventBusName": "b"                             | events PutEvents "x": "y"
          stream            | kinesis DeleteStream "streamName": "s"                               | kinesis PutRecord "streamName": "s"
          vault             | backup PutBackupVaultAccessPolicy "backupVaultName": "v"             | backup StartBackupJob "backupVaultName": "v"
          table             | dynamodb UpdateTable "tableName": "t"                                | dynamodb Query !arn:aws:dynamodb:us-east-1:111122223333:table/t
          table             | dynamodb PutResourcePolicy "resourceArn": "arn:aws:dynamodb:us-east-1:111122223333:table/t" | dynamodb Query !arn:aws:dynamodb:us-east-1:111122223333:table/t
          function          | lambda AddPermission "functionName": "f"                             | lambda Invoke !arn:aws:lambda:us-east-1:111122223333:function:f
          function alias    | lambda DeleteAlias "functionName": "f", "name": "live"               | lambda Invoke "functionName": "f", "qualifier": "live"
          repository        | ecr SetRepositoryPolicy "repositoryName": "team/app"                 | ecr BatchGetImage !arn:aws:ecr:us-east-1:111122223333:repository/team/app
          domain            | es UpdateDomainConfig "domainName": "d"                              | es ESHttpGet !arn:aws:es:us-east-1:111122223333:domain/d/i
          secret            | secretsmanager DeleteSecret "secretId": "db"                         | secretsmanager GetSecretValue !arn:aws:secretsmanager:us-east-1:111122223333:secret:db-AbCdEf
          secret            | secretsmanager DeleteSecret "secretId": "db"                         | secretsmanager GetSecretValue "secretId": "db"
          queue             | sqs AddPermission "queueUrl": "https://sqs.us-east-1.amazonaws.com/111122223333/q" | sqs SendMessage !arn:aws:sqs:us-east-1:111122223333:q
          topic             | sns AddPermission "topicArn": "arn:aws:sns:us-east-1:111122223333:t" | sns Publish !arn:aws:sns:us-east-1:111122223333:t
          key               | kms DisableKey "keyId": "mrk-1a"                                     | kms Decrypt "keyId": "mrk-1a"
          key               | kms PutKeyPolicy "keyId": "arn:aws:kms:us-east-1:111122223333:key/mrk-1a" | kms Decrypt !arn:aws:kms:us-east-1:111122223333:key/mrk-1a
          key               | kms UpdateAlias "targetKeyId": "2b", "aliasName": "alias/app"        | kms Encrypt "keyId": "alias/app"
          log group         | logs DeleteLogGroup "logGroupName": "/app"                           | logs FilterLogEvents "logGroupName": "/app"
          resource          | ssm AddTagsToResource "resourceId": "p"                              | ssm GetParameter "name": "p"
          resource share    | ram DeleteResourceShare "resourceShareArn": "r"                      | glue GetTable !arn:aws:glue:us-east-1:444455556666:table/d/t
          stack             | cloudformation DeleteStack "stackName": "shop"                       | cloudformation DescribeStacks "stackName": "shop"
          """)
  void what_is_in_another_Region_is_another_thing(String kind, String change, String call) {
    Refused refused = call(call, "billing");
    Change here = change(change);
    Change there = change(change, "eu-west-1");
    assertThat(here.thing().kind()).isEqualTo(kind);
    assertThat(there.thing()).isNotEqualTo(here.thing());
    assertThat(there.subject()).isNotEqualTo(here.subject());
    assertThat(new Touches(refused, List.of(here), 0).of(here)).isPresent();
    assertThat(new Touches(refused, List.of(there), 0).of(there)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          bucket      | s3 PutBucketPolicy "bucketName": "b"         | s3 GetObject "bucketName": "b"
          account     | s3 PutAccountPublicAccessBlock "x": "y"      | s3 GetObject "bucketName": "b"
          role        | iam PutRolePolicy "roleName": "billing"      | s3 GetObject "bucketName": "b"
          hosted zone | route53 DeleteHostedZone "id": "Z1"          | route53 GetHostedZone "id": "Z1"
          quota       | servicequotas RequestServiceQuotaIncrease "quotaCode": "L-1", "serviceCode": "s3" | s3 CreateBucket "bucketName": "b"
          """)
  void what_is_in_no_Region_is_one_thing_wherever_events_are(
      String kind, String change, String call) {
    Change there = change(change, "eu-west-1");
    assertThat(there.thing().kind()).isEqualTo(kind);
    assertThat(new Touches(call(call, "billing"), List.of(there), 0).of(there)).isPresent();
  }

  @Test
  void a_group_that_the_user_was_put_into_is_the_callers_own() {
    Change in = change("iam AddUserToGroup \"userName\": \"ci\", \"groupName\": \"ops\"");
    Change policy = change("iam DeleteGroupPolicy \"groupName\": \"ops\"");
    Refused refused = call("s3 GetObject \"bucketName\": \"b\"", "ci");
    assertThat(new Touches(refused, List.of(in, policy), 0).of(policy)).contains(Touch.PRINCIPAL);
  }

  @Test
  void so_is_a_policy_that_is_attached_to_such_a_group() {
    String arn = "arn:aws:iam::111122223333:policy/data";
    Change attached =
        change("iam AttachGroupPolicy \"groupName\": \"ops\", \"policyArn\": \"" + arn + "\"");
    Change in = change("iam AddUserToGroup \"userName\": \"ci\", \"groupName\": \"ops\"");
    Change version = change("iam CreatePolicyVersion \"policyArn\": \"" + arn + "\"");
    Refused refused = call("s3 GetObject \"bucketName\": \"b\"", "ci");
    assertThat(new Touches(refused, List.of(attached, in), 0).of(version))
        .contains(Touch.PRINCIPAL);
    assertThat(new Touches(refused, List.of(attached), 0).of(version)).contains(Touch.MAYBE);
    Change left = change("iam RemoveUserFromGroup \"userName\": \"ci\", \"groupName\": \"ops\"");
    assertThat(new Touches(refused, List.of(attached, in, left), 1_500).of(version))
        .contains(Touch.MAYBE);
  }

  @Test
  void objects_of_one_bucket_are_alike() {
    String one = call("s3 GetObject !arn:aws:s3:::b/1", "billing").likeness();
    assertThat(one).isEqualTo(call("s3 GetObject !arn:aws:s3:::b/2", "billing").likeness());
    assertThat(one).isNotEqualTo(call("s3 GetObject !arn:aws:s3:::c/1", "billing").likeness());
  }

  static Change change(String told) {
    return change(told, REGION);
  }

  /** Likewise in another Region, of what is there. */
  private static Change change(String told, String region) {
    String[] words = told.strip().replace(REGION, region).split(" ", 3);
    Changes changes = new Changes(false);
    changes.add(
        event(1_000, words[0], words[1], region, ROLE, ""),
        RecordText.of(
            "{\"recipientAccountId\": \"111122223333\", \"requestParameters\": {%s}}"
                .formatted(words[2]),
            "f",
            1));
    List<Change> all = new ArrayList<>(changes.result());
    assertThat(all).hasSize(1);
    return all.getFirst();
  }

  static Refused call(String told, String caller) {
    Sampled sampled = sampled(told, caller, 2_000, "AccessDenied");
    return Refused.of(sampled).orElseThrow();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          dynamodb UpdateTable "tableName": "t"             | billing | dynamodb UpdateTable "tableName": "t"             | none
          dynamodb UpdateTable "tableName": "t"             | ci      | dynamodb UpdateTable "tableName": "t"             | RESOURCE
          dynamodb UpdateTable "tableName": "t"             | billing | dynamodb UpdateTimeToLive "tableName": "t"        | RESOURCE
          s3 PutBucketPolicy "bucketName": "b"              | billing | s3 PutBucketPolicy "bucketName": "b"              | RESOURCE
          kms RevokeGrant "keyId": "1a", "grantId": "g"     | billing | kms RevokeGrant "keyId": "1a", "grantId": "g"     | RESOURCE
          """)
  void what_a_caller_changes_again_and_again_is_not_why_it_may_not(
      String change, String by, String call, String touch) {
    Change c = change(change);
    String principal = by.equals("ci") ? USER : ROLE;
    Event e = event(1_000, c.event().service(), c.event().name(), REGION, principal, "");
    Change own = new Change(e, c.topic(), c.thing(), c.part(), c.document(), c.status(), c.line());
    Touches touches = new Touches(call(call, "billing"), List.of(), 0);
    assertThat(touches.of(own).map(Enum::name).orElse("none")).isEqualTo(touch);
  }

  /**
   * A call.
   *
   * @param told service, operation and request parameters; an ARN behind an exclamation mark is
   *     what AWS's sentence names
   */
  static Sampled sampled(String told, String caller, long time, String code) {
    String[] words = told.strip().split(" ", 3);
    String principal = caller.equals("ci") ? USER : caller.equals("sso") ? SSO : ROLE;
    boolean arn = words[2].startsWith("!");
    String message =
        arn
            ? "User: "
                + principal
                + " is not authorized to perform: "
                + words[0]
                + ":"
                + words[1]
                + " on resource: "
                + words[2].substring(1)
            : "Access Denied";
    String failure =
        code.isEmpty()
            ? ""
            : "\"errorCode\": \"%s\", \"errorMessage\": \"%s\",".formatted(code, message);
    String json =
        """
        {"eventVersion": "1.11", "eventTime": "2026-11-02T00:00:00Z", "eventSource": "%s.amazonaws.com",
         "eventName": "%s", "awsRegion": "us-east-1", %s
         "recipientAccountId": "111122223333", "requestParameters": {%s},
         "userIdentity": {"type": "IAMUser", "arn": "%s"}}
        """
            .formatted(words[0], words[1], failure, arn ? "" : words[2], principal);
    return new Sampled(
        event(time, words[0], words[1], REGION, principal, code), RecordText.of(json, "f", 2));
  }

  private static Event event(
      long time, String service, String name, String region, String by, String code) {
    return new Event(
        time,
        service + ".amazonaws.com",
        name,
        region,
        "111122223333",
        by,
        "",
        "",
        code,
        "",
        "",
        name + time,
        "f",
        0);
  }
}
