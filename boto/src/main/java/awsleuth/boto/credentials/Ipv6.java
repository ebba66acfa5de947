package awsleuth.boto.credentials;

import java.util.regex.Pattern;

/** IPv6 addresses, perhaps with a zone. */
final class Ipv6 {

  private static final Pattern CHARACTERS = Pattern.compile("[0-9a-f:.]{2,45}(%[0-9a-z._!~-]+)?");
  private static final Pattern GROUP = Pattern.compile("[0-9a-f]{1,4}");
  private static final Pattern V4 = Pattern.compile("([0-9]{1,3}\\.){3}[0-9]{1,3}");

  private Ipv6() {}

  static boolean matches(String host) {
    if (!CHARACTERS.matcher(host).matches()) {
      return false;
    }
    String address = host.contains("%") ? host.substring(0, host.indexOf('%')) : host;
    int gap = address.indexOf("::");
    if (gap < 0) {
      return groups(address) == 8;
    }
    int before = gap == 0 ? 0 : groups(address.substring(0, gap));
    String rest = address.substring(gap + 2);
    int after = rest.isEmpty() ? 0 : groups(rest);
    return before >= 0
        && after >= 0
        && before + after <= 7
        && !address.substring(0, gap).contains(".");
  }

  /** How many groups of 16 bits; less than none if it is not made of them. */
  private static int groups(String part) {
    String[] groups = part.split(":", -1);
    int count = 0;
    for (int i = 0; i < groups.length; i++) {
      boolean last = i == groups.length - 1;
      if (GROUP.matcher(groups[i]).matches()) {
        count++;
      } else if (last && V4.matcher(groups[i]).matches()) {
        count += 2;
      } else {
        return -100;
      }
    }
    return count;
  }
}
