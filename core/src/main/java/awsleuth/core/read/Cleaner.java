package awsleuth.core.read;

import awsleuth.core.read.text.ContainerLine;
import awsleuth.core.read.text.Decoration;
import awsleuth.core.read.text.Escapes;
import awsleuth.core.read.text.Line;
import awsleuth.core.read.text.Terminal;
import awsleuth.core.read.text.Tracebacks;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Turns raw text into clean lines. */
final class Cleaner {

  private static final int LONGEST_LINE = 1 << 20;

  private final List<Line> lines = new ArrayList<>();

  /**
   * A line that a container runtime has split, as far as it was seen; empty where there is none.
   */
  private final StringBuilder begun = new StringBuilder();

  private String stream = "";
  private int begunAt;

  private Cleaner() {}

  /** The lines of a text: LF, CRLF or CR end a line; one line may become several. */
  static List<Line> clean(String text) {
    Cleaner cleaner = new Cleaner();
    int number = 1;
    int start = 0;
    int n = text.length();
    while (start <= n) {
      int end = start;
      while (end < n && text.charAt(end) != '\n' && text.charAt(end) != '\r') {
        end++;
      }
      if (start < n || end > start) {
        cleaner.take(number, text.substring(start, Math.min(end, start + LONGEST_LINE)));
      }
      if (end < n && text.charAt(end) == '\r' && end + 1 < n && text.charAt(end + 1) == '\n') {
        end++;
      }
      start = end + 1;
      number++;
    }
    cleaner.end();
    return cleaner.lines;
  }

  private void take(int number, String raw) {
    Optional<ContainerLine> container = ContainerLine.of(raw);
    boolean follows = container.isPresent() && container.get().stream().equals(stream);
    boolean goesOn = container.isPresent() && container.get().goesOn();
    if (!follows) {
      end();
    }
    if (!follows && !goesOn) {
      addLine(number, raw);
      return;
    }
    if (!follows) {
      begun.append(container.get().head());
      stream = container.get().stream();
      begunAt = number;
    }
    String text = container.get().text();
    begun.append(text, 0, Math.min(text.length(), LONGEST_LINE - begun.length()));
    if (!goesOn) {
      end();
    }
  }

  private void end() {
    if (!stream.isEmpty()) {
      addLine(begunAt, begun.toString());
      begun.setLength(0);
      stream = "";
    }
  }

  private void addLine(int number, String raw) {
    String plain = Decoration.strip(Terminal.plain(raw));
    if (isSource(plain)) {
      lines.add(new Line(number, plain));
    } else if (!Json.addLines(lines, number, plain)) {
      for (String part : Escapes.split(plain)) {
        lines.add(new Line(number, part));
      }
    }
  }

  /** Whether it is the program's line below a traceback's frame: its escapes are the program's. */
  private boolean isSource(String line) {
    return !lines.isEmpty()
        && line.startsWith("    ")
        && lines.getLast().text().stripLeading().startsWith("File \"")
        && lines.getLast().text().contains(", line ")
        && !Tracebacks.isFrame(line);
  }
}
