package awsleuth.core.read;

/** URLs in text. */
final class Urls {

  private Urls() {}

  /** The host of a URL, without port. */
  static String host(String url) {
    int start = url.indexOf("://");
    int i = start < 0 ? 0 : start + 3;
    int from = i;
    while (i < url.length() && "/?#:".indexOf(url.charAt(i)) < 0) {
      i++;
    }
    return url.substring(from, i);
  }

  /** The end of the URL that a text begins with. */
  static int end(String text) {
    int i = 0;
    while (i < text.length() && isPart(text.charAt(i))) {
      i++;
    }
    while (i > 0 && (text.charAt(i - 1) == '.' || text.charAt(i - 1) == ',')) {
      i--;
    }
    return i;
  }

  private static boolean isPart(char c) {
    return c > ' ' && !Quotes.isQuote(c) && c != ')' && c != ',' && c != ';' && c != '\\';
  }
}
