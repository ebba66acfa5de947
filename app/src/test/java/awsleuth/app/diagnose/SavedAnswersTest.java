package awsleuth.app.diagnose;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import awsleuth.app.input.InputException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The folder of {@code --save}. */
class SavedAnswersTest {

  @TempDir Path folder;

  @Test
  void whatIsThereIsNeitherOverwrittenNorMixedIn() throws Exception {
    Path own = Files.writeString(folder.resolve("simulation.json"), "mine");
    assertThatThrownBy(() -> SavedAnswers.in(folder.toString()))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("has files already; --save wants a new folder");
    assertThat(own).hasContent("mine");
  }

  @Test
  void onlyTheOwnerMayReadWhatIsKept() throws Exception {
    Path made = folder.resolve("a/b");
    SavedAnswers.in(made.toString()).keep(Map.of("trail.json", "{}"));
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(made)))
        .isEqualTo("rwx------");
    assertThat(
            PosixFilePermissions.toString(
                Files.getPosixFilePermissions(made.resolve("trail.json"))))
        .isEqualTo("rw-------");
  }

  @Test
  void aFolderThatCannotBeMadeIsSaidAtOnce() throws Exception {
    Path file = Files.writeString(folder.resolve("file"), "");
    assertThatThrownBy(() -> SavedAnswers.in(file.resolve("below").toString()))
        .isInstanceOf(InputException.class);
    assertThatThrownBy(() -> SavedAnswers.in(file.toString()))
        .hasMessageContaining("is no folder in which answers can be kept");
  }
}
