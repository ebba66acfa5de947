package awsleuth.core.fact;

import awsleuth.aws.AwsCatalog;
import awsleuth.boto.call.BotoCallReader;
import awsleuth.boto.call.GivenCall;
import awsleuth.boto.call.PythonBrackets;
import java.util.List;
import java.util.Optional;

/**
 * Calls in a line of code that are no method of a client: a paginator, a waiter or a presigned URL,
 * which name the operation, and methods of a resource such as a table.
 */
final class ByName {

  private static final List<String> NAMING =
      List.of(".get_paginator(", ".get_waiter(", ".generate_presigned_url(");

  /** Transfers, whose arguments are those of several operations. */
  private static final List<String> TRANSFERS = List.of(".upload_", ".download_", ".copy(");

  private ByName() {}

  /**
   * The call that a line of code has, with nothing around it.
   *
   * @param service whose, where what makes the client before it is no name
   */
  static Optional<GivenCall> read(String code, AwsCatalog catalog, String service) {
    for (String naming : NAMING) {
      int at = code.indexOf(naming);
      if (at >= 0) {
        String receiver = receiver(code, at);
        String client =
            receiver.isEmpty()
                ? "boto3.client(" + Literal.python(service).replace('"', '\'') + ")"
                : receiver;
        return of(client + chain(code, at), catalog);
      }
    }
    return TRANSFERS.stream().anyMatch(code::contains)
        ? Optional.empty()
        : of(code, catalog).filter(c -> c.written().untyped());
  }

  private static Optional<GivenCall> of(String text, AwsCatalog catalog) {
    return BotoCallReader.read(catalog, text) instanceof GivenCall.Read(GivenCall call)
        ? Optional.of(call)
        : Optional.empty();
  }

  /** The name, with attributes, that a method is called on; empty where that is no name. */
  private static String receiver(String code, int at) {
    int from = at;
    while (from > 0 && isName(code.charAt(from - 1))) {
      from--;
    }
    return code.substring(from, at);
  }

  private static boolean isName(char c) {
    return Character.isLetterOrDigit(c) || c == '_' || c == '.';
  }

  /** The methods that are called one after the other, up to what no dot joins to them. */
  static String chain(String code, int at) {
    int open = PythonBrackets.opening(code, at);
    while (open >= 0) {
      int close = PythonBrackets.closing(code, open, code.length());
      if (close >= 0 && !code.startsWith(".", close + 1)) {
        return code.substring(at, close + 1);
      }
      open = close < 0 ? -1 : PythonBrackets.opening(code, close + 1);
    }
    return code.substring(at);
  }
}
