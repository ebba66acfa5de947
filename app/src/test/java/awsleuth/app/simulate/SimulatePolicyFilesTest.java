package awsleuth.app.simulate;

import static awsleuth.app.simulate.SimulateCommandTest.ALICE;
import static awsleuth.app.simulate.SimulateCommandTest.POLICY;
import static org.assertj.core.api.Assertions.assertThat;

import awsleuth.app.Command;
import awsleuth.app.terminal.Console;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The files of policies that {@code simulate} and {@code policy check} take. */
class SimulatePolicyFilesTest {

  @TempDir private Path folder;

  @Test
  void aPolicyThatCannotBeDecidedOnIsToldWithAllItsFaults() throws IOException {
    Path file = folder.resolve("bad.json");
    Files.writeString(file, "{\"Statement\": [{\"Effect\": \"allow\", \"Resource\": \"*\"}]}");
    Command run =
        Command.pipe(
            "",
            "simulate",
            "--policy",
            file.toString(),
            "--principal",
            ALICE,
            "--action",
            "s3:GetObject");
    assertThat(run.code()).isEqualTo(Console.USAGE);
    assertThat(run.out()).isEmpty();
    assertThat(run.err())
        .contains("bad.json:1:27: Effect is neither `Allow` nor `Deny`")
        .contains("bad.json:1:16: the statement has neither Action nor NotAction");
  }

  @Test
  void ofAFolderJsonThatIsNoPolicyIsNamedAndLeftOut() throws IOException {
    Files.writeString(folder.resolve("p.json"), POLICY);
    Files.writeString(folder.resolve("other.json"), "{\"name\": \"x\"}");
    Command run =
        Command.pipe(
            "",
            "simulate",
            "--policy",
            folder.toString(),
            "--principal",
            ALICE,
            "--action",
            "s3:GetObject");
    assertThat(run.err()).contains("other.json: holds no policy, left out");
    assertThat(run.code()).isIn(Console.FINE, Console.DIAGNOSED);
  }

  @Test
  void aCheckNamesWhatDoesNothing() throws IOException {
    Path file = folder.resolve("check.json");
    Files.writeString(
        file,
        "{\"Version\": \"2012-10-17\", \"Statement\": {\"Effect\": \"Allow\", \"Action\":"
            + " [\"s3:ListObjectsV2\", \"s3:ListAllMyBuckets\"], \"Resource\":"
            + " \"arn:aws:s3:::b\"}}");
    Command run = Command.pipe("", "policy", "check", file.toString());
    assertThat(run.code()).isEqualTo(Console.DIAGNOSED);
    assertThat(run.out())
        .contains("`s3:ListObjectsV2` matches no action; the nearest: `s3:ListBucket`")
        .contains("`s3:ListAllMyBuckets` takes no resource: only the Resource `*` reaches it");
  }

  @Test
  void aPolicyMayBeInUtf16ButNotBinary() throws IOException {
    Path wide = folder.resolve("wide.json");
    Files.write(wide, ("\ufeff" + POLICY).getBytes(java.nio.charset.StandardCharsets.UTF_16LE));
    Command check = Command.pipe("", "policy", "check", wide.toString());
    assertThat(check.out().lines())
        .singleElement()
        .asString()
        .contains("the text begins with a byte order mark");
    Path binary = folder.resolve("binary.json");
    Files.write(binary, new byte[] {1, 0, 2, 3, 0, 0, 0, 5});
    Command refused = Command.pipe("", "policy", "check", binary.toString());
    assertThat(refused.code()).isEqualTo(Console.USAGE);
    assertThat(refused.err()).contains("binary.json: is no text");
  }

  @Test
  void whatAWSPrintsOfABucketIsCheckedAsABucketPolicy() throws IOException {
    Path printed = folder.resolve("get-bucket-policy.json");
    Files.writeString(
        printed,
        "{\"Policy\": \"{\\\"Version\\\":\\\"2012-10-17\\\",\\\"Statement\\\":[{\\\"Effect\\\":"
            + "\\\"Allow\\\",\\\"Principal\\\":{\\\"AWS\\\":\\\"111122223333\\\"},\\\"Action\\\":"
            + "\\\"s3:GetObject\\\",\\\"Resource\\\":\\\"arn:aws:s3:::b/*\\\"}]}\"}");
    Command run = Command.pipe("", "policy", "check", printed.toString());
    assertThat(run.out()).isEmpty();
    assertThat(run.code()).isEqualTo(Console.FINE);
  }

  @Test
  void thePoliciesOfAWholeAccountAreNotThoseOfOnePrincipal() throws IOException {
    Path details = folder.resolve("details.json");
    Files.writeString(details, "{\"UserDetailList\": [], \"RoleDetailList\": [" + POLICY + "]}");
    Command run =
        Command.pipe(
            "",
            "simulate",
            "--principal",
            ALICE,
            "--action",
            "s3:GetObject",
            "--policy",
            details.toString());
    assertThat(run.code()).isEqualTo(Console.USAGE);
    assertThat(run.err()).contains("holds the policies of all users and roles");
  }
}
