package awsleuth.iam.repair;

import static awsleuth.iam.repair.Repaired.EVERYTHING;
import static awsleuth.iam.repair.Repaired.assertAllowed;
import static awsleuth.iam.repair.Repaired.policy;
import static awsleuth.iam.repair.Repaired.repair;
import static awsleuth.iam.repair.Repaired.request;
import static org.assertj.core.api.Assertions.assertThat;

import awsleuth.iam.PolicySet;
import awsleuth.iam.policy.Policy;
import awsleuth.iam.policy.PolicyType;
import awsleuth.iam.request.Request;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Conditions that do not say what they surely mean. */
class MeantConditionTest {

  private static final Request FROM_OFFICE =
      request("s3:GetObject", "arn:aws:s3:::b/k", Map.of("aws:SourceIp", "203.0.113.40"));

  /** A policy that is of s3:GetObject under a condition alone, or denies that under it. */
  private static Policy statement(String effect, String condition) {
    boolean deny = effect.equals("Deny");
    return policy(
        deny ? PolicyType.BOUNDARY : PolicyType.IDENTITY,
        """
        {"Version": "2012-10-17", "Statement": [
          {"Effect": "Allow", "Action": "%s", "Resource": "*"},
          {"Effect": "%s", "Action": "s3:GetObject", "Resource": "*", "Condition": %s}]}
        """
            .formatted(deny ? "s3:*" : "s3:ListBucket", effect, condition));
  }

  @Test
  void aRangeIsComparedAsARange() {
    PolicySet set =
        PolicySet.NONE.withIdentity(
            List.of(
                statement("Allow", "{\"StringEquals\": {\"aws:SourceIp\": \"203.0.113.0/24\"}}")));
    List<Proposal> proposals = repair(set, FROM_OFFICE);
    assertThat(proposals.getFirst().title())
        .startsWith("compare `aws:SourceIp` by `IpAddress`, which has ranges, in ");
    assertThat(proposals.getFirst().proof().orElseThrow().lines())
        .extracting(Proof.Line::what)
        .contains("calls with a `aws:SourceIp` that is none of `203.0.113.0/24`");
    assertAllowed(set, proposals, FROM_OFFICE);
  }

  @Test
  void aDenyThatExceptsARangeOrAPatternExceptsIt() {
    assertThat(
            first(
                "{\"StringNotEqualsIfExists\": {\"aws:SourceIp\": \"203.0.113.0/24\"}}",
                FROM_OFFICE))
        .startsWith("compare `aws:SourceIp` by `NotIpAddressIfExists`, which has ranges, in ");
    assertThat(
            first(
                "{\"StringNotEquals\": {\"aws:PrincipalTag/team\": \"a-*\"}}",
                request(
                    "s3:GetObject", "arn:aws:s3:::b/k", Map.of("aws:PrincipalTag/team", "a-b"))))
        .startsWith("compare `aws:PrincipalTag/team` by `StringNotLike`, which has wildcards, in ");
  }

  @Test
  void aSessionIsExceptedByItsRole() {
    Request request = request("s3:GetObject", "arn:aws:s3:::b/k", Map.of());
    assertThat(
            first(
                "{\"StringNotLike\": {\"aws:PrincipalArn\":"
                    + " \"arn:aws:sts::*:assumed-role/app/*\"}}",
                request))
        .startsWith(
            "name the role of the sessions by `arn:aws:iam::*:role/app`, which"
                + " `aws:PrincipalArn` has, in ");
    assertThat(
            first(
                "{\"StringNotLike\": {\"aws:PrincipalArn\":"
                    + " \"arn:aws:sts::*:assumed-role/other/*\"}}",
                request))
        .doesNotStartWith("name the role");
    assertThat(
            first(
                "{\"StringNotLike\": {\"aws:PrincipalArn\":"
                    + " \"arn:aws:sts::*:assumed-role/*/s\"}}",
                request))
        .doesNotStartWith("name the role");
  }

  @Test
  void anAddressOutsideOfTheRangeOrBesideOtherTextIsNotMeant() {
    for (String wanted : List.of("\"198.51.100.0/24\"", "[\"203.0.113.0/24\", \"office\"]")) {
      PolicySet set =
          PolicySet.NONE.withIdentity(
              List.of(
                  statement("Allow", "{\"StringEquals\": {\"aws:SourceIp\": " + wanted + "}}")));
      assertThat(repair(set, FROM_OFFICE))
          .extracting(Proposal::title)
          .noneMatch(t -> t.startsWith("compare"));
    }
  }

  /** The first proposal for a boundary that denies under a condition. */
  private static String first(String condition, Request request) {
    PolicySet set =
        PolicySet.NONE
            .withIdentity(List.of(EVERYTHING))
            .withBoundary(List.of(statement("Deny", condition)));
    List<Proposal> proposals = repair(set, request);
    assertAllowed(set, proposals, request);
    return proposals.getFirst().title();
  }
}
