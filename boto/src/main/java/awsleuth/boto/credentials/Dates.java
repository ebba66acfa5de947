package awsleuth.boto.credentials;

import awsleuth.boto.Raised;
import awsleuth.boto.python.DateutilParser;
import awsleuth.boto.python.PyValue.DateTime;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;

/** Dates of credentials, which botocore leaves to dateutil. */
final class Dates {

  private static final String PARSER_ERROR = "dateutil.parser._parser.ParserError";

  private Dates() {}

  static DateTime parse(String text, Instant now) throws Raise {
    return switch (DateutilParser.parse(text, LocalDate.ofInstant(now, ZoneOffset.UTC))) {
      case DateutilParser.Parsed parsed -> parsed.value();
      case DateutilParser.Wrong _ -> throw wrong(text);
      case DateutilParser.Overflow _ ->
          throw new Raise(new Raised("OverflowError", "Python int too large to convert to C long"));
      case DateutilParser.BeyondDecimals _ ->
          throw new Raise(
              new Raised("decimal.InvalidOperation", "[<class 'decimal.DivisionImpossible'>]"));
    };
  }

  private static Raise wrong(String text) {
    String message =
        text.isBlank() ? "String does not contain a date: " : "Unknown string format: ";
    return new Raise(new Raised(PARSER_ERROR, message + text));
  }
}
