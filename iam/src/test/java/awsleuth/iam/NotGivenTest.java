package awsleuth.iam;

import static org.assertj.core.api.Assertions.assertThat;

import awsleuth.iam.PolicySet.NotGiven;
import awsleuth.iam.policy.AccessList;
import awsleuth.iam.policy.AccessListKind;
import awsleuth.iam.policy.KeyGrants;
import awsleuth.iam.policy.Policy;
import awsleuth.iam.policy.PolicyParser;
import awsleuth.iam.policy.PolicyType;
import awsleuth.iam.request.Context;
import awsleuth.iam.request.ContextValue;
import awsleuth.iam.request.DocumentedKeys;
import awsleuth.iam.request.Principal;
import awsleuth.iam.request.Request;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What is not given is not taken for absent, and what does not count is not counted. */
class NotGivenTest {

  private static final String ROLE = "arn:aws:iam::111122223333:role/app";
  private static final String KEY = "arn:aws:kms:eu-west-1:111122223333:key/1";
  private static final Policy EVERYTHING =
      policy(
          PolicyType.IDENTITY, "{\"Effect\": \"Allow\", \"Action\": \"*\", \"Resource\": \"*\"}");

  @Test
  void aKeyPolicyThatWasNotGivenLeavesTheAnswerOpen() {
    PolicySet set = PolicySet.NONE.withIdentity(List.of(EVERYTHING));
    assertThat(decide(set, "kms:Decrypt", KEY)).isEqualTo(Result.IMPLICIT_DENY);
    Decision open =
        Authorizer.of(open(set, NotGiven.RESOURCE)).explain(request("kms:Decrypt", KEY));
    assertThat(open.result()).isEqualTo(Result.UNKNOWN);
    assertThat(open.notGiven()).containsExactly(NotGiven.RESOURCE);
    assertThat(open.blockers()).isEmpty();
  }

  @Test
  void aBucketMayHaveNoPolicy() {
    PolicySet set = open(PolicySet.NONE.withIdentity(List.of(EVERYTHING)), NotGiven.RESOURCE);
    assertThat(decide(set, "s3:GetObject", "arn:aws:s3:::b/k")).isEqualTo(Result.ALLOWED);
  }

  @Test
  void policiesOfThePrincipalThatWereNotGivenLeaveTheAnswerOpen() {
    PolicySet set = open(PolicySet.NONE, NotGiven.IDENTITY);
    assertThat(decide(set, "s3:GetObject", "arn:aws:s3:::b/k")).isEqualTo(Result.UNKNOWN);
    Policy scp =
        policy(PolicyType.SCP, "{\"Effect\": \"Deny\", \"Action\": \"*\", \"Resource\": \"*\"}");
    PolicySet denied = set.withScps(List.of(new PolicySet.Level("root", List.of(scp))));
    assertThat(decide(denied, "s3:GetObject", "arn:aws:s3:::b/k")).isEqualTo(Result.EXPLICIT_DENY);
  }

  @Test
  void anEndpointPolicyCountsOnlyForRequestsThroughAnEndpoint() {
    Policy endpoint =
        policy(
            PolicyType.VPC_ENDPOINT,
            "{\"Effect\": \"Deny\", \"Principal\": \"*\", \"Action\": \"*\", \"Resource\": \"*\"}");
    PolicySet set =
        PolicySet.NONE.withIdentity(List.of(EVERYTHING)).withEndpoint(List.of(endpoint));
    Request request = request("s3:GetObject", "arn:aws:s3:::b/k");
    assertThat(Authorizer.of(set).decide(request)).isEqualTo(Result.EXPLICIT_DENY);
    Request direct = request.in(request.context().with("AWS:SourceVpce", ContextValue.ABSENT));
    assertThat(Authorizer.of(set).decide(direct)).isEqualTo(Result.ALLOWED);
    assertThat(Authorizer.of(set).explain(direct).layers())
        .anyMatch(l ->
            l.layer() == Layer.VPC_ENDPOINT && l.outcome() == LayerReport.Outcome.NOT_APPLICABLE);
  }

  @Test
  void anAddressMeansNoEndpointAndAnEndpointNoAddress() {
    Principal app = Principal.parse(ROLE).orElseThrow();
    Context address =
        DocumentedKeys.complete(Context.OPEN.with("aws:SourceIp", "203.0.113.1"), app);
    assertThat(address.get("aws:SourceVpce")).isEqualTo(ContextValue.ABSENT);
    Context endpoint = DocumentedKeys.complete(Context.OPEN.with("aws:SourceVpce", "vpce-1"), app);
    assertThat(endpoint.get("aws:SourceIp")).isEqualTo(ContextValue.ABSENT);
  }

  @Test
  void theKeysOfTheTagsTellWhichTagsAreMissing() {
    Policy tags =
        policy(
            PolicyType.IDENTITY,
            "{\"Effect\": \"Allow\", \"Action\": \"*\", \"Resource\": \"*\", \"Condition\":"
                + " {\"StringEquals\": {\"aws:RequestTag/Team\": \"red\"}}}");
    PolicySet set = PolicySet.NONE.withIdentity(List.of(tags));
    Request request = request("ec2:CreateTags", "*").in(Context.OPEN);
    assertThat(Authorizer.of(set).decide(request)).isEqualTo(Result.UNKNOWN);
    Request other = request.in(Context.OPEN.with("aws:TagKeys", List.of("Owner")));
    assertThat(Authorizer.of(set).decide(other)).isEqualTo(Result.IMPLICIT_DENY);
    Request same = request.in(Context.OPEN.with("aws:TagKeys", List.of("team")));
    assertThat(Authorizer.of(set).decide(same)).isEqualTo(Result.UNKNOWN);
  }

  @Test
  void aRoleWhosePathIsNotKnownIsSettledByItsArn() {
    Policy bucket =
        policy(
            PolicyType.RESOURCE,
            "{\"Effect\": \"Allow\", \"Principal\": {\"AWS\":"
                + " \"arn:aws:iam::111122223333:role/team/app\"}, \"Action\": \"*\", \"Resource\": \"*\"}");
    Principal session =
        Principal.parse("arn:aws:sts::111122223333:assumed-role/app/s").orElseThrow();
    Request request = new Request(session, "s3:GetObject", "arn:aws:s3:::b/k", "", Context.OPEN);
    Decision decision =
        Authorizer.of(PolicySet.NONE.withResource(List.of(bucket))).explain(request);
    assertThat(decision.dependencies().getFirst().outcomes())
        .containsExactly(
            new Dependency.Outcome(
                Map.of("aws:PrincipalArn", "`arn:aws:iam::111122223333:role/team/app`"),
                Result.ALLOWED),
            new Dependency.Outcome(
                Map.of("aws:PrincipalArn", "any other value"), Result.IMPLICIT_DENY));
  }

  @Test
  void noKeySettlesWhoseACanonicalUserIs() {
    Policy bucket =
        policy(
            PolicyType.RESOURCE,
            "{\"Effect\": \"Allow\", \"Principal\": {\"CanonicalUser\": \"79a5\"}, \"Action\":"
                + " \"*\", \"Resource\": \"*\"}");
    Principal session =
        Principal.parse("arn:aws:sts::444455556666:assumed-role/app/s").orElseThrow();
    Request request =
        new Request(session, "s3:GetObject", "arn:aws:s3:::b/k", "111122223333", Context.EMPTY);
    PolicySet set = PolicySet.NONE.withIdentity(List.of(EVERYTHING)).withResource(List.of(bucket));
    Decision decision = Authorizer.of(set).explain(request);
    assertThat(decision.result()).isEqualTo(Result.UNKNOWN);
    assertThat(decision.dependencies()).isEmpty();
  }

  @Test
  void whoeverACanonicalUserIsOneOfTwoOppositesHolds() {
    Policy endpoint =
        policy(
            PolicyType.VPC_ENDPOINT,
            "{\"Effect\": \"Allow\", \"Principal\": {\"CanonicalUser\": \"79a5\"}, \"Action\":"
                + " \"*\", \"Resource\": \"*\"}, {\"Effect\": \"Allow\", \"NotPrincipal\":"
                + " {\"CanonicalUser\": \"79a5\"}, \"Action\": \"*\", \"Resource\": \"*\"}");
    PolicySet set =
        PolicySet.NONE.withIdentity(List.of(EVERYTHING)).withEndpoint(List.of(endpoint));
    Principal user = Principal.parse("arn:aws:iam::111122223333:user/al").orElseThrow();
    Request request =
        new Request(
            user, "sqs:SendMessage", "arn:aws:sqs:eu-west-1:111122223333:q", "", Context.EMPTY);
    assertThat(Authorizer.of(set).decide(request)).isEqualTo(Result.ALLOWED);
    assertThat(Authorizer.of(set).explain(request).result()).isEqualTo(Result.ALLOWED);
  }

  @Test
  void aGrantOfAKeyAllowsWhatItSays() {
    Policy grants =
        KeyGrants.read(
                "grants.json",
                "{\"Grants\": [{\"GranteePrincipal\": \""
                    + ROLE
                    + "\", \"Operations\": [\"Decrypt\", \"DescribeKey\"], \"Constraints\":"
                    + " {\"EncryptionContextSubset\": {\"team\": \"red\"}}}]}")
            .policy()
            .orElseThrow();
    PolicySet set = PolicySet.NONE.withResource(List.of(grants));
    assertThat(decide(set, "kms:DescribeKey", KEY)).isEqualTo(Result.ALLOWED);
    assertThat(decide(set, "kms:Encrypt", KEY)).isEqualTo(Result.IMPLICIT_DENY);
    assertThat(decide(set, "kms:Decrypt", KEY)).isEqualTo(Result.IMPLICIT_DENY);
    Request red =
        request("kms:Decrypt", KEY).in(Context.of(Map.of("kms:EncryptionContext:team", "red")));
    assertThat(Authorizer.of(set).decide(red)).isEqualTo(Result.ALLOWED);
  }

  @Test
  void anAccessControlListAllowsEverybodyOrThoseWhoSigned() {
    Policy everybody = acl("AllUsers", false);
    Request anonymous =
        new Request(
            Principal.parse(Principal.ANONYMOUS).orElseThrow(),
            "s3:GetObject",
            "arn:aws:s3:::b/k",
            "111122223333",
            Context.EMPTY);
    assertThat(Authorizer.of(PolicySet.NONE.withResource(List.of(everybody))).decide(anonymous))
        .isEqualTo(Result.ALLOWED);
    Policy signed = acl("AuthenticatedUsers", false);
    assertThat(Authorizer.of(PolicySet.NONE.withResource(List.of(signed))).decide(anonymous))
        .isEqualTo(Result.IMPLICIT_DENY);
    Policy ignored = acl("AllUsers", true);
    assertThat(Authorizer.of(PolicySet.NONE.withResource(List.of(ignored))).decide(anonymous))
        .isEqualTo(Result.IMPLICIT_DENY);
  }

  @Test
  void aListThatIsInForceAndWasNotGivenLeavesOpenWhatListsCanAllow() {
    PolicySet set = open(PolicySet.NONE, NotGiven.BUCKET_ACL, NotGiven.OBJECT_ACL);
    assertThat(decide(set, "s3:GetObject", "arn:aws:s3:::b/k")).isEqualTo(Result.UNKNOWN);
    assertThat(decide(set, "s3:DeleteBucket", "arn:aws:s3:::b")).isEqualTo(Result.IMPLICIT_DENY);
  }

  @Test
  void aBucketsListSaysNothingOfItsObjectsAndAnObjectsListNothingOfTheBucket() {
    String everything = list("AllUsers", "FULL_CONTROL");
    PolicySet bucket = of(everything, AccessListKind.BUCKET);
    assertThat(decide(bucket, "s3:ListBucket", "arn:aws:s3:::b")).isEqualTo(Result.ALLOWED);
    assertThat(decide(bucket, "s3:PutObject", "arn:aws:s3:::b/k")).isEqualTo(Result.ALLOWED);
    assertThat(decide(bucket, "s3:PutBucketAcl", "arn:aws:s3:::b")).isEqualTo(Result.ALLOWED);
    assertThat(decide(bucket, "s3:GetObject", "arn:aws:s3:::b/k")).isEqualTo(Result.IMPLICIT_DENY);
    assertThat(decide(open(bucket, NotGiven.OBJECT_ACL), "s3:GetObject", "arn:aws:s3:::b/k"))
        .isEqualTo(Result.UNKNOWN);
    PolicySet object = of(everything, AccessListKind.OBJECT);
    assertThat(decide(object, "s3:GetObjectVersion", "arn:aws:s3:::b/k")).isEqualTo(Result.ALLOWED);
    assertThat(decide(object, "s3:GetObjectAcl", "arn:aws:s3:::b/k")).isEqualTo(Result.ALLOWED);
    assertThat(decide(object, "s3:ListBucket", "arn:aws:s3:::b")).isEqualTo(Result.IMPLICIT_DENY);
    assertThat(decide(object, "s3:PutObject", "arn:aws:s3:::b/k")).isEqualTo(Result.IMPLICIT_DENY);
  }

  private static PolicySet of(String list, AccessListKind kind) {
    return PolicySet.NONE.withResource(
        List.of(AccessList.read("acl.json", list, kind, false).policy().orElseThrow()));
  }

  private static String list(String group, String permission) {
    return "{\"Owner\": {\"ID\": \"1\"}, \"Grants\": [{\"Grantee\": {\"Type\": \"Group\", \"URI\":"
        + " \"http://acs.amazonaws.com/groups/global/"
        + group
        + "\"}, \"Permission\": \""
        + permission
        + "\"}]}";
  }

  private static Policy acl(String group, boolean publicIgnored) {
    return AccessList.read("acl.json", list(group, "READ"), AccessListKind.OBJECT, publicIgnored)
        .policy()
        .orElseThrow();
  }

  private static PolicySet open(PolicySet set, NotGiven... kinds) {
    return set.with(new PolicySet.Settings(false, false, false, Set.of(kinds)));
  }

  private static Result decide(PolicySet set, String action, String resource) {
    return Authorizer.of(set).decide(request(action, resource));
  }

  private static Request request(String action, String resource) {
    Principal app = Principal.parse(ROLE).orElseThrow();
    return new Request(app, action, resource, "", Context.EMPTY);
  }

  private static Policy policy(PolicyType type, String statement) {
    String text = "{\"Version\": \"2012-10-17\", \"Statement\": [" + statement + "]}";
    return PolicyParser.parse(type + ".json", type, text).policy().orElseThrow();
  }
}
