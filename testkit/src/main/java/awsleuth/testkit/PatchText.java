package awsleuth.testkit;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A patch in the unified form, as {@code patch} reads it; strict where {@code patch} guesses. */
public final class PatchText {

  private static final Pattern HUNK = Pattern.compile("@@ -(\\d+),(\\d+) \\+(\\d+),(\\d+) @@");

  private static final String ANEW = ", laid out anew";

  /** Above the patch of a policy that stands as a string on a line of a file. */
  private static final Pattern IN_STRING =
      Pattern.compile("# the policy in the string at (.*):(\\d+), laid out");

  private static final Pattern STRING = Pattern.compile("\"((?:[^\"\\\\]|\\\\.)*)\"");

  private final List<String> lines;
  private final StringBuilder rest = new StringBuilder();
  private int at;

  private PatchText(String patch) {
    this.lines = patch.lines().toList();
  }

  /**
   * The files after the patch, by name, and under the empty name what belongs to no file's patch.
   * Below a line such as {@code # role.json, laid out anew} the patch is of the file in that
   * layout; below {@code # the policy in the string at role.json:2, laid out} it is of that policy
   * alone, which is then what the name has.
   *
   * @param before the files that the patch may change
   * @throws IllegalArgumentException where the patch does not fit a file, or is none
   */
  public static Map<String, String> apply(String patch, Map<String, String> before) {
    PatchText text = new PatchText(patch);
    Map<String, String> after = new TreeMap<>();
    while (text.at < text.lines.size()) {
      String line = text.lines.get(text.at);
      if (line.startsWith("--- ")) {
        text.file(before, after);
      } else {
        text.rest.append(line).append('\n');
        text.at++;
      }
    }
    after.put("", text.rest.toString());
    return after;
  }

  private void file(Map<String, String> before, Map<String, String> after) {
    String written = lines.get(at).substring(4);
    String above = at > 0 ? lines.get(at - 1) : "";
    String name = name(written);
    at++;
    must(lines.get(at).equals("+++ " + lines.get(at - 1).substring(4)), "another name");
    at++;
    String text = before.get(name);
    if (text == null) {
      throw new IllegalArgumentException("no such file: " + name);
    }
    List<String> old = List.of(patched(text, written, above).split("\r?\n", -1));
    List<String> now = new ArrayList<>();
    int from = 0;
    must(lines.get(at).startsWith("@@ "), "no hunk");
    while (at < lines.size() && lines.get(at).startsWith("@@ ")) {
      from = hunk(old, from, now);
    }
    now.addAll(old.subList(from, old.size()));
    after.put(name, String.join("\n", now));
  }

  /** What of a file's text the patch is of, as the line above it says. */
  private String patched(String text, String written, String above) {
    Matcher string = IN_STRING.matcher(above);
    if (string.matches()) {
      must(string.group(1).equals(written), "another name");
      return LaidOut.of(policy(text.split("\r?\n", -1)[Integer.parseInt(string.group(2)) - 1]));
    }
    return above.equals("# " + written + ANEW) ? LaidOut.of(text) : text;
  }

  private String policy(String line) {
    Matcher string = STRING.matcher(line);
    while (string.find()) {
      String value = string.group(1).replace("\\\"", "\"").replace("\\n", "\n");
      if (value.strip().startsWith("{")) {
        return value;
      }
    }
    throw new IllegalArgumentException("no policy in a string: " + line);
  }

  /** Goes on from a line of the old text to that after the hunk. */
  private int hunk(List<String> old, int done, List<String> now) {
    Matcher hunk = HUNK.matcher(lines.get(at++));
    must(hunk.matches(), "no hunk");
    int from = Integer.parseInt(hunk.group(1)) - 1;
    int left = Integer.parseInt(hunk.group(2));
    int right = Integer.parseInt(hunk.group(4));
    now.addAll(old.subList(done, from));
    while (left > 0 || right > 0) {
      String line = lines.get(at++);
      char sign = line.isEmpty() ? '?' : line.charAt(0);
      if (sign != '+') {
        must(old.get(from++).equals(line.substring(1)), "another line: " + line);
        left--;
      }
      if (sign != '-') {
        now.add(line.substring(1));
        right--;
      }
      must(" -+".indexOf(sign) >= 0 && left >= 0 && right >= 0, "no line of a hunk: " + line);
    }
    return from;
  }

  /** A file's name; in double quotes, with octal escapes, where it needs them. */
  private static String name(String written) {
    if (!written.startsWith("\"")) {
      return written;
    }
    StringBuilder out = new StringBuilder();
    for (int i = 1; i < written.length() - 1; i++) {
      char c = written.charAt(i);
      if (c == '\\' && Character.isDigit(written.charAt(i + 1))) {
        out.append((char) Integer.parseInt(written.substring(i + 1, i + 4), 8));
        i += 3;
      } else {
        out.append(c == '\\' ? written.charAt(++i) : c);
      }
    }
    return out.toString();
  }

  private void must(boolean holds, String otherwise) {
    if (!holds) {
      throw new IllegalArgumentException(otherwise + ", line " + at + " of\n" + lines);
    }
  }
}
