package awsleuth.core.page;

import awsleuth.core.Artifact;
import awsleuth.core.page.Page.Case;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Takes a page apart. */
final class PageParser {

  private final Map<String, StringBuilder> sections = new LinkedHashMap<>();
  private final List<Case> cases = new ArrayList<>();
  private final List<Artifact> artifacts = new ArrayList<>();
  private List<String> expected = List.of();
  private String title = "";
  private String section = "";
  private String caseTitle = "";

  private PageParser() {}

  static Page parse(String id, String text) {
    PageParser p = new PageParser();
    p.lines(text.lines().toList());
    p.endCase();
    Map<String, String> plain = new LinkedHashMap<>();
    p.sections.forEach((heading, body) -> plain.put(heading, body.toString().strip()));
    plain.remove("Cases");
    return new Page(id, p.title, plain, List.copyOf(p.cases), text);
  }

  private void lines(List<String> lines) {
    for (int i = 0; i < lines.size(); i++) {
      String line = lines.get(i);
      if (line.startsWith("```") && section.equals("Cases")) {
        int end = i + 1;
        while (end < lines.size() && !lines.get(end).equals("```")) {
          end++;
        }
        fence(line.substring(3).strip(), lines.subList(i + 1, Math.min(end, lines.size())));
        i = end;
      } else {
        line(line);
      }
    }
  }

  private void line(String line) {
    if (line.startsWith("# ") && title.isEmpty()) {
      title = line.substring(2).strip();
    } else if (line.startsWith("## ")) {
      section = line.substring(3).strip();
      sections.put(section, new StringBuilder());
    } else if (line.startsWith("### ") && section.equals("Cases")) {
      endCase();
      caseTitle = line.substring(4).strip();
    } else if (sections.containsKey(section)) {
      sections.get(section).append(line).append('\n');
    }
  }

  private void fence(String label, List<String> body) {
    if (label.equals("diagnosis")) {
      expected = List.copyOf(body);
      return;
    }
    Artifact.Kind kind =
        Artifact.Kind.labelled(label)
            .orElseThrow(() -> new IllegalArgumentException("no reader is called " + label));
    artifacts.add(new Artifact(label, kind, String.join("\n", body) + "\n"));
  }

  private void endCase() {
    if (!caseTitle.isEmpty()) {
      cases.add(new Case(caseTitle, List.copyOf(artifacts), expected));
    }
    caseTitle = "";
    artifacts.clear();
    expected = List.of();
  }
}
