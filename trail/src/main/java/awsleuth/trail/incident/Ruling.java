package awsleuth.trail.incident;

import java.util.List;

/**
 * How sure it is, and why.
 *
 * @param why sentences
 * @param missing what would settle it; empty where it is settled
 * @param blind whether nothing is known of what the change made of the call
 */
record Ruling(Certainty certainty, List<String> why, String missing, boolean blind) {

  Ruling(Certainty certainty, List<String> why, String missing) {
    this(certainty, why, missing, false);
  }

  static Ruling confirmed(List<String> why) {
    return new Ruling(Certainty.CONFIRMED, List.copyOf(why), "");
  }

  static Ruling possible(String why, String missing) {
    return new Ruling(Certainty.POSSIBLE, List.of(why), missing);
  }

  /** Likewise, where it is not known what the change made of the call. */
  static Ruling blind(List<String> why, String missing) {
    return new Ruling(Certainty.POSSIBLE, List.copyOf(why), missing, true);
  }

  static Ruling remote(String why) {
    return new Ruling(Certainty.REMOTE, List.of(why), "");
  }

  static Ruling ruledOut(String why) {
    return new Ruling(Certainty.RULED_OUT, List.of(why), "");
  }
}
