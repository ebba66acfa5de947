package awsleuth.app.verify;

/**
 * What became of one cause.
 *
 * @param id of the cause
 * @param state what fresh evidence says
 * @param why in one line
 * @param next what would tell more; empty where nothing is needed
 * @param instead the code of another failure that the call has now; empty where it has none
 */
record Verified(String id, State state, String why, String next, String instead) {

  Verified(String id, State state, String why, String next) {
    this(id, state, why, next, "");
  }

  /** The same of a call that fails otherwise now. */
  Verified instead(String code) {
    return new Verified(id, state, "the call fails with " + code + " now", next, code);
  }

  /** What fresh evidence says of a cause. */
  enum State {
    /** The fix works. */
    RULED_OUT("ruled out"),
    /** It does not. */
    STILL_THERE("still there"),
    /** The evidence does not tell. */
    UNKNOWN("unknown");

    private final String words;

    State(String words) {
      this.words = words;
    }

    String words() {
      return words;
    }
  }
}
