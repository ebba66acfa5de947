package awsleuth.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * Whole renderings of the inputs in {@code golden/} and of the {@code examples/} that users are
 * shown, as text, JSON and Markdown. {@code -Dgolden=rewrite} writes them anew.
 */
class GoldenTest {

  private static final Path FOLDER = Path.of("src/test/resources/awsleuth/app/golden");
  private static final Path EXAMPLES = Path.of("../examples");

  @TestFactory
  Stream<DynamicTest> theRenderingIsAsBefore() throws IOException {
    List<DynamicTest> tests = new ArrayList<>();
    for (Path input : all()) {
      for (String format : List.of("text", "json", "markdown")) {
        tests.add(
            DynamicTest.dynamicTest(
                input.getFileName() + " as " + format, () -> compare(input, format)));
      }
    }
    assertThat(tests).hasSizeGreaterThan(30);
    return tests.stream();
  }

  private static List<Path> all() throws IOException {
    try (Stream<Path> inputs = Files.list(FOLDER);
        Stream<Path> examples = Files.list(EXAMPLES)) {
      return Stream.concat(inputs.filter(f -> f.toString().endsWith(".input")), examples)
          .sorted()
          .toList();
    }
  }

  private static void compare(Path input, String format) throws IOException {
    boolean example = input.startsWith(EXAMPLES);
    String shown =
        example
            ? run(new byte[0], "--format", format, input.toString())
            : run(Files.readAllBytes(input), "--format", format);
    String name = input.getFileName().toString();
    Path golden =
        FOLDER.resolve((example ? "example-" + name : name.replace(".input", "")) + "." + format);
    if (System.getProperty("golden", "").equals("rewrite")) {
      Files.writeString(golden, shown);
    }
    assertThat(shown).isEqualTo(Files.readString(golden));
  }

  static String run(byte[] input, String... args) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    PrintStream stream = new PrintStream(out, true, StandardCharsets.UTF_8);
    new Main(new ByteArrayInputStream(input), stream, stream, Map.of()).run(args);
    return out.toString(StandardCharsets.UTF_8);
  }
}
