package awsleuth.app.verify;

/**
 * What running the proof of a fix again shows.
 *
 * @param shown what of it
 * @param isAllowed whether the files allow the request, whatever is not known
 * @param words the same in one line
 */
record ProofNow(Shown shown, boolean isAllowed, String words) {

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
    /** It held for certain, and what it comes to now depends on keys that it does not tell. */
    UNCERTAIN,
    /** The request is not allowed. */
    NOT_DONE,
    /** It cannot be decided again. */
    OPEN
  }

  /** One that does not show that the files allow the request. */
  static ProofNow of(Shown shown, String words) {
    return new ProofNow(shown, false, words);
  }
}
