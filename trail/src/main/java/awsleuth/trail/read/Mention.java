package awsleuth.trail.read;

import java.nio.charset.StandardCharsets;
import java.util.List;

/** Tells of an object that is no event whether one is within it, in whatever form. */
final class Mention {

  /**
   * What events have ("CloudTrail record contents"), and other services' notifications have not.
   */
  private static final List<byte[]> NAMES =
      List.of(
          name("eventSource"),
          name("eventName"),
          name("eventID"),
          name("userIdentity"),
          name("sourceIPAddress"));

  /** Events of what is unusual tell of no call. */
  private static final byte[] INSIGHT = name("insightDetails");

  private Mention() {}

  private static byte[] name(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }

  /** Whether some bytes have all names of an event's members. */
  static boolean of(byte[] b, int from, int to) {
    return NAMES.stream().allMatch(name -> has(b, from, to, name)) && !has(b, from, to, INSIGHT);
  }

  private static boolean has(byte[] b, int from, int to, byte[] name) {
    for (int at = from; at + name.length <= to; at++) {
      if (b[at] == name[0] && isAt(b, at, name)) {
        return true;
      }
    }
    return false;
  }

  private static boolean isAt(byte[] b, int at, byte[] name) {
    for (int i = 1; i < name.length; i++) {
      if (b[at + i] != name[i]) {
        return false;
      }
    }
    return true;
  }
}
