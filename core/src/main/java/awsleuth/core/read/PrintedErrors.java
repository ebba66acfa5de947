package awsleuth.core.read;

import awsleuth.aws.AwsCatalog;
import awsleuth.core.read.text.ClassNames;
import awsleuth.core.read.text.CodeWords;
import awsleuth.core.read.text.Flat;
import awsleuth.core.read.text.Quotes;
import awsleuth.core.read.text.Statuses;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads errors that a program printed as an object or as named fields, in whatever language's
 * notation: {@code {'Code': 'IncompleteSignature', 'Message': …}}, {@code { Code: 'AuthFailure',
 * Message: … }}, {@code {"code":"ExpiredToken","statusCode":403}}, {@code Error Code: SlowDown,
 * Error Message: …}, {@code code: AccessDenied, message: …}, {@code Code=NoSuchKey}. The value must
 * be a code that AWS sends, and another field of an error must stand near.
 */
final class PrintedErrors {

  private static final int REACH = 600;
  private static final int LONGEST_CODE = 100;

  /** The code's second name in a response of SQS, not a failure of its own. */
  private static final String QUERY = "QueryErrorCode";

  private final Flat flat;
  private final AwsCatalog catalog;
  private final List<Sighting> found = new ArrayList<>();

  private PrintedErrors(Flat flat, AwsCatalog catalog) {
    this.flat = flat;
    this.catalog = catalog;
  }

  static List<Sighting> read(Flat flat, AwsCatalog catalog) {
    PrintedErrors reader = new PrintedErrors(flat, catalog);
    String t = flat.text;
    for (int at = t.indexOf("ode"); at >= 0; at = t.indexOf("ode", at + 3)) {
      boolean named = at > 0 && (t.charAt(at - 1) == 'C' || t.charAt(at - 1) == 'c');
      if (named && !t.startsWith(QUERY, at + 3 - QUERY.length())) {
        reader.key(at + 3);
      }
    }
    return reader.found;
  }

  /** Reads a field whose name ends before a position. */
  private void key(int end) {
    String t = flat.text;
    int from = value(t, end, Math.min(t.length(), end + 8));
    if (from < 0) {
      return;
    }
    int to = from;
    while (to < t.length() && to - from < LONGEST_CODE && ClassNames.isPart(t.charAt(to))) {
      to++;
    }
    String code = t.substring(from, to);
    if (!CodeWords.looksLikeCode(code.replace(".", "")) || !KnownCodes.isKnown(code, catalog)) {
      return;
    }
    String before = t.substring(Math.max(0, end - REACH), end);
    String after = t.substring(to, Math.min(t.length(), to + REACH));
    String list = PartialResponses.list(before);
    boolean entry = !list.isEmpty() || isEntry(end, after);
    boolean telling = entry || code.indexOf('.') > 0 || KnownCodes.isUnmistakable(code);
    if (!telling && !tellsOfAws(before + after)) {
      return;
    }
    Sighting s = new Sighting(end, flat.numberAt(end));
    s.strength = Sighting.Strength.LIKELY;
    s.code = code;
    s.message = firstOf(field(after, "essage"), last(before, "essage"));
    s.status = Statuses.first(after);
    s.status = s.status.isPresent() ? s.status : Statuses.last(before);
    s.requestId = firstOf(field(after, "equestId"), field(after, "equest ID"));
    s.service = field(before + after, "AWS Service");
    event(before + after, s);
    if (entry) {
      PartialResponses.complete(s, list, before, after);
    }
    if (s.message.isEmpty() && s.status.isEmpty()) {
      return;
    }
    s.end = to;
    found.add(s);
  }

  /** Whether it is an entry of a batch's response: {@code ErrorCode} with {@code ErrorMessage}. */
  private boolean isEntry(int end, String after) {
    String name = "ErrorCode";
    return flat.text.startsWith(name, Math.max(0, end - name.length()))
        && after.contains("ErrorMessage");
  }

  /** Fields of a CloudTrail event of which a part is printed. */
  private void event(String text, Sighting s) {
    String operation = field(text, "\"eventName\"");
    if (catalog.servicesWithOperation(operation).isEmpty()) {
      return;
    }
    s.operation = operation;
    s.service = catalog.serviceOfId(field(text, "\"eventSource\"")).orElse(s.service);
    s.region = field(text, "\"awsRegion\"");
  }

  /** Whether a text has a word that shows an AWS service's answer. */
  static boolean tellsOfAws(String text) {
    for (String word :
        List.of("aws", "AWS", "amz", "boto", "equestId", "equest ID", "HostId", "retryable")) {
      if (text.contains(word)) {
        return true;
      }
    }
    return false;
  }

  private static String firstOf(String first, String second) {
    return first.isEmpty() ? second : first;
  }

  /** Where a value begins after its name: past quotes, one colon or equals sign, and blanks. */
  private static int value(String t, int from, int limit) {
    int i = from;
    boolean sign = false;
    while (i < limit) {
      char c = t.charAt(i);
      if (c == ':' || c == '=') {
        if (sign) {
          return -1;
        }
        sign = true;
      } else if (c != ' ' && c != '\\' && !Quotes.isQuote(c)) {
        break;
      }
      i++;
    }
    return sign && i < limit ? i : -1;
  }

  /** The value of the first field whose name ends with some letters; empty where there is none. */
  private static String field(String text, String nameEnd) {
    return at(text, text.indexOf(nameEnd), nameEnd);
  }

  private static String last(String text, String nameEnd) {
    return at(text, text.lastIndexOf(nameEnd), nameEnd);
  }

  private static String at(String text, int name, String nameEnd) {
    int end = name + nameEnd.length();
    int from = name < 0 ? -1 : value(text, end, Math.min(text.length(), end + 8));
    if (from < 0) {
      return "";
    }
    char quote = Messages.quoteBefore(text, from);
    int to = from;
    while (to < text.length() && !ends(text, to, quote)) {
      to++;
    }
    return text.substring(from, to).strip();
  }

  private static boolean ends(String text, int i, char quote) {
    char c = text.charAt(i);
    if (quote != '\0') {
      return c == quote
          && (i + 1 == text.length() || ",}]) \n;\\".indexOf(text.charAt(i + 1)) >= 0);
    }
    return c == '\n'
        || c == '"'
        || (c == ',' && !text.startsWith(" ", i + 1))
        || opensField(text, i);
  }

  /** Whether a comma or semicolon stands before the next named field. */
  private static boolean opensField(String text, int i) {
    char c = text.charAt(i);
    if (c != ',' && c != ';') {
      return false;
    }
    int j = i + 1;
    while (j < text.length() && j - i < 24) {
      char d = text.charAt(j);
      if (d == ':' || d == '=') {
        return true;
      }
      if (!ClassNames.isPart(d) && d != ' ') {
        return false;
      }
      j++;
    }
    return false;
  }
}
