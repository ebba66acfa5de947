package awsleuth.app.input;

import awsleuth.aws.AwsCatalog;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Tells which part of a host name is the user's own. */
final class Hosts {

  private static final List<String> AWS =
      List.of(".amazonaws.com", ".amazonaws.com.cn", ".api.aws", ".aws.amazon.com", ".on.aws");
  private static final Set<String> PUBLIC =
      Set.of("aws.amazon.com", "github.com", "readthedocs.io", "no-color.org", "localhost");
  private static final Set<String> ENDINGS =
      Set.of(
          "com",
          "net",
          "org",
          "io",
          "dev",
          "app",
          "cloud",
          "internal",
          "intern",
          "local",
          "corp",
          "lan",
          "home",
          "example",
          "test",
          "eu",
          "de",
          "at",
          "ch",
          "fr",
          "it",
          "es",
          "nl",
          "be",
          "uk",
          "ie",
          "se",
          "no",
          "dk",
          "fi",
          "pl",
          "us",
          "ca",
          "au",
          "jp",
          "in",
          "br",
          "co");

  private final AwsCatalog catalog;

  Hosts(AwsCatalog catalog) {
    this.catalog = catalog;
  }

  /**
   * How many characters at the beginning of a word are the user's own: all of a host that is not
   * AWS's, the labels before AWS's own of one that is (a bucket, a database), 0 for what is no
   * host.
   *
   * @param certain whether the word is known to be a host, as after {@code ://}
   */
  int ownLabels(String word, boolean certain) {
    String host = word.toLowerCase(Locale.ROOT);
    if (host.indexOf('.') <= 0) {
      return certain && !PUBLIC.contains(host) ? word.length() : 0;
    }
    for (String suffix : AWS) {
      if (host.endsWith(suffix)) {
        return beforeAws(host, host.length() - suffix.length());
      }
    }
    boolean known = PUBLIC.stream().anyMatch(p -> host.equals(p) || host.endsWith("." + p));
    return !known && (certain || isHost(host)) ? word.length() : 0;
  }

  /** The labels before the service's or the Region's. */
  private int beforeAws(String host, int suffix) {
    int own = 0;
    for (int start = 0; start < suffix; start = host.indexOf('.', start) + 1) {
      String label = host.substring(start, host.indexOf('.', start));
      boolean aws =
          catalog.region(label).isPresent()
              || catalog.serviceOfId(label).isPresent()
              || (label.startsWith("s3") && label.contains("-"));
      boolean endpoint =
          catalog.host(host.substring(start)).filter(h -> !h.services().isEmpty()).isPresent();
      if (aws && (endpoint || start > 0)) {
        return start;
      }
      own = start;
    }
    return own;
  }

  /** Labels of which the last is a top-level domain rather than a file's ending. */
  private static boolean isHost(String word) {
    List<String> labels = List.of(word.split("\\.", -1));
    return labels.size() > 1 && ENDINGS.contains(labels.getLast()) && !labels.contains("");
  }

  /** An IPv4 address, but for the loopback's and the link's own. */
  static boolean isAddress(String word) {
    String[] parts = word.split("\\.", -1);
    boolean address = parts.length == 4;
    for (int i = 0; address && i < 4; i++) {
      int length = parts[i].length();
      address = length > 0 && length < 4 && parts[i].chars().allMatch(c -> c >= '0' && c <= '9');
    }
    return address
        && !word.startsWith("127.")
        && !word.startsWith("169.254.")
        && !word.startsWith("0.");
  }
}
