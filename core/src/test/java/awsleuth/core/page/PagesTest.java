package awsleuth.core.page;

import static org.assertj.core.api.Assertions.assertThat;

import awsleuth.aws.AwsCatalog;
import awsleuth.core.Artifact;
import awsleuth.core.Diagnoser;
import awsleuth.core.Diagnosis.Verdict;
import awsleuth.core.cause.Cause;
import awsleuth.core.cause.Causes;
import awsleuth.core.cause.Finding;
import awsleuth.core.cause.Outcome;
import awsleuth.core.page.Page.Case;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * Every page's cases against all causes. A {@code diagnosis} block lists, in rank order, the whole
 * set of confirmed causes; of the possible ones it lists those that the case is about, the page's
 * own among them, and its first line is the first answer. A line {@code ruled-out id} wants just
 * that; a line {@code nothing} wants no cause to claim the call; {@code no failed call} wants that
 * none is found. Where the evidence has several failed calls, an empty line parts what is said of
 * each.
 */
class PagesTest {

  private static final Diagnoser DIAGNOSER = new Diagnoser(AwsCatalog.embedded());
  private static final List<String> HEADINGS = List.of("What happened", "Why", "Fix", "Check");

  @TestFactory
  Stream<DynamicContainer> everyCauseHasAPageWhoseCasesHold() {
    String only = System.getProperty("pages", "");
    return Causes.all().stream().filter(c -> c.id().contains(only)).map(PagesTest::tests);
  }

  private static DynamicContainer tests(Cause cause) {
    Page page =
        Page.of(cause.id()).orElseThrow(() -> new AssertionError("no page for " + cause.id()));
    List<DynamicTest> tests = new ArrayList<>();
    tests.add(DynamicTest.dynamicTest("the page is whole", () -> isWhole(cause, page)));
    for (Case c : page.cases()) {
      tests.add(DynamicTest.dynamicTest(c.title(), () -> holds(cause, c)));
    }
    return DynamicContainer.dynamicContainer(cause.id(), tests);
  }

  private static void isWhole(Cause cause, Page page) {
    String name = cause.getClass().getSimpleName().replaceAll("(?<=[a-z0-9])(?=[A-Z])", "-");
    assertThat(cause.id()).endsWith("/" + name.toLowerCase(java.util.Locale.ROOT));
    assertThat(cause.getClass().getPackageName()).endsWith("." + cause.id().split("/")[0]);
    assertThat(page.title()).isNotBlank();
    assertThat(page.sections().keySet()).containsExactlyElementsOf(HEADINGS);
    assertThat(page.sections().values()).noneMatch(String::isBlank);
    assertThat(page.sections().get("Why"))
        .as("a link to the source of the rule")
        .contains("https://");
    assertThat(page.cases()).anyMatch(Case::isCounterexample);
    assertThat(page.cases())
        .as("a confirmed case")
        .anyMatch(
            c -> c.expected().stream().anyMatch(l -> l.startsWith("confirmed " + cause.id())));
  }

  private static void holds(Cause cause, Case c) {
    List<List<String>> expected = byFailure(c.expected());
    assertThat(expected.getFirst()).as("the diagnosis block").isNotEmpty();
    List<Artifact> artifacts = new ArrayList<>(c.artifacts());
    List<List<String>> told = told(artifacts);
    if (expected.equals(List.of(List.of("no failed call")))) {
      assertThat(told).isEmpty();
      return;
    }
    assertThat(told)
        .as("failed calls, of which an empty line of the block parts the next")
        .hasSameSizeAs(expected);
    for (int i = 0; i < expected.size(); i++) {
      compare(expected.get(i), told.get(i));
    }
    ownClaims(cause, c, expected, told);
    Collections.shuffle(artifacts, new Random(7));
    assertThat(told(artifacts)).as("after shuffling the evidence").isEqualTo(told);
  }

  /** The lines of a block, in one list for each failed call. */
  private static List<List<String>> byFailure(List<String> block) {
    List<List<String>> all = new ArrayList<>(List.of(new ArrayList<>()));
    for (String line : block) {
      if (line.isBlank()) {
        all.add(new ArrayList<>());
      } else {
        all.getLast().add(line.strip());
      }
    }
    return all;
  }

  /** What each cause says of each failed call. */
  private static List<List<String>> told(List<Artifact> artifacts) {
    return DIAGNOSER.diagnose(artifacts).failures().stream().map(f -> lines(f.verdicts())).toList();
  }

  /**
   * Where a page says what its cause is not, the block names the outcome if it is not ruled out.
   */
  private static void ownClaims(
      Cause cause, Case c, List<List<String>> expected, List<List<String>> told) {
    List<String> named = expected.stream().flatMap(List::stream).toList();
    List<String> own = told.stream().flatMap(List::stream).filter(l -> isOf(cause, l)).toList();
    if (c.isCounterexample()) {
      assertThat(own).as("of the page's own cause").noneMatch(l -> l.startsWith("confirmed "));
      assertThat(named).as("of the page's own cause").containsAll(open(own));
    } else {
      assertThat(named).as("names the page's own cause").anyMatch(l -> isOf(cause, l));
    }
  }

  private static List<String> open(List<String> told) {
    return told.stream().filter(l -> l.startsWith("possible ")).toList();
  }

  private static boolean isOf(Cause cause, String line) {
    return line.split(" ")[1].equals(cause.id());
  }

  private static void compare(List<String> expected, List<String> all) {
    List<String> claims = all.stream().filter(l -> !l.startsWith("ruled-out")).toList();
    String shown = String.join("\n", claims);
    assertThat(all).as("claims:\n%s\n", shown).noneMatch(l -> l.startsWith("crashed "));
    if (expected.equals(List.of("nothing"))) {
      assertThat(shown).as("claims").isEmpty();
      return;
    }
    assertThat(all.stream().filter(l -> l.startsWith("confirmed ")).toList())
        .as("confirmed causes; all claims:\n%s\n", shown)
        .isEqualTo(expected.stream().filter(l -> l.startsWith("confirmed ")).toList());
    assertThat(all).as("claims:\n%s\n", shown).containsAll(expected);
    List<String> named = expected.stream().filter(l -> !l.startsWith("ruled-out")).toList();
    assertThat(claims.stream().filter(named::contains).toList())
        .as("rank order; claims:\n%s\n", shown)
        .isEqualTo(named);
    if (!named.isEmpty()) {
      assertThat(claims.getFirst())
          .as("first answer; claims:\n%s\n", shown)
          .isEqualTo(named.getFirst());
    }
  }

  private static List<String> lines(List<Verdict> verdicts) {
    return verdicts.stream().map(PagesTest::line).toList();
  }

  private static String line(Verdict v) {
    return switch (v.outcome()) {
      case Outcome.Confirmed c -> "confirmed " + v.id() + " " + cited(c.finding());
      case Outcome.Possible p -> "possible " + v.id();
      case Outcome.RuledOut r -> "ruled-out " + v.id();
      case Outcome.Crashed c -> "crashed " + v.id() + " " + c.error();
    };
  }

  private static String cited(Finding finding) {
    return finding.because().stream()
        .map(b -> b.source().toString())
        .distinct()
        .collect(java.util.stream.Collectors.joining(", ", "(", ")"));
  }
}
