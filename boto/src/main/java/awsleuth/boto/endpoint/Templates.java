package awsleuth.boto.endpoint;

import awsleuth.boto.python.Raising;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Texts with references in braces, such as <code>https://{Bucket}.{url#authority}</code>. */
final class Templates {

  private Templates() {}

  /** Whether a text has a reference: letters and number signs in braces. */
  static boolean isTemplate(String text) {
    for (int open = text.indexOf('{'); open >= 0; open = text.indexOf('{', open + 1)) {
      int i = open + 1;
      while (i < text.length() && isOfReference(text.charAt(i))) {
        i++;
      }
      if (i > open + 1 && i < text.length() && text.charAt(i) == '}') {
        return true;
      }
    }
    return false;
  }

  private static boolean isOfReference(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '#';
  }

  /**
   * A template with its references replaced; double braces stand for single ones.
   *
   * @throws Raising if a reference leads nowhere or a brace has no partner
   */
  static String fill(String template, Map<String, Object> scope) {
    StringBuilder filled = new StringBuilder();
    for (int i = 0; i < template.length(); i++) {
      char c = template.charAt(i);
      boolean twice = i + 1 < template.length() && template.charAt(i + 1) == c;
      if ((c == '{' || c == '}') && twice) {
        filled.append(c);
        i++;
      } else if (c == '{') {
        int close = template.indexOf('}', i);
        if (close < 0) {
          throw new Raising("ValueError", "expected '}' before end of string");
        }
        filled.append(Python.str(resolve(template.substring(i + 1, close), scope)));
        i = close;
      } else if (c == '}') {
        throw new Raising("ValueError", "Single '}' encountered in format string");
      } else {
        filled.append(c);
      }
    }
    return filled.toString();
  }

  private static @Nullable Object resolve(String reference, Map<String, Object> scope) {
    Object value = scope;
    for (String part : reference.split("#", -1)) {
      value = Python.item(value, part);
    }
    return value;
  }
}
