package awsleuth.app.terminal;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.SerializableString;
import tools.jackson.core.io.CharacterEscapes;
import tools.jackson.core.io.SerializedString;
import tools.jackson.core.json.JsonFactory;

/**
 * How JSON is written: what would control a terminal that shows it (DEL, the C1 controls, marks of
 * direction) or end a line in JavaScript is escaped, beside what JSON itself wants escaped.
 */
public final class JsonOutput extends CharacterEscapes {

  private static final long serialVersionUID = 1;

  /** Makes the generators of all commands. */
  public static final JsonFactory FACTORY =
      JsonFactory.builder().characterEscapes(new JsonOutput()).build();

  private static final int DELETE = 0x7f;

  private JsonOutput() {}

  @Override
  public int[] getEscapeCodesForAscii() {
    int[] codes = standardAsciiEscapesForJSON();
    codes[DELETE] = ESCAPE_STANDARD;
    return codes;
  }

  @Override
  public @Nullable SerializableString getEscapeSequence(int c) {
    return Printable.isControl((char) c) || c == '\u2028' || c == '\u2029'
        ? new SerializedString(String.format("\\u%04x", c))
        : null;
  }
}
