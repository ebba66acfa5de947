package awsleuth.app.verify;

import static org.assertj.core.api.Assertions.assertThat;

import awsleuth.app.Command;
import awsleuth.testkit.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A Deny from which more is excepted than was proven, of which the proof has no example. */
class WeakenedDenyTest {

  private static final String REFUSED =
      "botocore.exceptions.ClientError: An error occurred (AccessDenied) when calling the GetObject"
          + " operation: User: arn:aws:iam::111122223333:user/etl is not authorized to perform:"
          + " s3:GetObject on resource: \"arn:aws:s3:::data/k\" with an explicit deny in a ";

  private static final String ALLOW =
      """
      {"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Action": "s3:*",
        "Resource": ["arn:aws:s3:::data", "arn:aws:s3:::data/*"]}]}
      """;

  private static final String ONLY_OPS =
      """
      {"Version": "2012-10-17", "Statement": [{"Sid": "OnlyOps", "Effect": "Deny",%s
        "Action": "s3:*", "Resource": ["arn:aws:s3:::data", "arn:aws:s3:::data/*"],
        "Condition": {"ArnNotEquals": {"aws:PrincipalArn": "arn:aws:iam::111122223333:role/ops"}}}]}
      """;

  private static final Pattern AFTER =
      Pattern.compile("\"after\":(\"\\{(?:[^\"\\\\]|\\\\.)*OnlyOps(?:[^\"\\\\]|\\\\.)*\")");

  @TempDir Path folder;

  private Path incident;

  @BeforeEach
  void allow() throws IOException {
    incident = Files.createDirectory(folder.resolve("incident"));
    Files.writeString(incident.resolve("user-policy.json"), ALLOW);
  }

  private String proven(Path policy, String layer, String text) throws IOException {
    Files.writeString(incident.resolve("app.log"), REFUSED + layer + "\n");
    Files.writeString(policy, text);
    String json = Command.run("diagnose", "--format", "json", incident.toString()).out();
    Files.writeString(folder.resolve("diagnosis.json"), json);
    Matcher after = AFTER.matcher(json);
    assertThat(after.find()).isTrue();
    return String.valueOf(Json.object("{\"text\": " + after.group(1) + "}").get("text"));
  }

  private void isSeen(String file, String layer, String text) throws IOException {
    Path policy = incident.resolve(file);
    String after = proven(policy, layer, text);
    Files.writeString(policy, after);
    Command exact = verify();
    assertThat(exact.out()).contains("holds for the files as they are: ");
    assertThat(exact.code()).isZero();

    Files.writeString(policy, after.replaceFirst("role/ops", "role/*"));
    Command weak = verify();
    assertThat(weak.out())
        .contains("does not hold for the files as they are", "not to be: no longer denied `s3:");
    assertThat(weak.code()).isEqualTo(1);

    Files.writeString(policy, after.replaceFirst("\"s3:\\*\"", "[\"s3:Get*\", \"s3:*\"]"));
    Command same = verify();
    assertThat(same.out()).as("laid out otherwise").contains("holds for the files as they are: ");
    assertThat(same.code()).isZero();
  }

  private Command verify() {
    return Command.run("verify", folder.resolve("diagnosis.json").toString());
  }

  @Test
  void ofABucketPolicyIsSeen() throws IOException {
    isSeen(
        "bucket-policy.json",
        "resource-based policy",
        ONLY_OPS.formatted(" \"Principal\": \"*\","));
  }

  @Test
  void ofAServiceControlPolicyIsSeen() throws IOException {
    Files.writeString(
        incident.resolve("scp-full.json"),
        """
        {"Version": "2012-10-17", "Statement": [
          {"Effect": "Allow", "Action": "*", "Resource": "*"}]}
        """);
    isSeen("scp-ops.json", "service control policy", ONLY_OPS.formatted(""));
  }
}
