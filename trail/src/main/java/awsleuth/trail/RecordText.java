package awsleuth.trail;

import awsleuth.core.evidence.TrailEvent;
import awsleuth.core.read.Readers;
import java.io.Serializable;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;

/**
 * A record as it is written: its bytes within a larger piece of its file. The bytes are overwritten
 * once the question's {@code add} has returned; {@link #kept} gives one that stays.
 */
public final class RecordText implements Serializable {

  private static final long serialVersionUID = 1;

  private final byte[] bytes;
  private final int from;
  private final int to;
  private final String file;
  private final int line;

  /**
   * The record that stands between two places of some bytes, in UTF-8.
   *
   * @param line the line of the file that it begins in, from 1
   */
  public RecordText(byte[] bytes, int from, int to, String file, int line) {
    this.bytes = bytes;
    this.from = from;
    this.to = to;
    this.file = file;
    this.line = line;
  }

  /** A record of its own. */
  public static RecordText of(String json, String file, int line) {
    byte[] bytes = json.getBytes(StandardCharsets.UTF_8);
    return new RecordText(bytes, 0, bytes.length, file, line);
  }

  /** The file's name. */
  public String file() {
    return file;
  }

  /** The line of the file that it begins in, from 1. */
  public int line() {
    return line;
  }

  /** How many bytes it has. */
  public int length() {
    return to - from;
  }

  /** The record's JSON. It may have secrets: not to be shown as it is. */
  public String text() {
    return new String(bytes, from, to - from, StandardCharsets.UTF_8);
  }

  /** The same record with bytes of its own. */
  public RecordText kept() {
    byte[] own = Arrays.copyOfRange(bytes, from, to);
    return new RecordText(own, 0, own.length, file, line);
  }

  /**
   * All of the event, without secrets, as {@code core} reads it; empty where that takes it for no
   * event.
   */
  public Optional<TrailEvent> whole() {
    return Readers.trailEvent(file, text(), line);
  }
}
