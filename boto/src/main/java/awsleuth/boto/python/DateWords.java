package awsleuth.boto.python;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** The words that dateutil knows in dates; case does not matter. */
final class DateWords {

  private static final Set<String> JUMP =
      Set.of(
          " ", ".", ",", ";", "-", "/", "'", "at", "on", "and", "ad", "m", "t", "of", "st", "nd",
          "rd", "th");
  private static final Map<String, Integer> WEEKDAYS =
      numbered(
          "mon monday",
          "tue tuesday",
          "wed wednesday",
          "thu thursday",
          "fri friday",
          "sat saturday",
          "sun sunday");
  private static final Map<String, Integer> MONTHS =
      numbered(
          "jan january",
          "feb february",
          "mar march",
          "apr april",
          "may",
          "jun june",
          "jul july",
          "aug august",
          "sep sept september",
          "oct october",
          "nov november",
          "dec december");
  private static final Map<String, Integer> UNITS =
      numbered("h hour hours", "m minute minutes", "s second seconds");
  private static final Map<String, Integer> HALVES = numbered("am a", "pm p");
  private static final Set<String> UTC = Set.of("utc", "gmt", "z");
  private static final List<String> ZONES = List.of("UTC", "GMT", "Z", "z");

  private DateWords() {}

  private static Map<String, Integer> numbered(String... rows) {
    Map<String, Integer> words = new TreeMap<>();
    for (int i = 0; i < rows.length; i++) {
      for (String word : rows[i].split(" ", -1)) {
        words.put(word, i);
      }
    }
    return words;
  }

  private static String lower(String word) {
    return word.toLowerCase(Locale.ROOT);
  }

  /** Whether it is passed over. */
  static boolean jump(String word) {
    return JUMP.contains(lower(word));
  }

  /** 0 for Monday; -1 if it is no weekday. */
  static int weekday(String word) {
    return WEEKDAYS.getOrDefault(lower(word), -1);
  }

  /** 1 for January; -1 if it is no month. */
  static int month(String word) {
    return MONTHS.getOrDefault(lower(word), -2) + 1;
  }

  /** 0 for hours, 1 for minutes, 2 for seconds; -1 if it is no unit. */
  static int unit(String word) {
    return UNITS.getOrDefault(lower(word), -1);
  }

  /** 0 for the first half of the day, 1 for the second; -1 if it is neither. */
  static int half(String word) {
    return HALVES.getOrDefault(lower(word), -1);
  }

  /** Whether it names UTC. */
  static boolean utc(String word) {
    return UTC.contains(lower(word));
  }

  /** Whether it is written as a name of UTC that dateutil knows the offset of at once. */
  static boolean knownOffset(String word) {
    return UTC.contains(word);
  }

  /** Whether it may be the name of a time zone: up to five capitals. */
  static boolean zone(String word) {
    return word.length() <= 5
        && (word.chars().allMatch(c -> c >= 'A' && c <= 'Z') || ZONES.contains(word));
  }
}
