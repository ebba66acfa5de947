package awsleuth.trail.incident;

import java.util.List;

/**
 * How many changes have to do with the calls and are not told one by one.
 *
 * @param possible how many may be why as well as those that are told
 * @param remote how many have to do with the calls, though nothing shows that they could refuse
 *     them
 * @param ruledOut how many are shown not to be why
 */
public record Others(long possible, long remote, long ruledOut) {

  static final Others NONE = new Others(0, 0, 0);

  /** The same and so many more that were not decided on: they may be why. */
  Others and(long open) {
    return new Others(possible + open, remote, ruledOut);
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
    return new Others(possible - told.size(), remote, ruledOut);
  }
}
