package awsleuth.boto.python;

import java.math.BigDecimal;

/** Reads what begins with a number: of a date, of a time or both. */
final class DateNumberReader {

  private final DateText tokens;
  private final YearMonthDay ymd;
  private final DateClock clock;

  DateNumberReader(DateText tokens, YearMonthDay ymd, DateClock clock) {
    this.tokens = tokens;
    this.ymd = ymd;
    this.clock = clock;
  }

  /** Reads the number at a token; gives the last token of it. */
  int read(int i, BigDecimal value) throws NotADate {
    String s = tokens.at(i);
    int length = s.length();
    boolean last = i + 1 >= tokens.size();
    if (ymd.size() == 3
        && (length == 2 || length == 4)
        && !clock.hasHour()
        && (last || (!tokens.is(i + 1, ":") && DateWords.unit(tokens.at(i + 1)) < 0))) {
      clock.digits(s);
      return i;
    }
    if (length == 6 || (length > 6 && s.indexOf('.') == 6)) {
      six(s);
      return i;
    }
    if (length == 8 || length == 12 || length == 14) {
      compact(s);
      return i;
    }
    int unit = unitAt(i);
    if (unit >= 0) {
      return unit(i, unit, value);
    }
    if (i + 2 < tokens.size() && tokens.is(i + 1, ":")) {
      return clock(i, value);
    }
    if (tokens.is(i + 1, "-") || tokens.is(i + 1, "/") || tokens.is(i + 1, ".")) {
      return separated(i);
    }
    if (last || DateWords.jump(tokens.at(i + 1))) {
      return alone(i, value);
    }
    boolean ofDay = value.compareTo(BigDecimal.valueOf(24)) < 0;
    if (ofDay && DateWords.half(tokens.at(i + 1)) >= 0) {
      clock.hour(value, DateWords.half(tokens.at(i + 1)));
      return i + 1;
    }
    if (!ymd.couldBeDay(value)) {
      throw new NotADate();
    }
    ymd.add(DateNumbers.whole(value), false);
    return i;
  }

  /** {@code YYMMDD}, or {@code HHMMSS} where a date came before. */
  private void six(String s) throws NotADate {
    if (ymd.size() == 0 && s.indexOf('.') < 0) {
      ymd.add(s.substring(0, 2));
      ymd.add(s.substring(2, 4));
      ymd.add(s.substring(4));
      return;
    }
    clock.six(s);
  }

  /** {@code YYYYMMDD}, {@code YYYYMMDDHHMM} or {@code YYYYMMDDHHMMSS}. */
  private void compact(String s) throws NotADate {
    ymd.addYear(s.substring(0, 4));
    ymd.add(s.substring(4, 6));
    ymd.add(s.substring(6, 8));
    if (s.length() > 8) {
      clock.compact(s.substring(8));
    }
  }

  /** Where the unit of a number is: after it, before it, with a space between; -1 if nowhere. */
  private int unitAt(int i) {
    int size = tokens.size();
    if (i + 1 < size && DateWords.unit(tokens.at(i + 1)) >= 0) {
      return i + 1;
    }
    if (i + 2 < size && tokens.is(i + 1, " ") && DateWords.unit(tokens.at(i + 2)) >= 0) {
      return i + 2;
    }
    if (i > 0 && DateWords.unit(tokens.at(i - 1)) >= 0) {
      return i - 1;
    }
    boolean spaced = i > 1 && i == size - 1 && tokens.is(i - 1, " ");
    return spaced && DateWords.unit(tokens.at(i - 2)) >= 0 ? i - 2 : -1;
  }

  /** {@code 12h}, or the {@code 04} of {@code 12h04}, which has the next finer unit. */
  private int unit(int i, int at, BigDecimal value) throws NotADate {
    int unit = DateWords.unit(tokens.at(at)) + (at < i ? 1 : 0);
    clock.unit(unit, tokens.at(i), value);
    return Math.max(i, at);
  }

  /** {@code HH:MM} or {@code HH:MM:SS.ss}. */
  private int clock(int i, BigDecimal value) throws NotADate {
    BigDecimal afterColon = DateNumbers.of(tokens.at(i + 2));
    if (afterColon == null) {
      throw new NotADate();
    }
    clock.hourAndMinutes(value, afterColon);
    if (i + 4 < tokens.size() && tokens.is(i + 3, ":")) {
      clock.seconds(tokens.at(i + 4));
      return i + 4;
    }
    return i + 2;
  }

  /** {@code 01-01}, {@code 01-Jan-01} and the like. */
  private int separated(int i) throws NotADate {
    ymd.add(tokens.at(i));
    if (i + 2 >= tokens.size() || DateWords.jump(tokens.at(i + 2))) {
      return i + 1;
    }
    if (DateNumbers.digits(tokens.at(i + 2))) {
      ymd.add(tokens.at(i + 2));
    } else {
      if (DateWords.month(tokens.at(i + 2)) < 0) {
        throw new NotADate();
      }
      ymd.addMonth(DateWords.month(tokens.at(i + 2)));
    }
    if (i + 3 >= tokens.size() || !tokens.at(i + 3).equals(tokens.at(i + 1))) {
      return i + 2;
    }
    if (DateWords.month(tokens.at(i + 4)) > 0) {
      ymd.addMonth(DateWords.month(tokens.at(i + 4)));
    } else {
      ymd.add(tokens.at(i + 4));
    }
    return i + 4;
  }

  /** A number before a space or at the end: an hour if {@code am} follows, else of the date. */
  private int alone(int i, BigDecimal value) throws NotADate {
    if (i + 2 < tokens.size() && DateWords.half(tokens.at(i + 2)) >= 0) {
      clock.hour(value, DateWords.half(tokens.at(i + 2)));
      return i + 2;
    }
    ymd.add(DateNumbers.whole(value), value.compareTo(BigDecimal.valueOf(100)) > 0);
    return i + 1;
  }
}
