package awsleuth.app.verify;

/**
 * What running the proof of a fix again shows.
 *
 * @param shown what of it
 * @param words the same in one line
 */
record ProofNow(Shown shown, String words) {

  /** What running a proof again can show. */
  enum Shown {
    /** The files are as they were, and the fix does what it did. */
    SAME,
    /** The fix is in the files: the request is allowed, and what was to stay as it was is so. */
    DONE,
    /** The request is allowed only where something holds that is not known. */
    DEPENDS,
    /** The request is allowed, and with it something that had to stay denied, or no more be. */
    TOO_MUCH,
    /** The request is not allowed. */
    NOT_DONE,
    /** It cannot be decided again. */
    OPEN
  }

  /** Whether the files allow the request, whatever is not known. */
  boolean isAllowed() {
    return shown == Shown.DONE || shown == Shown.TOO_MUCH;
  }
}
