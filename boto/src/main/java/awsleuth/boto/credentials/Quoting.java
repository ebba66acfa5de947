package awsleuth.boto.credentials;

import awsleuth.boto.Raised;
import java.util.regex.Pattern;

/**
 * Messages of botocore that quote what may hold secrets: files, answers and what programs print.
 */
final class Quoting {

  private static final String RETRIEVING = "Error when retrieving credentials from ";

  private static final String PROCESS = RETRIEVING + "custom-process: ";

  /** What botocore says itself, of what a program printed and of a container's answer. */
  private static final Pattern OWN =
      Pattern.compile(
          PROCESS
              + "(Unsupported version '([0-9.]{1,12}|<Version key not provided>)'"
              + " for credential process provider, supported versions: 1|Missing required key in"
              + " response: '(AccessKeyId|SecretAccessKey)')|"
              + RETRIEVING
              + "container-role: Error retrieving metadata: Unable to parse JSON returned from"
              + " container metadata services");

  private Quoting() {}

  /** The message, cut off before what it quotes. */
  static String without(Raised raised) {
    String message = raised.message();
    return switch (raised.exception()) {
      case "configparser.MissingSectionHeaderError" -> cut(message, message.lastIndexOf('\n'));
      case "configparser.ParsingError" -> cut(message, message.indexOf("]: "));
      case "botocore.exceptions.CredentialRetrievalError" ->
          OWN.matcher(message).matches()
              ? message
              : cut(
                  message,
                  message.startsWith(PROCESS) ? PROCESS.length() : -1,
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
