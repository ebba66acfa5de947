package awsleuth.core.read;

import awsleuth.aws.AwsCatalog;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;

/** Reads {@code CODE: message} where a tool prints no more of a service's error than that. */
final class Codes {

  private static final int LONGEST_LINE = 4000;
  private static final List<String> PROGRAM =
      List.of(
          "except ", "catch ", "catch(", "raise ", "throw ", "import ", "if (", "class ", "===");

  /** Codes that services send though their models do not name them. */
  private static final List<String> COMMON =
      List.of(
          "AccessDenied",
          "AccessDeniedException",
          "AuthFailure",
          "AuthorizationError",
          "AuthorizationHeaderMalformed",
          "ExpiredToken",
          "ExpiredTokenException",
          "IllegalLocationConstraintException",
          "IncompleteSignature",
          "IncompleteSignatureException",
          "InternalError",
          "InternalFailure",
          "InvalidAccessKeyId",
          "InvalidClientTokenId",
          "InvalidParameterCombination",
          "InvalidParameterValue",
          "InvalidSignatureException",
          "InvalidToken",
          "MalformedPolicyDocument",
          "MissingAuthenticationToken",
          "NoCredentialProviders",
          "NoSuchBucket",
          "NoSuchKey",
          "OptInRequired",
          "PermanentRedirect",
          "RequestExpired",
          "RequestLimitExceeded",
          "RequestTimeTooSkewed",
          "ServiceUnavailable",
          "SignatureDoesNotMatch",
          "SlowDown",
          "Throttling",
          "ThrottlingException",
          "TooManyRequestsException",
          "UnauthorizedOperation",
          "UnrecognizedClientException",
          "ValidationError",
          "ValidationException",
          "VcpuLimitExceeded");

  private Codes() {}

  /** Of these, the ones that nothing but an AWS service's error is called. */
  private static final List<String> UNMISTAKABLE =
      List.of(
          "AuthFailure",
          "AuthorizationHeaderMalformed",
          "ExpiredToken",
          "ExpiredTokenException",
          "IllegalLocationConstraintException",
          "IncompleteSignature",
          "IncompleteSignatureException",
          "InvalidAccessKeyId",
          "InvalidClientTokenId",
          "InvalidSignatureException",
          "MalformedPolicyDocument",
          "NoCredentialProviders",
          "NoSuchBucket",
          "OptInRequired",
          "PermanentRedirect",
          "RequestTimeTooSkewed",
          "SignatureDoesNotMatch",
          "UnauthorizedOperation",
          "UnrecognizedClientException",
          "VcpuLimitExceeded");

  /** What SDKs call their own errors though services have codes of the same name. */
  private static final List<String> NO_CODES =
      List.of("RequestError", "InvalidCertificateException");

  /** Of these, the ones that S3 alone sends (Amazon S3 API reference, Error Responses). */
  private static final List<String> S3_ALONE =
      List.of(
          "AuthorizationHeaderMalformed",
          "IllegalLocationConstraintException",
          "NoSuchBucket",
          "NoSuchKey",
          "PermanentRedirect",
          "RequestTimeTooSkewed",
          "TemporaryRedirect");

  /** Whether S3 alone sends a code. */
  static boolean isOfS3(String code) {
    return S3_ALONE.contains(code);
  }

  /** Whether EC2 alone sends a code; its dotted codes are so too. */
  static boolean isOfEc2(String code) {
    boolean dotted = code.startsWith("Invalid") && code.indexOf('.') > 0;
    return code.equals("UnauthorizedOperation") || code.equals("AuthFailure") || dotted;
  }

  /** Whether so many services send a code that it tells nothing of which one did. */
  static boolean isCommon(String code) {
    return COMMON.contains(code) || code.startsWith("Internal") || code.startsWith("Service");
  }

  /** The colon after the first word of a line that reads like an error code; -1 where none. */
  static int colonOf(String line) {
    return colonOf(line, _ -> true);
  }

  private static int knownColonOf(String line, AwsCatalog catalog) {
    return colonOf(line, code -> isKnown(code, catalog));
  }

  private static int colonOf(String line, Predicate<String> wanted) {
    for (int i = line.indexOf(':'); i >= 0; i = line.indexOf(':', i + 1)) {
      boolean ends = i + 1 == line.length() || line.charAt(i + 1) == ' ';
      String word = ends ? wordAt(line, i) : "";
      if (looksLikeCode(word.replace(".", "")) && wanted.test(word)) {
        return i;
      }
    }
    return -1;
  }

  /** Whether nothing but an AWS service's error is called so. */
  static boolean isUnmistakable(String code) {
    return UNMISTAKABLE.contains(code);
  }

  /** Where an unmistakable code ends that stands by itself in a line; -1 where none does. */
  private static int endOfUnmistakable(String line) {
    int start = 0;
    for (int i = 0; i <= line.length(); i++) {
      if (i < line.length() && ClassNames.isPart(line.charAt(i))) {
        continue;
      }
      String word = line.substring(start, i);
      if (i - start > 8 && isUnmistakable(word) && !isOfCode(line, start)) {
        return i;
      }
      start = i + 1;
    }
    return -1;
  }

  /** Whether a word is named by a program rather than printed. */
  private static boolean isOfCode(String line, int start) {
    String lead = line.substring(0, start).stripTrailing();
    return lead.endsWith("except") || lead.endsWith("raise") || lead.endsWith("import");
  }

  /**
   * The word before a position; empty where a backslash, which joins PHP's names, precedes it, or
   * the service of an action ({@code sts:GetCallerIdentity}).
   */
  private static String wordAt(String line, int end) {
    String word = ClassNames.endingAt(line, end);
    if (word.startsWith("java")
        || word.startsWith("requests.")
        || NO_CODES.contains(ClassNames.simple(word))) {
      return "";
    }
    int before = end - word.length() - 1;
    char c = before < 0 ? ' ' : line.charAt(before);
    boolean action = c == ':' && before > 0 && Character.isLowerCase(line.charAt(before - 1));
    return c == '\\' || action ? "" : ofDotted(word);
  }

  /**
   * The code that a dotted word ends with: all of it where EC2 writes its codes so ({@code
   * InvalidGroup.Duplicate}), the last part where modules or packages stand before a class.
   */
  static String ofDotted(String dotted) {
    String last = ClassNames.simple(dotted);
    boolean plain = dotted.length() == last.length() || ClassNames.isException(last);
    if (plain || dotted.indexOf('.') != dotted.length() - last.length() - 1) {
      return last;
    }
    return Character.isUpperCase(dotted.charAt(0)) && Character.isUpperCase(last.charAt(0))
        ? dotted
        : last;
  }

  /** Whether a word has the shape of an error code: two humps or more, no underscore. */
  static boolean looksLikeCode(String word) {
    int humps = 0;
    boolean lower = false;
    for (int i = 0; i < word.length(); i++) {
      char c = word.charAt(i);
      if (!Character.isLetterOrDigit(c)) {
        return false;
      }
      humps +=
          Character.isUpperCase(c) && (i == 0 || Character.isLowerCase(word.charAt(i - 1))) ? 1 : 0;
      lower |= Character.isLowerCase(c);
    }
    return (lower && humps >= 2 && word.length() > 5) || word.equals("Throttling");
  }

  /**
   * Lines of the form {@code … CODE: message} whose code is one that AWS services send, and lines
   * that have an unmistakable code in another form ({@code CODE - message}, {@code [CODE]}); and,
   * worth telling where nothing better is in the text, lines that name a code among words of
   * failure.
   */
  static List<Sighting> read(Flat flat, AwsCatalog catalog) {
    List<Sighting> found = new ArrayList<>();
    boolean aws = PrintedErrors.tellsOfAws(flat.text);
    for (int i = 0; i < flat.lines.size(); i++) {
      String line = flat.lines.get(i).text();
      if (line.length() > LONGEST_LINE || Tracebacks.isFrame(line)) {
        continue;
      }
      int end = knownColonOf(line, catalog);
      end = end < 0 ? endOfUnmistakable(line) : end;
      if (end > 0) {
        found.add(sighting(flat, i, end, Sighting.Strength.LIKELY));
      } else if (aws) {
        end = knownWordOf(line, catalog);
        if (end > 0 && tellsFailure(line, wordAt(line, end))) {
          found.add(sighting(flat, i, end, Sighting.Strength.FAINT));
        }
      }
    }
    return found;
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

  private static Sighting sighting(Flat flat, int index, int end, Sighting.Strength strength) {
    Line line = flat.lines.get(index);
    String code = wordAt(line.text(), end);
    int start = flat.startOf(index) + end - code.length();
    Sighting s = new Sighting(start, line.number());
    s.strength = strength;
    s.code = code;
    int from = Math.min(start + code.length() + 1, flat.endOf(index));
    Messages.Message m = Messages.read(flat, from, '\0');
    s.message = strength == Sighting.Strength.FAINT ? line.text().strip() : withoutSigns(m.text());
    s.status = Statuses.first(line.text());
    s.requestId = requestId(line.text());
    s.end = m.end();
    return s;
  }

  /** Whether a line speaks of a failure and is not a line of a program. */
  private static boolean tellsFailure(String line, String code) {
    String lower = line.replace(code, "").toLowerCase(Locale.ROOT);
    for (String word : PROGRAM) {
      if (lower.contains(word)) {
        return false;
      }
    }
    return lower.contains("error")
        || lower.contains("exception")
        || lower.contains("fail")
        || lower.contains("code");
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
        if (looksLikeCode(word) && isKnown(word, catalog) && !wordAt(line, i).isEmpty()) {
          return i;
        }
        start = -1;
      }
    }
    return -1;
  }

  static boolean isKnown(String code, AwsCatalog catalog) {
    return COMMON.contains(code) || !catalog.servicesWithErrorCode(code).isEmpty();
  }
}
