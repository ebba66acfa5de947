package awsleuth.core.read;

import awsleuth.core.read.text.ClassNames;
import awsleuth.core.read.text.Flat;
import awsleuth.core.read.text.Numbers;
import awsleuth.core.read.text.Urls;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;

/**
 * Reads the sentence of the SDK for PHP: {@code Error executing "PutObject" on "https://…"; AWS
 * HTTP error: Client error: … 403 … CODE (client): MESSAGE - BODY}, and Guzzle's sentence inside
 * it.
 */
final class PhpReader {

  private static final String EXECUTING = "Error executing \"";
  private static final String RESULTED = "resulted in a `";

  /** The same where Markdown took the marks. */
  private static final String UNMARKED = "resulted in a ";

  private static final int REACH = 2400;

  private PhpReader() {}

  static List<Sighting> read(Flat flat) {
    List<Sighting> found = new ArrayList<>();
    for (int at = flat.text.indexOf(EXECUTING);
        at >= 0;
        at = flat.text.indexOf(EXECUTING, at + 1)) {
      found.add(executing(flat, at));
    }
    if (found.isEmpty()) {
      for (int at = flat.text.indexOf(RESULTED);
          at >= 0;
          at = flat.text.indexOf(RESULTED, at + 1)) {
        resulted(flat, at, found);
      }
    }
    return found;
  }

  private static Sighting executing(Flat flat, int at) {
    String t = flat.text;
    String rest = t.substring(at, Math.min(t.length(), at + REACH));
    Sighting s = new Sighting(at, flat.numberAt(at));
    s.operation = quoted(rest, 0);
    int on = rest.indexOf("\" on \"");
    s.endpoint = on < 0 ? "" : quoted(rest, on + 5);
    s.status = status(rest);
    code(rest, s);
    s.end = at + Math.max(s.end - at, Math.min(rest.length(), EXECUTING.length()));
    return s;
  }

  /** {@code CODE (client): MESSAGE}; the side that is at fault stands in parentheses. */
  private static void code(String rest, Sighting s) {
    for (String side : List.of(" (client): ", " (server): ")) {
      int at = rest.indexOf(side);
      String word = at < 0 ? "" : ClassNames.endingAt(rest, at);
      if (!word.isEmpty()) {
        s.code = word;
        int from = at + side.length();
        int end = rest.indexOf(" - ", from);
        int line = rest.indexOf('\n', from);
        end = end < 0 || (line >= 0 && line < end) ? line : end;
        s.message = rest.substring(from, end < 0 ? rest.length() : end).strip();
        s.end = s.position + (line < 0 ? rest.length() : line);
      }
    }
  }

  private static OptionalInt status(String rest) {
    int at = rest.indexOf(RESULTED);
    if (at >= 0) {
      return Numbers.statusAt(rest, at + RESULTED.length());
    }
    for (String label : List.of(UNMARKED, "Client error: ", "Server error: ")) {
      int from = rest.indexOf(label);
      if (from >= 0) {
        return Numbers.statusAt(rest, from + label.length());
      }
    }
    return OptionalInt.empty();
  }

  /** Guzzle alone; what came back stands after it. */
  private static void resulted(Flat flat, int at, List<Sighting> found) {
    int line = flat.startOf(flat.indexAt(at));
    String lead = flat.text.substring(Math.max(line, at - 400), at);
    int url = lead.lastIndexOf("http");
    if (url < 0 || !lead.contains("amazonaws.com")) {
      return;
    }
    Sighting s = new Sighting(Math.max(line, at - 400), flat.numberAt(at));
    s.endpoint = lead.substring(url, url + Urls.end(lead.substring(url)));
    s.status = Numbers.statusAt(flat.text, at + RESULTED.length());
    s.end = flat.endOf(Math.min(flat.lines.size() - 1, flat.indexAt(at) + 1));
    found.add(s);
  }

  private static String quoted(String text, int from) {
    int open = text.indexOf('"', from);
    int close = open < 0 ? -1 : text.indexOf('"', open + 1);
    return close < 0 || close - open > 1000 ? "" : text.substring(open + 1, close);
  }
}
