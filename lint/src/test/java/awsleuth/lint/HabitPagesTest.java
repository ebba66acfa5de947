package awsleuth.lint;

import static org.assertj.core.api.Assertions.assertThat;

import awsleuth.aws.AwsCatalog;
import awsleuth.boto.Boto;
import awsleuth.lint.habit.Habit;
import awsleuth.lint.habit.HabitPage;
import awsleuth.lint.habit.HabitPage.Case;
import awsleuth.lint.habit.Habits;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * Every page's cases against all habits. A {@code findings} block lists all that is told of the
 * program, line and id, or {@code nothing}; a {@code fixed} block is the program after the safe
 * fixes.
 */
class HabitPagesTest {

  private static final Boto BOTO = Boto.of(AwsCatalog.embedded(), LocalDate.of(2026, 1, 1));
  private static final Linter LINTER = Linter.of(BOTO);
  private static final List<String> HEADINGS = List.of("What happened", "Why", "Fix", "Check");

  @Test
  void theListOfIdsIsThatOfTheHabits() {
    assertThat(Habits.all(BOTO).stream().map(Habit::id).toList()).isEqualTo(Linter.ids());
    assertThat(Linter.ids()).doesNotHaveDuplicates();
  }

  @TestFactory
  Stream<DynamicContainer> everyHabitHasAPageWhoseCasesHold() {
    String only = System.getProperty("pages", "");
    return Habits.all(BOTO).stream().filter(h -> h.id().contains(only)).map(HabitPagesTest::tests);
  }

  private static DynamicContainer tests(Habit habit) {
    HabitPage page =
        HabitPage.of(habit.id()).orElseThrow(() -> new AssertionError("no page for " + habit.id()));
    List<DynamicTest> tests = new ArrayList<>();
    tests.add(DynamicTest.dynamicTest("the page is whole", () -> isWhole(habit, page)));
    for (Case c : page.cases()) {
      tests.add(DynamicTest.dynamicTest(c.title(), () -> holds(habit, c)));
    }
    return DynamicContainer.dynamicContainer(habit.id(), tests);
  }

  private static void isWhole(Habit habit, HabitPage page) {
    String name = habit.getClass().getSimpleName().replaceAll("(?<=[a-z0-9])(?=[A-Z])", "-");
    assertThat(habit.id()).isEqualTo("lint/" + name.toLowerCase(Locale.ROOT));
    assertThat(page.title()).isNotBlank().hasSizeLessThanOrEqualTo(80).doesNotEndWith(".");
    assertThat(page.sections().keySet()).containsExactlyElementsOf(HEADINGS);
    assertThat(page.sections().values()).noneMatch(String::isBlank);
    assertThat(page.sections().get("Why")).as("a link to the source").contains("https://");
    assertThat(page.cases()).anyMatch(Case::isCounterexample);
    assertThat(page.cases())
        .as("a case with the finding")
        .anyMatch(c -> c.expected().stream().anyMatch(l -> l.endsWith(" " + habit.id())));
  }

  private static void holds(Habit habit, Case c) {
    Linted linted = LINTER.lint("", c.source());
    assertThat(linted.fault()).isEmpty();
    List<String> lines =
        linted.findings().stream().map(f -> f.place().line() + " " + f.id()).toList();
    assertThat(lines.isEmpty() ? List.of("nothing") : lines).isEqualTo(c.expected());
    assertThat(linted.findings()).noneMatch(f -> c.isCounterexample() && f.id().equals(habit.id()));
    String fixed = Edits.apply(c.source(), linted.findings());
    assertThat(fixed).isEqualTo(c.fixed().isEmpty() ? c.source() : c.fixed());
    Linted again = LINTER.lint("", fixed);
    assertThat(again.findings())
        .as("what is fixed is no finding any more")
        .noneMatch(f -> f.fix().applicability() == Fix.Applicability.READY);
    assertThat(Edits.apply(fixed, again.findings())).isEqualTo(fixed);
  }
}
