package awsleuth.boto.endpoint;

import java.util.regex.Pattern;

/** Addresses of IP version 6 as RFC 3986 writes them, and RFC 6874 their zones. */
final class Ipv6 {

  private static final String HEX = "[0-9A-Fa-f]{1,4}";
  private static final String LAST = "(?:" + HEX + ":" + HEX + "|(?:[0-9]{1,3}\\.){3}[0-9]{1,3})";
  private static final String ZONE = "(?:%25|%)(?:[A-Za-z0-9._!\\-~]|%[a-fA-F0-9]{2})+";
  private static final Pattern ADDRESS = Pattern.compile("(?:" + forms() + ")(?:" + ZONE + ")?");

  private Ipv6() {}

  private static String forms() {
    String before = "(?:(?:" + HEX + ":){0,%d}" + HEX + ")?::";
    return String.join(
        "|",
        "(?:" + HEX + ":){6}" + LAST,
        "::(?:" + HEX + ":){5}" + LAST,
        "(?:" + HEX + ")?::(?:" + HEX + ":){4}" + LAST,
        before.formatted(1) + "(?:" + HEX + ":){3}" + LAST,
        before.formatted(2) + "(?:" + HEX + ":){2}" + LAST,
        before.formatted(3) + HEX + ":" + LAST,
        before.formatted(4) + LAST,
        before.formatted(5) + HEX,
        before.formatted(6));
  }

  /** Whether a text, without brackets, is an address, with a zone or without. */
  static boolean isAddress(String text) {
    return text.length() < 200 && ADDRESS.matcher(text).matches();
  }
}
