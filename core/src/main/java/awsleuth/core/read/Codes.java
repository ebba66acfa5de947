package awsleuth.core.read;

import awsleuth.aws.AwsCatalog;
import java.util.ArrayList;
import java.util.List;

/** Reads {@code CODE: message} where a tool prints no more of a service's error than that. */
final class Codes {

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

  /** Whether so many services send a code that it tells nothing of which one did. */
  static boolean isCommon(String code) {
    return COMMON.contains(code) || code.startsWith("Internal") || code.startsWith("Service");
  }

  /** The colon after the first word of a line that reads like an error code; -1 where none. */
  static int colonOf(String line) {
    for (int i = line.indexOf(':'); i >= 0; i = line.indexOf(':', i + 1)) {
      boolean ends = i + 1 == line.length() || line.charAt(i + 1) == ' ';
      if (ends && looksLikeCode(wordAt(line, i).replace(".", ""))) {
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

  /** The word before a position; empty where a backslash, which joins PHP's names, precedes it. */
  private static String wordAt(String line, int end) {
    String word = ClassNames.endingAt(line, end);
    if (word.startsWith("java") || NO_CODES.contains(ClassNames.simple(word))) {
      return "";
    }
    int before = end - word.length() - 1;
    return before >= 0 && line.charAt(before) == '\\' ? "" : ofDotted(word);
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
   * that have an unmistakable code in another form ({@code CODE - message}, {@code [CODE]}).
   */
  static List<Sighting> read(Flat flat, AwsCatalog catalog) {
    List<Sighting> found = new ArrayList<>();
    for (int i = 0; i < flat.lines.size(); i++) {
      Line line = flat.lines.get(i);
      int colon = line.text().length() > 4000 ? -1 : colonOf(line.text());
      if (line.text().length() <= 4000
          && (colon < 0 || !isKnown(wordAt(line.text(), colon), catalog))) {
        colon = endOfUnmistakable(line.text());
      }
      if (colon > 0 && !Tracebacks.isFrame(line.text())) {
        String code = wordAt(line.text(), colon);
        if (isKnown(code, catalog)) {
          int start = flat.startOf(i) + colon - code.length();
          Sighting s = new Sighting(start, line.number());
          s.strength = Sighting.Strength.LIKELY;
          s.code = code;
          int from = Math.min(start + code.length() + 1, flat.endOf(i));
          Messages.Message m = Messages.read(flat, from, '\0');
          s.message = withoutSigns(m.text());
          s.status = Statuses.first(line.text());
          s.requestId = requestId(line.text());
          s.end = m.end();
          found.add(s);
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

  static boolean isKnown(String code, AwsCatalog catalog) {
    return COMMON.contains(code) || !catalog.servicesWithErrorCode(code).isEmpty();
  }
}
