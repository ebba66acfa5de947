package awsleuth.core.scan;

import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Locale;

/** Run by hand: how fast a file is searched, first from a cold start. */
final class ScanSpeed {

  private ScanSpeed() {}

  public static void main(String[] arguments) throws IOException {
    int rounds = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 1;
    for (int i = 0; i < rounds; i++) {
      long begin = System.nanoTime();
      try (InputStream file = new FileInputStream(arguments[0])) {
        Summary s = Stretches.find(file::read, _ -> {});
        double seconds = (System.nanoTime() - begin) / 1e9;
        System.out.println(
            String.format(Locale.ROOT, "%.3f s %.2f GB/s ", seconds, s.bytes() / seconds / 1e9)
                + s);
      }
    }
  }
}
