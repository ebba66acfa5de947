package awsleuth.boto.python;

import awsleuth.boto.python.PyValue.DateTime;
import java.time.LocalDateTime;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/** The time zone that a text has: a name, an offset from UTC or both. */
final class DateZone {

  /** Seconds; Python knows no longer offset than a day. */
  private static final long DAY = 86_400;

  /** Seconds of the longest span of time that Python can hold. */
  private static final long LONGEST_OFFSET = 999_999_999 * DAY;

  private @Nullable String name;
  private @Nullable Long offset;

  boolean isEmpty() {
    return name == null && offset == null;
  }

  /** A zone's name; {@code GMT+3} means that the zone is behind by three hours. */
  void name(DateText tokens, int i) {
    name = tokens.at(i);
    offset = DateWords.knownOffset(name) ? 0L : null;
    if (tokens.isSign(i + 1)) {
      tokens.turnSign(i + 1);
      offset = null;
      if (DateWords.utc(name)) {
        name = null;
      }
    }
  }

  /**
   * {@code +0300}, {@code +03:00}, {@code +03}, and a name in brackets after it; gives the last
   * token of it.
   */
  int offset(DateText tokens, int i) throws NotADate {
    int at = i;
    String digits = tokens.at(at + 1);
    int length = digits.codePointCount(0, digits.length());
    long hours;
    long minutes = 0;
    if (length == 4) {
      hours = DateNumbers.whole(DateNumbers.slice(digits, 0, 2));
      minutes = DateNumbers.whole(DateNumbers.slice(digits, 2));
    } else if (tokens.is(at + 2, ":")) {
      hours = DateNumbers.whole(digits);
      minutes = DateNumbers.whole(tokens.at(at + 3));
      at += 2;
    } else if (length <= 2) {
      hours = DateNumbers.whole(digits);
    } else {
      throw new NotADate();
    }
    long bounded = Math.min(hours, 1L << 40) * 3600 + Math.min(minutes, 1L << 50) * 60;
    offset = tokens.at(i).equals("+") ? bounded : -bounded;
    if (isNamed(tokens, at)) {
      name = tokens.at(at + 4);
      at += 4;
    }
    return at + 1;
  }

  private boolean isNamed(DateText tokens, int at) {
    return at + 5 < tokens.size()
        && DateWords.jump(tokens.at(at + 2))
        && tokens.is(at + 3, "(")
        && tokens.is(at + 5, ")")
        && tokens.at(at + 4).length() >= 3
        && name == null
        && DateWords.zone(tokens.at(at + 4));
  }

  /** The time with the zone that the text has; a name that is not known is passed over. */
  DateutilParser.Result of(LocalDateTime local) {
    boolean utc = name == null ? offset != null && offset == 0 : DateWords.utc(name);
    if (utc) {
      return new DateutilParser.Parsed(new DateTime(local, OptionalInt.of(0)));
    }
    if (offset == null) {
      return new DateutilParser.Parsed(new DateTime(local, OptionalInt.empty()));
    }
    return Math.abs(offset) > LONGEST_OFFSET
        ? new DateutilParser.Overflow()
        : new DateutilParser.Parsed(
            new DateTime(local, OptionalInt.of((int) Math.clamp(offset, -DAY, DAY))));
  }
}
