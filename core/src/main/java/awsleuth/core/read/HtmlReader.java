package awsleuth.core.read;

import awsleuth.core.read.text.Flat;
import awsleuth.core.read.text.Numbers;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads the HTML pages that proxies, load balancers and S3's website endpoints answer a request
 * with: {@code <title>503 Service Unavailable</title>}, {@code <li>Code: AccessDenied</li>}. The
 * capture {@code html_title} holds the title.
 */
final class HtmlReader {

  private static final int REACH = 3000;
  private static final int LONGEST = 200;
  private static final int LEAST = 400;

  /** In any letters; a text in small letters may have another length. */
  private static final Pattern END = Pattern.compile("</html>", Pattern.CASE_INSENSITIVE);

  private final Flat flat;
  private final List<Sighting> found = new ArrayList<>();

  private HtmlReader(Flat flat) {
    this.flat = flat;
  }

  static List<Sighting> read(Flat flat) {
    HtmlReader reader = new HtmlReader(flat);
    for (String open : List.of("<title>", "<TITLE>")) {
      int at = flat.text.indexOf(open);
      while (at >= 0) {
        reader.page(at, at + open.length());
        at = flat.text.indexOf(open, at + 1);
      }
    }
    return reader.found;
  }

  private void page(int at, int from) {
    int limit = Math.min(flat.text.length(), from + LONGEST);
    int close = flat.text.indexOf("</", from, limit);
    String title = close < 0 ? "" : flat.text.substring(from, close).strip();
    OptionalInt status = Numbers.statusAt(title, 0);
    if (status.isEmpty() || status.getAsInt() < LEAST) {
      return;
    }
    String page = flat.text.substring(at, Math.min(flat.text.length(), at + REACH));
    Matcher end = END.matcher(page);
    page = end.find() ? page.substring(0, end.start()) : page;
    Sighting s = new Sighting(at, flat.numberAt(at));
    s.code = item(page, "Code");
    s.strength = s.code.isEmpty() ? Sighting.Strength.FAINT : Sighting.Strength.LIKELY;
    s.message = s.code.isEmpty() ? title : item(page, "Message");
    s.requestId = item(page, "RequestId");
    s.status = status;
    s.captures.put("html_title", title);
    if (!item(page, "HostId").isEmpty()) {
      s.captures.put("body_host_id", item(page, "HostId"));
    }
    s.end = at + page.length();
    found.add(s);
  }

  /** An item of the list that S3 makes of an error; empty where it is not there. */
  private static String item(String page, String name) {
    String open = "<li>" + name + ": ";
    int at = page.indexOf(open);
    int close = at < 0 ? -1 : page.indexOf("</li>", at);
    return close < 0 ? "" : page.substring(at + open.length(), close).strip();
  }
}
