package awsleuth.core.read.text;

import awsleuth.core.secret.Secrets;

/** Text as it may be kept and shown. */
public final class Harmless {

  private Harmless() {}

  /** The text without secrets and without what a terminal would obey. */
  public static String of(String text) {
    String plain = Terminal.plain(text);
    // What is taken away may part a secret from the letters before it, or within it.
    return Secrets.mask(plain.equals(text) ? plain : Terminal.plain(Secrets.mask(text)));
  }
}
