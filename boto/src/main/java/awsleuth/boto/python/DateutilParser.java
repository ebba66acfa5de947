package awsleuth.boto.python;

import awsleuth.boto.python.PyValue.DateTime;
import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What dateutil 2.9 reads out of a text, the parser that botocore leaves texts to: it takes nearly
 * anything for a date and fills what is missing from today.
 *
 * @see <a href="https://dateutil.readthedocs.io/en/stable/parser.html">dateutil.parser.parse</a>
 */
public final class DateutilParser {

  /** What comes of a text. */
  public sealed interface Result {}

  /** A date and time, naive where the text has no time zone that is known. */
  public record Parsed(DateTime value) implements Result {}

  /** Not a date: {@code ValueError}. */
  public record Wrong() implements Result {}

  /** A number too large for a date: {@code OverflowError}. */
  public record Overflow() implements Result {}

  /** A number of more digits than Python's decimals divide: {@code decimal.InvalidOperation}. */
  public record BeyondDecimals() implements Result {}

  private final DateText tokens;
  private final DateFilling filling;
  private final YearMonthDay ymd = new YearMonthDay();
  private final DateClock clock = new DateClock();
  private final DateZone zone = new DateZone();
  private final DateNumberReader numbers;
  private @Nullable Integer weekday;

  private DateutilParser(DateText tokens, LocalDate today) {
    this.tokens = tokens;
    this.filling = new DateFilling(today);
    this.numbers = new DateNumberReader(tokens, ymd, clock);
  }

  /** Parses a text, as of a day. */
  public static Result parse(String text, LocalDate today) {
    DateutilParser parser = new DateutilParser(new DateText(DateTokens.of(text)), today);
    try {
      parser.read();
      return parser.build();
    } catch (NotADate e) {
      return e.beyondDecimals() ? new BeyondDecimals() : new Wrong();
    } catch (IndexOutOfBoundsException e) {
      return new Wrong();
    }
  }

  private void read() throws NotADate {
    int i = 0;
    while (i < tokens.size()) {
      i = one(i) + 1;
    }
  }

  /** Reads what begins at a token; gives the last token of it. */
  private int one(int i) throws NotADate {
    String word = tokens.at(i);
    BigDecimal number = DateNumbers.of(word);
    if (number != null) {
      return numbers.read(i, number);
    }
    if (word.equalsIgnoreCase("inf")
        || word.equalsIgnoreCase("nan")
        || word.equalsIgnoreCase("infinity")) {
      throw new NotADate();
    }
    if (DateWords.weekday(word) >= 0) {
      weekday = DateWords.weekday(word);
      return i;
    }
    if (DateWords.month(word) > 0) {
      return month(i, DateWords.month(word));
    }
    if (DateWords.half(word) >= 0) {
      clock.half(DateWords.half(word));
      return i;
    }
    if (clock.hasHour() && zone.isEmpty() && DateWords.zone(word)) {
      zone.name(tokens, i);
      return i;
    }
    if (clock.hasHour() && tokens.isSign(i)) {
      return zone.offset(tokens, i);
    }
    if (!DateWords.jump(word)) {
      throw new NotADate();
    }
    return i;
  }

  /** {@code Jan-01}, {@code Jan-01-99}, {@code Jan of 01} or a month alone. */
  private int month(int i, long named) throws NotADate {
    ymd.addMonth(named);
    if (tokens.is(i + 1, "-") || tokens.is(i + 1, "/")) {
      ymd.add(tokens.at(i + 2));
      if (i + 3 < tokens.size() && tokens.at(i + 3).equals(tokens.at(i + 1))) {
        ymd.add(tokens.at(i + 4));
        return i + 4;
      }
      return i + 2;
    }
    boolean of =
        i + 4 < tokens.size()
            && tokens.is(i + 1, " ")
            && tokens.is(i + 3, " ")
            && tokens.at(i + 2).equalsIgnoreCase("of");
    if (!of) {
      return i;
    }
    if (DateNumbers.digits(tokens.at(i + 4))) {
      ymd.addYear(String.valueOf(filling.fullYear(DateNumbers.whole(tokens.at(i + 4)), false)));
    }
    return i + 4;
  }

  private Result build() throws NotADate {
    YearMonthDay.Resolved date = ymd.resolve();
    boolean dated = date.year() != null || date.month() != null || date.day() != null;
    if (!dated && clock.isEmpty() && weekday == null) {
      throw new NotADate();
    }
    return filling.fill(date, ymd.century(), clock, weekday, zone);
  }
}
