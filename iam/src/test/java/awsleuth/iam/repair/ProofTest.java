package awsleuth.iam.repair;

import static awsleuth.iam.repair.Repaired.policy;
import static awsleuth.iam.repair.Repaired.request;
import static org.assertj.core.api.Assertions.assertThat;

import awsleuth.iam.Authorizer;
import awsleuth.iam.Decision;
import awsleuth.iam.PolicySet;
import awsleuth.iam.policy.Policy;
import awsleuth.iam.policy.PolicyType;
import awsleuth.iam.repair.Proof.Part;
import awsleuth.iam.request.Context;
import awsleuth.iam.request.Request;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ProofTest {

  private static final Policy READ =
      identity(
          "{\"Sid\": \"Read\", \"Effect\": \"Allow\", \"Action\": \"s3:GetObject\","
              + " \"Resource\": \"arn:aws:s3:::in/*\"}");
  private static final Request REFUSED = request("s3:GetObject", "arn:aws:s3:::out/k", Map.of());
  private static final Proof.Witness MADE =
      new Proof.Witness("trail.json:12", request("s3:GetObject", "arn:aws:s3:::in/k", Map.of()));

  private static Policy identity(String statement) {
    return policy(
        PolicyType.IDENTITY,
        "{\"Version\": \"2012-10-17\",\n\"Statement\": [\n" + statement + "]}");
  }

  private static Proof first(PolicySet set, Request request, Proof.Witness... witnesses) {
    Decision decision = Authorizer.of(set).explain(request);
    return Repairs.of(
            set,
            decision,
            _ -> List.of("s3:GetObject", "s3:PutObject"),
            new Beside(List.of(witnesses), List.of(), List.of(), List.of(), _ -> false))
        .all()
        .getFirst()
        .proof()
        .orElseThrow();
  }

  private static List<String> of(Proof proof, Part part) {
    return proof.lines().stream().filter(l -> l.part() == part).map(Proof.Line::what).toList();
  }

  @Test
  void theRequestComesFirstWithTheStatementThatDoesNotAllowIt() {
    Proof proof = first(PolicySet.NONE.withIdentity(List.of(READ)), REFUSED);
    assertThat(proof.holds()).isTrue();
    assertThat(proof.lines().getFirst())
        .isEqualTo(
            new Proof.Line(Part.REQUEST, "the request", 1, List.of(Proof.Asked.of(REFUSED))));
    assertThat(proof.deniedBy())
        .containsExactly(
            new Proof.Denier(
                "Sid `Read` does not allow it", "identity.json", java.util.Optional.of(3)));
  }

  @Test
  void everyStatementThatDeniesIsNamed() {
    Policy deny =
        policy(
            PolicyType.BOUNDARY,
            "{\"Version\": \"2012-10-17\", \"Statement\": {\"Sid\": \"Never\", \"Effect\":"
                + " \"Deny\", \"Action\": \"s3:*\", \"Resource\": \"arn:aws:s3:::out/*\"}}");
    Proof proof =
        first(PolicySet.NONE.withIdentity(List.of(READ)).withBoundary(List.of(deny)), REFUSED);
    assertThat(proof.deniedBy())
        .extracting(Proof.Denier::words)
        .contains("Sid `Never` denies it", "Sid `Read` does not allow it");
  }

  @Test
  void neighboursThatStayDeniedAreTold() {
    Proof proof = first(PolicySet.NONE.withIdentity(List.of(READ)), REFUSED);
    assertThat(of(proof, Part.STILL_DENIED))
        .contains("1 other action on the same resource", "the objects of every bucket");
  }

  @Test
  void neighboursOfARequestWhosePrincipalsArnIsNotKnownAreAskedWithTheOneThatTheChangeNames() {
    Policy bucket =
        policy(
            PolicyType.RESOURCE,
            "{\"Version\": \"2012-10-17\", \"Statement\": {\"Effect\": \"Deny\","
                + " \"NotPrincipal\": {\"AWS\": \"arn:aws:iam::111122223333:role/new\"},"
                + " \"Action\": \"s3:*\", \"Resource\": \"arn:aws:s3:::in/*\"}}");
    Proof proof =
        first(
            PolicySet.NONE.withIdentity(List.of(READ)).withResource(List.of(bucket)),
            new Request(
                REFUSED.principal(),
                "s3:GetObject",
                "arn:aws:s3:::in/k",
                "111122223333",
                Context.OPEN));
    assertThat(proof.dependsOn()).singleElement().asString().startsWith("`aws:PrincipalArn` is");
    assertThat(of(proof, Part.OPENED)).contains("every object of the bucket `in`");
    assertThat(of(proof, Part.STILL_DENIED)).contains("1 other action on the same resource");
  }

  @Test
  void whatWasAllowedIsDecidedAgain() {
    Proof proof = first(PolicySet.NONE.withIdentity(List.of(READ)), REFUSED, MADE);
    assertThat(of(proof, Part.STILL_ALLOWED)).containsExactly("trail.json:12");
  }

  @Test
  void whatThePoliciesGivenDoNotAllowIsNoWitness() {
    Proof.Witness other =
        new Proof.Witness("trail.json:13", request("s3:PutObject", "arn:aws:s3:::in/k", Map.of()));
    Proof proof = first(PolicySet.NONE.withIdentity(List.of(READ)), REFUSED, other);
    assertThat(of(proof, Part.STILL_ALLOWED)).isEmpty();
    assertThat(of(proof, Part.LOST)).isEmpty();
  }

  @Test
  void aChangeThatTakesSomethingAwayProvesNothing() {
    PolicySet before = PolicySet.NONE.withIdentity(List.of(READ));
    Policy moved =
        identity(
            "{\"Effect\": \"Allow\", \"Action\": \"s3:GetObject\","
                + " \"Resource\": \"arn:aws:s3:::out/*\"}");
    Proof proof =
        new Proving(
                before,
                Authorizer.of(before),
                Authorizer.of(before).explain(REFUSED),
                new Beside(List.of(MADE), List.of(), List.of(), List.of(), _ -> false))
            .of(before.withIdentity(List.of(moved)), new Widened(), Map.of());
    assertThat(of(proof, Part.LOST)).containsExactly("trail.json:12");
    assertThat(proof.holds()).isFalse();
  }

  @Test
  void whatRestsOnAnUnknownKeyIsNoProof() {
    Proof proof = first(PolicySet.NONE.withIdentity(List.of(READ)), REFUSED);
    Proof assumed = proof.assuming(Map.of("aws:SecureTransport", "true"));
    assertThat(assumed.holds()).isFalse();
    assertThat(assumed.dependsOn()).containsExactly("`aws:SecureTransport` is `true`");
  }
}
