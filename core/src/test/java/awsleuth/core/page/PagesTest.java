package awsleuth.core.page;

import static org.assertj.core.api.Assertions.assertThat;

import awsleuth.aws.AwsCatalog;
import awsleuth.core.Artifact;
import awsleuth.core.Diagnoser;
import awsleuth.core.Diagnosis;
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
 * set of confirmed causes; of the possible ones it lists those that the case is about, and its
 * first line is the first answer. A line {@code ruled-out id} wants just that; a line {@code
 * nothing} wants no cause to claim the call; {@code no failed call} wants that none is found.
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
    List<String> expected = c.expected().stream().map(String::strip).toList();
    assertThat(expected).as("the diagnosis block").isNotEmpty();
    List<Artifact> artifacts = new ArrayList<>(c.artifacts());
    Diagnosis diagnosis = DIAGNOSER.diagnose(artifacts);
    if (expected.equals(List.of("no failed call"))) {
      assertThat(diagnosis.failures()).isEmpty();
      return;
    }
    assertThat(diagnosis.failures()).as("failed calls").isNotEmpty();
    List<Verdict> verdicts = diagnosis.failures().getFirst().verdicts();
    compare(expected, verdicts);
    if (c.isCounterexample()) {
      assertThat(verdicts).noneMatch(v -> v.id().equals(cause.id()) && isConfirmed(v));
    }
    Collections.shuffle(artifacts, new Random(7));
    assertThat(lines(DIAGNOSER.diagnose(artifacts).failures().getFirst().verdicts()))
        .as("after shuffling the evidence")
        .isEqualTo(lines(verdicts));
  }

  private static void compare(List<String> expected, List<Verdict> verdicts) {
    List<String> all = lines(verdicts);
    String shown = String.join("\n", all.stream().filter(l -> !l.startsWith("ruled-out")).toList());
    if (expected.equals(List.of("nothing"))) {
      assertThat(shown).as("claims").isEmpty();
      return;
    }
    assertThat(all.stream().filter(l -> l.startsWith("confirmed ")).toList())
        .as("confirmed causes; all claims:\n%s\n", shown)
        .isEqualTo(expected.stream().filter(l -> l.startsWith("confirmed ")).toList());
    assertThat(all).as("claims:\n%s\n", shown).containsAll(expected);
    if (!expected.getFirst().startsWith("ruled-out")) {
      assertThat(all.getFirst())
          .as("first answer; claims:\n%s\n", shown)
          .isEqualTo(expected.getFirst());
    }
  }

  private static boolean isConfirmed(Verdict v) {
    return v.outcome() instanceof Outcome.Confirmed;
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
