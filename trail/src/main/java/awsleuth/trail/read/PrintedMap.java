package awsleuth.trail.read;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Maps of texts as CloudTrail Lake prints them in results of queries: {@code {roleName=app,
 * policyDocument={"Version": …}}}. A value ends before a comma, a space, a name and an equals sign
 * that stand in no brackets of its own.
 */
final class PrintedMap {

  private final String text;

  private PrintedMap(String text) {
    this.text = text;
  }

  /** The members in order; empty where the text is no such map, or has a name twice. */
  static Optional<Map<String, String>> of(String text) {
    String bare = text.strip();
    if (!bare.startsWith("{") || !bare.endsWith("}")) {
      return Optional.empty();
    }
    return new PrintedMap(bare.substring(1, bare.length() - 1)).members();
  }

  /** The maps of a list; empty where the text is no list of them alone. */
  static List<Map<String, String>> list(String text) {
    String bare = text.strip();
    if (!bare.startsWith("[{") || !bare.endsWith("}]")) {
      return List.of();
    }
    List<Map<String, String>> all = new ArrayList<>();
    for (String one : bare.substring(2, bare.length() - 2).split("\\}, \\{", -1)) {
      Optional<Map<String, String>> members = new PrintedMap(one).members();
      if (members.isEmpty()) {
        return List.of();
      }
      all.add(members.get());
    }
    return all;
  }

  private Optional<Map<String, String>> members() {
    Map<String, String> members = new LinkedHashMap<>();
    Set<String> names = new HashSet<>();
    int at = 0;
    while (at < text.length()) {
      int equals = equalsBehindName(at);
      if (equals < 0 || !names.add(text.substring(at, equals))) {
        return Optional.empty();
      }
      int end = end(equals + 1);
      if (end < 0) {
        return Optional.empty();
      }
      String value = text.substring(equals + 1, end);
      if (!value.equals("null")) {
        members.put(text.substring(at, equals), value);
      }
      at = end + 2;
    }
    return Optional.of(members);
  }

  /** The equals sign behind a name that begins there; negative where none does. */
  private int equalsBehindName(int from) {
    int i = from;
    while (i < text.length() && isOfName(text.charAt(i))) {
      i++;
    }
    return i > from && i < text.length() && text.charAt(i) == '=' ? i : -1;
  }

  private static boolean isOfName(char c) {
    return Character.isLetterOrDigit(c) || c == '-' || c == '_' || c == '.' || c == ':';
  }

  /** Where a value ends; negative where its brackets are not those of its own. */
  private int end(int from) {
    int depth = 0;
    boolean quoted = false;
    for (int i = from; i < text.length(); i++) {
      char c = text.charAt(i);
      if (quoted) {
        i += c == '\\' ? 1 : 0;
        quoted = c != '"';
      } else if (c == '"' && depth > 0) {
        quoted = true;
      } else if (c == '{' || c == '[') {
        depth++;
      } else if (c == '}' || c == ']') {
        depth--;
      } else if (depth == 0 && text.startsWith(", ", i) && equalsBehindName(i + 2) > 0) {
        return i;
      }
    }
    return depth == 0 && !quoted ? text.length() : -1;
  }
}
