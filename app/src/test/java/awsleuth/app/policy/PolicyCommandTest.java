package awsleuth.app.policy;

import static org.assertj.core.api.Assertions.assertThat;

import awsleuth.app.Command;
import awsleuth.app.terminal.Console;
import awsleuth.testkit.Json;
import awsleuth.testkit.JsonSchema;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * {@code awsleuth policy check}, also of the folder {@code policies/} as a whole. {@code
 * -Dgolden=rewrite} writes its renderings anew.
 */
class PolicyCommandTest {

  private static final Path RESOURCES = Path.of("src/test/resources/awsleuth/app");
  private static final String MISSPELT =
      "{\"Version\": \"2012-10-17\", \"Statement\":"
          + " {\"Effect\": \"Allow\", \"Action\": \"s3:GetObjet\", \"Resource\": \"*\"}}";

  @TempDir private Path folder;

  private static Command check(String format) {
    String policies = RESOURCES.resolve("policies").toString();
    return Command.run("policy", "check", "--format", format, policies);
  }

  @ParameterizedTest
  @ValueSource(strings = {"text", "json"})
  void aFolderIsCheckedAsBefore(String format) throws IOException {
    Command c = check(format);
    Path golden = RESOURCES.resolve("policies." + format);
    if (System.getProperty("golden", "").equals("rewrite")) {
      Files.writeString(golden, c.out());
    }
    assertThat(c.out()).isEqualTo(Files.readString(golden));
    assertThat(c.err()).isEmpty();
    assertThat(c.code()).isEqualTo(Console.DIAGNOSED);
  }

  @Test
  void theJsonIsAsTheSchemaHasIt() throws IOException {
    JsonSchema schema = JsonSchema.of(Files.readString(Path.of("../docs/policy.schema.json")));
    assertThat(schema.faults(Json.object(check("json").out()))).isEmpty();
  }

  @Test
  void aFileThatCannotBeReadDoesNotHideTheOthers() throws IOException {
    Files.write(folder.resolve("a.json"), new byte[] {1, 0, 2, 3, 0, 0, 0, 5});
    Files.writeString(folder.resolve("b.json"), MISSPELT, StandardCharsets.UTF_8);
    Command c = Command.run("policy", "check", folder.toString(), "nosuch.json");
    assertThat(c.code()).isEqualTo(Console.USAGE);
    assertThat(c.out()).contains("b.json:1:").contains("`s3:GetObjet` matches no action");
    assertThat(c.err())
        .contains("a.json: is no text\n")
        .contains("nosuch.json: cannot be read (there is no such file)\n");
  }

  @Test
  void aFolderWithoutPoliciesIsSaid() {
    Command c = Command.run("policy", "check", folder.toString());
    assertThat(c.code()).isEqualTo(Console.USAGE);
    assertThat(c.err()).contains(": the folder has no .json file");
  }
}
