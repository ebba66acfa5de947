package awsleuth.app.trail;

import awsleuth.app.input.InputException;

/** Questions that begin anew when they were interrupted. */
final class NoResuming {

  private NoResuming() {}

  static void check(Asking asking, String verb) throws InputException {
    if (asking.state().isPresent()) {
      throw new InputException("--resume is for trail failures and request, not for " + verb);
    }
  }
}
