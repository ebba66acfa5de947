package awsleuth.app.verify;

import static org.assertj.core.api.Assertions.assertThat;

import awsleuth.app.Command;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DiagnosisInFolderTest {

  private static final String DENIED =
      "botocore.exceptions.ClientError: An error occurred (AccessDenied) when calling the GetObject"
          + " operation: User: arn:aws:iam::111122223333:user/ann is not authorized to perform:"
          + " s3:GetObject on resource: \"arn:aws:s3:::reports/a.csv\" because no identity-based"
          + " policy allows the s3:GetObject action\n";

  @TempDir Path folder;

  private Path diagnosis;
  private Command made;

  @BeforeEach
  void diagnose() throws IOException {
    diagnosis = folder.resolve("diagnosis.json");
    Files.writeString(folder.resolve("error.txt"), DENIED);
    allow("s3:ListBucket", "arn:aws:s3:::reports");
    made = Command.run(folder.toString(), "--format", "json");
    Files.writeString(diagnosis, made.out());
  }

  private void allow(String action, String resource) throws IOException {
    Files.writeString(
        folder.resolve("ann-policy.json"),
        "{\"Version\": \"2012-10-17\", \"Statement\": [{\"Effect\": \"Allow\", \"Action\": \""
            + action
            + "\", \"Resource\": \""
            + resource
            + "\"}]}\n");
  }

  private String verified() {
    return Command.run("verify", diagnosis.toString()).out();
  }

  @Test
  void aDiagnosisIsNoEvidence() throws IOException {
    assertThat(Command.run(folder.toString(), "--format", "json").out()).isEqualTo(made.out());
    assertThat(Command.run(diagnosis.toString()).out())
        .contains("(a diagnosis, which is no evidence: `awsleuth verify` reads it)");
    Files.writeString(diagnosis, "\n" + made.out().replace(",\"", ",\n  \"").replace(":", " : "));
    assertThat(Command.run(diagnosis.toString()).out()).contains("which is no evidence");
  }

  @Test
  void theProofIsNotHeldAgainstThePoliciesInTheDiagnosisItself() throws IOException {
    String named = "\"inputs\":[{\"artifact\":\"%s\",\"kind\":\"any\"},".formatted(diagnosis);
    Files.writeString(diagnosis, made.out().replace("\"inputs\":[", named));
    assertThat(verified()).contains("still there", "holds again");
    allow("s3:GetObject", "arn:aws:s3:::reports/a.csv");
    assertThat(verified()).contains("ruled out").doesNotContain("not to be");
  }

  @Test
  void filesAreNamedFromWhereTheDiagnosisWasMade() throws IOException {
    String here = folder.toString();
    Files.writeString(diagnosis, made.out().replace(here + "/", "./"));
    assertThat(verified()).contains("still there", "holds again");
    Files.writeString(diagnosis, made.out().replace(here, "" + folder.getFileName()));
    assertThat(verified()).contains("still there", "holds again");
    allow("s3:GetObject", "arn:aws:s3:::reports/a.csv");
    assertThat(verified()).contains("ruled out").doesNotContain("cannot be run again");
  }

  @Test
  void whatIsAroundTheFolderOfTheDiagnosisIsNotRead() throws IOException {
    Path inner = Files.createDirectory(folder.resolve("inner"));
    String moved = made.out().replace(folder + "/", "");
    diagnosis = Files.writeString(inner.resolve("d.json"), moved);
    assertThat(verified()).contains("cannot be run again");
  }
}
