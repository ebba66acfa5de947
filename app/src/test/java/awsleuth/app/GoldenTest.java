package awsleuth.app;

import static org.assertj.core.api.Assertions.assertThat;

import awsleuth.app.terminal.Screen;
import awsleuth.testkit.Json;
import awsleuth.testkit.JsonSchema;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * Whole renderings of the inputs in {@code golden/}, with the options beside them, and of the
 * {@code examples/} that users are shown: as text, JSON and Markdown, and as text on a terminal of
 * 80 columns. {@code -Dgolden=rewrite} writes them anew.
 */
class GoldenTest {

  private static final Path FOLDER = Path.of("src/test/resources/awsleuth/app/golden");
  private static final Path EXAMPLES = Path.of("../examples");
  private static final Screen TERMINAL = new Screen(true, 80);

  @TestFactory
  Stream<DynamicTest> theRenderingIsAsBefore() throws IOException {
    List<DynamicTest> tests = new ArrayList<>();
    for (Path input : inputs()) {
      for (String form : List.of("text", "json", "markdown", "terminal")) {
        String name = name(input) + "." + form;
        tests.add(DynamicTest.dynamicTest(name, () -> compare(name, render(input, form))));
      }
    }
    assertThat(tests).hasSizeGreaterThan(80);
    return tests.stream();
  }

  @TestFactory
  Stream<DynamicTest> theJsonIsAsTheSchemaHasIt() throws IOException {
    JsonSchema schema = JsonSchema.of(Files.readString(Path.of("../docs/diagnosis.schema.json")));
    return inputs().stream()
        .map(input ->
            DynamicTest.dynamicTest(
                name(input),
                () ->
                    assertThat(schema.faults(Json.object(render(input, "json", "--all"))))
                        .isEmpty()));
  }

  private static List<Path> inputs() throws IOException {
    try (Stream<Path> inputs = Files.list(FOLDER);
        Stream<Path> examples = Files.list(EXAMPLES)) {
      return Stream.concat(
              inputs.filter(f -> f.toString().endsWith(".input")),
              examples.filter(f -> !f.endsWith("README.md")))
          .sorted()
          .toList();
    }
  }

  private static String name(Path input) {
    String name = input.getFileName().toString();
    return input.startsWith(EXAMPLES) ? "example-" + name : name.replace(".input", "");
  }

  private static String render(Path input, String form, String... more) throws IOException {
    boolean terminal = form.equals("terminal");
    List<String> args = new ArrayList<>(List.of("--format", terminal ? "text" : form));
    args.addAll(List.of(more));
    Path options = FOLDER.resolve(name(input) + ".args");
    if (Files.exists(options)) {
      args.addAll(List.of(Files.readString(options).strip().split(" ")));
    }
    byte[] piped = new byte[0];
    if (input.startsWith(EXAMPLES)) {
      args.add(input.toString());
    } else {
      piped = Files.readAllBytes(input);
    }
    return Command.pipe(piped, terminal ? TERMINAL : Screen.PIPE, args.toArray(String[]::new))
        .out();
  }

  private static void compare(String name, String shown) throws IOException {
    Path golden = FOLDER.resolve(name);
    if (System.getProperty("golden", "").equals("rewrite")) {
      Files.writeString(golden, shown);
    }
    assertThat(shown).isEqualTo(Files.readString(golden));
  }
}
