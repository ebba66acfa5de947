package awsleuth.core.read;

import awsleuth.core.evidence.Failure.Passage;
import java.util.List;

/** Where urllib3's log says that it went before an error of the socket. */
final class Contacted {

  private static final String STARTING = "Starting new HTTP";

  private Contacted() {}

  /** The root of the endpoint; empty where the error is another or no line tells. */
  static String in(Sighting s, List<Passage> passages) {
    String found = "";
    if (!s.exception.equals("gaierror") && !s.exception.equals("ConnectionRefusedError")) {
      return found;
    }
    for (Passage p : passages) {
      int at = p.text().indexOf(STARTING);
      int from = at < 0 ? -1 : p.text().indexOf("): ", at);
      if (from > 0 && p.source().line() < s.line) {
        boolean secure = p.text().startsWith("S", at + STARTING.length());
        found = (secure ? "https://" : "http://") + p.text().substring(from + 3).strip() + "/";
      }
    }
    return found;
  }
}
