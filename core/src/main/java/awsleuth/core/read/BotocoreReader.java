package awsleuth.core.read;

import awsleuth.core.read.text.ClassNames;
import awsleuth.core.read.text.Flat;
import awsleuth.core.read.text.Tracebacks;
import awsleuth.core.read.text.Urls;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Reads botocore's own exceptions: by their class names, and by their message templates where the
 * class is not printed.
 */
final class BotocoreReader {

  private static final int MOST_LINES = 40;

  /** How much of a line behind a quote is looked at. */
  private static final int LEAD = 200;

  private static final Set<String> GO_ON =
      Set.of(
          "ResourceNotExistsError",
          "ResponseParserError",
          "StubAssertionError",
          "StubResponseError",
          "UnknownAPIVersionError");

  private final Flat flat;
  private final List<Sighting> found = new ArrayList<>();
  private final TreeMap<Integer, Integer> ends = new TreeMap<>();

  private BotocoreReader(Flat flat) {
    this.flat = flat;
  }

  static List<Sighting> read(Flat flat) {
    BotocoreReader reader = new BotocoreReader(flat);
    reader.byClass();
    reader.byReport();
    reader.byTemplate();
    reader.byWaiter();
    if (reader.found.isEmpty()) {
      reader.byHeading();
    }
    return reader.found;
  }

  private void byClass() {
    String t = flat.text;
    for (int i = 0; i < t.length(); i++) {
      char c = t.charAt(i);
      boolean ends = c == ':' || c == '(' || c == '\n' || c == '\'';
      if (ends && i > 4 && isLetter(t.charAt(i - 1))) {
        String dotted = ClassNames.endingAt(t, i);
        Template template = Templates.BOTOCORE.named(ClassNames.simple(dotted));
        if (template != null && RaisedClass.is(flat, dotted, i)) {
          add(template, dotted, i);
        }
      }
    }
  }

  /**
   * IPython's heading names the exception: {@code NoRegionError Traceback (most recent call last)}.
   * It is all there is where the end of the traceback is cut off.
   */
  private void byHeading() {
    for (int i = 0; i < flat.lines.size(); i++) {
      String line = flat.lines.get(i).text().strip();
      int blank = line.indexOf(' ');
      boolean heading = blank > 0 && line.endsWith("Traceback (most recent call last)");
      if (heading && Templates.BOTOCORE.named(line.substring(0, blank)) != null) {
        Sighting s = new Sighting(flat.startOf(i), flat.lines.get(i).number());
        s.exception = line.substring(0, blank);
        s.end = flat.endOf(i);
        keep(s);
      }
    }
  }

  private static boolean isLetter(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
  }

  private void add(Template template, String dotted, int classEnd) {
    int from = classEnd;
    String t = flat.text;
    while (from < t.length() && (" :('>\"".indexOf(t.charAt(from)) >= 0) && from - classEnd < 6) {
      if (t.startsWith(": \"", from) && !isQuotedToItsEnd(from + 2)) {
        from += 2;
        break;
      }
      from++;
      if (t.startsWith("('", from - 1) && isTuple(from)) {
        from--;
        break;
      }
      if (t.startsWith("('", from - 1)) {
        from++;
        break;
      }
    }
    Sighting s = new Sighting(classEnd - dotted.length(), flat.numberAt(classEnd));
    s.exception = ClassNames.simple(dotted);
    message(s, template, from);
  }

  /** Whether the literal whose quote is at a position is the first of several in parentheses. */
  private boolean isTuple(int quote) {
    int end = flat.endOf(flat.indexAt(quote));
    int close = flat.text.indexOf('\'', quote + 1);
    return close > 0
        && close < end
        && flat.text.startsWith(", ", close + 1)
        && flat.text.startsWith("))", end - 2);
  }

  /**
   * Whether the quote at a position closes where the line ends, so that it is not the message's.
   */
  private boolean isQuotedToItsEnd(int quote) {
    int end = flat.endOf(flat.indexAt(quote));
    int next = flat.text.indexOf('"', quote + 1, end);
    return next >= 0 && end - next < LEAD && flat.text.substring(next + 1, end).isBlank();
  }

  private void byTemplate() {
    for (Template template : Templates.BOTOCORE.telling) {
      String anchor = template.anchor();
      int at = flat.text.indexOf(anchor);
      while (at >= 0) {
        at = flat.text.indexOf(anchor, Math.max(at + 1, template(template, at)));
      }
    }
  }

  /** Lines of a validation report without its head. */
  private void byReport() {
    String t = flat.text;
    for (String start : Reports.TELLING) {
      for (int at = t.indexOf(start); at >= 0; at = t.indexOf(start, at + 1)) {
        if (!isRead(at, at) && Reports.isLine(t, at)) {
          Sighting s = new Sighting(at, flat.numberAt(at));
          s.exception = "ParamValidationError";
          message(s, null, at);
        }
      }
    }
  }

  private int template(Template template, int at) {
    Map<String, String> fields = new HashMap<>();
    int start = template.match(flat.text, at, fields);
    if (start < 0 || isRead(start, at)) {
      return at;
    }
    Sighting s = new Sighting(start, flat.numberAt(start));
    String before = ClassNames.before(flat.text, start, "");
    s.exception = before.isEmpty() || before.equals("Exception") ? template.exception : before;
    message(s, template, start);
    return s.end;
  }

  /** {@code Waiter InstanceRunning failed: …}, whose template has no words long enough to tell. */
  private void byWaiter() {
    String t = flat.text;
    for (int at = t.indexOf("Waiter "); at >= 0; at = t.indexOf("Waiter ", at + 1)) {
      int end = at + "Waiter ".length();
      while (end < t.length() && ClassNames.isPart(t.charAt(end))) {
        end++;
      }
      if (t.startsWith(" failed: ", end) && !isRead(at, at)) {
        Sighting s = new Sighting(at, flat.numberAt(at));
        s.exception = "WaiterError";
        message(s, Templates.BOTOCORE.named("WaiterError"), at);
      }
    }
  }

  private boolean isRead(int start, int at) {
    Map.Entry<Integer, Integer> read = ends.floorEntry(start);
    return read != null && at < read.getValue();
  }

  /** Keeps a sighting and where it ends; one that lies in another does not shorten it. */
  private void keep(Sighting s) {
    found.add(s);
    if (Templates.BOTOCORE.named(s.exception) != null) {
      s.captures.put("raised_by", "botocore");
    }
    Map.Entry<Integer, Integer> before = ends.floorEntry(s.position);
    ends.put(s.position, before == null ? s.end : Math.max(before.getValue(), s.end));
  }

  private void message(Sighting s, @Nullable Template template, int from) {
    Messages.Message m = Messages.read(flat, from, Messages.quoteBefore(flat.text, from));
    s.message = m.text();
    if (s.message.startsWith("<") && s.message.endsWith(">)")) {
      s.message = s.message.substring(0, s.message.length() - 1);
    }
    s.end = Math.max(m.end(), from);
    if (template != null && !template.longest().isBlank()) {
      String anchor = template.anchor().isEmpty() ? template.longest() : template.anchor();
      int limit = Math.min(flat.text.length(), s.end + anchor.length());
      int at = flat.text.indexOf(anchor, from, limit);
      if (at >= from && at < s.end) {
        template.match(flat.text, at, s.captures);
      }
    }
    if (s.exception.equals("ParamValidationError")) {
      Reports.read(flat, s);
    }
    if (GO_ON.contains(s.exception)) {
      goOn(s);
    }
    if (s.exception.equals("InvalidConfigError")) {
      InvalidConfig.read(s);
    }
    details(s);
    keep(s);
  }

  private static boolean isRecord(String line) {
    return Messages.startsRecord(line) && !line.startsWith("{'") && !line.startsWith("{}");
  }

  /** Whether boto3's advice at the end of a message stands in a line. */
  private boolean advises(int index) {
    return index < flat.lines.size()
        && flat.lines.get(index).text().startsWith("Consider using a boto3.client");
  }

  /** Takes the further lines of a message that botocore or boto3 writes on several. */
  private void goOn(Sighting s) {
    int last = flat.indexAt(Math.max(s.position, s.end - 1));
    StringBuilder message = new StringBuilder(s.message);
    for (int i = last + 1; i < Math.min(flat.lines.size(), last + MOST_LINES); i++) {
      String line = flat.lines.get(i).text();
      if (Tracebacks.isPartOf(line) || (line.isBlank() ? !advises(i + 1) : isRecord(line))) {
        break;
      }
      message.append('\n').append(line.stripTrailing());
      s.end = flat.endOf(i);
    }
    s.message = message.toString();
  }

  /** Whether the text ends or breaks off before the quote that closes a URL. */
  private boolean isCut(Sighting s, String url) {
    String t = flat.text.substring(s.position, Math.min(flat.text.length(), s.end + 2));
    int at = t.indexOf('"' + url);
    int end = at + 1 + url.length();
    return at >= 0 && !t.startsWith("\"", end) && !t.startsWith("\\\"", end);
  }

  private void details(Sighting s) {
    String url = s.captures.getOrDefault("endpoint_url", "");
    if (!url.isEmpty()) {
      String whole = Urls.withoutUser(url.substring(0, Urls.end(url)));
      s.endpoint = whole.equals("None") || isCut(s, url) ? "" : whole;
      s.captures.put("endpoint_url", s.endpoint);
    }
    s.service = s.captures.getOrDefault("service_name", "");
    if (s.exception.startsWith("UnsupportedS3Control")) {
      s.service = "s3control";
    }
    s.region = s.captures.getOrDefault("region_name", "");
  }
}
