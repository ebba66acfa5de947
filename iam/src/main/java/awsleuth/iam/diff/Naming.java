package awsleuth.iam.diff;

import awsleuth.iam.match.Grant;
import java.util.List;

/**
 * How statements name some principals.
 *
 * @param caller the principals
 * @param least how strongly each statement surely names them, by its number; a denying one not at
 *     all or directly
 * @param most how strongly it may name them, where not everything is known
 */
record Naming(Caller caller, List<Grant> least, List<Grant> most) {

  boolean isOpen(int term) {
    return least.get(term) != most.get(term);
  }
}
