package awsleuth.core.read.text;

import awsleuth.core.secret.Secrets;

/** Text as it may be kept and shown. */
public final class Harmless {

  private Harmless() {}

  /** The text without secrets and without what a terminal would obey. */
  public static String of(String text) {
    return Secrets.mask(Terminal.plain(text));
  }
}
