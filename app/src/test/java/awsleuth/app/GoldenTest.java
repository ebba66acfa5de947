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
 * Whole renderings of the inputs in {@code golden/}, as text, JSON and Markdown. {@code
 * -Dgolden=rewrite} writes them anew.
 */
class GoldenTest {

  private static final Path FOLDER = Path.of("src/test/resources/awsleuth/app/golden");

  @TestFactory
  Stream<DynamicTest> theRenderingIsAsBefore() throws IOException {
    List<DynamicTest> tests = new ArrayList<>();
    try (Stream<Path> files = Files.list(FOLDER)) {
      for (Path input : files.filter(f -> f.toString().endsWith(".input")).sorted().toList()) {
        for (String format : List.of("text", "json", "markdown")) {
          tests.add(
              DynamicTest.dynamicTest(
                  input.getFileName() + " as " + format, () -> compare(input, format)));
        }
      }
    }
    assertThat(tests).isNotEmpty();
    return tests.stream();
  }

  private static void compare(Path input, String format) throws IOException {
    String shown = run(Files.readAllBytes(input), "--format", format);
    Path golden = Path.of(input.toString().replace(".input", "." + format));
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
