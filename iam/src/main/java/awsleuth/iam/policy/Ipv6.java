package awsleuth.iam.policy;

import java.util.Optional;

/** Reads IPv6 addresses in every textual form of RFC 4291, section 2.2. */
final class Ipv6 {

  private static final int GROUPS = 8;

  private final String text;
  private final int[] groups = new int[GROUPS];
  private int count;
  private int gap = -1;

  private Ipv6(String text) {
    this.text = text;
  }

  static Optional<IpRange> parse(String text, int prefix) {
    Ipv6 address = new Ipv6(text);
    if (!address.read()) {
      return Optional.empty();
    }
    return Optional.of(new IpRange(true, address.word(0), address.word(4), prefix));
  }

  private boolean read() {
    int at = 0;
    if (text.startsWith("::")) {
      gap = 0;
      at = 2;
    }
    while (at < text.length()) {
      int colon = text.indexOf(':', at);
      int end = colon < 0 ? text.length() : colon;
      if (!group(at, end)) {
        return false;
      }
      if (colon < 0) {
        break;
      }
      at = colon + 1;
      if (at < text.length() && text.charAt(at) == ':') {
        if (gap >= 0) {
          return false;
        }
        gap = count;
        at++;
      } else if (at == text.length()) {
        return false;
      }
    }
    return gap >= 0 ? count < GROUPS && spread() : count == GROUPS;
  }

  private boolean group(int from, int to) {
    if (text.indexOf('.', from) >= 0 && to == text.length()) {
      long tail = IpRange.ipv4(text, from, to);
      return tail >= 0 && add((int) (tail >> 16)) && add((int) (tail & 0xFFFF));
    }
    if (from >= to || to - from > 4) {
      return false;
    }
    int value = 0;
    for (int i = from; i < to; i++) {
      int digit = Character.digit(text.charAt(i), 16);
      if (digit < 0 || text.charAt(i) > 'f') {
        return false;
      }
      value = value << 4 | digit;
    }
    return add(value);
  }

  private boolean add(int value) {
    if (count == GROUPS) {
      return false;
    }
    groups[count++] = value;
    return true;
  }

  /** Moves what follows {@code ::} to the end. */
  private boolean spread() {
    int behind = count - gap;
    for (int i = 1; i <= behind; i++) {
      groups[GROUPS - i] = groups[count - i];
    }
    for (int i = gap; i < GROUPS - behind; i++) {
      groups[i] = 0;
    }
    return true;
  }

  private long word(int from) {
    return (long) groups[from] << 48
        | (long) groups[from + 1] << 32
        | (long) groups[from + 2] << 16
        | groups[from + 3];
  }
}
