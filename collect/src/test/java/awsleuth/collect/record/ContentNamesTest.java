package awsleuth.collect.record;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What the observer leaves out of parameters is left out of the options of these names. */
class ContentNamesTest {

  private static final Pattern NAMES =
      Pattern.compile(
          "CONTENT_(NAME|TEXT|VALUES|MAP|WORDS) = re\\.compile\\(\\s*(.*?)\\s*\\)\\n",
          Pattern.DOTALL);

  /** The AWS CLI's own, which chooses what it prints. */
  private static final String OF_CLI = "query";

  /**
   * Whole requests, and what the observer knows by the model: values of tables and of attributes.
   */
  private static final Set<String> BY_MODEL =
      Set.of(
          "cliinputjson",
          "cliinputyaml",
          "messageattributes",
          "item",
          "expressionattributevalues",
          "requestitems",
          "transactitems",
          "entries",
          "records",
          "containerdefinitions");

  private static final List<String> PATTERNS = patterns();

  private static List<String> patterns() {
    try (InputStream in =
        CommandWords.class.getResourceAsStream("/awsleuth/collect/watch/awsleuth_contents.py")) {
      String text = new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
      return NAMES.matcher(text).results().map(r -> joined(r.group(2))).toList();
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  /** The parts of a text that Python writes as several. */
  private static String joined(String parts) {
    Matcher part = Pattern.compile("r\"(.*)\"").matcher(parts);
    return part.results().map(r -> r.group(1)).collect(Collectors.joining());
  }

  private static String plain(String name) {
    return name.replace("-", "").toLowerCase(Locale.ROOT);
  }

  @Test
  void eachNameIsAnOptionToo() {
    assertThat(PATTERNS).hasSize(5);
    Set<String> named =
        PATTERNS.stream()
            .filter(p -> p.replace("(?i)", "").startsWith("^(") && p.endsWith(")$"))
            .map(p -> p.substring(p.indexOf("^(") + 2, p.length() - 2))
            .flatMap(p -> Stream.of(p.split("\\|")))
            .flatMap(n ->
                n.endsWith("s?")
                    ? Stream.of(n.replace("s?", ""), n.replace("?", ""))
                    : Stream.of(n))
            .map(n -> plain(n.replace("_?", "")))
            .filter(n -> !n.equals(OF_CLI))
            .collect(Collectors.toCollection(TreeSet::new));
    assertThat(named).hasSizeGreaterThan(30);
    assertThat(CommandWords.CONTENTS.stream().map(ContentNamesTest::plain)).containsAll(named);
  }

  @Test
  void eachOptionIsOneOfTheNames() {
    assertThat(CommandWords.CONTENTS.stream().map(ContentNamesTest::plain))
        .allMatch(option ->
            BY_MODEL.contains(option)
                || PATTERNS.stream()
                    .anyMatch(p -> Pattern.compile("(?i)" + p).matcher(option).find()));
  }
}
