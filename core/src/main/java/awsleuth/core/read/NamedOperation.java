package awsleuth.core.read;

import awsleuth.aws.AwsCatalog;
import awsleuth.core.read.text.Quotes;
import java.util.Locale;
import java.util.Optional;

/**
 * The operation that a line of code gives by its name as a literal: to a paginator, a waiter or a
 * presigned URL.
 */
final class NamedOperation {

  private static final int LONGEST = 100;

  private NamedOperation() {}

  /** Its API name; empty where the code gives none. */
  static String in(String code, AwsCatalog catalog) {
    return literal(code, "generate_presigned_url(")
        .or(() -> literal(code, "get_paginator("))
        .flatMap(catalog::operationName)
        .or(() -> literal(code, "get_waiter(").map(name -> Waiters.operation(camel(name), catalog)))
        .orElse("");
  }

  /** The first literal behind a method, which is its first argument or that by name. */
  private static Optional<String> literal(String code, String method) {
    int at = code.indexOf(method);
    int open = at < 0 ? code.length() : at + method.length();
    while (open < code.length() && open - at < LONGEST && !Quotes.isQuote(code.charAt(open))) {
      open++;
    }
    int end = open + 1;
    while (end < code.length() && isWord(code.charAt(end))) {
      end++;
    }
    return end < code.length() && code.charAt(end) == code.charAt(open)
        ? Optional.of(code.substring(open + 1, end))
        : Optional.empty();
  }

  private static boolean isWord(char c) {
    return Character.isLetterOrDigit(c) || c == '_';
  }

  /** {@code InstanceRunning} for {@code instance_running}. */
  private static String camel(String name) {
    StringBuilder camel = new StringBuilder();
    for (String part : name.split("_", -1)) {
      camel.append(part.isEmpty() ? "" : part.substring(0, 1).toUpperCase(Locale.ROOT));
      camel.append(part.isEmpty() ? "" : part.substring(1));
    }
    return camel.toString();
  }
}
