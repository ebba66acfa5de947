package awsleuth.iam.policy;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.core.exc.StreamConstraintsException;

/** Says what is wrong with a text that is no JSON. */
public final class JsonFaults {

  private JsonFaults() {}

  /**
   * What keeps a text from being JSON, with its place: comments and commas before a closing bracket
   * too. Empty where it is one JSON value or several.
   */
  public static Optional<Fault> first(String text) {
    List<Fault> faults = new ArrayList<>();
    Json.read(text, faults);
    return faults.stream()
        .filter(f -> f.code().undecidable() && !f.message().equals(Json.MORE_TEXT))
        .findFirst();
  }

  /**
   * What is wrong and where, for the end of a sentence: {@code : `x` cannot stand … (column 7)}.
   */
  public static String at(JacksonException broken, String text) {
    int offset = offset(broken, text);
    return ": "
        + words(broken, text)
        + (offset < text.length() ? " (column " + (offset + 1) + ")" : "");
  }

  /** What is wrong, in a few words. */
  static String words(JacksonException broken, String text) {
    if (broken instanceof StreamConstraintsException) {
      return "nested too deep or too long";
    }
    int offset = offset(broken, text);
    if (text.substring(offset).isBlank()) {
      return "it ends before it is complete";
    }
    int c = text.codePointAt(offset);
    if (c == '\'') {
      return "`'` cannot stand here; JSON has double quotes";
    }
    return c < ' '
        ? "a control character stands inside a string"
        : "`" + Character.toString(c) + "` cannot stand here";
  }

  /** Where the text stops being JSON. */
  static int offset(JacksonException broken, String text) {
    long offset = broken.getLocation() == null ? 0 : broken.getLocation().getCharOffset();
    return Math.clamp(offset, 0, text.length());
  }
}
