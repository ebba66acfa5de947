package awsleuth.app.trail;

import java.util.Locale;

/** Shares in words. */
final class Share {

  private Share() {}

  /**
   * In percent, with one place; never rounded to none or all.
   *
   * @param share from 0 to 1
   */
  static String words(double share) {
    double percent = share * 100;
    return percent == 0 || percent == 100
        ? String.format(Locale.ROOT, "%.0f %%", percent)
        : percent > 99.9
            ? "> 99.9 %"
            : percent < 0.1 ? "< 0.1 %" : String.format(Locale.ROOT, "%.1f %%", percent);
  }
}
