package awsleuth.core.read;

import awsleuth.core.read.text.Flat;
import java.util.List;

/**
 * A text that was cut in the middle of the access-denied sentence, within the words before the
 * action: {@code rized to perform: s3:GetObject on resource: … because no …}.
 */
final class CutDenial {

  private static final String WHOLE = "not authorized to perform: ";

  /** Where that stands whole another reader finds it. */
  private static final String TELLING = "authorized to perform";

  private static final List<String> DECIDED = List.of(" because no ", " with an explicit deny");

  /** How far behind the action the decision may stand. */
  private static final int REACH = 2000;

  private CutDenial() {}

  /** The failure that the text begins within; none where it begins otherwise. */
  static List<Sighting> read(Flat flat) {
    String t = flat.text;
    int from = t.startsWith("...") ? 3 : t.startsWith("\u2026") ? 1 : 0;
    int colon = t.indexOf(": ", from, Math.min(t.length(), from + WHOLE.length()));
    String head = colon < 0 ? "" : t.substring(from, colon + 2);
    String near = t.substring(from, Math.min(t.length(), from + REACH));
    boolean cut =
        head.contains("perform")
            && !head.contains(TELLING)
            && WHOLE.endsWith(head)
            && DECIDED.stream().anyMatch(near::contains);
    if (!cut) {
      return List.of();
    }
    Sighting s = new Sighting(0, flat.numberAt(0));
    s.strength = Sighting.Strength.LIKELY;
    Messages.Message m = Messages.read(flat, 0, '\0');
    s.message = m.text();
    s.end = Math.max(m.end(), head.length());
    return List.of(s);
  }
}
