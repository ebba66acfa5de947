package awsleuth.core.read.text;

import awsleuth.core.secret.Secrets;

/** URLs in text. */
public final class Urls {

  private Urls() {}

  /** The host of a URL, without user and port. */
  public static String host(String url) {
    int from = hostStart(url);
    int i = from;
    while (i < url.length() && "/?#:".indexOf(url.charAt(i)) < 0) {
      i++;
    }
    return url.substring(from, i);
  }

  /** A URL without the user and password before its host. */
  public static String withoutUser(String url) {
    int start = url.indexOf("://");
    return start < 0 ? url : url.substring(0, start + 3) + url.substring(hostStart(url));
  }

  private static int hostStart(String url) {
    int start = url.indexOf("://");
    int from = start < 0 ? 0 : start + 3;
    int end = from;
    while (end < url.length() && "/?#".indexOf(url.charAt(end)) < 0) {
      end++;
    }
    int user = url.substring(from, end).lastIndexOf('@');
    return user < 0 ? from : from + user + 1;
  }

  /** The end of the URL that a text begins with; what stands for a secret is of it. */
  public static int end(String text) {
    int i = 0;
    while (i < text.length()) {
      if (text.startsWith(Secrets.MASK, i)) {
        i += Secrets.MASK.length();
      } else if (isPart(text.charAt(i))) {
        i++;
      } else {
        break;
      }
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
