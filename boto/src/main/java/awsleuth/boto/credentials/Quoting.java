package awsleuth.boto.credentials;

import awsleuth.boto.Raised;

/**
 * Messages of botocore that quote what may hold secrets: files, answers and what programs print.
 */
final class Quoting {

  private static final String UNPARSED =
      ": Unable to parse JSON returned from container metadata services";

  private Quoting() {}

  /** The message, cut off before what it quotes. */
  static String without(Raised raised) {
    String message = raised.message();
    return switch (raised.exception()) {
      case "configparser.MissingSectionHeaderError" -> cut(message, message.lastIndexOf('\n'));
      case "configparser.ParsingError" -> cut(message, message.indexOf("]: "));
      case "botocore.exceptions.CredentialRetrievalError" ->
          message.endsWith(UNPARSED)
              ? message
              : cut(
                  message,
                  after(message, "from custom-process: "),
                  after(message, " container metadata: "),
                  after(message, "metadata: "));
      case "dateutil.parser._parser.ParserError", "ValueError", "FileNotFoundError" ->
          cut(message, after(message, ": "));
      case "botocore.exceptions.HTTPClientError" -> cut(message, after(message, "header value "));
      case "botocore.exceptions.InvalidRegionError" -> cut(message, after(message, "region_name "));
      default -> message;
    };
  }

  private static int after(String message, String words) {
    int at = message.indexOf(words);
    return at < 0 ? -1 : at + words.length();
  }

  private static String cut(String message, int... places) {
    for (int place : places) {
      if (place >= 0 && place < message.length()) {
        return message.substring(0, place) + "…";
      }
    }
    return message;
  }
}
