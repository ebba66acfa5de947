package awsleuth.core.cause;

import awsleuth.core.evidence.Source;
import awsleuth.core.fact.Need;
import java.util.List;

/** What a cause says of a failed call. */
public sealed interface Outcome {

  /** The kinds of outcomes in the order of ranking. */
  enum Certainty {
    CONFIRMED,
    POSSIBLE,
    RULED_OUT,
    CRASHED
  }

  /** Its kind. */
  Certainty certainty();

  /** How exactly the cause accounts for what was seen; the least where it claims nothing. */
  Finding.Specificity specificity();

  /** The evidence proves it. */
  record Confirmed(Finding finding) implements Outcome {

    @Override
    public Certainty certainty() {
      return Certainty.CONFIRMED;
    }

    @Override
    public Finding.Specificity specificity() {
      return finding.specificity();
    }
  }

  /**
   * The evidence fits, but does not prove it.
   *
   * @param missing what would settle it, at least one
   */
  record Possible(Finding finding, List<Need> missing) implements Outcome {
    public Possible {
      if (missing.isEmpty()) {
        throw new IllegalArgumentException("a possible cause names what would settle it");
      }
    }

    @Override
    public Certainty certainty() {
      return Certainty.POSSIBLE;
    }

    @Override
    public Finding.Specificity specificity() {
      return finding.specificity();
    }
  }

  /**
   * The evidence speaks against it, or nothing speaks for it.
   *
   * @param because the evidence against it; empty where nothing speaks for it
   */
  record RuledOut(String reason, List<Source> because) implements Outcome {

    @Override
    public Certainty certainty() {
      return Certainty.RULED_OUT;
    }

    @Override
    public Finding.Specificity specificity() {
      return Finding.Specificity.KIND;
    }
  }

  /** The cause threw; made by the engine alone. */
  record Crashed(String error) implements Outcome {

    @Override
    public Certainty certainty() {
      return Certainty.CRASHED;
    }

    @Override
    public Finding.Specificity specificity() {
      return Finding.Specificity.KIND;
    }
  }

  /** Ruled out since nothing in the evidence speaks for the cause. */
  RuledOut NOT_SEEN = new RuledOut("nothing seen that this cause would explain", List.of());

  /** Confirmed by a finding. */
  static Outcome confirmed(Finding finding) {
    return new Confirmed(finding);
  }

  /** Possible, with what would settle it as pairs of (what, how). */
  static Outcome possible(Finding finding, String what, String how) {
    return new Possible(finding, List.of(new Need(what, how)));
  }

  /** Ruled out by evidence. */
  static Outcome ruledOut(String reason, Source... because) {
    return new RuledOut(reason, List.of(because));
  }
}
