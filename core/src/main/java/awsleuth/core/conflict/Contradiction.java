package awsleuth.core.conflict;

import awsleuth.core.fact.Facts;
import java.util.List;

/** One way in which pieces of evidence may contradict each other. */
public interface Contradiction {

  /** The conflicts of this kind around a failed call, in the order of their sources. */
  List<Conflict> in(Facts facts);

  /** All that are looked for, but for those that need the causes' own decisions. */
  static List<Contradiction> all() {
    return List.of(
        new RegionDiffers(),
        new PrincipalDiffers(),
        new CodeDiffers(),
        new KeyDiffers(),
        new AccountDiffers(),
        new ClockDiffers(),
        new PolicyTwice(),
        new PolicyBesideTrail(),
        new ManifestDiffers());
  }
}
