package awsleuth.core.read.text;

/** Quotes that a web page writes as entities, as in the name of a resource in a denial. */
public final class Entities {

  private static final String[] QUOTES = {"&quot;", "&#34;", "&#39;", "&#x27;", "&apos;"};
  private static final String[] PLAIN = {"\"", "\"", "'", "'", "'"};

  private Entities() {}

  /** A line with its quotes as they are meant; other entities stay, since they may be XML. */
  public static String quotes(String line) {
    if (line.indexOf('&') < 0) {
      return line;
    }
    String text = line;
    for (int i = 0; i < QUOTES.length; i++) {
      text = text.replace(QUOTES[i], PLAIN[i]);
    }
    return text;
  }
}
