package awsleuth.trail;

import java.io.Serializable;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Which events are asked about. An empty list lets all through; of a list one value must match.
 * Values match whole and, but for operations, in letters as written, where {@code *} stands for any
 * characters.
 *
 * @param since the first moment, in milliseconds since 1970 UTC; {@link Long#MIN_VALUE} for none
 * @param until the moment after the last; {@link Long#MAX_VALUE} for none
 * @param principals ARNs, or what follows the account in one ({@code role/billing})
 * @param services {@code s3} or {@code s3.amazonaws.com}
 * @param operations names of events
 * @param codes error codes, with or without {@code Client.} or {@code Server.} before them
 * @param regions Regions
 * @param accounts account ids
 * @param addresses source addresses
 * @param zone the zone of times in logs that have none, such as {@code Europe/Berlin}; empty where
 *     it is not known
 */
public record Filter(
    long since,
    long until,
    List<String> principals,
    List<String> services,
    List<String> operations,
    List<String> codes,
    List<String> regions,
    List<String> accounts,
    List<String> addresses,
    String zone)
    implements Serializable {

  /** Lets every event through. */
  public static final Filter ALL =
      new Filter(
          Long.MIN_VALUE,
          Long.MAX_VALUE,
          List.of(),
          List.of(),
          List.of(),
          List.of(),
          List.of(),
          List.of(),
          List.of(),
          "");

  /** One that does not know the zone of logs. */
  public Filter(
      long since,
      long until,
      List<String> principals,
      List<String> services,
      List<String> operations,
      List<String> codes,
      List<String> regions,
      List<String> accounts,
      List<String> addresses) {
    this(since, until, principals, services, operations, codes, regions, accounts, addresses, "");
  }

  /** The same with another {@link #zone}. */
  public Filter in(String other) {
    return new Filter(
        since, until, principals, services, operations, codes, regions, accounts, addresses, other);
  }

  /** The zone of times in logs that have none; empty where it is not known. */
  public Optional<ZoneId> logZone() {
    return zone.isEmpty() ? Optional.empty() : Optional.of(ZoneId.of(zone));
  }

  /** The same with other times. */
  public Filter between(long from, long to) {
    return new Filter(
        from, to, principals, services, operations, codes, regions, accounts, addresses, zone);
  }

  /** Whether times are compared. */
  public boolean isTimed() {
    return since != Long.MIN_VALUE || until != Long.MAX_VALUE;
  }

  /** Whether an event is asked about; one without a time is not where times are compared. */
  public boolean keeps(Event event) {
    return inTime(event.time())
        && (regions.isEmpty() || matches(regions, event.region()))
        && (accounts.isEmpty() || matches(accounts, event.account()))
        && (services.isEmpty()
            || matches(services, event.source())
            || matches(services, event.service()))
        && keepsName(operations, event.name())
        && keepsCode(codes, event.code())
        && (principals.isEmpty()
            || matches(principals, event.principal())
            || matches(principals, afterAccount(event.principal())))
        && (addresses.isEmpty() || matches(addresses, event.address()));
  }

  /**
   * Whether a code is one of some in any letter case, with or without {@code Client.} or {@code
   * Server.} before them; of none every code is.
   */
  public static boolean keepsCode(List<String> codes, String code) {
    return keepsName(codes, code)
        || keepsName(codes, "Client." + code)
        || keepsName(codes, "Server." + code);
  }

  private static boolean keepsName(List<String> names, String name) {
    if (names.isEmpty() || matches(names, name)) {
      return true;
    }
    String lower = name.toLowerCase(Locale.ROOT);
    return names.stream().anyMatch(o -> matches(List.of(o.toLowerCase(Locale.ROOT)), lower));
  }

  private boolean inTime(long time) {
    return !isTimed() || (time != Event.UNKNOWN_TIME && time >= since && time < until);
  }

  private static String afterAccount(String arn) {
    int at = -1;
    for (int colons = 0; colons < 5; colons++) {
      at = arn.indexOf(':', at + 1);
      if (at < 0) {
        return arn;
      }
    }
    return arn.substring(at + 1);
  }

  /** Whether a text is one of some values, in which {@code *} stands for any characters. */
  public static boolean matches(List<String> values, String text) {
    for (String value : values) {
      if (value.indexOf('*') < 0 ? value.equals(text) : matches(value, text)) {
        return true;
      }
    }
    return false;
  }

  /** Goes back to the last star alone: at most the product of both lengths. */
  private static boolean matches(String pattern, String text) {
    int p = 0;
    int star = -1;
    int resume = 0;
    for (int t = 0; t < text.length(); ) {
      if (p < pattern.length() && pattern.charAt(p) == '*') {
        star = p++;
        resume = t;
      } else if (p < pattern.length() && pattern.charAt(p) == text.charAt(t)) {
        p++;
        t++;
      } else if (star >= 0) {
        p = star + 1;
        t = ++resume;
      } else {
        return false;
      }
    }
    while (p < pattern.length() && pattern.charAt(p) == '*') {
      p++;
    }
    return p == pattern.length();
  }
}
