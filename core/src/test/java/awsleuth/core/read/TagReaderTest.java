package awsleuth.core.read;

import static org.assertj.core.api.Assertions.assertThat;

import awsleuth.aws.AwsCatalog;
import awsleuth.core.Artifact;
import awsleuth.core.Artifact.Kind;
import awsleuth.core.evidence.Evidence;
import awsleuth.core.evidence.PolicyDocument;
import awsleuth.core.evidence.TagSet;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Tags in what AWS's commands print; what a file is, is found out. */
class TagReaderTest {

  private static List<TagSet> tags(String text) {
    return read(text).stream().filter(TagSet.class::isInstance).map(TagSet.class::cast).toList();
  }

  private static List<? extends Evidence> read(String text) {
    return Readers.read(new Artifact("out.json", Kind.ANY, text), AwsCatalog.embedded());
  }

  private static void holds(String text, String thing, Map<String, String> tags, int line) {
    assertThat(tags(text))
        .singleElement()
        .satisfies(t -> {
          assertThat(t.thing()).isEqualTo(thing);
          assertThat(t.tags()).isEqualTo(tags);
          assertThat(t.whole()).isTrue();
          assertThat(t.source().line()).isEqualTo(line);
        });
  }

  @Test
  void theAnswerAboutARoleHasItsTrustPolicyAndItsTags() {
    String text =
        """
        {"Role": {"RoleName": "reader", "Arn": "arn:aws:iam::111122223333:role/reader",
          "AssumeRolePolicyDocument": {"Statement": [{"Effect": "Allow", "Action": "sts:AssumeRole"}]},
          "Tags": [{"Key": "team", "Value": "blue"}]}}
        """;
    holds(text, "arn:aws:iam::111122223333:role/reader", Map.of("team", "blue"), 3);
    assertThat(read(text)).hasAtLeastOneElementOfType(PolicyDocument.class);
  }

  @Test
  void aThingThatIsDescribedAloneHasItsTags() {
    String arn = "arn:aws:secretsmanager:eu-west-1:111122223333:secret:db-Qx81Zc";
    String text =
        """
        {"ARN": "%s", "Name": "db", "LastChangedDate": "2026-10-01T10:00:00+00:00",
         "Tags": [{"Key": "project", "Value": "Atlas"}]}
        """
            .formatted(arn);
    holds(text, arn, Map.of("project", "Atlas"), 2);
    assertThat(
            tags(
                "{\"ARN\": \"%s\", \"Tags\": [{\"Key\": \"a\", \"Value\": \"1\"}]}".formatted(arn)))
        .isEmpty();
  }

  @Test
  void rolesAndUsersOfAnAccountHaveTheirsAndNoneIsNone() {
    String text =
        """
        {"UserDetailList": [{"UserName": "ci", "Arn": "arn:aws:iam::111122223333:user/ci",
            "UserPolicyList": [{"PolicyName": "p", "PolicyDocument": {"Statement": [{"Effect": "Allow",
              "Action": "s3:*", "Resource": "*"}]}}], "Tags": []}],
         "RoleDetailList": [{"RoleName": "r", "Arn": "arn:aws:iam::111122223333:role/x/r",
            "Tags": [{"Key": "a", "Value": "1"}, {"Key": "b", "Value": ""}]}, {"RoleName": "untold",
            "Arn": "arn:aws:iam::111122223333:role/untold"}]}
        """;
    assertThat(tags(text))
        .extracting(TagSet::thing)
        .containsExactly("arn:aws:iam::111122223333:user/ci", "arn:aws:iam::111122223333:role/x/r");
    assertThat(tags(text))
        .extracting(TagSet::tags)
        .containsExactly(Map.of(), Map.of("a", "1", "b", ""));
  }

  @Test
  void instancesAreNamedByTheirIds() {
    String text =
        """
        {"Reservations": [{"Instances": [{"ImageId": "ami-1", "InstanceId": "i-0abc1234", "VpcId": "vpc-1",
          "IamInstanceProfile": {"Arn": "arn:aws:iam::111122223333:instance-profile/p"},
          "Tags": [{"Key": "Env", "Value": "prod"}]}]}]}
        """;
    holds(text, "i-0abc1234", Map.of("Env", "prod"), 3);
  }

  @Test
  void theTaggingServiceNamesResourcesByTheirArns() {
    holds(
        """
        {"ResourceTagMappingList": [{"ResourceARN": "arn:aws:sqs:eu-west-1:111122223333:orders",
          "Tags": [{"Key": "k", "Value": "v"}]}]}
        """,
        "arn:aws:sqs:eu-west-1:111122223333:orders",
        Map.of("k", "v"),
        2);
  }

  @Test
  void aFunctionHasAnObjectOfTags() {
    holds(
        """
        {"Configuration": {"FunctionName": "f", "FunctionArn": "arn:aws:lambda:eu-west-1:111122223333:function:f"},
         "Tags": {"team": "blue"}}
        """,
        "arn:aws:lambda:eu-west-1:111122223333:function:f",
        Map.of("team", "blue"),
        2);
  }

  @Test
  void linesOfTagsMayBeAPart() {
    List<TagSet> tags =
        tags(
            """
            {"Tags": [
              {"Key": "a", "ResourceId": "i-1", "ResourceType": "instance", "Value": "1"},
              {"Key": "b", "ResourceId": "vol-1", "ResourceType": "volume", "Value": "2"},
              {"Key": "c", "ResourceId": "i-1", "ResourceType": "instance", "Value": "3"}]}
            """);
    assertThat(tags).extracting(TagSet::thing).containsExactly("i-1", "vol-1");
    assertThat(tags).extracting(TagSet::whole).containsOnly(false);
    assertThat(tags.getFirst().tags()).isEqualTo(Map.of("a", "1", "c", "3"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"ResourceArn\": \"arn:aws:sns:eu-west-1:111122223333:t\", \"Tags\": [{\"Key\": \"a\","
            + " \"Value\": \"b\"}]}",
        "{\"Tags\": [{\"Key\": \"a\", \"Value\": \"b\"}]}",
        "{\"Role\": {\"Arn\": \"arn:aws:iam::111122223333:role/r\", \"Tags\": \"team\"}}",
        "{\"Role\": {\"Arn\": \"arn:aws:iam::111122223333:role/r\", \"Tags\": [\"team\"]}}",
      })
  void parametersAndTagsOfNothingAreNone(String text) {
    assertThat(tags(text)).isEmpty();
  }

  @Test
  void aLogLineWithTagsIsStillReadForFailures() {
    String text =
        "{\"Tags\": {\"a\": \"b\"}, \"error\": \"An error occurred (AccessDenied) when calling the"
            + " GetObject operation: Access Denied\"}";
    assertThat(read(text)).anyMatch(e -> e instanceof awsleuth.core.evidence.Failure);
  }
}
