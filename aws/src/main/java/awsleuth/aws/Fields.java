package awsleuth.aws;

import java.util.ArrayList;
import java.util.List;

/** Tab-separated fields of one line; tab, line feed, carriage return and backslash are escaped. */
final class Fields {

  private Fields() {}

  /** The fields of a line; never empty. */
  static List<String> split(String line) {
    List<String> fields = new ArrayList<>();
    int start = 0;
    for (int tab = line.indexOf('\t'); tab >= 0; tab = line.indexOf('\t', start)) {
      fields.add(unescape(line.substring(start, tab)));
      start = tab + 1;
    }
    fields.add(unescape(line.substring(start)));
    return fields;
  }

  /** The words of a field, which single spaces part; empty for an empty field. */
  static List<String> words(String field) {
    return parts(field, ' ');
  }

  /** The parts of a field; empty for an empty field. */
  static List<String> parts(String field, char separator) {
    List<String> parts = new ArrayList<>();
    int start = 0;
    if (field.isEmpty()) {
      return parts;
    }
    for (int at = field.indexOf(separator); at >= 0; at = field.indexOf(separator, start)) {
      parts.add(field.substring(start, at));
      start = at + 1;
    }
    parts.add(field.substring(start));
    return parts;
  }

  /** A line of these fields, with its line feed. */
  static String join(List<String> fields) {
    StringBuilder line = new StringBuilder();
    for (String field : fields) {
      line.append(line.isEmpty() ? "" : "\t").append(escape(field));
    }
    return line.append('\n').toString();
  }

  static String escape(String field) {
    if (field.indexOf('\t') < 0
        && field.indexOf('\n') < 0
        && field.indexOf('\\') < 0
        && field.indexOf('\r') < 0) {
      return field;
    }
    return field
        .replace("\\", "\\\\")
        .replace("\t", "\\t")
        .replace("\n", "\\n")
        .replace("\r", "\\r");
  }

  static String unescape(String field) {
    int at = field.indexOf('\\');
    if (at < 0) {
      return field;
    }
    StringBuilder plain = new StringBuilder(field.length());
    for (int i = 0; i < field.length(); i++) {
      char c = field.charAt(i);
      if (c == '\\' && i + 1 < field.length()) {
        i++;
        c = plain(field.charAt(i));
      }
      plain.append(c);
    }
    return plain.toString();
  }

  private static char plain(char escaped) {
    return escaped == 't' ? '\t' : escaped == 'n' ? '\n' : escaped == 'r' ? '\r' : escaped;
  }
}
