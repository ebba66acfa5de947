package awsleuth.core.read;

import awsleuth.core.evidence.Failure.Frame;
import awsleuth.core.evidence.Source;
import awsleuth.core.read.text.Tracebacks;
import org.jspecify.annotations.Nullable;

/** Reads the frames of a traceback. */
final class Frames {

  private Frames() {}

  /** The frame that a line of a traceback is; null where it is none. */
  static @Nullable Frame read(Blocks.Block block, int index, Source source) {
    String line = block.text(index);
    int file = line.indexOf("File \"");
    if (file >= 0 || line.contains(".py\", line ")) {
      return plain(block, index, line, file < 0 ? 0 : file + 6, source);
    }
    int end = Tracebacks.pytestEnd(line);
    if (end > 0) {
      String function = line.substring(line.indexOf(": in ") + ": in ".length()).strip();
      return new Frame(line.substring(0, end), 0, function, code(block, index), source);
    }
    int in = line.indexOf(" in ");
    int py = in < 0 ? -1 : line.lastIndexOf(".py", in);
    if (py > 0 && !line.contains(": ")) {
      int open = line.indexOf('(', in);
      String function = line.substring(in + 4, open < 0 ? line.length() : open).strip();
      return new Frame(line.substring(0, py + 3).strip(), 0, function, arrow(block, index), source);
    }
    if (Tracebacks.isCell(line)) {
      return new Frame("", 0, "<module>", arrow(block, index), source);
    }
    return null;
  }

  /** The code of a frame that a cut took the head of; null where a block does not begin so. */
  static @Nullable Frame ofCode(Blocks.Block block, int from, Source source) {
    String line = block.text(from);
    boolean code = line.startsWith("    ") && !Tracebacks.isPartOf(line) && line.indexOf('(') > 0;
    boolean framed = from + 1 < block.to() && Tracebacks.isFrame(block.text(from + 1));
    return code && framed ? new Frame("", 0, "", line.strip(), source) : null;
  }

  private static @Nullable Frame plain(
      Blocks.Block block, int index, String line, int from, Source source) {
    int close = line.indexOf('"', from);
    if (close < 0) {
      return null;
    }
    int at = line.indexOf(", line ", close);
    int number = 0;
    int end = at < 0 ? close : at + 7;
    while (at >= 0 && end < line.length() && Character.isDigit(line.charAt(end)) && number < 1e7) {
      number = number * 10 + line.charAt(end++) - '0';
    }
    int in = line.indexOf(", in ", end);
    String function = in < 0 ? "" : line.substring(in + 5).strip();
    return new Frame(line.substring(from, close), number, function, code(block, index), source);
  }

  private static String code(Blocks.Block block, int index) {
    StringBuilder code = new StringBuilder();
    for (int i = index + 1; i < Math.min(block.to(), index + 6); i++) {
      String next = block.text(i);
      if (Tracebacks.isPartOf(next) || PythonErrorReader.exceptionColon(next) > 0) {
        break;
      }
      code.append(code.isEmpty() ? "" : " ").append(next.strip());
    }
    return code.toString();
  }

  /** The line that IPython's arrow points at; with the one above where it ends what began there. */
  private static String arrow(Blocks.Block block, int index) {
    for (int i = index + 1; i < Math.min(block.to(), index + 8); i++) {
      String next = block.text(i).strip();
      if (next.startsWith("--")) {
        int space = next.indexOf(' ');
        String code = unnumbered(space < 0 ? "" : next.substring(space));
        boolean above = closes(code) > 0 && i - 1 > index && !Tracebacks.isFrame(block.text(i - 1));
        return above ? unnumbered(block.text(i - 1)) + " " + code : code;
      }
    }
    return "";
  }

  /** How many more parentheses a line closes than it opens. */
  private static int closes(String code) {
    int more = 0;
    for (int i = 0; i < code.length(); i++) {
      more += code.charAt(i) == ')' ? 1 : code.charAt(i) == '(' ? -1 : 0;
    }
    return more;
  }

  /** A line of code without the number that IPython puts before it. */
  private static String unnumbered(String line) {
    String rest = line.strip();
    int digits = 0;
    while (digits < rest.length() && Character.isDigit(rest.charAt(digits))) {
      digits++;
    }
    return rest.substring(digits).strip();
  }
}
