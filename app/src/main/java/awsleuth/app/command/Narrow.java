package awsleuth.app.command;

import awsleuth.app.terminal.Paragraph;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Help on screens that are narrower than the usual eighty columns. */
public final class Narrow {

  private static final int USUAL = 80;
  private static final int DEEPER = 4;
  private static final String BELOW = "         ";
  private static final Pattern COLUMNS = Pattern.compile("(?<=\\S) {2,}");
  private static final Pattern WORD = Pattern.compile("(?:[^\\s\"']|\"[^\"]*\"|'[^']*')+");
  private static final String GOES_ON = " \\";

  private Narrow() {}

  /** The help of all commands; what stands beside a command is below it on a narrow screen. */
  public static String overview(int width) {
    if (width == 0 || width >= USUAL) {
      return Overview.TEXT;
    }
    StringBuilder out = new StringBuilder();
    for (String line : Overview.TEXT.lines().toList()) {
      String[] sides = COLUMNS.split(line, 2);
      boolean text = sides[0].length() - sides[0].stripLeading().length() > BELOW.length();
      out.append(text ? folded(BELOW, sides[0].strip(), width) : command(sides[0], width));
      out.append(sides.length > 1 ? folded(BELOW, sides[1], width) : "");
    }
    return out.toString();
  }

  /** A command or an example as it is indented; what is folded of it is indented further. */
  private static String command(String line, int width) {
    String text = line.stripLeading();
    int indent = line.length() - text.length();
    if (line.length() <= width) {
      return line + "\n";
    }
    if (indent == 0) {
      return folded("", line, width);
    }
    if (indent < DEEPER) {
      return example(line, width) + "\n";
    }
    String first = Paragraph.fold(text, width - indent).getFirst();
    String rest = text.substring(first.length()).strip();
    return line.substring(0, indent) + first + "\n" + folded(BELOW + "  ", rest, width);
  }

  /** A command to be pasted, which a shell reads as one line still. */
  static String example(String line, int width) {
    if (width == 0 || line.length() <= width) {
      return line;
    }
    String[] sides = COLUMNS.split(line, 2);
    String more = sides.length > 1 ? "\n" + folded(BELOW, sides[1], width).stripTrailing() : "";
    boolean goesOn = sides[0].endsWith(GOES_ON);
    String command = sides[0].substring(0, sides[0].length() - (goesOn ? GOES_ON.length() : 0));
    return foldedCommand(command, width) + (goesOn ? GOES_ON : "") + more;
  }

  private static String foldedCommand(String command, int width) {
    StringBuilder out = new StringBuilder(" ");
    int taken = 1;
    Matcher words = WORD.matcher(command);
    while (words.find()) {
      String word = words.group();
      String whole = words.end() == command.length() ? word : word + GOES_ON;
      if (taken > 1 && taken + 1 + whole.length() > width) {
        int column = Paragraph.column(whole, DEEPER, width);
        out.append(GOES_ON).append('\n').append(" ".repeat(column)).append(word);
        taken = column + word.length();
      } else {
        out.append(' ').append(word);
        taken += 1 + word.length();
      }
    }
    return out.toString();
  }

  private static String folded(String indent, String text, int width) {
    return Paragraph.beside(indent, indent.length(), text, width, l -> l);
  }
}
