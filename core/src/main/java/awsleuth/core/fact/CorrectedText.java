package awsleuth.core.fact;

import awsleuth.boto.config.Place;
import awsleuth.boto.credentials.Correction;
import awsleuth.core.evidence.ConfigText;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A file with one line put right. */
final class CorrectedText {

  private CorrectedText() {}

  /** The file with a correction; empty where the line does not take it. */
  static Optional<ConfigText> of(ConfigText file, Place place, Correction correction) {
    List<String> lines = new ArrayList<>(List.of(file.text().split("\n", -1)));
    int at = place.line() - 1;
    if (at < 0 || at >= lines.size()) {
      return Optional.empty();
    }
    String line = lines.get(at);
    String changed =
        switch (correction) {
          case Correction.Rename(String from, String to) -> renamed(line, from, to);
          case Correction.Header(String header) -> "[" + header + "]";
          case Correction.Unquote _ -> line.replace("\"", "").replace("'", "");
          case Correction.Uncomment _ -> line.replaceFirst("\\s[#;].*$", "");
          case Correction.Dedent _ -> line;
        };
    if (changed.equals(line)) {
      return Optional.empty();
    }
    lines.set(at, changed);
    return Optional.of(file.with(String.join("\n", lines)));
  }

  /** A text with some of its lines as comments. */
  static String without(String text, int first, int last) {
    List<String> lines = new ArrayList<>(List.of(text.split("\n", -1)));
    for (int i = first; i <= Math.min(last, lines.size()); i++) {
      lines.set(i - 1, "#");
    }
    return String.join("\n", lines);
  }

  /** A text with another line in the place of one. */
  static String with(String text, int number, String line) {
    List<String> lines = new ArrayList<>(List.of(text.split("\n", -1)));
    lines.set(number - 1, line);
    return String.join("\n", lines);
  }

  /**
   * A line that begins as a header and lacks its bracket, with it; empty for others, and where the
   * text has no such line, as where an error tells the line of another file.
   */
  static Optional<String> closed(String text, int number) {
    String[] lines = text.split("\n", -1);
    String line = number < 1 || number > lines.length ? "" : lines[number - 1].strip();
    String header = line.replaceFirst("\\s[#;].*$", "").strip();
    return header.length() > 1 && header.startsWith("[") && line.indexOf(']') < 0
        ? Optional.of(header + "]")
        : Optional.empty();
  }

  /** The line in which a character stands first. */
  static int lineOf(String text, char c) {
    return (int) text.substring(0, text.indexOf(c)).chars().filter(b -> b == '\n').count() + 1;
  }

  /** The line before the next header, or the last one. */
  static int endOfSection(String text, int first) {
    List<String> lines = text.lines().toList();
    int end = first;
    while (end < lines.size() && !lines.get(end).startsWith("[")) {
      end++;
    }
    return end;
  }

  /** A name in the case in which the line at a place has it; as given where it has not. */
  static String written(String text, Place place, String name) {
    String line = text.lines().skip(place.line() - 1L).findFirst().orElse("");
    int at = line.toLowerCase(java.util.Locale.ROOT).indexOf(name);
    return at < 0 ? name : line.substring(at, at + name.length());
  }

  private static String renamed(String line, String from, String to) {
    int at = line.toLowerCase(java.util.Locale.ROOT).indexOf(from);
    return at < 0 ? line : line.substring(0, at) + to + line.substring(at + from.length());
  }
}
