package awsleuth.aws;

import java.util.Locale;

/**
 * The names that boto3 and the CLI give an operation.
 *
 * <p>The rule is {@code xform_name} in <a
 * href="https://github.com/boto/botocore/blob/develop/botocore/__init__.py">botocore's {@code
 * __init__.py}</a>, with its words that do not follow it.
 */
final class OperationNames {

  /** Words that botocore keeps together in the operations it lists one by one. */
  private static final String[][] WORDS = {
    {"WhatsApp", "Whatsapp"},
    {"iSCSI", "Iscsi"},
    {"PartiQL", "Partiql"},
    {"OTel", "Otel"},
    {"ListHITsForQualificationType", "ListHitsForQualificationType"},
  };

  private OperationNames() {}

  /** The name in lower case with a separator between words: {@code list_objects_v2}. */
  static String xform(String name, char separator) {
    if (name.indexOf(separator) >= 0) {
      return name;
    }
    String plain = name;
    for (String[] word : WORDS) {
      plain = plain.replace(word[0], word[1]);
    }
    return ends(starts(plural(plain, separator), separator), separator).toLowerCase(Locale.ROOT);
  }

  /** {@code CreateACLs}: two or more capitals and a final s are one word. */
  private static String plural(String name, char separator) {
    int end = name.length() - 1;
    if (end < 2 || name.charAt(end) != 's') {
      return name;
    }
    int start = end;
    while (start > 0 && isUpper(name.charAt(start - 1))) {
      start--;
    }
    return end - start < 2
        ? name
        : name.substring(0, start) + separator + name.substring(start).toLowerCase(Locale.ROOT);
  }

  /** A separator before a capital that small letters follow, as {@code (.)([A-Z][a-z]+)}. */
  private static String starts(String name, char separator) {
    StringBuilder out = new StringBuilder(name.length() + 8);
    int at = 0;
    while (at < name.length()) {
      boolean word =
          at + 2 < name.length() && isUpper(name.charAt(at + 1)) && isLower(name.charAt(at + 2));
      out.append(name.charAt(at++));
      if (word) {
        out.append(separator).append(name.charAt(at++));
        while (at < name.length() && isLower(name.charAt(at))) {
          out.append(name.charAt(at++));
        }
      }
    }
    return out.toString();
  }

  /** A separator between a small letter or digit and a capital. */
  private static String ends(String name, char separator) {
    StringBuilder out = new StringBuilder(name.length() + 8);
    for (int i = 0; i < name.length(); i++) {
      char c = name.charAt(i);
      if (i > 0 && isUpper(c) && isLowerOrDigit(name.charAt(i - 1))) {
        out.append(separator);
      }
      out.append(c);
    }
    return out.toString();
  }

  private static boolean isUpper(char c) {
    return c >= 'A' && c <= 'Z';
  }

  private static boolean isLower(char c) {
    return c >= 'a' && c <= 'z';
  }

  private static boolean isLowerOrDigit(char c) {
    return isLower(c) || (c >= '0' && c <= '9');
  }

  /** The form under which the index keeps a name: small letters and digits alone. */
  static String fold(String name) {
    StringBuilder out = new StringBuilder(name.length());
    for (int i = 0; i < name.length(); i++) {
      char c = name.charAt(i);
      if (isUpper(c)) {
        out.append((char) (c + 32));
      } else if (isLowerOrDigit(c)) {
        out.append(c);
      }
    }
    return out.toString();
  }
}
