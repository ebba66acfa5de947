package awsleuth.testkit;

import java.util.List;
import java.util.Random;

/**
 * Spoils texts the way that logs, terminals and enemies do: cut, folded, escaped, repeated, mixed
 * with other texts and with characters that mean something to readers. The same seed spoils alike.
 */
public final class Mutations {

  private static final List<String> HOSTILE =
      List.of(
          "\0",
          "\u001b[31m",
          "\u001b]0;x\u0007",
          "\ufeff",
          "\ufffd",
          "\ud800",
          "\udc00",
          "\u202e",
          "\u0130",
          "\r",
          "\r\n",
          "\n\n",
          "\\n",
          "\\",
          "\\\\\"",
          "\"",
          "'",
          "`",
          "{",
          "}",
          "[",
          "]",
          "{\"",
          "(",
          "):",
          "%",
          "%%",
          "%3D",
          "\\u0000",
          "<",
          "</",
          "<Code>",
          ": ",
          "://",
          "@",
          "=",
          "arn:",
          "-----BEGIN ",
          "An error occurred (",
          "when calling the ",
          "not authorized to perform: ",
          "99999999999999999999",
          "-1");

  private final Random random;

  /** Spoils alike for the same seed. */
  public Mutations(long seed) {
    random = new Random(seed);
  }

  /** One of some texts. */
  public String any(List<String> texts) {
    return texts.get(random.nextInt(texts.size()));
  }

  /** One of the texts, spoilt up to five times. */
  public String spoilt(List<String> texts) {
    String text = any(texts);
    for (int n = random.nextInt(6); n > 0; n--) {
      text = once(text, texts);
    }
    return text;
  }

  private String once(String text, List<String> texts) {
    int at = place(text);
    return switch (random.nextInt(14)) {
      case 0 -> text.substring(0, at);
      case 1 -> text.substring(at);
      case 2 -> cutOut(text);
      case 3 -> repeated(text);
      case 4 -> text.substring(0, at) + any(HOSTILE) + text.substring(at);
      case 5 ->
          text.substring(0, at) + any(HOSTILE).repeat(random.nextInt(300)) + text.substring(at);
      case 6 -> folded(text);
      case 7 -> text.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n");
      case 8 -> "{\"level\": \"error\", \"message\": \"" + text + "\"}";
      case 9 -> prefixed(text);
      case 10 -> spliced(text, any(texts));
      case 11 -> text + "\n" + any(texts);
      case 12 -> text.replace("\n", "\r\n");
      default -> flipped(text);
    };
  }

  private int place(String text) {
    return random.nextInt(text.length() + 1);
  }

  private String cutOut(String text) {
    int from = place(text);
    int to = Math.min(text.length(), from + random.nextInt(40));
    return text.substring(0, from) + text.substring(to);
  }

  private String repeated(String text) {
    int from = place(text);
    int to = Math.min(text.length(), from + random.nextInt(200));
    return text.substring(0, to)
        + text.substring(from, to).repeat(random.nextInt(20))
        + text.substring(to);
  }

  private String folded(String text) {
    int width = 8 + random.nextInt(120);
    StringBuilder out = new StringBuilder();
    for (int i = 0; i < text.length(); i += width) {
      out.append(text, i, Math.min(text.length(), i + width)).append('\n');
    }
    return out.toString();
  }

  private String prefixed(String text) {
    String prefix =
        any(List.of("2026-01-02 03:04:05,678 ERROR app: ", "E   ", "> ", "\u2502 ", "  | ", "# "));
    return prefix + text.replace("\n", "\n" + prefix);
  }

  private String spliced(String text, String other) {
    return text.substring(0, place(text)) + other.substring(place(other));
  }

  private String flipped(String text) {
    StringBuilder out = new StringBuilder(text);
    for (int n = random.nextInt(8); n > 0 && !out.isEmpty(); n--) {
      int i = random.nextInt(out.length());
      out.setCharAt(i, (char) (out.charAt(i) ^ (1 << random.nextInt(7))));
    }
    return out.toString();
  }
}
