package awsleuth.core.scan;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Makes small texts that are as awkward as logs can be. */
final class RandomText {

  private static final String[] PIECES = {
    "\n",
    "\n",
    "\n",
    "\n\n",
    "\r\n",
    "  ",
    "\t",
    " File \"x\"",
    "Traceback (most",
    "^^^",
    "INFO ok",
    "word",
    "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa",
    "\0\0",
    "é│",
    "During handling of",
    "|"
  };

  private RandomText() {}

  static List<byte[]> anchors(Random random) {
    List<byte[]> anchors = new ArrayList<>();
    int shortest = 4 + random.nextInt(7);
    int count = 1 + random.nextInt(20);
    for (int i = 0; i < count; i++) {
      byte[] a = new byte[shortest + random.nextInt(12)];
      for (int k = 0; k < a.length; k++) {
        a[k] = (byte) ('a' + random.nextInt(3));
      }
      anchors.add(a);
    }
    return anchors;
  }

  static byte[] text(Random random, List<byte[]> anchors) {
    StringBuilder text = new StringBuilder();
    int pieces = random.nextInt(random.nextInt(20) == 0 ? 6000 : 300);
    int rarity = 2 + random.nextInt(100);
    for (int i = 0; i < pieces; i++) {
      text.append(
          random.nextInt(rarity) == 0
              ? new String(anchors.get(random.nextInt(anchors.size())), StandardCharsets.UTF_8)
              : PIECES[random.nextInt(PIECES.length)]);
    }
    return text.toString().getBytes(StandardCharsets.UTF_8);
  }
}
