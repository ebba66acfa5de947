package awsleuth.app;

import static org.assertj.core.api.Assertions.assertThat;

import awsleuth.testkit.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** Folders of evidence, each against its {@code expect.json}. */
class IncidentsTest {

  private static final Path FOLDER = Path.of("src/test/resources/awsleuth/app/incidents");

  @TempDir Path copies;

  @TestFactory
  Stream<DynamicTest> theFirstAnswerIsTheRightOne() throws IOException {
    List<Path> folders;
    try (Stream<Path> all = Files.list(FOLDER)) {
      folders = all.filter(Files::isDirectory).sorted().toList();
    }
    assertThat(folders).isNotEmpty();
    return folders.stream()
        .map(f -> DynamicTest.dynamicTest(f.getFileName().toString(), () -> isRight(f)));
  }

  private void isRight(Path folder) throws IOException {
    Map<String, Object> expected = Json.object(Files.readString(folder.resolve("expect.json")));
    Path evidence = withoutTheAnswer(folder);
    Map<String, Object> diagnosis =
        Json.object(Command.run("--format", "json", evidence.toString()).out());
    Map<String, Object> failure = objects(diagnosis, "failures").getFirst();
    Map<String, Object> cause = objects(failure, "causes").getFirst();
    List<Object> right = new ArrayList<>(list(expected, "also_ok"));
    right.add(expected.get("cause"));
    assertThat(right).contains(cause.get("id"));
    assertThat(cause.get("outcome")).isEqualTo(expected.get("certainty"));
    if (expected.get("statement") != null) {
      decides(object(expected, "statement"), cause, evidence);
    }
    if (expected.get("key") != null) {
      assertThat(texts(cause, "because", "text")).contains((String) expected.get("key"));
    }
    fixes(object(expected, "fix"), cause, "confirmed".equals(expected.get("certainty")));
    rightFix(object(expected, "fix"), objects(cause, "fixes"));
    blockers(list(expected, "blockers"), right, objects(failure, "causes"));
    for (Object open : list(expected, "unknown")) {
      assertThat(texts(cause, "needs", "what")).contains((String) open);
    }
    assertThat(kinds(failure)).isEqualTo(list(expected, "conflicts"));
  }

  private static String texts(Map<String, Object> of, String list, String member) {
    return objects(of, list).stream()
        .map(each -> String.valueOf(each.get(member)))
        .reduce("", (a, b) -> a + b + "\n");
  }

  /** One fix has all that the right one must, and is proven where the folder says that one is. */
  private static void rightFix(Map<String, Object> expected, List<Map<String, Object>> fixes) {
    assertThat(fixes)
        .anySatisfy(fix -> {
          for (Object must : list(expected, "must_have")) {
            assertThat(fix.get("title") + "\n" + proposed(fix)).contains((String) must);
          }
          assertThat(isProven(fix) || Boolean.FALSE.equals(expected.get("proven"))).isTrue();
        });
    assertThat(fixes.stream().anyMatch(IncidentsTest::isProven)).isEqualTo(expected.get("proven"));
  }

  private static boolean isProven(Map<String, Object> fix) {
    return fix.containsKey("proof") && Boolean.TRUE.equals(object(fix, "proof").get("holds"));
  }

  /** Each blocking layer is among the causes; any right name of the first will do for it. */
  private static void blockers(
      List<Object> expected, List<Object> right, List<Map<String, Object>> causes) {
    List<Object> found = new ArrayList<>(causes.stream().map(c -> c.get("id")).toList());
    found.addAll(right);
    assertThat(found).containsAll(expected);
  }

  /** What a fix puts in: the new lines of a diff, else its whole text. */
  private static String proposed(Map<String, Object> fix) {
    String text = String.valueOf(fix.get("text"));
    return text.contains("\n+++ ")
        ? text.lines().filter(l -> l.startsWith("+")).reduce("", (a, b) -> a + b + "\n")
        : text;
  }

  private static List<Object> kinds(Map<String, Object> failure) {
    return new ArrayList<>(objects(failure, "conflicts").stream().map(c -> c.get("kind")).toList());
  }

  /** The deciding statement is cited by its Sid, in its file. */
  private static void decides(
      Map<String, Object> statement, Map<String, Object> cause, Path evidence) {
    assertThat(objects(cause, "because"))
        .anySatisfy(b -> {
          assertThat(b.get("artifact"))
              .isEqualTo(evidence.resolve((String) statement.get("file")).toString());
          assertThat((String) b.get("text")).contains("`" + statement.get("sid") + "`");
        });
  }

  /** No proposed change is one of the wrong ones, and none is called proven on open evidence. */
  private static void fixes(
      Map<String, Object> expected, Map<String, Object> cause, boolean confirmed) {
    List<Map<String, Object>> fixes = objects(cause, "fixes");
    assertThat(fixes).isNotEmpty();
    for (Map<String, Object> fix : fixes) {
      for (Object wrong : list(expected, "must_not_have")) {
        assertThat(proposed(fix)).doesNotContain((String) wrong);
      }
      boolean edit = "policy-edit".equals(fix.get("kind")) && fix.containsKey("proof");
      if (edit) {
        assertThat(object(fix, "proof").get("holds")).isEqualTo(confirmed);
      }
    }
    List<Object> kinds = new ArrayList<>(list(expected, "kind_also_ok"));
    kinds.add(expected.get("kind"));
    assertThat(kinds).contains(fixes.getFirst().get("kind"));
  }

  private Path withoutTheAnswer(Path folder) throws IOException {
    Path copy = Files.createDirectory(copies.resolve(folder.getFileName().toString()));
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.toList()) {
        if (!file.endsWith("expect.json")) {
          Files.copy(file, copy.resolve(file.getFileName().toString()));
        }
      }
    }
    return copy;
  }

  @SuppressWarnings("unchecked")
  private static Map<String, Object> object(Map<String, Object> of, String name) {
    return (Map<String, Object>) Objects.requireNonNull(of.get(name), name);
  }

  @SuppressWarnings("unchecked")
  private static List<Map<String, Object>> objects(Map<String, Object> of, String name) {
    return (List<Map<String, Object>>) Objects.requireNonNullElse(of.get(name), List.of());
  }

  @SuppressWarnings("unchecked")
  private static List<Object> list(Map<String, Object> of, String name) {
    return (List<Object>) Objects.requireNonNullElse(of.get(name), List.of());
  }
}
