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

  private static java.util.List<String> errors(String line) {
    return BatchLine.read(line).errors();
  }
}
