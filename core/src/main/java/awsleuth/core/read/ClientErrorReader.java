package awsleuth.core.read;

import awsleuth.core.read.text.ClassNames;
import awsleuth.core.read.text.Flat;
import awsleuth.core.read.text.Numbers;
import awsleuth.core.read.text.Quotes;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;

/**
 * Reads botocore's sentence of a service error, {@code An error occurred (CODE) when calling the OP
 * operation (reached max retries: N): MESSAGE} (botocore/exceptions.py, ClientError.MSG_TEMPLATE),
 * in all the forms it is found in: old CLI, hand-typed, folded at any column, cut at its head.
 */
final class ClientErrorReader {

  private static final int HEAD = 400;
  private static final int BACK = 260;

  private final Flat flat;
  private final List<Sighting> found = new ArrayList<>();
  private int done;

  private ClientErrorReader(Flat flat) {
    this.flat = flat;
  }

  static List<Sighting> read(Flat flat) {
    ClientErrorReader reader = new ClientErrorReader(flat);
    reader.read();
    return reader.found;
  }

  private void read() {
    String t = flat.text;
    cutHead();
    int occurred = t.indexOf("rror occur");
    int client = t.indexOf("lient error (");
    int calling = nextCalling(0);
    while (occurred >= 0 || client >= 0 || calling >= 0) {
      int at = min(occurred, client, calling);
      if (at >= done) {
        sentence(at, at == calling);
      }
      int from = Math.max(at + 1, done);
      occurred = advance("rror occur", occurred, from);
      client = advance("lient error (", client, from);
      calling = calling >= 0 && calling < from ? nextCalling(from) : calling;
    }
  }

  /** The sentence that the text begins in the middle of, without its code. */
  private void cutHead() {
    int start = 0;
    while (start < flat.text.length() && flat.text.charAt(start) <= ' ') {
      start++;
    }
    int calling = CutHead.calling(flat.text, start);
    if (calling < 0) {
      return;
    }
    Unfolded head = new Unfolded(flat, calling, HEAD);
    Sighting s = new Sighting(start, flat.numberAt(start));
    int end = named(head, "calling the ".length(), s);
    int after = retries(head, end, s);
    boolean sentence =
        after > end || CutHead.isSentence(flat.text.substring(start, calling), head.text, after);
    if (!s.operation.isEmpty() && !s.cut && sentence) {
      finish(s, head.position(after));
    }
  }

  private int nextCalling(int from) {
    return flat.text.indexOf("when calling the", from);
  }

  private int advance(String anchor, int current, int from) {
    return current >= 0 && current < from ? flat.text.indexOf(anchor, from) : current;
  }

  private static int min(int... positions) {
    int best = Integer.MAX_VALUE;
    for (int p : positions) {
      best = p >= 0 && p < best ? p : best;
    }
    return best;
  }

  private void sentence(int anchor, boolean headless) {
    int codeAt = headless ? openBefore(anchor) : openAfter(anchor);
    if (codeAt < 0 || (!headless && codeAt - anchor > 24)) {
      return;
    }
    Unfolded head = new Unfolded(flat, codeAt, Math.min(HEAD, reach(anchor, codeAt)));
    int close = head.text.indexOf(")");
    if (close < 0 && !headless && isCutInCode(head)) {
      cutCode(anchor, codeAt);
      return;
    }
    if (close < 1 || close > 160 || head.text.startsWith("(most recent call last)")) {
      return;
    }
    String code = head.text.substring(1, close).replace(" ", "").strip();
    if (OwnErrors.follow(code, flat.text, head.position(close) + 1)) {
      return;
    }
    if (!isCode(code) || (code.isEmpty() && !head.text.startsWith("() when calling the "))) {
      return;
    }
    Sighting s = new Sighting(startOf(anchor, codeAt), flat.numberAt(anchor));
    s.code = code.startsWith("<") ? "" : code;
    int after = operation(head, close + 1, s);
    if (after < 0) {
      return;
    }
    after = retries(head, after, s);
    finish(s, head.position(after));
  }

  /** Whether the text breaks off within the code. */
  private boolean isCutInCode(Unfolded head) {
    String code = head.text.substring(1).strip();
    return head.position(head.text.length()) >= flat.text.length() && isCode(code);
  }

  /** A sentence of which there is no more than that an exception of that class was raised. */
  private void cutCode(int anchor, int codeAt) {
    Sighting s = new Sighting(startOf(anchor, codeAt), flat.numberAt(anchor));
    s.exception = ClassNames.before(flat.text, s.position, "");
    s.message = flat.text.substring(s.position).strip();
    s.end = flat.text.length();
    if (!s.exception.isEmpty()) {
      done = s.end;
      found.add(s);
    }
  }

  /** How far the sentence can reach: no blank line and no other such sentence is in it. */
  private int reach(int anchor, int codeAt) {
    int end = codeAt + HEAD;
    int limit = Math.min(flat.text.length(), end);
    int other = flat.text.indexOf("rror occur", Math.max(anchor + 1, codeAt), limit);
    int blank = flat.text.indexOf("\n\n", codeAt, limit);
    end = other < 0 ? end : Math.min(end, other);
    return (blank < 0 ? end : Math.min(end, blank)) - codeAt;
  }

  private static boolean isCode(String code) {
    for (int i = 0; i < code.length(); i++) {
      char c = code.charAt(i);
      if (!ClassNames.isPart(c) && c != '-' && c != '<' && c != '>' && c != ':' && c != '/') {
        return false;
      }
    }
    return true;
  }

  private int openBefore(int anchor) {
    int from = Math.max(done, anchor - BACK);
    int open = from > anchor ? -1 : flat.text.substring(from, anchor).lastIndexOf('(');
    return open < 0 ? -1 : from + open;
  }

  private int openAfter(int anchor) {
    return flat.text.indexOf('(', anchor, Math.min(flat.text.length(), anchor + HEAD));
  }

  /** Where the sentence begins: at its {@code An}, {@code A} or, without a head, at the code. */
  private int startOf(int anchor, int codeAt) {
    if (codeAt < anchor) {
      return codeAt;
    }
    int lineStart = flat.startOf(flat.indexAt(anchor));
    int i = anchor;
    while (i > lineStart && Character.isLetter(flat.text.charAt(i - 1))) {
      i--;
    }
    int word = i - 1;
    while (word > lineStart && Character.isLetter(flat.text.charAt(word - 1))) {
      word--;
    }
    String article = word >= lineStart && word < i ? flat.text.substring(word, i).strip() : "";
    return article.equalsIgnoreCase("an") || article.equalsIgnoreCase("a") ? word : i;
  }

  /**
   * Reads the operation; the place after it, or -1 where the sentence does not go on as it must.
   */
  private int operation(Unfolded head, int from, Sighting s) {
    int calling = head.indexOfLoose("when calling the ", from, 220);
    if (calling < 0) {
      int occurred = head.indexOfLoose("occurred", from, 14);
      return occurred >= 0 ? occurred : head.text.startsWith(":", from) ? from : -1;
    }
    return named(head, calling, s);
  }

  /** Reads the operation's name; the place after the word that follows it. */
  private int named(Unfolded head, int calling, Sighting s) {
    int end = head.indexOfLoose(" operation", calling, 140);
    int nameEnd = end < 0 ? head.text.length() : end - " operation".length();
    if (end < 0) {
      nameEnd = head.wordEnd(calling);
      end = nameEnd;
    }
    String name = Quotes.bare(head.text.substring(calling, nameEnd).replace(" ", ""));
    s.operation = isOperation(name) ? name : "";
    s.cut = end == nameEnd && head.position(end) >= flat.text.stripTrailing().length();
    return end;
  }

  private static boolean isOperation(String name) {
    if (name.isEmpty() || name.length() > 100 || !Character.isLetter(name.charAt(0))) {
      return false;
    }
    for (int i = 0; i < name.length(); i++) {
      if (!Character.isLetterOrDigit(name.charAt(i)) && name.charAt(i) != '_') {
        return false;
      }
    }
    return true;
  }

  private static int retries(Unfolded head, int from, Sighting s) {
    int at = head.indexOfLoose("(reached max retries: ", from, 30);
    if (at < 0) {
      return from;
    }
    int i = at;
    int n = 0;
    while (i < head.text.length() && Character.isDigit(head.text.charAt(i)) && i - at < 6) {
      n = n * 10 + head.text.charAt(i) - '0';
      i++;
    }
    s.retries = i > at ? OptionalInt.of(n) : OptionalInt.empty();
    return i < head.text.length() && head.text.charAt(i) == ')' ? i + 1 : i;
  }

  private void finish(Sighting s, int messageFrom) {
    int i = messageFrom;
    String t = flat.text;
    while (i < t.length() && (t.charAt(i) == ':' || t.charAt(i) == ' ') && i - messageFrom < 4) {
      i++;
    }
    Messages.Message m = Messages.read(flat, i, Messages.quoteBefore(t, s.position));
    s.message = m.text();
    s.requestId = ownRequest(s.message);
    s.end = Math.max(m.end(), messageFrom);
    s.exception = RaisedAround.of(flat, s);
    if (s.code.length() == 3 && Character.isDigit(s.code.charAt(0))) {
      s.status = Numbers.parse(s.code);
    }
    done = s.end;
    found.add(s);
  }

  /**
   * The id that a message ends with by itself, {@code (Request ID: X)}; one beside a service and a
   * status is of a call that AWS made in turn.
   */
  private static String ownRequest(String message) {
    int open = message.endsWith(")") ? message.lastIndexOf('(') : -1;
    if (open < 0) {
      return "";
    }
    String inside = message.substring(open + 1, message.length() - 1);
    String lower = inside.toLowerCase(Locale.ROOT);
    int label = lower.startsWith("requestid: ") ? 11 : lower.startsWith("request id: ") ? 12 : -1;
    String id = label < 0 ? "" : inside.substring(label);
    return id.chars().allMatch(c -> Character.isLetterOrDigit(c) || c == '-') ? id : "";
  }
}
