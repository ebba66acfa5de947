package awsleuth.app.input;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/**
 * Bytes that are no text: a picture, a program. The usual kinds are known by how they begin
 * (file(1) has the same marks), others by what no text has.
 */
final class Binary {

  private static final int SAMPLE = 4096;

  /** One in this many characters that no text has makes bytes no text. */
  private static final int SHARE = 10;

  /** A kind by the bytes at a place. */
  private record Form(String name, int at, String mark) {}

  private static final List<Form> FORMS =
      List.of(
          new Form("a PNG image", 0, "\u0089PNG\r\n"),
          new Form("a JPEG image", 0, "\u00ff\u00d8\u00ff"),
          new Form("a GIF image", 0, "GIF8"),
          new Form("a WebP image", 8, "WEBP"),
          new Form("a PDF document", 0, "%PDF-"),
          new Form("a program (ELF)", 0, "\u007fELF"),
          new Form("a program (Mach-O)", 0, "\u00cf\u00fa\u00ed\u00fe"),
          new Form("a class of Java", 0, "\u00ca\u00fe\u00ba\u00be"),
          new Form("a database of SQLite", 0, "SQLite format 3\0"),
          new Form("a Parquet file", 0, "PAR1"),
          new Form("a recording of packets", 0, "\u00d4\u00c3\u00b2\u00a1"),
          new Form("a recording of packets", 0, "\n\r\r\n"),
          new Form("a program (Windows)", 0, "MZ"),
          new Form("a tar archive", 257, "ustar"));

  private Binary() {}

  /**
   * What is said of bytes that are no text, without the file's name; empty where they may be one.
   *
   * @param text what they are as text
   */
  static Optional<String> said(byte[] bytes, String text) {
    if (!isStrange(text)) {
      return Optional.empty();
    }
    int most = Math.min(bytes.length, SAMPLE);
    String start = new String(bytes, 0, most, StandardCharsets.ISO_8859_1);
    return Optional.of(
        FORMS.stream()
            .filter(f -> start.startsWith(f.mark, f.at))
            .findFirst()
            .map(f -> f.name + ", no text")
            .orElse("no text"));
  }

  /** Whether a text begins with much that no text has. */
  private static boolean isStrange(String text) {
    int most = Math.min(text.length(), SAMPLE);
    int strange = 0;
    for (int i = 0; i < most; i++) {
      char c = text.charAt(i);
      boolean usual = c == '\t' || c == '\n' || c == '\r' || c == '\f' || c == '\u001b';
      strange += (Character.isISOControl(c) && !usual) || c == '\ufffd' ? 1 : 0;
    }
    return strange > most / SHARE;
  }
}
