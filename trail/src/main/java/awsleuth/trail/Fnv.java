package awsleuth.trail;

import java.nio.charset.StandardCharsets;

/** The hash FNV-1a of Fowler, Noll and Vo, of 64 bits: the same on every machine. */
public final class Fnv {

  private Fnv() {}

  /** Of a text's UTF-8. */
  public static long hash(String text) {
    long hash = 0xcbf29ce484222325L;
    for (byte b : text.getBytes(StandardCharsets.UTF_8)) {
      hash = (hash ^ (b & 0xff)) * 0x100000001b3L;
    }
    return hash;
  }
}
