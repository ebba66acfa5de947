package awsleuth.lint.habit;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The page of a habit.
 *
 * @param title the habit in one line
 * @param sections the text of each second-level heading but {@code Cases}, in order
 * @param cases programs, and what all habits must say of each
 */
public record HabitPage(String title, Map<String, String> sections, List<Case> cases) {

  /**
   * A case of a page.
   *
   * @param title its heading
   * @param source a Python program
   * @param expected the lines of its {@code findings} block: line and id, or {@code nothing}
   * @param fixed the program after the safe fixes; empty where the page does not show it
   */
  public record Case(String title, String source, List<String> expected, String fixed) {

    /** Whether the case shows what is no finding. */
    public boolean isCounterexample() {
      return title.startsWith("Not this:");
    }
  }

  /** The page of a habit; empty where there is no such page. */
  public static Optional<HabitPage> of(String id) {
    String name = id.substring(id.indexOf('/') + 1);
    try (InputStream in = HabitPage.class.getResourceAsStream(name + ".md")) {
      return in == null || !id.startsWith("lint/")
          ? Optional.empty()
          : Optional.of(parsed(new String(in.readAllBytes(), StandardCharsets.UTF_8)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The title of a page; empty where there is none. */
  public static String title(String id) {
    return of(id).map(HabitPage::title).orElse("");
  }

  private static HabitPage parsed(String text) {
    String[] parts = text.split("(?m)^## ");
    Map<String, String> sections = new LinkedHashMap<>();
    List<Case> cases = new ArrayList<>();
    for (int i = 1; i < parts.length; i++) {
      int end = parts[i].indexOf('\n');
      String heading = parts[i].substring(0, end).strip();
      String body = parts[i].substring(end + 1);
      if (heading.equals("Cases")) {
        cases.addAll(cases(body));
      } else {
        sections.put(heading, body.strip());
      }
    }
    return new HabitPage(parts[0].strip().replaceFirst("^# ", ""), sections, List.copyOf(cases));
  }

  private static List<Case> cases(String text) {
    List<Case> cases = new ArrayList<>();
    String[] parts = text.split("(?m)^### ");
    for (int i = 1; i < parts.length; i++) {
      String title = parts[i].substring(0, parts[i].indexOf('\n')).strip();
      List<String> expected = fence(parts[i], "findings").lines().toList();
      cases.add(new Case(title, fence(parts[i], "python"), expected, fence(parts[i], "fixed")));
    }
    return cases;
  }

  private static String fence(String text, String label) {
    String open = "```" + label + "\n";
    int start = text.indexOf(open);
    int end = start < 0 ? -1 : text.indexOf("```\n", start + open.length());
    return end < 0 ? "" : text.substring(start + open.length(), end);
  }
}
