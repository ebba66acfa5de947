package awsleuth.lint;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Applies the fixes that are safe. */
public final class Edits {

  private Edits() {}

  /** The text with all {@link Fix.Applicability#READY} fixes of findings; the rest as it is. */
  public static String apply(String text, List<Finding> findings) {
    List<Edit> edits = new ArrayList<>();
    for (Finding finding : findings) {
      if (finding.fix().applicability() == Fix.Applicability.READY) {
        edits.addAll(finding.fix().edits());
      }
    }
    edits.sort(Comparator.comparingInt(Edit::start).thenComparingInt(Edit::end));
    StringBuilder out = new StringBuilder(text.length());
    int at = 0;
    for (Edit edit : edits) {
      // Two findings may want the same change; of others that overlap the first is made.
      if (edit.start() >= at) {
        out.append(text, at, edit.start()).append(edit.text());
        at = edit.end();
      }
    }
    return out.append(text, at, text.length()).toString();
  }
}
