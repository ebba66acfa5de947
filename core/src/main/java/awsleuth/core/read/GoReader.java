package awsleuth.core.read;

import awsleuth.core.read.text.ClassNames;
import awsleuth.core.read.text.CodeWords;
import awsleuth.core.read.text.Flat;
import awsleuth.core.read.text.Labels;
import awsleuth.core.read.text.Numbers;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;

/** Reads how both versions of the AWS SDK for Go print an error. */
final class GoReader {

  /** How far a sentence reaches in a line that is longer than any that people write. */
  private static final int REACH = 2000;

  private static final String OPERATION = "operation error ";
  private static final String RESPONSE = "https response error StatusCode: ";

  /** What it writes where no credentials were found for a call, and where no answer came. */
  private static final List<String> UNANSWERED =
      List.of(", get identity: ", RESPONSE + "0,", ", request send failed, ");

  /** Words before a colon that tell how bad it is, or that something is wrapped, but not what. */
  private static final Set<String> NO_CODES =
      Set.of("Error", "Err", "Warning", "Warn", "Fatal", "Panic", "Failed", "Failure", "Caused");

  private final Flat flat;
  private final List<Sighting> found = new ArrayList<>();

  /** The last line that no error code was found for, so that it is not searched again. */
  private int barren = -1;

  private GoReader(Flat flat) {
    this.flat = flat;
  }

  static List<Sighting> read(Flat flat) {
    GoReader reader = new GoReader(flat);
    Anchored.each(flat, OPERATION, reader.found, reader::goV2);
    Anchored.each(flat, RESPONSE, reader.found, reader::goV2Bare);
    Anchored.each(flat, "status code: ", reader.found, reader::goV1);
    Anchored.each(flat, "RespMetadata: {", reader.found, reader::goV1Struct);
    return reader.found;
  }

  /**
   * SDK for Go v2: {@code operation error S3: GetObject, https response error StatusCode: 403, …}.
   */
  private void goV2(int at) {
    Unfolded u = new Unfolded(flat, at + OPERATION.length(), 1600);
    int colon = u.text.indexOf(": ");
    int comma = u.text.indexOf(',', Math.max(colon, 0));
    if (colon < 0 || colon > 60 || comma < 0 || comma - colon > 90) {
      return;
    }
    int response = u.text.indexOf(RESPONSE);
    int inner = response < 0 ? -1 : u.text.lastIndexOf(OPERATION, response);
    if (inner > 0 && u.text.substring(0, inner).indexOf('\n') < 0) {
      return; // the call that was answered is another, which this one needed
    }
    Sighting s = new Sighting(at, flat.numberAt(at));
    s.service = u.text.substring(0, colon);
    s.operation = u.text.substring(colon + 2, comma);
    answer(u, comma, s);
  }

  /**
   * The same without its beginning, as a program logs what it unwrapped: {@code https response
   * error StatusCode: 403, RequestID: X, api error AccessDenied: message}.
   */
  private void goV2Bare(int at) {
    if (!flat.lead(at, REACH).contains(OPERATION)) {
      answer(new Unfolded(flat, at, 1600), 0, new Sighting(at, flat.numberAt(at)));
    }
  }

  /** Reads status, request id, code and message of what a service answered. */
  private void answer(Unfolded u, int from, Sighting s) {
    s.status = Labels.status(u.text, "StatusCode: ", from);
    s.requestId = Labels.word(u.text, "RequestID: ", from);
    if (UNANSWERED.stream().anyMatch(firstLine(u.text)::contains)) {
      s.captures.put("unanswered", "");
    }
    s.service =
        s.service.isEmpty() && u.text.startsWith(", HostID: ", hostId(u, s)) ? "s3" : s.service;
    int api = u.text.indexOf("api error ", from);
    int end = api;
    if (api >= 0) {
      end = u.text.indexOf(':', api);
      end = end < 0 ? u.text.length() : end;
      s.code = told(u.text.substring(api + "api error ".length(), end));
    } else {
      int named = named(u.text, from, u.text.length());
      String dotted = ClassNames.endingAt(u.text, Math.max(0, named));
      s.code = isCode(dotted) ? dotted : "";
      end = s.code.isEmpty() ? end : named;
    }
    if (s.operation.isEmpty() && s.code.isEmpty() && s.requestId.isEmpty()) {
      return;
    }
    int last = Math.max(end, from);
    int begin = end < 0 && from == 0 ? 0 : last + 1;
    String message = lineFrom(u.position(Math.min(u.text.length(), begin)));
    s.message = told(inQuotes(s.position, message));
    s.end = flat.endOf(flat.indexAt(u.position(last)));
    found.add(s);
  }

  private static String firstLine(String text) {
    int end = text.indexOf('\n');
    return end < 0 ? text : text.substring(0, end);
  }

  /** Where the field after the request id begins, which S3 alone sends. */
  private static int hostId(Unfolded u, Sighting s) {
    String label = "RequestID: ";
    return Math.max(0, u.text.indexOf(label)) + label.length() + s.requestId.length();
  }

  /** A message without what comes after the quote that its log's field ends with. */
  private String inQuotes(int position, String message) {
    boolean open = flat.lead(position, REACH).chars().filter(c -> c == '"').count() % 2 == 1;
    int close = open ? message.indexOf('"') : -1;
    return close < 0 ? message : message.substring(0, close).strip();
  }

  /** What an answer told; the SDK's own word stands where it told nothing. */
  private static String told(String word) {
    return word.equals("UnknownError") ? "" : word;
  }

  /** The first colon after a word that reads like a modeled error; -1 where there is none. */
  private static int named(String text, int from, int limit) {
    for (int i = text.indexOf(": ", from); i >= 0 && i < limit; i = text.indexOf(": ", i + 1)) {
      String dotted = ClassNames.endingAt(text, i);
      if (isCode(dotted) && !dotted.endsWith("ID") && !dotted.equals("StatusCode")) {
        return i;
      }
    }
    return -1;
  }

  /** SQS's codes for query clients are dotted: {@code AWS.SimpleQueueService.NonExistentQueue}. */
  private static boolean isCode(String word) {
    return CodeWords.looksLikeCode(word)
        || (word.startsWith("AWS.") && CodeWords.looksLikeCode(ClassNames.simple(word)));
  }

  /** SDK for Go v1: {@code CODE: message}, then {@code status code: 403, request id: X}. */
  private void goV1(int at) {
    OptionalInt status = Numbers.statusAt(flat.text, at + "status code: ".length());
    String rest = lineFrom(at);
    // A waiter of botocore ends in "HTTP status code: 404"; Rust's object_store tells a body after.
    if (status.isEmpty()
        || flat.text.startsWith("HTTP ", Math.max(0, at - 5))
        || flat.text.startsWith("non-2xx ", Math.max(0, at - 8))) {
      return;
    }
    int index = flat.indexAt(at);
    if (index == barren) {
      return;
    }
    boolean ends = rest.contains("request id:");
    for (int i = index; i >= Math.max(0, index - 6); i--) {
      String line = head(i);
      int code = innermost(line);
      code = code < 0 && ends && isNextAbove(i, index) ? plainColonOf(line) : code;
      if (code >= 0) {
        Sighting s = new Sighting(flat.startOf(i), flat.lines.get(i).number());
        s.code = CodeWords.ofDotted(ClassNames.endingAt(line, code));
        s.message = message(i, code + 1, index);
        s.status = status;
        s.requestId = Labels.word(rest, "request id: ", 0);
        s.service = rest.contains("host id: ") ? "s3" : "";
        s.end = flat.endOf(index);
        found.add(s);
        return;
      }
    }
    barren = index;
  }

  /** Whether nothing but empty lines stands between two lines. */
  private boolean isNextAbove(int line, int below) {
    for (int i = line + 1; i < below; i++) {
      if (!flat.lines.get(i).text().isBlank()) {
        return false;
      }
    }
    return true;
  }

  /**
   * The colon after the first code that is surely a service's, which tools put behind names of
   * their own; else after the first word that reads like a code; -1 where there is none.
   */
  private static int innermost(String line) {
    int sure =
        CodeWords.colonOf(line, code -> KnownCodes.isCommon(code) || code.endsWith("Exception"));
    return sure < 0 ? CodeWords.colonOf(line) : sure;
  }

  /**
   * The colon after a code of one word, {@code Unavailable: message}: at the line's head or right
   * after another colon; -1 where there is none.
   */
  private static int plainColonOf(String line) {
    for (int i = line.indexOf(": "); i >= 0; i = line.indexOf(": ", i + 1)) {
      String word = ClassNames.endingAt(line, i);
      int start = i - word.length();
      boolean alone = start == 0 || (start > 1 && line.startsWith(": ", start - 2));
      if (alone && isPlainCode(word) && !NO_CODES.contains(word)) {
        return i;
      }
    }
    return -1;
  }

  private static boolean isPlainCode(String word) {
    return word.length() > 3
        && Character.isUpperCase(word.charAt(0))
        && word.chars().skip(1).allMatch(Character::isLowerCase);
  }

  /**
   * SDK for Go v1, a modeled error: {@code CODE: { RespMetadata: { StatusCode: 429, RequestID: "X"
   * }, Message_: "message" }}.
   */
  private void goV1Struct(int at) {
    int index = flat.indexAt(at);
    for (int i = index; i >= Math.max(0, index - 2); i--) {
      String line = head(i);
      int code = CodeWords.colonOf(i == index ? line.substring(0, at - flat.startOf(i)) : line);
      if (code >= 0) {
        Sighting s = new Sighting(flat.startOf(i), flat.lines.get(i).number());
        s.code = CodeWords.ofDotted(ClassNames.endingAt(line, code));
        int limit = Math.min(flat.text.length(), at + REACH);
        int end = flat.text.indexOf("\n}", at);
        s.end = end < 0 || end > limit ? limit : end + 2;
        String fields = flat.text.substring(at, s.end);
        s.status = Labels.status(fields, "StatusCode: ", 0);
        s.requestId = JavaScriptFields.value(fields, "RequestID");
        s.message = JavaScriptFields.value(fields, "Message_");
        s.message = s.message.isEmpty() ? JavaScriptFields.value(fields, "Message") : s.message;
        found.add(s);
        return;
      }
    }
  }

  private String message(int from, int column, int to) {
    StringBuilder text = new StringBuilder(head(from).substring(column));
    for (int i = from + 1; i < to; i++) {
      text.append(' ').append(head(i).strip());
    }
    String all = text.toString().strip();
    int status = all.indexOf("status code: ");
    return (status < 0 ? all : all.substring(0, status)).strip();
  }

  /** A line, as far as it is worth reading. */
  private String head(int index) {
    String line = flat.lines.get(index).text();
    return line.length() <= REACH ? line : line.substring(0, REACH);
  }

  private String lineFrom(int at) {
    int limit = Math.min(flat.text.length(), at + REACH);
    int end = flat.text.indexOf('\n', Math.min(at, limit), limit);
    return flat.text.substring(at, end < 0 ? limit : end).strip();
  }
}
