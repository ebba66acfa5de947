package awsleuth.boto.config;

import awsleuth.boto.Raised;
import awsleuth.boto.python.PythonSpaces;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A setting while its lines are read. */
final class OpenSetting {

  private record Line(String text, Place place) {}

  /** What the lines make. */
  sealed interface Result {}

  record Closed(Setting setting) implements Result {}

  record NotClosed(ConfigFault fault) implements Result {}

  private final String name;
  private final Place place;
  private final List<Line> lines = new ArrayList<>();

  OpenSetting(String name, Place place) {
    this.name = name;
    this.place = place;
  }

  Place place() {
    return place;
  }

  void add(String text, Place at) {
    lines.add(new Line(text, at));
  }

  Result close() {
    while (!lines.isEmpty() && lines.getLast().text().isEmpty()) {
      lines.removeLast();
    }
    if (lines.size() > 1 && lines.getFirst().text().isEmpty()) {
      return block();
    }
    List<String> texts = lines.stream().map(Line::text).toList();
    return new Closed(new Setting(name, new Setting.Text(String.join("\n", texts)), place));
  }

  private Result block() {
    Map<String, Setting> settings = new LinkedHashMap<>();
    for (Line line : lines) {
      for (String each : PythonSpaces.lines(line.text())) {
        String text = PythonSpaces.strip(each);
        int delimiter = text.indexOf('=');
        if (delimiter >= 0) {
          String inner = PythonSpaces.strip(text.substring(0, delimiter));
          String value = PythonSpaces.strip(text.substring(delimiter + 1));
          settings.put(inner, new Setting(inner, new Setting.Text(value), line.place()));
        } else if (!text.isEmpty()) {
          return new NotClosed(
              new ConfigFault(
                  line.place(),
                  "this line of " + name + " has no equals sign",
                  new Raised("ValueError", "not enough values to unpack (expected 2, got 1)")));
        }
      }
    }
    return new Closed(new Setting(name, new Setting.Nested(settings), place));
  }
}
