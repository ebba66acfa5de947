package awsleuth.aws;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ConditionKeysTest {

  private static final IamCatalog IAM = IamCatalog.embedded();
  private static final ConditionKeys KEYS = IAM.conditionKeys();

  @ParameterizedTest
  @CsvSource({
    "aws:SourceIp, aws:SourceIp, IP_ADDRESS, false, NOT_VPC_ENDPOINT",
    "AWS:sourcevpce, aws:SourceVpce, STRING, false, VPC_ENDPOINT",
    "aws:ResourceTag/team, aws:ResourceTag/${TagKey}, STRING, false, TAGGED_RESOURCE",
    "aws:requesttag/a/b, aws:RequestTag/${TagKey}, STRING, false, TAGS_IN_REQUEST",
    "aws:PrincipalTag/${TagKey}, aws:PrincipalTag/${TagKey}, STRING, false, TAGGED_PRINCIPAL",
    "aws:TagKeys, aws:TagKeys, STRING, true, TAGS_IN_REQUEST",
    "aws:CalledVia, aws:CalledVia, STRING, true, FORWARDED_CALL",
    "aws:CurrentTime, aws:CurrentTime, DATE, false, EVERY_REQUEST",
    "aws:MultiFactorAuthAge, aws:MultiFactorAuthAge, NUMERIC, false,"
        + " TEMPORARY_CREDENTIALS_NOT_FEDERATED",
    "ec2:SourceInstanceARN, ec2:SourceInstanceArn, ARN, false, EC2_INSTANCE_ROLE",
    "s3:ExistingObjectTag/class, s3:ExistingObjectTag/<key>, STRING, false, SERVICE_DECIDES",
    "s3:ExistingObjectTag/<key>, s3:ExistingObjectTag/<key>, STRING, false, SERVICE_DECIDES",
    "secretsmanager:ResourceTag/team, secretsmanager:ResourceTag/tag-key, STRING, false,"
        + " SERVICE_DECIDES",
    "sagemaker:ResourceTag/team, sagemaker:ResourceTag/${TagKey}, STRING, false, SERVICE_DECIDES",
    "s3:prefix, s3:prefix, STRING, false, SERVICE_DECIDES",
    "s3:max-keys, s3:max-keys, NUMERIC, false, SERVICE_DECIDES",
    "kms:EncryptionContext:app, kms:EncryptionContext:${EncryptionContextKey}, STRING, false,"
        + " SERVICE_DECIDES",
    "kms:EncryptionContextKeys, kms:EncryptionContextKeys, STRING, true, SERVICE_DECIDES",
    "iam:PassedToService, iam:PassedToService, STRING, false, SERVICE_DECIDES",
    "saml:aud, saml:aud, STRING, false, SERVICE_DECIDES",
    "token.actions.githubusercontent.com:actor, token.actions.githubusercontent.com:actor, STRING,"
        + " false, SERVICE_DECIDES",
    "agent.my.buildkite.dev:build_branch, agent.${Domain}.buildkite.dev:build_branch, STRING,"
        + " false, SERVICE_DECIDES",
    "events:Metadata/a/Matcher, events:Metadata/${MetadataKey}/Matcher, STRING, false,"
        + " SERVICE_DECIDES",
  })
  void aKeyIsKnown(
      String name, String form, ConditionKey.Type type, boolean many, KeyPresence presence) {
    assertThat(KEYS.find(name)).contains(new ConditionKey(form, type, many, presence));
  }

  @ParameterizedTest
  @CsvSource({
    "aws:SourceIP4",
    "aws:ResourceTag",
    "aws:ResourceTag/",
    "glacier:ResourceTags/team",
    "s3:nothing",
    "nothing:key",
    "''",
    ":",
    "example.org:sub",
    "kms:EncryptionContext:",
  })
  void aKeyIsUnknown(String name) {
    assertThat(KEYS.find(name)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "s3:GetObject, s3:ExistingObjectTag/class, true",
    "s3:GetObject, s3:prefix, false",
    "s3:ListBucket, s3:prefix, true",
    "s3:ListBucket, S3:PREFIX, true",
    "s3:PutObject, s3:x-amz-acl, true",
    "s3:PutObject, kms:ViaService, false",
    "kms:Decrypt, kms:EncryptionContext:app, true",
    "kms:Decrypt, kms:ViaService, true",
    "kms:Decrypt, aws:ResourceTag/team, true",
    "kms:Decrypt, aws:RequestTag/team, false",
    "ec2:RunInstances, ec2:InstanceType, true",
    "ec2:RunInstances, aws:RequestTag/team, true",
    "ec2:DescribeInstances, aws:ResourceTag/team, false",
    "ec2:DescribeInstances, aws:SourceVpce, true",
    "iam:PassRole, iam:PassedToService, true",
    "sts:AssumeRoleWithSAML, saml:aud, true",
    "s3:GetObject, saml:aud, true",
    "s3:GetObject, example.org:sub, true",
    "s3:GetObject, www.amazon.com:user_id, true",
    "s3:GetObject, lambda:SourceFunctionArn, true",
    "s3:GetObject, lambda:FunctionArn, false",
    "s3:GetObject, aws:Nothing, false",
    "s3:GetObject, nothing, false",
  })
  void aRequestOfTheActionCanHaveTheKey(String action, String key, boolean can) {
    assertThat(KEYS.canHave(IAM.action(action).orElseThrow(), key)).isEqualTo(can);
  }

  @Test
  void keysOfOneResourceTypeAreLessThanThoseOfAll() {
    IamService ec2 = IAM.service("ec2").orElseThrow();
    IamAction run = ec2.action("RunInstances").orElseThrow();
    ResourceType image = ec2.resourceType("image").orElseThrow();
    assertThat(ec2.keysOf(run, List.of(image)))
        .extracting(ConditionKey::name)
        .contains("ec2:ImageType")
        .doesNotContain("ec2:InstanceType");
    assertThat(ec2.keysOf(run, List.of()))
        .extracting(ConditionKey::name)
        .contains("ec2:ImageType", "ec2:InstanceType");
  }

  @ParameterizedTest
  @CsvSource({
    "s3:GetObject, aws:SourceIP4, aws:SourceIp",
    "s3:GetObject, aws:SorceVpce, aws:SourceVpce",
    "s3:GetObject, aws:PrincipalTags/team, aws:PrincipalTag/team",
    "s3:ListBucket, s3:prefixes, s3:prefix",
    "s3:GetObject, s3:ExistingObjectTags/class, s3:ExistingObjectTag/class",
  })
  void theNearestKeyIsThis(String action, String wrong, String right) {
    assertThat(KEYS.nearest(IAM.action(action).orElseThrow(), wrong, 3)).startsWith(right);
  }

  @Test
  void everyGlobalKeySaysWhenItIsPresent() {
    assertThat(KEYS.global()).hasSize(62);
    for (ConditionKey key : KEYS.global()) {
      assertThat(key.presence()).as(key.name()).isNotEqualTo(KeyPresence.SERVICE_DECIDES);
      assertThat(key.presence().words()).as(key.name()).isNotBlank();
    }
  }
}
