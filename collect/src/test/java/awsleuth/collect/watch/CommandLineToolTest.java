package awsleuth.collect.watch;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Which {@code aws} is run with {@code --debug}. */
class CommandLineToolTest {

  private static final byte[] SCRIPT = {35, 33, 47, 117, 115, 114};

  @TempDir Path folder;

  private CommandLineTool tool(byte[] head, String... words) throws IOException {
    Path file = folder.resolve("aws");
    Files.write(file, head);
    assertThat(file.toFile().setExecutable(true)).isTrue();
    return CommandLineTool.of(List.of(words), Map.of("PATH", "/nonexistent:" + folder));
  }

  @Test
  void oneWithItsPythonInsideIs() throws IOException {
    byte[] elf = {0x7f, 'E', 'L', 'F', 2};
    CommandLineTool tool = tool(elf, "aws", "s3", "ls");
    assertThat(tool.command()).containsExactly("aws", "--debug", "s3", "ls");
    assertThat(tool.isFiltered()).isTrue();
    assertThat(tool(elf, folder + "/aws", "s3", "ls").isFiltered()).isTrue();
  }

  @Test
  void aScriptIsNotAndNeitherIsOneThatIsAskedForItsLogAnyway() throws IOException {
    byte[] elf = {0x7f, 'E', 'L', 'F', 2};
    assertThat(tool(SCRIPT, "aws", "s3", "ls").isFiltered()).isFalse();
    assertThat(tool(elf, "aws", "s3", "ls", "--debug").isFiltered()).isFalse();
    assertThat(tool(elf, "awslocal", "s3", "ls").isFiltered()).isFalse();
  }
}
