package awsleuth.iam.reference;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Addresses and CIDR ranges (IAM user guide, "IP address condition operators"). */
record Ip(int bits, BigInteger number) {

  /** Whether the address is in the range; one address stands for itself. */
  static boolean contains(String range, String address) {
    String[] parts = range.split("/", -1);
    Optional<Ip> base = parse(parts[0]);
    Optional<Ip> other = parse(address);
    if (base.isEmpty() || other.isEmpty() || parts.length > 2) {
      return false;
    }
    Ip ip = base.get();
    Optional<Integer> prefix =
        parts.length == 1 ? Optional.of(ip.bits) : decimal(parts[1], ip.bits);
    return ip.bits == other.get().bits
        && prefix.isPresent()
        && ip.network(prefix.get()).equals(other.get().network(prefix.get()));
  }

  private BigInteger network(int prefix) {
    return number.shiftRight(bits - prefix);
  }

  private static Optional<Ip> parse(String text) {
    return text.contains(":") ? v6(text) : v4(text).map(number -> new Ip(32, number));
  }

  private static Optional<BigInteger> v4(String text) {
    String[] parts = text.split("\\.", -1);
    BigInteger number = BigInteger.ZERO;
    for (String part : parts) {
      Optional<Integer> octet = decimal(part, 255);
      if (octet.isEmpty() || parts.length != 4) {
        return Optional.empty();
      }
      number = number.shiftLeft(8).add(BigInteger.valueOf(octet.get()));
    }
    return Optional.of(number);
  }

  private static Optional<Integer> decimal(String text, int most) {
    boolean number = text.matches("0|[1-9][0-9]{0,2}") && Integer.parseInt(text) <= most;
    return number ? Optional.of(Integer.parseInt(text)) : Optional.empty();
  }

  /** RFC 4291, 2.2: eight groups; one run of zero groups may be {@code ::}; IPv4 at the end. */
  private static Optional<Ip> v6(String text) {
    int gap = text.indexOf("::");
    if (gap < 0) {
      return groups(text).filter(all -> all.size() == 8).map(Ip::of);
    }
    Optional<List<Integer>> left = groups(text.substring(0, gap));
    Optional<List<Integer>> right = groups(text.substring(gap + 2));
    if (left.isEmpty() || right.isEmpty() || left.get().size() + right.get().size() > 7) {
      return Optional.empty();
    }
    List<Integer> all = new ArrayList<>(left.get());
    while (all.size() + right.get().size() < 8) {
      all.add(0);
    }
    all.addAll(right.get());
    return Optional.of(of(all));
  }

  private static Ip of(List<Integer> groups) {
    BigInteger number = BigInteger.ZERO;
    for (int group : groups) {
      number = number.shiftLeft(16).add(BigInteger.valueOf(group));
    }
    return new Ip(128, number);
  }

  private static Optional<List<Integer>> groups(String text) {
    List<Integer> groups = new ArrayList<>();
    if (text.isEmpty()) {
      return Optional.of(groups);
    }
    String[] parts = text.split(":", -1);
    for (int i = 0; i < parts.length; i++) {
      if (i == parts.length - 1 && parts[i].contains(".")) {
        Optional<BigInteger> last = v4(parts[i]);
        if (last.isEmpty()) {
          return Optional.empty();
        }
        groups.add(last.get().intValue() >>> 16);
        groups.add(last.get().intValue() & 0xffff);
      } else if (parts[i].matches("[0-9a-fA-F]{1,4}")) {
        groups.add(Integer.parseInt(parts[i], 16));
      } else {
        return Optional.empty();
      }
    }
    return Optional.of(groups);
  }
}
