package awsleuth.app.command;

import java.time.LocalDate;
import java.util.TimeZone;
import java.util.concurrent.TimeUnit;

/** The day by this machine's clock and time zone, which Python gives to a time without a date. */
public final class Today {

  private Today() {}

  /**
   * The day. {@code LocalDate.now(ZoneId.systemDefault())} says the same, but looks for further
   * rules of time zones in every jar first, for which people would wait.
   */
  public static LocalDate local() {
    long now = System.currentTimeMillis();
    long here = now + TimeZone.getDefault().getOffset(now);
    return LocalDate.ofEpochDay(Math.floorDiv(here, TimeUnit.DAYS.toMillis(1)));
  }
}
