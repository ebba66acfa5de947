package awsleuth.app.policy;

import static org.assertj.core.api.Assertions.assertThat;

import awsleuth.app.Command;
import awsleuth.app.terminal.Console;
import awsleuth.testkit.Json;
import awsleuth.testkit.JsonSchema;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * {@code awsleuth policy diff} of the pairs in {@code policy-diff/}. {@code -Dgolden=rewrite}
 * writes their renderings anew.
 */
class PolicyDiffCommandTest {

  private static final Path RESOURCES = Path.of("src/test/resources/awsleuth/app/policy-diff");

  private static String file(String name) {
    return RESOURCES.resolve(name).toString();
  }

  private static Command diff(String pair, String format) {
    return Command.run(
        "policy", "diff", "--format", format, file(pair + ".old.json"), file(pair + ".new.json"));
  }

  @ParameterizedTest
  @CsvSource({
    "identity,text",
    "identity,json",
    "identity,markdown",
    "bucket,text",
    "bucket,json",
    "bucket,markdown",
    "home,text",
    "home,json",
    "home,markdown"
  })
  void aPairIsComparedAsBefore(String pair, String format) throws IOException {
    Command c = diff(pair, format);
    Path golden = RESOURCES.resolve(pair + "." + format + ".golden");
    if (System.getProperty("golden", "").equals("rewrite")) {
      Files.writeString(golden, c.out());
    }
    assertThat(c.out()).isEqualTo(Files.readString(golden));
    assertThat(c.err()).isEmpty();
    assertThat(c.code()).isEqualTo(Console.DIAGNOSED);
  }

  @ParameterizedTest
  @ValueSource(strings = {"identity", "bucket", "home"})
  void theJsonIsAsTheSchemaHasIt(String pair) throws IOException {
    JsonSchema schema = JsonSchema.of(Files.readString(Path.of("../docs/policy-diff.schema.json")));
    assertThat(schema.faults(Json.object(diff(pair, "json").out()))).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"identity", "bucket", "home"})
  void aPolicyDoesNotDifferFromItself(String pair) {
    String old = file(pair + ".old.json");
    Command c = Command.run("policy", "diff", old, old);
    assertThat(c.out()).isEqualTo("no difference: both decide every request alike\n");
    assertThat(c.code()).isEqualTo(Console.FINE);
  }

  @Test
  void aNarrowedPolicyLetsNothingIn() {
    assertThat(diff("home", "text").out())
        .endsWith("no new access: no request is newly allowed\n")
        .doesNotContain("newly allowed\n  actions");
  }

  @Test
  void policiesOfTwoTypesAreNotCompared() {
    Command c = Command.run("policy", "diff", file("identity.old.json"), file("bucket.old.json"));
    assertThat(c.err()).contains("the policies are of different types");
    assertThat(c.code()).isEqualTo(Console.USAGE);
  }

  @Test
  void whatCannotBeReadIsNotCompared() {
    Command c = Command.run("policy", "diff", file("identity.old.json"), "nosuch.json");
    assertThat(c.err()).contains("nosuch.json: cannot be read");
    assertThat(c.code()).isEqualTo(Console.USAGE);
    assertThat(Command.run("policy", "diff", "one.json").code()).isEqualTo(Console.USAGE);
  }
}
