package awsleuth.core.secret;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Passwords that were found by their name, to be found where they stand without it: what a command
 * was given comes again in what the service says of it.
 */
final class Passwords {

  private static final int SHORTEST = 8;
  private static final int LONGEST = 128;
  private static final int MOST = 32;

  /** How the names of signatures' schemes begin, which stand where a value could. */
  private static final String SCHEME = "AWS4-";

  /** A Region or one of its zones, which is the value of many a parameter and part of ARNs. */
  private static final Pattern REGION =
      Pattern.compile(
          "[a-z]{2}(-gov|-iso[a-z]?)?-(north|south)?(east|west|north|south|central)-[0-9][a-z]?");

  private final Set<String> known = new LinkedHashSet<>();

  /** Remembers a value unless it could be a word or a name that means something elsewhere. */
  void add(String value) {
    if (known.size() < MOST && isTelling(value)) {
      known.add(value);
    }
  }

  boolean isEmpty() {
    return known.isEmpty();
  }

  /** The lines without the passwords. */
  List<String> mask(List<String> lines) {
    List<String> out = new ArrayList<>(lines.size());
    for (String line : lines) {
      String masked = line;
      for (String password : known) {
        masked = masked.replace(password, Secrets.MASK);
      }
      out.add(masked);
    }
    return out;
  }

  private static boolean isTelling(String value) {
    if (value.length() < SHORTEST
        || value.length() > LONGEST
        || value.startsWith(SCHEME)
        || REGION.matcher(value).matches()) {
      return false;
    }
    boolean letter = false;
    boolean digit = false;
    for (int i = 0; i < value.length(); i++) {
      char c = value.charAt(i);
      if (c <= ' ' || ":/{}[]()<>\"'\\".indexOf(c) >= 0) {
        return false;
      }
      letter |= Character.isLetter(c);
      digit |= c >= '0' && c <= '9';
    }
    return letter && digit;
  }
}
