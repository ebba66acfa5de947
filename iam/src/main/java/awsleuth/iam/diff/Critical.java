package awsleuth.iam.diff;

import awsleuth.iam.policy.IpRange;
import awsleuth.iam.policy.Literals;
import awsleuth.iam.policy.Located;
import awsleuth.iam.policy.Operator;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.NavigableSet;
import java.util.Set;
import java.util.TreeSet;

/**
 * Values between which conditions that do not compare text change: for numbers, dates, addresses
 * and bytes these values stand for all others.
 */
final class Critical {

  /** No number, date or address, and no base64. */
  static final String NEITHER = "~";

  /** As what operators compare a value. */
  enum Family {
    TEXT,
    NUMBER,
    INSTANT,
    ADDRESS,
    BYTES
  }

  private Critical() {}

  static Family family(Operator.Base base) {
    return switch (base) {
      case NUMERIC_EQUALS,
          NUMERIC_NOT_EQUALS,
          NUMERIC_LESS_THAN,
          NUMERIC_LESS_THAN_EQUALS,
          NUMERIC_GREATER_THAN,
          NUMERIC_GREATER_THAN_EQUALS ->
          Family.NUMBER;
      case DATE_EQUALS,
          DATE_NOT_EQUALS,
          DATE_LESS_THAN,
          DATE_LESS_THAN_EQUALS,
          DATE_GREATER_THAN,
          DATE_GREATER_THAN_EQUALS ->
          Family.INSTANT;
      case IP_ADDRESS, NOT_IP_ADDRESS -> Family.ADDRESS;
      case BINARY_EQUALS -> Family.BYTES;
      case STRING_EQUALS,
          STRING_NOT_EQUALS,
          STRING_EQUALS_IGNORE_CASE,
          STRING_NOT_EQUALS_IGNORE_CASE,
          STRING_LIKE,
          STRING_NOT_LIKE,
          BOOL,
          ARN_EQUALS,
          ARN_LIKE,
          ARN_NOT_EQUALS,
          ARN_NOT_LIKE,
          NULL ->
          Family.TEXT;
    };
  }

  /** Values that stand for all, for the conditions of a family that have these values. */
  static List<String> of(Family family, List<Located> wanted) {
    Set<String> found = new LinkedHashSet<>();
    switch (family) {
      case NUMBER -> numbers(wanted, found);
      case INSTANT -> instants(wanted, found);
      case ADDRESS -> addresses(wanted, found);
      case BYTES -> {
        wanted.forEach(w -> found.add(w.value()));
        found.add("b3RoZXI=");
        found.add("b3RoZXIgYnl0ZXM=");
      }
      case TEXT -> wanted.forEach(w -> found.add(w.value()));
    }
    found.add(NEITHER);
    return List.copyOf(found);
  }

  /**
   * Numbers of seconds since 1970 that stand for all, for conditions that compare them with numbers
   * or with dates.
   */
  static List<String> seconds(List<Located> wanted) {
    TreeSet<BigDecimal> limits = new TreeSet<>();
    for (Located w : wanted) {
      Literals.instant(w.value())
          .map(i -> BigDecimal.valueOf(i.getEpochSecond()).add(BigDecimal.valueOf(i.getNano(), 9)))
          .ifPresent(limits::add);
      Literals.number(w.value()).ifPresent(limits::add);
    }
    Set<String> found = new LinkedHashSet<>();
    around(limits, found);
    return found.stream().map(n -> new BigDecimal(n).stripTrailingZeros().toPlainString()).toList();
  }

  private static void numbers(List<Located> wanted, Set<String> found) {
    TreeSet<BigDecimal> limits = new TreeSet<>();
    wanted.forEach(w -> Literals.number(w.value()).ifPresent(limits::add));
    around(limits, found);
  }

  /** Limits, one number between any two, and one before and behind all. */
  private static void around(NavigableSet<BigDecimal> limits, Set<String> found) {
    limits.add(limits.isEmpty() ? BigDecimal.ZERO : limits.first());
    found.add(limits.first().subtract(BigDecimal.ONE).toString());
    for (BigDecimal limit : limits) {
      found.add(limit.toString());
      BigDecimal higher = limits.higher(limit);
      BigDecimal next = limit.add(BigDecimal.ONE);
      boolean between = higher != null && next.compareTo(higher) >= 0;
      found.add((between ? limit.add(higher).divide(BigDecimal.TWO) : next).toString());
    }
  }

  private static void instants(List<Located> wanted, Set<String> found) {
    TreeSet<Instant> limits = new TreeSet<>();
    wanted.forEach(w -> Literals.instant(w.value()).ifPresent(limits::add));
    if (limits.isEmpty()) {
      limits.add(Instant.EPOCH);
    }
    found.add(limits.first().minusSeconds(1).toString());
    for (Instant limit : limits) {
      found.add(limit.toString());
      Instant higher = limits.higher(limit);
      Instant second = limit.plusSeconds(1);
      boolean between = higher != null && !second.isBefore(higher);
      found.add((between ? limit.plusNanos(1) : second).toString());
    }
  }

  private static void addresses(List<Located> wanted, Set<String> found) {
    // RFC 5737 and RFC 3849 set these aside for documentation: no policy means them.
    found.add("198.51.100.7");
    found.add("2001:db8::7");
    found.add("0.0.0.0");
    found.add("::");
    for (Located w : wanted) {
      IpRange.parse(w.value()).ifPresent(range -> found.addAll(ends(range)));
    }
  }

  /** The first address of a range, one more of it, and the one behind it. */
  private static List<String> ends(IpRange range) {
    int bytes = range.ipv6() ? 16 : 4;
    BigInteger whole = unsigned(range.high()).shiftLeft(64).or(unsigned(range.low()));
    int host = bytes * 8 - range.prefix();
    BigInteger first = whole.shiftRight(host).shiftLeft(host);
    BigInteger size = BigInteger.ONE.shiftLeft(host);
    List<String> ends = new ArrayList<>();
    for (BigInteger at :
        List.of(
            first.add(BigInteger.TWO.min(size).subtract(BigInteger.ONE)), first, first.add(size))) {
      if (at.bitLength() <= bytes * 8) {
        ends.add(text(at, bytes));
      }
    }
    return ends;
  }

  private static BigInteger unsigned(long bits) {
    return new BigInteger(Long.toUnsignedString(bits));
  }

  private static String text(BigInteger address, int bytes) {
    int width = bytes == 4 ? 8 : 16;
    int mask = (1 << width) - 1;
    List<String> groups = new ArrayList<>();
    for (int shift = bytes * 8 - width; shift >= 0; shift -= width) {
      int group = address.shiftRight(shift).intValue() & mask;
      groups.add(bytes == 4 ? Integer.toString(group) : Integer.toHexString(group));
    }
    return String.join(bytes == 4 ? "." : ":", groups);
  }
}
