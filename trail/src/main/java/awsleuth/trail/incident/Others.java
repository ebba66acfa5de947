package awsleuth.trail.incident;

import java.util.List;

/**
 * How many changes have to do with the calls and are not told one by one.
 *
 * @param possible how many may be why as well as those that are told
 * @param remote how many have to do with the calls, though nothing shows that they could refuse
 *     them
 * @param ruledOut how many are shown not to be why
 * @param undecided how many were not decided on, since there are too many: they may be why too
 * @param whole whether all that came after the last success were looked for and kept, decided on or
 *     not; where no success is known, all of the archive
 */
public record Others(long possible, long remote, long ruledOut, long undecided, boolean whole) {

  static final Others NONE = new Others(0, 0, 0, 0, true);

  /** The same and so many more that were not decided on. */
  Others and(long more, boolean kept) {
    return new Others(possible, remote, ruledOut, undecided + more, whole && kept);
  }

  /** Whether no change that may be why was left out of sight. */
  public boolean areAll() {
    return undecided == 0 && whole;
  }

  /** Those of all that are not among the ones told. */
  static Others of(List<Suspect> all, List<Suspect> told) {
    long possible = 0;
    long remote = 0;
    long ruledOut = 0;
    for (Suspect s : all) {
      switch (s.certainty()) {
        case CONFIRMED, POSSIBLE -> possible++;
        case REMOTE -> remote++;
        case RULED_OUT -> ruledOut++;
      }
    }
    return new Others(possible - told.size(), remote, ruledOut, 0, true);
  }
}
