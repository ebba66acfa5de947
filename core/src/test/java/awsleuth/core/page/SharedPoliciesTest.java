package awsleuth.core.page;

import static org.assertj.core.api.Assertions.assertThat;

import awsleuth.aws.AwsCatalog;
import awsleuth.core.Artifact;
import awsleuth.core.Diagnoser;
import awsleuth.core.cause.Fix;
import awsleuth.core.cause.Outcome;
import awsleuth.iam.repair.Proof;
import awsleuth.iam.repair.Proof.Part;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** A policy that others have too changes for them too, and an export of the account names them. */
class SharedPoliciesTest {

  private static final Diagnoser DIAGNOSER = new Diagnoser(AwsCatalog.embedded());
  private static final String REFUSED =
      "An error occurred (AccessDenied) when calling the GetObject operation: User:"
          + " arn:aws:sts::111122223333:assumed-role/app/s is not authorized to perform:"
          + " s3:GetObject on resource: \"arn:aws:s3:::b/k\" because no identity-based policy"
          + " allows the s3:GetObject action";
  private static final String READ = "arn:aws:iam::111122223333:policy/read";
  private static final String DENY =
      "{\"PolicyName\": \"no\", \"PolicyDocument\": {\"Version\": \"2012-10-17\", \"Statement\":"
          + " {\"Effect\": \"Deny\", \"Action\": \"s3:*\", \"Resource\": \"*\"}}}";

  private static String owner(String kind, String name, String inline, String more) {
    return """
    {"%1$sName": "%2$s", "Arn": "arn:aws:iam::111122223333:%3$s/%2$s", "%1$sPolicyList": [%4$s], %5$s}
    """
        .formatted(kind, name, kind.toLowerCase(Locale.ROOT), inline, more);
  }

  private static String has(String arn) {
    return "\"AttachedManagedPolicies\": [{\"PolicyName\": \"read\", \"PolicyArn\": \""
        + arn
        + "\"}]";
  }

  /** An export in which the managed policy is attached to the caller, and to others. */
  private static String export(
      String arn, int count, String users, String groups, String... roles) {
    return """
    {"UserDetailList": [%s], "GroupDetailList": [%s],
     "RoleDetailList": [%s],
     "Policies": [{"PolicyName": "read", "Arn": "%s", "DefaultVersionId": "v1", "AttachmentCount": %d,
       "PolicyVersionList": [{"VersionId": "v1", "IsDefaultVersion": true, "Document": {
         "Version": "2012-10-17", "Statement": [
           {"Sid": "R", "Effect": "Allow", "Action": "s3:GetObject",
            "Resource": "arn:aws:s3:::b/public"}]}}]}]}
    """
        .formatted(
            users,
            groups,
            String.join(
                ",",
                Stream.concat(Stream.of(owner("Role", "app", "", has(arn))), Stream.of(roles))
                    .toList()),
            arn,
            count);
  }

  @Test
  void aNameLikeAnArnCostsNoAnswer() {
    for (String name :
        List.of(
            "x:policy/y", ":policy/", "arn:", "arn:policy/", ":policy/arn:", "y:policy/arn:x")) {
      String policy =
          """
          {"RoleName": "app", "PolicyName": "%1$s", "Arn": "%1$s", "PolicyDocument": {"Version":
            "2012-10-17", "Statement": [
              {"Sid": "L", "Effect": "Allow", "Action": "s3:PutObject", "Resource": "*"}]}}
          """
              .formatted(name);
      List<Artifact> artifacts =
          List.of(
              new Artifact("err.txt", Artifact.Kind.TRACEBACK, REFUSED),
              new Artifact("role-app.json", Artifact.Kind.POLICY_IDENTITY, policy));
      assertThat(DIAGNOSER.diagnose(artifacts).failures().getFirst().verdicts())
          .as(name)
          .noneMatch(v -> v.outcome() instanceof Outcome.Crashed)
          .anyMatch(v -> v.claims() && v.id().equals("permissions/no-identity-allow"));
    }
  }

  private static List<Fix.PolicyEdit> fixes(String export) {
    List<Artifact> artifacts =
        List.of(
            new Artifact("err.txt", Artifact.Kind.TRACEBACK, REFUSED),
            new Artifact("account.json", Artifact.Kind.POLICY_IDENTITY, export));
    return DIAGNOSER.diagnose(artifacts).failures().getFirst().verdicts().stream()
        .flatMap(v ->
            v.outcome() instanceof Outcome.Confirmed c
                ? c.finding().fixes().stream()
                : Stream.<Fix>empty())
        .filter(Fix.PolicyEdit.class::isInstance)
        .map(Fix.PolicyEdit.class::cast)
        .toList();
  }

  private static Proof ofTheSharedPolicy(String export) {
    return fixes(export).stream()
        .filter(f -> f.title().contains("`R`"))
        .findFirst()
        .orElseThrow()
        .proof()
        .orElseThrow();
  }

  private static List<String> of(Proof proof, Part part) {
    return proof.lines().stream().filter(l -> l.part() == part).map(Proof.Line::what).toList();
  }

  @Test
  void othersWhoHaveAChangedPolicyAreNamedWhereTheyAreAllowedTooAndWhereTheyAreNot() {
    String guest = owner("Role", "guest", "", has(READ));
    String vendor = owner("Role", "vendor", DENY, has(READ));
    Proof proof = ofTheSharedPolicy(export(READ, 3, "", "", guest, vendor));
    assertThat(of(proof, Part.OPENED)).containsExactly("`role/guest`, by the same policy");
    assertThat(of(proof, Part.STILL_DENIED)).contains("`role/vendor`, who has the same policy");
    assertThat(proof.supposes()).noneMatch(s -> s.contains("policy/read"));
  }

  @Test
  void membersOfAGroupAreNamedWithTheirGroup() {
    String member = owner("User", "clerk", "", "\"GroupList\": [\"staff\"]");
    String group = owner("Group", "staff", "", has(READ));
    Proof proof = ofTheSharedPolicy(export(READ, 2, member, group));
    assertThat(of(proof, Part.OPENED))
        .containsExactly("`user/clerk` of `group/staff`, by the same policy");
  }

  @Test
  void aKeyOfAnotherThatIsNotKnownIsSaid() {
    String tagged =
        DENY.replace(
            "\"Resource\": \"*\"",
            "\"Resource\": \"*\", \"Condition\": {\"StringEquals\":"
                + " {\"aws:PrincipalTag/team\": \"x\"}}");
    String guest = owner("Role", "guest", tagged, has(READ));
    assertThat(of(ofTheSharedPolicy(export(READ, 2, "", "", guest)), Part.OPENED))
        .containsExactly(
            "`role/guest` (as far as its `aws:PrincipalTag/team` allows), by the same policy");
  }

  @Test
  void thoseWhomTheExportCountsAndDoesNotNameAreSaid() {
    assertThat(ofTheSharedPolicy(export(READ, 3, "", "")).supposes())
        .anyMatch(s -> s.startsWith("2 others that have `" + READ + "`"));
  }

  @Test
  void aPolicyOfTheCallerAloneIsProposedFirstWhereTheOneThatComesNearestIsShared() {
    String guest = owner("Role", "guest", "", has(READ));
    Fix.PolicyEdit first = fixes(export(READ, 2, "", "", guest)).getFirst();
    assertThat(first.title()).endsWith("in a new identity-based policy");
    assertThat(of(first.proof().orElseThrow(), Part.OPENED)).isEmpty();
  }

  @Test
  void aPolicyThatAwsManagesIsNotProposedToBeChanged() {
    String aws = "arn:aws:iam::aws:policy/read";
    assertThat(fixes(export(aws, 1, "", "")))
        .isNotEmpty()
        .allMatch(f -> f.title().endsWith("in a new identity-based policy"));
  }
}
