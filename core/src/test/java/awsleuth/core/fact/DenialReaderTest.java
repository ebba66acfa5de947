package awsleuth.core.fact;

import static org.assertj.core.api.Assertions.assertThat;

import awsleuth.core.evidence.PolicyDocument;
import awsleuth.core.fact.Denial.Kind;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class DenialReaderTest {

  private static final String JO = "arn:aws:iam::111122223333:user/jo";
  private static final String START = "User: " + JO + " is not authorized to perform: ";

  static Stream<Arguments> endings() {
    return Stream.of(
        Arguments.of(
            "because no identity-based policy allows the",
            Kind.IMPLICIT,
            PolicyDocument.Type.IDENTITY),
        Arguments.of(
            "because no resource-based policy allows the",
            Kind.IMPLICIT,
            PolicyDocument.Type.RESOURCE),
        Arguments.of(
            "because no permissions boundary allows the",
            Kind.IMPLICIT,
            PolicyDocument.Type.BOUNDARY),
        Arguments.of(
            "because no session policy allows the", Kind.IMPLICIT, PolicyDocument.Type.SESSION),
        Arguments.of(
            "because no sessions policy allows the", Kind.IMPLICIT, PolicyDocument.Type.SESSION),
        Arguments.of(
            "because no service control policy allows", Kind.IMPLICIT, PolicyDocument.Type.SCP),
        Arguments.of(
            "because no VPC endpoint policy allows",
            Kind.IMPLICIT,
            PolicyDocument.Type.VPC_ENDPOINT),
        Arguments.of(
            "because no role trust policy allows", Kind.IMPLICIT, PolicyDocument.Type.TRUST),
        Arguments.of(
            "with an explicit deny in an identity-based policy",
            Kind.EXPLICIT,
            PolicyDocument.Type.IDENTITY),
        Arguments.of(
            "with an explicit deny in a resource-based policy",
            Kind.EXPLICIT,
            PolicyDocument.Type.RESOURCE),
        Arguments.of(
            "with an explicit deny in a resource control policy",
            Kind.EXPLICIT,
            PolicyDocument.Type.RCP),
        Arguments.of(
            "with an explicit deny in a VPC endpoint policy transitively through a service"
                + " control policy",
            Kind.EXPLICIT,
            PolicyDocument.Type.VPC_ENDPOINT),
        Arguments.of(
            "with an explicit deny in the role trust policy",
            Kind.EXPLICIT,
            PolicyDocument.Type.TRUST),
        Arguments.of("with an explicit deny", Kind.EXPLICIT, PolicyDocument.Type.UNKNOWN),
        Arguments.of("", Kind.UNKNOWN, PolicyDocument.Type.UNKNOWN));
  }

  @ParameterizedTest
  @MethodSource("endings")
  void theEndTellsWhichPolicyDecided(String ending, Kind kind, PolicyDocument.Type type) {
    Denial d = read(START + "sqs:SendMessage on resource: arn:aws:sqs:eu-west-1:1:q " + ending);
    assertThat(d.kind()).isEqualTo(kind);
    assertThat(d.policyType()).isEqualTo(type);
    assertThat(d.principal()).isEqualTo(JO);
    assertThat(d.action()).isEqualTo("sqs:SendMessage");
    assertThat(d.resource()).isEqualTo("arn:aws:sqs:eu-west-1:1:q");
  }

  @Test
  void theArnOfTheDenyingPolicyFollowsAColonOrItsLabel() {
    String arn = "arn:aws:iam::111122223333:policy/guard";
    assertThat(
            read(START + "a4b:Get with an explicit deny in a permissions boundary: " + arn + ".")
                .policyArn())
        .isEqualTo(arn);
    assertThat(
            read(START
                    + "a4b:Get with an explicit deny in a service control policy, with policy"
                    + " ARN:\n"
                    + arn)
                .policyArn())
        .isEqualTo(arn);
  }

  @Test
  void theArnOfALogGroupMayEndWithAColon() {
    String arn = "arn:aws:logs:eu-west-1:111122223333:log-group:/app:log-stream:";
    String start = START + "logs:CreateLogGroup on resource: ";
    assertThat(read(start + arn + " because no identity-based policy allows it").resource())
        .isEqualTo(arn);
    assertThat(read(start + "arn:aws:sqs:eu-west-1:111122223333:q: retry").resource())
        .isEqualTo("arn:aws:sqs:eu-west-1:111122223333:q");
  }

  @Test
  void anArnAfterTheSentenceIsNotThePolicys() {
    Denial d =
        read(
            START
                + "a4b:Get with an explicit deny in a session policy\nRole arn:aws:iam::1:role/x");
    assertThat(d.policyArn()).isEmpty();
  }

  @Test
  void foldsAndQuotesDoNotMatter() {
    Denial d =
        read(
            "User: "
                + JO
                + "  is not\nauthorized to perform:\n  s3:PutObject on resource:\n"
                + "\"arn:aws:s3:::b/a key\" because no\npermissions boundary allows it");
    assertThat(d.resource()).isEqualTo("arn:aws:s3:::b/a key");
    assertThat(d.policyType()).isEqualTo(PolicyDocument.Type.BOUNDARY);
  }

  @Test
  void sesQuotesWithBackticks() {
    Denial d =
        read(
            "User `"
                + JO
                + "' is not authorized to perform `ses:SendEmail' on resource"
                + " `arn:aws:ses:us-east-1:111122223333:identity/a@example.com'");
    assertThat(d.principal()).isEqualTo(JO);
    assertThat(d.action()).isEqualTo("ses:SendEmail");
    assertThat(d.resource()).isEqualTo("arn:aws:ses:us-east-1:111122223333:identity/a@example.com");
  }

  @Test
  void resourcesAreNotAlwaysArns() {
    assertThat(read(START + "iam:ListPolicies on resource: policy path / because no").resource())
        .isEqualTo("policy path /");
    assertThat(read(START + "iam:GetRole on resource: role deploy because no").resource())
        .isEqualTo("role deploy");
    assertThat(read(START + "iam:GetPolicy on resource: policy " + JO).resource()).isEqualTo(JO);
    assertThat(read(START + "ssm:GetParameter on resource: " + JO + ":*").resource())
        .isEqualTo(JO + ":*");
  }

  @Test
  void aFragmentFromTheMiddleIsRead() {
    Denial d = read("...not authorized to perform: dynamodb:Query on resource: " + JO + " ");
    assertThat(d.action()).isEqualTo("dynamodb:Query");
    assertThat(d.principal()).isEmpty();
  }

  @Test
  void theActionMayFollowWithoutAColonOrBeNull() {
    assertThat(read("Not authorized to perform sts:AssumeRole' [in /srv/x.py:1]").action())
        .isEqualTo("sts:AssumeRole");
    assertThat(read(START + "null").action()).isEqualTo("null");
  }

  @Test
  void encodedMessagesAndAuthorizationIdsAreKept() {
    Denial d =
        read(
            "You are not authorized to perform this operation. Encoded authorization failure"
                + " message: aB-_9x");
    assertThat(d.action()).isEmpty();
    assertThat(d.encoded()).isEqualTo("aB-_9x");
    assertThat(
            read(START
                    + "ec2:RunInstances. Go to the console, or call the"
                    + " GetRequestAuthorizationDetails API with the following authorization id:"
                    + " q1w2")
                .authorizationId())
        .isEqualTo("q1w2");
  }

  @Test
  void settingsOfS3RefuseExplicitly() {
    Denial d =
        read(
            START
                + "s3:PutBucketAcl on resource: \"arn:aws:s3:::b\" because public ACLs are"
                + " prevented by the BlockPublicAcls setting in S3 Block Public Access");
    assertThat(d.setting()).isEqualTo("BlockPublicAcls");
    assertThat(d.kind()).isEqualTo(Kind.EXPLICIT);
  }

  @Test
  void kmsDoesNotTellOtherAccountsWhichPolicyDecided() {
    Denial d =
        read(
            START
                + "kms:Decrypt on resource: arn:aws:kms:us-east-1:1:key/k because the resource"
                + " does not exist in this Region, no resource-based policies allow access, or a"
                + " resource-based policy explicitly denies access");
    assertThat(d.kind()).isEqualTo(Kind.UNKNOWN);
    assertThat(d.policyType()).isEqualTo(PolicyDocument.Type.RESOURCE);
  }

  @Test
  void lambdaTellsWhatItsFunctionsRoleLacks() {
    Denial d =
        read("The provided execution role does not have permissions to call ReceiveMessage on SQS");
    assertThat(d.action()).isEqualTo("sqs:ReceiveMessage");
    assertThat(d.policyType()).isEqualTo(PolicyDocument.Type.IDENTITY);
  }

  @Test
  void aBareRefusalSaysNothing() {
    assertThat(DenialReader.read("Access Denied")).isEmpty();
    assertThat(DenialReader.read("You are not authorized to perform this operation.")).isEmpty();
  }

  private static Denial read(String text) {
    return DenialReader.read(text).orElseThrow();
  }

  @Test
  void theWordsOfADecisionInAKeyDecideNothing() {
    String sentence =
        START
            + "s3:GetObject on resource: \"arn:aws:s3:::b/with an explicit deny in a service"
            + " control policy\" because no identity-based policy allows the s3:GetObject action";
    Denial denial = DenialReader.read(sentence).orElseThrow();
    assertThat(denial.kind()).isEqualTo(Kind.IMPLICIT);
    assertThat(denial.policyType()).isEqualTo(PolicyDocument.Type.IDENTITY);
  }

  @Test
  void aRefusalThatNamesNoResourceIsReadToo() {
    String nameless = "Access to the resource is denied.";
    assertThat(DenialReader.read(nameless).map(Denial::resource).orElse("")).isEmpty();
    assertThat(
            read("Access to the resource https://sqs.eu-west-1.amazonaws.com/1/q is denied.")
                .resource())
        .isEqualTo("https://sqs.eu-west-1.amazonaws.com/1/q");
  }
}
