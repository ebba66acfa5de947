package awsleuth.app.page;

import static org.assertj.core.api.Assertions.assertThat;

import awsleuth.app.Command;
import awsleuth.app.terminal.Console;
import awsleuth.app.terminal.Screen;
import awsleuth.core.cause.Cause;
import awsleuth.core.cause.Causes;
import awsleuth.core.page.Page;
import awsleuth.testkit.Json;
import awsleuth.testkit.JsonSchema;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** What {@code awsleuth causes} and {@code awsleuth explain} print. */
class PagesCommandsTest {

  @Test
  void aPageEndsWithAnExampleAndWhatIsSaidOfIt() {
    assertThat(Command.run("explain", "expired-token").out())
        .startsWith("The session token has expired  credentials/expired-token\n\nWhat happened\n")
        .contains("\nExample\n  An error occurred (ExpiredTokenException) when calling")
        .contains("\n    confirmed  the temporary credentials have expired")
        .contains("\n      check    aws sts get-caller-identity")
        .doesNotContain("others (--all)", "awsleuth explain");
  }

  @Test
  void onATerminalTheExampleEndsThereToo() {
    Page page = Page.of("network/no-region").orElseThrow();
    PageExample example = PageExample.of(page, new Screen(true, 78)).orElseThrow();
    assertThat(example.answer()).contains("\u001b[", "aws").doesNotContain("ruled out", "--all");
  }

  @Test
  void evidenceThatIsNoTextStandsBelowItsOption() {
    assertThat(Command.run("explain", "condition-not-met").out())
        .contains("\n  --policy:identity\n  {\n");
  }

  @Test
  void everyCauseHasAnExample() {
    List<String> without =
        Causes.all().stream()
            .map(Cause::id)
            .filter(id -> Page.of(id).flatMap(p -> PageExample.of(p, Screen.PIPE)).isEmpty())
            .toList();
    assertThat(without).isEmpty();
  }

  @Test
  void habitsHaveTheirPagesWithout() {
    assertThat(Command.run("explain", "lint/silent-except").out())
        .contains("lint/silent-except")
        .doesNotContain("\nExample\n");
  }

  @Test
  void bothAreJsonThatFollowsTheirSchema() throws IOException {
    JsonSchema schema = JsonSchema.of(Files.readString(Path.of("../docs/pages.schema.json")));
    Map<?, ?> causes = json("causes", "--format", "json", "network");
    assertThat(schema.faults(causes)).isEmpty();
    assertThat((List<?>) causes.get("causes")).hasSizeGreaterThan(5);
    assertThat(causes.toString()).contains("network/no-region").doesNotContain("credentials/");
    Map<?, ?> page = json("explain", "--format", "json", "no-region");
    assertThat(schema.faults(page)).isEmpty();
    assertThat(page.get("id")).isEqualTo("network/no-region");
    assertThat(((Map<?, ?>) Objects.requireNonNull(page.get("sections"))).keySet())
        .extracting(Object::toString)
        .containsExactly("What happened", "Why", "Fix", "Check");
  }

  private static Map<?, ?> json(String... words) {
    return (Map<?, ?>) Json.object(Command.run(words).out());
  }

  @Test
  void anotherFormIsWrongUsage() {
    for (String command : List.of("causes", "explain")) {
      Command said =
          command.equals("causes")
              ? Command.run(command, "--format", "xml")
              : Command.run(command, "--format", "xml", "no-region");
      assertThat(said.code()).isEqualTo(Console.USAGE);
      assertThat(said.err()).contains("--format is text or json, not `xml`");
    }
  }
}
