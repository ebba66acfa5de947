package awsleuth.core.scan;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;

/**
 * Remembers the beginnings of botocore's sentences that lines tell, so that lines of a dense log
 * which tell another one need not be read to know that they do.
 */
public final class SeenSentences {

  private static final byte[] SENTENCE = "rror occurred (".getBytes(StandardCharsets.US_ASCII);

  /** How much of a sentence is compared: less than what makes two failures the same. */
  private static final int TELLING = 300;

  private static final int MOST = 1 << 18;

  /** In the place of a print: there is none, or it is remembered. */
  private static final long KNOWN = 0;

  private final Set<Long> prints = new HashSet<>();

  /** The sentences that came to be told often after others filled what can be kept. */
  private final Set<Long> risen = new HashSet<>();

  private final Rivals rivals = new Rivals();

  /** Remembers all sentences of a stretch. */
  public void add(Stretch stretch) {
    byte[] bytes = stretch.bytes();
    int end = -1;
    for (int at = next(bytes, 0, bytes.length); at >= 0 && prints.size() < MOST; ) {
      end = at > end ? endOfLine(bytes, at) : end;
      prints.add(print(bytes, at, end));
      at = next(bytes, at + 1, bytes.length);
    }
  }

  /**
   * A stretch of which some lines were made empty.
   *
   * @param emptied how many lines
   * @param risen whether a line is left because its sentence was now told often enough
   */
  @SuppressWarnings("ArrayRecordComponent") // handed over once, never compared
  public record Rest(Stretch stretch, int emptied, boolean risen) {

    /** Whether nothing is left of the lines that tell. */
    public boolean isEmpty() {
      for (int i = stretch.coreFrom(); i < stretch.coreTo(); i++) {
        if (stretch.bytes()[i] > ' ' || stretch.bytes()[i] < 0) {
          return false;
        }
      }
      return true;
    }
  }

  /**
   * A stretch without the records of one line that tell one sentence not remembered. Their lines
   * are left empty, so that lines keep their numbers.
   *
   * @param least how often another sentence has to be told to be remembered after all: more often
   *     than that
   */
  public Rest without(Stretch stretch, int least) {
    byte[] bytes = stretch.bytes();
    byte[] out = new byte[bytes.length];
    int size = 0;
    int emptied = 0;
    boolean anyRisen = false;
    int coreFrom = stretch.coreFrom();
    int coreTo = stretch.coreTo();
    for (int from = 0; from < bytes.length; ) {
      int to = endOfLine(bytes, from);
      int next = Math.min(bytes.length, to + 1);
      long print = prints.size() < MOST ? alone(bytes, from, to) : KNOWN;
      boolean rises = print != KNOWN && rises(print, least);
      boolean other = print != KNOWN && !rises;
      anyRisen |= rises;
      int kept = other ? to : from;
      if (other) {
        emptied++;
      }
      coreFrom = stretch.coreFrom() == from ? size : coreFrom;
      System.arraycopy(bytes, kept, out, size, next - kept);
      size += next - kept;
      coreTo = stretch.coreTo() == next ? size : coreTo;
      from = next;
    }
    return emptied == 0
        ? new Rest(stretch, 0, anyRisen)
        : new Rest(
            new Stretch(
                stretch.firstLine(),
                stretch.offset(),
                Arrays.copyOf(out, size),
                Math.min(coreFrom, size),
                Math.min(coreTo, size)),
            emptied,
            anyRisen);
  }

  /** Whether a sentence that is not remembered has been told more often than is asked for. */
  private boolean rises(long print, int least) {
    if (rivals.seen(print, 1) <= least) {
      return false;
    }
    rivals.forget(print);
    if (risen.size() >= MOST) {
      risen.clear(); // they rise again
    }
    risen.add(print);
    return true;
  }

  /** The print of a record of one line that tells one sentence not remembered; else KNOWN. */
  private long alone(byte[] bytes, int from, int to) {
    if (from == to || !LineMarks.isRecord(bytes, from, to)) {
      return KNOWN;
    }
    int at = next(bytes, from, to);
    boolean alone =
        at >= 0
            && next(bytes, at + 1, to) < 0
            && (to + 1 >= bytes.length
                || LineMarks.isRecord(bytes, to + 1, endOfLine(bytes, to + 1)));
    long print = alone ? print(bytes, at, to) : KNOWN;
    return prints.contains(print) || risen.contains(print) ? KNOWN : print;
  }

  private static int endOfLine(byte[] bytes, int from) {
    int end = from;
    while (end < bytes.length && bytes[end] != '\n') {
      end++;
    }
    return end;
  }

  private static int next(byte[] bytes, int from, int to) {
    for (int i = from; i + SENTENCE.length <= to; i++) {
      if (bytes[i] == 'r'
          && Arrays.equals(bytes, i, i + SENTENCE.length, SENTENCE, 0, SENTENCE.length)) {
        return i;
      }
    }
    return -1;
  }

  /** A hash of a sentence up to where a quote may close it; numbers and ids count alike. */
  private static long print(byte[] bytes, int at, int lineEnd) {
    int end = Math.min(lineEnd, at + TELLING);
    long hash = Shapes.START;
    boolean number = false;
    for (int i = at; i < end && !mayClose(bytes, i, lineEnd); i++) {
      boolean digit = Shapes.isNumber(bytes[i], number);
      hash = digit && number ? hash : Shapes.add(hash, digit ? (byte) '0' : bytes[i]);
      number = digit;
    }
    return hash;
  }

  /** Whether a quote stands here that no word follows, or one with a value of its own. */
  private static boolean mayClose(byte[] bytes, int i, int to) {
    if (bytes[i] == '\\' || bytes[i] < 0 || bytes[i] == 0x1b || bytes[i] == '<') {
      return true;
    }
    if (bytes[i] != '"' && bytes[i] != '\'') {
      return false;
    }
    boolean opens = bytes[i - 1] == ' ' || bytes[i - 1] == '(';
    int word = i + 2;
    while (word < to && Character.isLetterOrDigit(bytes[word])) {
      word++;
    }
    boolean goesOn =
        i + 1 < to && bytes[i + 1] == ' ' && word > i + 2 && word < to && bytes[word] == ' ';
    return !opens && !goesOn;
  }
}
