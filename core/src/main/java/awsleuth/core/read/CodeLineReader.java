package awsleuth.core.read;

import awsleuth.aws.AwsCatalog;
import awsleuth.core.read.text.ClassNames;
import awsleuth.core.read.text.CodeWords;
import awsleuth.core.read.text.Flat;
import awsleuth.core.read.text.Line;
import awsleuth.core.read.text.Quotes;
import awsleuth.core.read.text.Statuses;
import awsleuth.core.read.text.Tracebacks;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Reads {@code CODE: message} where a tool prints no more of a service's error than that. */
final class CodeLineReader {

  private static final int LONGEST_LINE = 4000;
  private static final List<String> PROGRAM =
      List.of(
          "except ",
          "catch ",
          "catch(",
          "raise ",
          "throw ",
          "import ",
          "if (",
          "class ",
          "===",
          "isinstance(",
          "instanceof ");

  /** What people write before a code that they were answered with. */
  private static final List<String> SPEAKING =
      List.of(
          " get ",
          " gets ",
          " got ",
          " getting ",
          " gave ",
          " gives ",
          " returned ",
          " returns ",
          " denied",
          " rejected",
          " refused",
          " with ",
          " due to ",
          " because ",
          " status",
          " aws");

  /** What stands before the name of a class that a program uses. */
  private static final List<String> NAMED =
      List.of(
          "except",
          "raise",
          "import",
          " attribute",
          " symbol",
          " name",
          " Name",
          " module",
          "throws");

  private CodeLineReader() {}

  /**
   * Lines of the form {@code … CODE: message} whose code is one that AWS services send, and lines
   * that have an unmistakable code in another form ({@code CODE - message}, {@code [CODE]}); and,
   * worth telling where nothing better is in the text, lines that name a code among words of
   * failure.
   */
  static List<Sighting> read(Flat flat, AwsCatalog catalog) {
    List<Sighting> found = new ArrayList<>();
    boolean aws = PrintedErrors.tellsOfAws(flat.text);
    MissingThings missing = new MissingThings(flat, aws, catalog);
    for (int i = 0; i < flat.lines.size(); i++) {
      String line = flat.lines.get(i).text();
      if (line.length() > LONGEST_LINE
          || Tracebacks.isFrame(line)
          || line.contains(ClientAttributes.VALID)) {
        continue;
      }
      int end = knownColonOf(line, catalog, aws);
      end = end < 0 ? endOfUnmistakable(line) : end;
      end = end > 0 && Mention.isMere(line, CodeWords.wordAt(line, end), end) ? 0 : end;
      if (end > 0) {
        found.add(sighting(flat, i, end, Sighting.Strength.LIKELY, catalog));
      } else if (end < 0) {
        end = aws ? knownWordOf(line, catalog) : -1;
        end = end > 0 && tellsFailure(line, CodeWords.wordAt(line, end)) ? end : -1;
        end = end < 0 && !isOfProgram(line) ? missing.endIn(line) : end;
        if (end > 0 && !Mention.isMere(line, CodeWords.wordAt(line, end), end)) {
          Sighting s = sighting(flat, i, end, Sighting.Strength.FAINT, catalog);
          s.operation = missing.operation(line, s.code);
          found.add(s);
        }
      }
    }
    return found;
  }

  private static Sighting sighting(
      Flat flat, int index, int end, Sighting.Strength strength, AwsCatalog catalog) {
    Line line = flat.lines.get(index);
    String code = CodeWords.wordAt(line.text(), end);
    int start = flat.startOf(index) + end - code.length();
    Sighting s = new Sighting(start, line.number());
    s.strength = strength;
    String sent = MissingThings.sent(code, catalog);
    s.code = sent.isEmpty() ? code : sent;
    s.exception = s.code.equals(code) ? "" : code;
    int from = Math.min(start + code.length() + 1, flat.endOf(index));
    Messages.Message m = Messages.read(flat, from, '\0');
    s.message = strength == Sighting.Strength.FAINT ? line.text().strip() : withoutSigns(m.text());
    s.status = Statuses.first(line.text());
    s.requestId = requestId(line.text());
    s.end = m.end();
    return s;
  }

  /** A message without the dash, arrow or bracket between it and its code. */
  private static String withoutSigns(String message) {
    int i = 0;
    while (i < message.length() && "]->= \t:".indexOf(message.charAt(i)) >= 0) {
      i++;
    }
    return message.substring(i);
  }

  /** The request id that a line names; empty where it names none. */
  private static String requestId(String line) {
    int at = line.indexOf("RequestID: ");
    int from = at + "RequestID: ".length();
    int end = from;
    while (at >= 0 && end < line.length() && " ,;)".indexOf(line.charAt(end)) < 0) {
      end++;
    }
    return at < 0 ? "" : line.substring(from, end);
  }

  private static int knownColonOf(String line, AwsCatalog catalog, boolean aws) {
    int colon =
        CodeWords.colonOf(
            line,
            code ->
                !MissingThings.sent(code, catalog).isEmpty()
                    && (aws || KnownCodes.isFamiliar(code, catalog)));
    if (colon < 0) {
      return -1;
    }
    String dotted = ClassNames.endingAt(line, colon);
    boolean other =
        MissingThings.isForeign(dotted)
            || isOfCode(line, colon - dotted.length())
            || isOfLibrary(line, colon);
    return other ? -1 : colon;
  }

  /**
   * Whether a word is the class of a library ({@code anthropic.RateLimitError}) that nothing in the
   * line ties to AWS, though some service has a code of that name.
   */
  private static boolean isOfLibrary(String line, int end) {
    String dotted = ClassNames.endingAt(line, end);
    return dotted.indexOf('.') > 0
        && Character.isLowerCase(dotted.charAt(0))
        && !PrintedErrors.tellsOfAws(line)
        && !dotted.contains("amazon");
  }

  /** Where an unmistakable code ends that stands by itself in a line; -1 where none does. */
  private static int endOfUnmistakable(String line) {
    int start = 0;
    for (int i = 0; i <= line.length(); i++) {
      if (i < line.length() && ClassNames.isPart(line.charAt(i))) {
        continue;
      }
      String word = line.substring(start, i);
      if (i - start > 8
          && KnownCodes.isUnmistakable(word)
          && !isOfCode(line, start)
          && (Mention.isMarked(line, start, i) || tellsFailure(line, word) || speaks(line))) {
        return i;
      }
      start = i + 1;
    }
    return -1;
  }

  /** Whether a line says in words of everyday that a call came to nothing. */
  private static boolean speaks(String line) {
    String lower = ' ' + line.toLowerCase(Locale.ROOT);
    return SPEAKING.stream().anyMatch(lower::contains);
  }

  /** Whether a word is named by a program, or by a tool that looks at programs, not printed. */
  static boolean isOfCode(String line, int start) {
    String lead = line.substring(0, Math.max(0, start)).stripTrailing();
    char last = lead.isEmpty() ? ' ' : lead.charAt(lead.length() - 1);
    lead = Quotes.isQuote(last) ? lead.substring(0, lead.length() - 1).stripTrailing() : lead;
    return NAMED.stream().anyMatch(lead::endsWith);
  }

  /** Whether a line speaks of a failure and is not a line of a program. */
  private static boolean tellsFailure(String line, String code) {
    if (isOfProgram(line)) {
      return false;
    }
    String lower = line.replace(code, "").toLowerCase(Locale.ROOT);
    return lower.contains("error")
        || lower.contains("exception")
        || lower.contains("fail")
        || lower.contains("code");
  }

  private static boolean isOfProgram(String line) {
    String lower = line.toLowerCase(Locale.ROOT);
    return PROGRAM.stream().anyMatch(lower::contains);
  }

  /** The end of the first word of a line that is a known code; -1 where there is none. */
  private static int knownWordOf(String line, AwsCatalog catalog) {
    int start = -1;
    for (int i = 0; i <= line.length(); i++) {
      boolean part = i < line.length() && Character.isLetterOrDigit(line.charAt(i));
      if (part && start < 0) {
        start = i;
      } else if (!part && start >= 0) {
        String word = line.substring(start, i);
        if (CodeWords.looksLikeCode(word)
            && KnownCodes.isKnown(word, catalog)
            && !MissingThings.isForeign(ClassNames.endingAt(line, i))
            && !isOfCode(line, start)
            && !CodeWords.wordAt(line, i).isEmpty()) {
          return i;
        }
        start = -1;
      }
    }
    return -1;
  }
}
