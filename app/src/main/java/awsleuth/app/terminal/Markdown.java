package awsleuth.app.terminal;

import java.util.regex.Pattern;

/** Text in Markdown of the kind that forges show: nothing in it becomes markup by chance. */
public final class Markdown {

  private static final String MARKUP = "\\`*_[]|~<>&@$";
  private static final Pattern BAR = Pattern.compile("(?<!\\\\)\\|");

  private Markdown() {}

  /** A table takes a bar for the cell's end unless it is escaped, in a code span too. */
  public static String cell(String markdown) {
    return BAR.matcher(markdown).replaceAll("\\\\|");
  }

  /** Words that make no markup but code, where they have backticks; line breaks become spaces. */
  public static String text(String text) {
    StringBuilder out = new StringBuilder();
    for (Inline i : Inline.of(text)) {
      out.append(i.isCode() ? Backticks.span(i.text()) : escaped(i.text()));
    }
    return out.toString();
  }

  private static String escaped(String text) {
    StringBuilder out = new StringBuilder();
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      switch (c) {
        case '\n', '\r', '\t' -> out.append(' ');
        case '<' -> out.append("&lt;");
        case '>' -> out.append("&gt;");
        case '&' -> out.append("&amp;");
        case '@' -> out.append("&#64;");
        case '~' -> out.append(isHome(text, i) ? "~" : "\\~");
        case '_' -> out.append(isWithinWord(text, i) ? "_" : "\\_");
        default -> out.append(MARKUP.indexOf(c) >= 0 ? "\\" : "").append(c);
      }
    }
    return out.toString();
  }

  /** The tilde of {@code ~/.aws} behind a space strikes nothing out. */
  private static boolean isHome(String text, int at) {
    return text.startsWith("~/", at) && (at == 0 || text.charAt(at - 1) == ' ');
  }

  /** An underscore between letters or digits marks nothing, and a link is not to be broken. */
  private static boolean isWithinWord(String text, int at) {
    return at > 0
        && at + 1 < text.length()
        && Character.isLetterOrDigit(text.charAt(at - 1))
        && Character.isLetterOrDigit(text.charAt(at + 1));
  }
}
