package awsleuth.iam.batch;

import static org.assertj.core.api.Assertions.assertThat;

import awsleuth.iam.Authorizer;
import awsleuth.iam.Result;
import org.junit.jupiter.api.Test;

class BatchLineTest {

  @Test
  void aLineIsDecided() {
    BatchLine line =
        BatchLine.read(
            """
            {"name": "a", "request": {"principal": "arn:aws:iam::111122223333:user/alice",
              "action": "s3:GetObject", "resource": "arn:aws:s3:::b/k", "context": {}},
             "identityPolicies": [{"Version": "2012-10-17", "Statement":
               {"Effect": "Allow", "Action": "s3:Get*", "Resource": "arn:aws:s3:::b/*"}}]}
            """);
    assertThat(line.errors()).isEmpty();
    assertThat(Authorizer.of(line.policies()).decide(line.request().orElseThrow()))
        .isEqualTo(Result.ALLOWED);
  }

  @Test
  void anUnknownKeyLeavesTheDecisionOpen() {
    BatchLine line =
        BatchLine.read(
            """
            {"name": "a", "request": {"principal": "arn:aws:iam::111122223333:user/alice",
              "action": "s3:GetObject", "resource": "arn:aws:s3:::b/k"}, "unknown": ["aws:SourceVpc"],
             "identityPolicies": [{"Version": "2012-10-17", "Statement":
               {"Effect": "Allow", "Action": "*", "Resource": "*",
                "Condition": {"StringEquals": {"aws:sourcevpc": "vpc-1"}}}}]}
            """);
    assertThat(Authorizer.of(line.policies()).decide(line.request().orElseThrow()))
        .isEqualTo(Result.UNKNOWN);
  }

  @Test
  void whatKeepsALineFromBeingDecidedIsTold() {
    assertThat(BatchLine.read("[]").errors()).containsExactly("the line is no JSON object");
    assertThat(
            BatchLine.read("{\"name\": \"a\", \"request\": {\"action\": \"GetObject\"}}").errors())
        .containsExactly("`action` in `request` is not of the form service:Action");
    assertThat(
            BatchLine.read(
                    """
                    {"name": "a", "request": {"principal": "arn:aws:iam::111122223333:user/alice",
                      "action": "s3:GetObject", "resource": "*"},
                     "identityPolicies": [{"Statement": {"Effect": "allow", "Resource": "*"}}]}
                    """)
                .errors())
        .hasSize(2)
        .allMatch(e -> e.startsWith("identityPolicies[0]:1:"));
  }

  @Test
  void aFieldOfAWrongTypeIsAnErrorAndNeverLeftOut() {
    String request =
        "\"request\": {\"principal\": \"arn:aws:iam::111122223333:user/alice\", \"action\":"
            + " \"s3:GetObject\", \"resource\": \"*\"}";
    assertThat(errors("{" + request + ", \"scps\": {\"id\": \"root\", \"policies\": []}}"))
        .containsExactly("`scps` is no list of levels");
    assertThat(errors("{" + request + ", \"scps\": [{\"policies\": {}}]}"))
        .containsExactly("the `policies` of `scps` are no list");
    assertThat(errors("{" + request + ", \"unknown\": \"aws:SourceVpc\"}"))
        .containsExactly("`unknown` is no list");
    assertThat(errors("{\"name\": {" + request + "}, " + request + "}"))
        .containsExactly("`name` is no string");
    assertThat(errors("{" + request.replace("\"*\"", "[\"*\"]") + "}"))
        .containsExactly("`resource` is no string");
    assertThat(errors("{" + request + "} more")).hasSize(1);
  }

  @Test
  void aFieldThatSeemsToBeMeantForOneOfTheContractIsNotPassedOver() {
    String request =
        "\"request\": {\"principal\": \"arn:aws:iam::111122223333:user/alice\", \"action\":"
            + " \"s3:GetObject\", \"resource\": \"*\"}";
    assertThat(errors("{" + request + ", \"permissionsBoundary\": null}"))
        .containsExactly(
            "there is no field `permissionsBoundary`; the nearest is `permissionBoundary`");
    assertThat(errors("{" + request + ", \"scp\": []}"))
        .containsExactly("there is no field `scp`; the nearest is `scps`");
    assertThat(errors("{" + request + ", \"bucketPolicy\": {}}"))
        .containsExactly("there is no field `bucketPolicy`, though it seems to hold policies");
    assertThat(errors("{" + request + ", \"context\": {}}"))
        .containsExactly("`context` is a field of `request`");
    assertThat(errors("{" + request.replace("resource", "Resource") + "}"))
        .containsExactly("there is no field `Resource`; the nearest is `resource`");
    assertThat(errors("{" + request + ", \"settings\": {\"s3\": {\"blockPublicAcces\": true}}}"))
        .containsExactly(
            "there is no field `blockPublicAcces`; the nearest is `blockPublicAccess`");
    assertThat(errors("{" + request + ", \"doc\": \"x\", \"rule\": 1, \"expected\": \"Allowed\"}"))
        .isEmpty();
  }

  @Test
  void whereALineStopsBeingJsonIsToldInPlainWords() {
    assertThat(errors("nonsense"))
        .containsExactly("the line is no JSON: `n` cannot stand here (column 1)");
    assertThat(errors("{\"name\": \"a\""))
        .containsExactly("the line is no JSON: it ends before it is complete");
  }

  private static java.util.List<String> errors(String line) {
    return BatchLine.read(line).errors();
  }
}
