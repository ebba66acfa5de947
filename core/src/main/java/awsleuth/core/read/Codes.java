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
          "ExpiredToken",
          "ExpiredTokenException",
          "IncompleteSignature",
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

  /** Whether so many services send a code that it tells nothing of which one did. */
  static boolean isCommon(String code) {
    return COMMON.contains(code) || code.startsWith("Internal") || code.startsWith("Service");
  }

  /** The colon after the last word of a line that reads like an error code; -1 where none. */
  static int colonOf(String line) {
    for (int i = line.indexOf(':'); i >= 0; i = line.indexOf(':', i + 1)) {
      String word = ClassNames.endingAt(line, i);
      boolean ends = i + 1 == line.length() || line.charAt(i + 1) == ' ';
      if (ends && looksLikeCode(ClassNames.simple(word))) {
        return i;
      }
    }
    return -1;
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

  /** Lines of the form {@code … CODE: message} whose code is one that AWS services send. */
  static List<Sighting> read(Flat flat, AwsCatalog catalog) {
    List<Sighting> found = new ArrayList<>();
    for (int i = 0; i < flat.lines.size(); i++) {
      Line line = flat.lines.get(i);
      int colon = line.text().length() > 4000 ? -1 : colonOf(line.text());
      if (colon > 0 && !Tracebacks.isFrame(line.text())) {
        String code = ClassNames.simple(ClassNames.endingAt(line.text(), colon));
        if (isKnown(code, catalog)) {
          int start = flat.startOf(i) + colon - code.length();
          Sighting s = new Sighting(start, line.number());
          s.strength = Sighting.Strength.LIKELY;
          s.code = code;
          Messages.Message m = Messages.read(flat, start + code.length() + 1, '\0');
          s.message = m.text();
          s.end = m.end();
          found.add(s);
        }
      }
    }
    return found;
  }

  private static boolean isKnown(String code, AwsCatalog catalog) {
    return COMMON.contains(code) || !catalog.servicesWithErrorCode(code).isEmpty();
  }
}
