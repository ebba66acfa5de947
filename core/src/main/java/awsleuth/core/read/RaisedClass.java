package awsleuth.core.read;

import awsleuth.core.read.text.ClassNames;
import awsleuth.core.read.text.Flat;
import awsleuth.core.read.text.Quotes;

/** Tells the class of an exception that a text prints from one that a text only names. */
final class RaisedClass {

  /** How much of a line before a class is looked at. */
  private static final int LEAD = 200;

  private RaisedClass() {}

  /** Whether a class name is where an exception is printed, not where code names it. */
  static boolean is(Flat flat, String dotted, int end) {
    char after = flat.text.charAt(end);
    int start = end - dotted.length();
    String lead = flat.lead(start, LEAD);
    String word = lead.stripTrailing();
    if (word.endsWith("raise") || word.endsWith("except") || word.endsWith("import")) {
      return false;
    }
    String simple = ClassNames.simple(dotted);
    boolean ours = dotted.length() > simple.length();
    if (ours && !dotted.startsWith("boto") && !dotted.startsWith("s3transfer")) {
      return dotted.startsWith("aiobotocore");
    }
    if (after == '\'' || after == '\n') {
      return after == '\n'
          ? (ours && lead.isBlank() && lead.length() < 4) || isPytestPlace(lead)
          : lead.endsWith("<class '");
    }
    if (!ours && isElsewhere(simple)) {
      return false;
    }
    char next = flat.text.charAt(Math.min(end + 1, flat.text.length() - 1));
    return after == ':' || next == '<' || Quotes.isQuote(next);
  }

  /** Whether a lead is pytest's {@code path/auth.py:373: }, after which the class stands alone. */
  private static boolean isPytestPlace(String lead) {
    int end = lead.length() - 2;
    int i = lead.endsWith(": ") ? end - 1 : -1;
    while (i > 0 && Character.isDigit(lead.charAt(i))) {
      i--;
    }
    return i > 3 && i < end - 1 && lead.startsWith(".py:", i - 3);
  }

  /** Names that other libraries use too; without a module they need botocore's own words. */
  private static boolean isElsewhere(String simple) {
    return simple.equals("ConnectionError")
        || simple.equals("ValidationError")
        || simple.equals("SSLError")
        || simple.equals("RangeError")
        || simple.equals("ParserError")
        || simple.equals("ChecksumMismatch");
  }
}
