package awsleuth.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is read of what the user names, and what is said of the rest. */
class InputsTest {

  private static final String ERROR =
      "An error occurred (AccessDenied) when calling the GetObject operation: Access Denied\n";

  @TempDir Path root;
  private Path folder;

  @BeforeEach
  void make() throws IOException {
    folder = Files.createDirectory(root.resolve("incident"));
  }

  private Path file(String name, String text) throws IOException {
    Path file = folder.resolve(name);
    Files.createDirectories(file.getParent());
    return Files.writeString(file, text);
  }

  private static String run(Object... args) {
    String[] words = new String[args.length];
    for (int i = 0; i < args.length; i++) {
      words[i] = args[i].toString();
    }
    return GoldenTest.run(new byte[0], words);
  }

  @Test
  void hiddenFilesAndFoldersOfAFolderAreLeftOut() throws IOException {
    file(".git/logs/a.log", ERROR);
    file("sub/.cache/a.log", ERROR);
    file(".hidden", ERROR);
    assertThat(run(folder)).contains("no failed AWS call found");
    file("sub/app.log", ERROR);
    assertThat(run(folder)).contains("sub/app.log:1").doesNotContain("times");
  }

  @Test
  void aHiddenFolderThatIsNamedItselfIsRead() throws IOException {
    file(".aws/last.log", ERROR);
    assertThat(run(folder.resolve(".aws"))).contains("last.log:1");
  }

  @Test
  void whatCannotBeReadIsSaidInOneLineAndTheOthersAreRead() throws IOException {
    Path good = file("app.log", ERROR);
    Path cut = folder.resolve("cut.log.gz");
    Files.write(cut, new byte[] {0x1f, (byte) 0x8b, 8, 0, 0, 0});
    String shown = run(folder.resolve("absent.log"), good, cut);
    assertThat(shown).contains("AccessDenied calling GetObject");
    assertThat(shown.lines().filter(l -> l.startsWith("awsleuth: ")))
        .hasSize(2)
        .anyMatch(l -> l.contains("absent.log: cannot be read (there is no such file)"))
        .anyMatch(l -> l.contains("cut.log.gz: cannot be read"));
  }

  @Test
  void aTrailOfMoreThanALogThatIsHeldIsReadAsATrail() throws IOException {
    String event =
        "{\"eventVersion\": \"1.11\", \"eventName\": \"GetObject\", \"eventSource\":"
            + " \"s3.amazonaws.com\", \"errorCode\": \"AccessDenied\", \"requestParameters\":"
            + " {\"filler\": \""
            + "x".repeat(3000)
            + "\"}}";
    StringBuilder records = new StringBuilder("{\"Records\": [" + event);
    while (records.length() < Inputs.WHOLE + 100) {
      records.append(",\n").append(event);
    }
    Path trail = file("trail.json", records.append("]}").toString());
    assertThat(run(trail)).contains("AccessDenied calling GetObject");
  }

  @Test
  void aDocumentThatIsTooLargeIsSaidToBe() throws IOException {
    Path policy = file("policy.json", " ".repeat(17 << 20));
    assertThat(run("--policy:identity", policy))
        .contains("larger than 16 MB, which is too large for policy:identity");
  }

  @Test
  void aPipeIsReadOnceFromItsBeginning() throws IOException {
    String text = ERROR + "all is well\n".repeat(Inputs.WHOLE / 11);
    InputStream once =
        new java.io.ByteArrayInputStream(text.getBytes(java.nio.charset.StandardCharsets.UTF_8));
    Inputs.Read read = Inputs.read(List.of(new Named("-", awsleuth.core.Artifact.Kind.ANY)), once);
    try (InputStream in = read.large().getFirst().opening().open()) {
      assertThat(in.readAllBytes()).hasSize(text.length());
    }
  }
}
