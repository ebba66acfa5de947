package awsleuth.app.test;

import java.util.List;

/** Sentences in lines of a docstring. */
final class Folded {

  private Folded() {}

  /** The lines folded at spaces; an empty line at the end where there are several. */
  static String lines(List<String> sentences, int width) {
    StringBuilder out = new StringBuilder();
    for (String sentence : sentences) {
      int column = 0;
      for (String word : PythonForm.prose(sentence).split(" ", -1)) {
        if (column > 0 && column + 1 + word.length() > width) {
          out.append('\n');
          column = 0;
        } else if (column > 0) {
          out.append(' ');
          column++;
        }
        out.append(word);
        column += word.length();
      }
      out.append('\n');
    }
    return out.toString();
  }
}
