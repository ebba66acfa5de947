package awsleuth.trail.read;

import java.io.IOException;

/** Packed data is damaged, ends too early or unpacks to too much; what came before it is good. */
final class Unpacking extends IOException {

  private static final long serialVersionUID = 1;

  /** With what is wrong, as it follows the file's name. */
  Unpacking(String what) {
    super(what);
  }
}
