package awsleuth.core.conflict;

import awsleuth.core.fact.Facts;
import java.util.List;

/** One way in which pieces of evidence may contradict each other. */
public interface Contradiction {

  /** The conflicts of this kind around a failed call, in the order of their sources. */
  List<Conflict> in(Facts facts);
}
