package awsleuth.iam.policy;

import java.util.Optional;

/**
 * A range of IP addresses in CIDR form (RFC 4632); an address without a prefix is a range of one.
 * Host bits do not count. IPv4 and IPv6 never meet.
 *
 * @param ipv6 whether it is of IPv6
 * @param high the first eight bytes of an IPv6 address; 0 for IPv4
 * @param low the last eight bytes, or the four of IPv4
 * @param prefix how many bits count: 0 to 32, or 0 to 128
 */
public record IpRange(boolean ipv6, long high, long low, int prefix) {

  /** Reads an address or a range; empty where the text is neither. */
  public static Optional<IpRange> parse(String text) {
    int slash = text.indexOf('/');
    String address = slash < 0 ? text : text.substring(0, slash);
    boolean ipv6 = address.indexOf(':') >= 0;
    int most = ipv6 ? 128 : 32;
    int prefix = slash < 0 ? most : number(text, slash + 1, text.length(), most);
    if (prefix < 0) {
      return Optional.empty();
    }
    return ipv6 ? Ipv6.parse(address, prefix) : ipv4(address, prefix);
  }

  /** Whether it is one address, as that of a request is. */
  public boolean isAddress() {
    return prefix == (ipv6 ? 128 : 32);
  }

  /** Whether an address, or a whole range, lies inside this one. */
  public boolean contains(IpRange other) {
    if (ipv6 != other.ipv6 || other.prefix < prefix) {
      return false;
    }
    if (!ipv6) {
      return ((low ^ other.low) & mask(prefix + 32)) == 0;
    }
    return ((high ^ other.high) & mask(Math.min(prefix, 64))) == 0
        && ((low ^ other.low) & mask(Math.max(prefix - 64, 0))) == 0;
  }

  /** The upper bits of a long. */
  private static long mask(int bits) {
    return bits <= 0 ? 0 : -1L << (64 - bits);
  }

  private static Optional<IpRange> ipv4(String text, int prefix) {
    long address = ipv4(text, 0, text.length());
    return address < 0 ? Optional.empty() : Optional.of(new IpRange(false, 0, address, prefix));
  }

  /** The four bytes of a dotted address; -1 where there is none. */
  static long ipv4(String text, int from, int to) {
    long address = 0;
    int start = from;
    for (int part = 0; part < 4; part++) {
      int dot = part == 3 ? to : text.indexOf('.', start);
      int octet = dot < 0 || dot > to ? -1 : number(text, start, dot, 255);
      if (octet < 0) {
        return -1;
      }
      address = address << 8 | octet;
      start = dot + 1;
    }
    return address;
  }

  /** A decimal number up to a limit; -1 where there is none. */
  private static int number(String text, int from, int to, int most) {
    if (from >= to || to - from > 3) {
      return -1;
    }
    int value = 0;
    for (int i = from; i < to; i++) {
      int digit = text.charAt(i) - '0';
      if (digit < 0 || digit > 9) {
        return -1;
      }
      value = value * 10 + digit;
    }
    return value > most ? -1 : value;
  }
}
