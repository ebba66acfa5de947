package awsleuth.app.input;

import static org.assertj.core.api.Assertions.assertThat;

import awsleuth.app.Command;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ManifestTest {

  private static final String REFUSED =
      "An error occurred (AccessDenied) when calling the GetObject operation: User:"
          + " arn:aws:sts::111122223333:assumed-role/etl/job-1 is not authorized to perform:"
          + " s3:GetObject on resource: \"arn:aws:s3:::raw/in/a.csv\" because no %s-based"
          + " policy allows the s3:GetObject action\n";

  @TempDir Path folder;

  @BeforeEach
  void write() throws IOException {
    Files.writeString(folder.resolve("app.log"), REFUSED.formatted("identity"));
    policy("a.json", "\"Sid\": \"Raw\", \"Resource\": \"arn:aws:s3:::raw\"");
    policy("b.json", "\"Sid\": \"Web\", \"Resource\": \"arn:aws:s3:::raw/in/a.csv\"");
  }

  private void policy(String name, String rest) throws IOException {
    Files.writeString(
        folder.resolve(name),
        "{\"Version\": \"2012-10-17\", \"Statement\": [{\"Effect\": \"Allow\", \"Action\":"
            + " \"s3:GetObject\", "
            + rest
            + "}]}\n");
  }

  private Command with(String files) throws IOException {
    Files.writeString(folder.resolve("awsleuth.json"), "{\"files\": {\n" + files + "\n}}\n");
    return Command.run(folder.toString());
  }

  private static String attached(String file, String to) {
    return "\"" + file + "\": {\"attached_to\": \"" + to + "\"}";
  }

  @Test
  void aPolicyOfAnotherRoleIsLeftOutWhateverItsNameIs() throws IOException {
    Command c =
        with(
            attached("a.json", "arn:aws:iam::111122223333:role/team/etl")
                + ",\n"
                + attached("b.json", "arn:aws:iam::111122223333:role/web"));
    assertThat(c.out())
        .contains("confirmed  the allow of `s3:GetObject` names another resource")
        .contains("says that it is attached to `arn:aws:iam::111122223333:role/web`");
  }

  @Test
  void theSameNameInAnotherAccountIsAnotherRole() throws IOException {
    Command c = with(attached("b.json", "arn:aws:iam::444455556666:role/etl"));
    assertThat(c.out()).contains("role/etl`").contains("permissions/resource-not-covered");
  }

  @Test
  void theKindOfAFileIsAsTheManifestSays() throws IOException {
    Files.writeString(folder.resolve("app.log"), REFUSED.formatted("resource"));
    Command c =
        with(
            "\"b.json\": {\"kind\": \"policy:resource\", \"attached_to\": \"arn:aws:s3:::other\"},"
                + attached("a.json", "arn:aws:iam::111122223333:role/etl"));
    assertThat(c.out()).contains("permissions/no-resource-allow");
    String causes = c.out().substring(c.out().indexOf("permissions/no-resource-allow"));
    assertThat(causes).contains("because").doesNotContain("b.json");
    assertThat(c.out()).contains("says     no statement names a Principal");
  }

  @Test
  void whatTheManifestGetsWrongIsSaidAndTheRestIsRead() throws IOException {
    Command c = with("\"gone.json\": {\"kind\": \"policy\"},\n\"a.json\": {\"kind\": \"polcy\"}");
    assertThat(c.err())
        .contains("awsleuth.json:2: names `" + folder.resolve("gone.json") + "`, which is not")
        .contains("awsleuth.json:3: `polcy` is no kind of evidence");
    assertThat(c.out()).contains("AccessDenied calling GetObject");
    assertThat(c.code()).isEqualTo(2);
  }

  @Test
  void aPolicyMayBeAttachedToSeveral() throws IOException {
    Command c =
        with(
            "\"a.json\": {\"attached_to\": [\"arn:aws:iam::111122223333:role/web\","
                + " \"arn:aws:iam::111122223333:role/etl\"]},\n"
                + attached("b.json", "arn:aws:iam::111122223333:role/web"));
    assertThat(c.err()).isEmpty();
    assertThat(c.out()).contains("permissions/resource-not-covered", "a.json:1");
  }

  @Test
  void whatIsNotUnderstoodIsSaidWithItsLine() throws IOException {
    Command c =
        with(
            "\"a.json\": {\"atached_to\": \"arn:aws:iam::111122223333:role/etl\"},\n"
                + "\"b.json\": {\"attached_to\": 7}");
    assertThat(c.err())
        .contains("awsleuth.json:2: `atached_to` says nothing here, `kind` and `attached_to` would")
        .contains("awsleuth.json:3: `attached_to` of `b.json` is no ARN or id, nor a list of them");
    assertThat(c.code()).isEqualTo(2);
  }

  @Test
  void membersOfGroupsStandBesideTheFilesAndWhatIsWrongWithThemIsSaid() throws IOException {
    Files.writeString(
        folder.resolve("awsleuth.json"),
        "{\"groups\": {\"arn:aws:iam::111122223333:group/g\":"
            + " [\"arn:aws:iam::111122223333:user/u\"]}}\n");
    assertThat(Command.run(folder.toString()).err()).isEmpty();
    Files.writeString(
        folder.resolve("awsleuth.json"), "{\"groups\": {\"g\": [\"u\"]}, \"files\": {}}\n");
    assertThat(Command.run(folder.toString()).err())
        .contains("awsleuth.json:1: `groups` has `g`, which is no ARN of a group with a list of");
  }

  @Test
  void whatWasNotReadIsAListOfPolicies() throws IOException {
    String policy =
        "{\"kind\": \"policy:identity\", \"attached_to\":"
            + " \"arn:aws:iam::111122223333:role/web\", \"what\": \"the policy p of web\"}";
    Files.writeString(folder.resolve("awsleuth.json"), "{\"unread\": [" + policy + "]}\n");
    assertThat(Command.run(folder.toString()).err()).isEmpty();
    Files.writeString(folder.resolve("awsleuth.json"), "{\"unread\": [" + policy + ", \"p\"]}\n");
    assertThat(Command.run(folder.toString()).err())
        .contains("awsleuth.json:1: `unread` is no list of objects");
  }

  @Test
  void aManifestThatIsNoneIsSaidToBeNone() throws IOException {
    Files.writeString(folder.resolve("awsleuth.json"), "{\"fils\": {}}\n");
    assertThat(Command.run(folder.toString()).err())
        .contains(
            "awsleuth.json:1: `fils` says nothing here, `files`, `groups` and `unread` would",
            "has no `files`");
    Files.writeString(folder.resolve("awsleuth.json"), "files: a.json\n");
    assertThat(Command.run(folder.toString()).err()).contains("is no JSON object such as");
  }
}
