package awsleuth.core.read;

import awsleuth.core.read.document.Action;
import awsleuth.core.read.text.Flat;
import awsleuth.core.read.text.Tracebacks;
import java.util.List;
import java.util.Locale;

/**
 * Tells a sentence that is a failure of its own from one that says more of a failure near it. A
 * denial or a word on credentials is whole without a code: beside an error of another sort it is
 * another failure, however near, but where a traceback leads from one to the other.
 */
final class Kindred {

  /** What an error is about, as far as that tells errors apart. */
  private enum Sort {
    DENIAL,
    CREDENTIALS,
    OTHER,
    /** Codes that services wrap errors of any sort in, and texts that tell nothing. */
    ANY
  }

  private static final String DENIED = "authorized to perform";
  private static final int LONGEST_TRACEBACK = 120;

  private static final List<String> CREDENTIALS =
      List.of(
          "uthorization token has expired",
          "security token included in the request",
          "you provided does not exist in our rec",
          "to validate the provided access cred",
          "able to load aws credentials",
          "able to load credentials from any",
          "not load credentials from any",
          "able to locate credentials",
          "no valid credential sources",
          "no aws credentials provided",
          "no openidconnect provider",
          "request signature we calculated",
          "no basic auth credentials",
          "unable to sign request without",
          "unable to get iam security credentials",
          "signature expired: 20",
          "sso session associated with",
          "credentials were refreshed, but",
          "provided token has expired");

  private static final List<String> DENYING =
      List.of("denied", "unauthorized", "forbidden", "authorizationerror", "notauthorized", "403");

  private static final List<String> OF_CREDENTIALS =
      List.of(
          "expired",
          "token",
          "signature",
          "accesskey",
          "credential",
          "unrecognizedclient",
          "authfailure",
          "identity");

  private static final List<String> WRAPPING =
      List.of(
          "invalid", "validation", "malformed", "internal", "service", "bad", "general", "client");

  private Kindred() {}

  /** Whether a weaker sighting without a code says something that another failure does not say. */
  static boolean isOfItsOwn(Flat flat, Sighting k, Sighting s) {
    if (s.strength == Sighting.Strength.FAINT || !s.code.isEmpty()) {
      return false;
    }
    Sort own = ofMessage(s.message);
    Sort other = sort(k);
    boolean apart =
        switch (own) {
          case DENIAL, CREDENTIALS ->
              other == Sort.ANY ? isTold(k, s) : other != own || isOther(k, s);
          case OTHER, ANY -> false;
        };
    return apart && !isLinked(flat, k, s);
  }

  private static Sort sort(Sighting k) {
    boolean metadata = k.service.equals("ec2imds") || k.endpoint.contains("//169.254.");
    if (metadata && k.code.isEmpty()) {
      return Sort.CREDENTIALS;
    }
    return k.code.isEmpty() ? ofMessage(k.message) : ofCode(k.code);
  }

  private static Sort ofMessage(String message) {
    String lower = message.toLowerCase(Locale.ROOT);
    if (lower.contains(DENIED)) {
      return Sort.DENIAL;
    }
    return CREDENTIALS.stream().anyMatch(lower::contains) ? Sort.CREDENTIALS : Sort.ANY;
  }

  private static Sort ofCode(String code) {
    String lower = code.toLowerCase(Locale.ROOT);
    if (DENYING.stream().anyMatch(lower::contains)) {
      return Sort.DENIAL;
    }
    if (OF_CREDENTIALS.stream().anyMatch(lower::contains)) {
      return Sort.CREDENTIALS;
    }
    return WRAPPING.stream().anyMatch(lower::startsWith) || lower.length() < 4
        ? Sort.ANY
        : Sort.OTHER;
  }

  /** Whether a failure of any sort has a message of its own, which leads to no other. */
  private static boolean isTold(Sighting k, Sighting s) {
    String told = k.message.strip();
    return !told.isEmpty()
        && !told.endsWith(":")
        && !told.contains(s.message)
        && !s.message.contains(told);
  }

  /** Whether two denials are of different actions, or of different principals. */
  private static boolean isOther(Sighting k, Sighting s) {
    String action = Action.in(s.message);
    String known = Action.in(k.message);
    if (action.isEmpty() || k.message.isBlank()) {
      return false;
    }
    if (known.isEmpty()) {
      String name = action.substring(action.indexOf(':') + 1);
      return !k.operation.isEmpty() && !k.operation.equalsIgnoreCase(name) && isTold(k, s);
    }
    String who = principal(s.message);
    return !action.equalsIgnoreCase(known)
        || (!who.isEmpty() && !principal(k.message).isEmpty() && !who.equals(principal(k.message)));
  }

  private static String principal(String message) {
    int user = message.indexOf("User: ");
    int end = user < 0 ? -1 : message.indexOf(' ', user + 6);
    return end < 0 ? "" : message.substring(user + 6, end);
  }

  /** Whether nothing but a traceback stands between two sightings. */
  static boolean isLinked(Flat flat, Sighting k, Sighting s) {
    Sighting first = k.position < s.position ? k : s;
    Sighting second = first == k ? s : k;
    int to = flat.indexAt(second.position);
    boolean traceback = false;
    for (int i = flat.indexAt(Math.max(first.position, first.end - 1)) + 1; i < to; i++) {
      String line = flat.lines.get(i).text();
      boolean part = Tracebacks.isPartOf(line);
      traceback |= part;
      boolean between =
          part
              || line.isBlank()
              || line.charAt(0) == ' '
              || PythonErrorReader.exceptionColon(line) > 0;
      if (!between || to - i > LONGEST_TRACEBACK) {
        return false;
      }
    }
    return traceback;
  }
}
