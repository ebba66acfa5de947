package awsleuth.iam.repair;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * A change of a text.
 *
 * @param start offset of the first character that is replaced
 * @param end offset after the last one; equal to {@code start} where something is only put in
 * @param text what stands there afterwards
 */
public record TextEdit(int start, int end, String text) {

  /** A text with changes, which must not overlap. */
  public static String apply(String text, List<TextEdit> edits) {
    List<TextEdit> sorted = new ArrayList<>(edits);
    sorted.sort(Comparator.comparingInt(TextEdit::start));
    StringBuilder out = new StringBuilder();
    int from = 0;
    for (TextEdit edit : sorted) {
      out.append(text, from, edit.start()).append(edit.text());
      from = edit.end();
    }
    return out.append(text, from, text.length()).toString();
  }
}
