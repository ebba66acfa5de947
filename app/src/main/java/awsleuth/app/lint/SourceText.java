package awsleuth.app.lint;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The text of a Python file, and how it is written in bytes.
 *
 * @param text without the byte order mark
 * @param charset what its bytes are
 * @param marked whether it begins with the byte order mark of UTF-8
 * @see <a href="https://peps.python.org/pep-0263/">PEP 263</a>
 */
record SourceText(String text, Charset charset, boolean marked) {

  private static final Pattern CODING =
      Pattern.compile("^[ \\t\\f]*#.*?coding[:=][ \\t]*([-_.a-zA-Z0-9]{1,40})");

  /** A line that is empty or a comment: after another the second line does not count. */
  private static final Pattern BLANK = Pattern.compile("[ \\t\\f]*(?:#|$)");

  private static final byte[] MARK = {(byte) 0xef, (byte) 0xbb, (byte) 0xbf};

  /**
   * Reads bytes as Python does.
   *
   * @throws CharacterCodingException where they are no text in the charset that they name
   */
  static SourceText of(byte[] bytes) throws CharacterCodingException {
    boolean marked = bytes.length >= 3 && Arrays.equals(Arrays.copyOf(bytes, 3), MARK);
    int from = marked ? 3 : 0;
    Charset charset = marked ? StandardCharsets.UTF_8 : charset(bytes);
    ByteBuffer content = ByteBuffer.wrap(bytes, from, bytes.length - from);
    String text = charset.newDecoder().decode(content).toString();
    return new SourceText(text, charset, marked);
  }

  private static Charset charset(byte[] bytes) throws CharacterCodingException {
    int at = 0;
    for (int lines = 0; lines < 2 && at < bytes.length; lines++) {
      int from = at;
      while (at < bytes.length && bytes[at] != '\n' && bytes[at] != '\r') {
        at++;
      }
      String line = new String(bytes, from, at - from, StandardCharsets.ISO_8859_1);
      Matcher m = CODING.matcher(line);
      if (m.find()) {
        return named(m.group(1));
      }
      if (!BLANK.matcher(line).lookingAt()) {
        break; // a statement ends the lines that count
      }
      at += at + 1 < bytes.length && bytes[at] == '\r' && bytes[at + 1] == '\n' ? 2 : 1;
    }
    return StandardCharsets.UTF_8;
  }

  /** A charset by a name of Python's, which writes some with other signs than Java. */
  private static Charset named(String name) throws CharacterCodingException {
    String plain = name.toLowerCase(Locale.ROOT).replace('_', '-');
    for (String each : List.of(plain, plain.replace("-", ""), plain.replace('-', '_'))) {
      try {
        return Charset.forName(each);
      } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
        // The next form may be known.
      }
    }
    throw new CharacterCodingException();
  }

  /** The bytes of a changed text, written in the same way. */
  byte[] bytes(String changed) {
    byte[] content = changed.getBytes(charset);
    if (!marked) {
      return content;
    }
    byte[] whole = Arrays.copyOf(MARK, MARK.length + content.length);
    System.arraycopy(content, 0, whole, MARK.length, content.length);
    return whole;
  }
}
