package awsleuth.app.trail;

import java.util.Locale;

/** How many there are an hour, in words. */
final class PerHour {

  private PerHour() {}

  /** Of small numbers with one place; never rounded to none. */
  static String words(double number) {
    return number == 0
        ? "0"
        : number < 0.1
            ? "< 0.1"
            : String.format(Locale.ROOT, number < 10 ? "%.1f" : "%,.0f", number);
  }
}
