package awsleuth.iam.repair;

import awsleuth.iam.Layer;
import awsleuth.iam.policy.Policy;
import java.util.List;
import java.util.Optional;

/**
 * A change of one policy document, or a new one where none is attached.
 *
 * @param layer the type of policy
 * @param level which level of an organization, 0 for the root; 0 in all other layers
 * @param policy the document that is changed; empty where one is added
 * @param edits the changes of its text; one insertion of the whole for a new document
 * @param title what the change does, starting with a verb
 * @param reach how far it reaches beside what neighbouring requests tell
 */
public record PolicyChange(
    Layer layer,
    int level,
    Optional<Policy> policy,
    List<TextEdit> edits,
    String title,
    Reach reach) {

  /** How far a change reaches. */
  public enum Reach {
    /** It mends a slip, so that the policy does what it surely means. */
    MEANT,
    /** To one network more of a statement that is for networks; it guards as before. */
    NETWORK,
    /** As far as neighbouring requests tell. */
    NEIGHBOURS,
    /** To actions of all services. */
    ALL_SERVICES
  }

  PolicyChange(
      Layer layer, int level, Optional<Policy> policy, List<TextEdit> edits, String title) {
    this(layer, level, policy, edits, title, Reach.NEIGHBOURS);
  }

  /** The whole text after the change. */
  public String after() {
    return TextEdit.apply(policy.map(Policy::text).orElse(""), edits);
  }

  /** Whether two changes are of one file. */
  boolean isOfFile(Policy other) {
    return policy.filter(p -> isSameFile(p, other)).isPresent();
  }

  /**
   * Whether two documents stand in one file, as the same file given as two kinds of policy does.
   */
  static boolean isSameFile(Policy one, Policy other) {
    return one.name().equals(other.name()) && one.text().equals(other.text());
  }

  /**
   * The change as a unified diff; a new document as a whole. Where changed lines are too long to be
   * read, the diff is of the document laid out anew, and its first line, from a {@code #} on, says
   * so; {@link #after} keeps the layout always. A document that its file has as a string is laid
   * out too.
   */
  public String diff() {
    return policy.map(p -> diff(p, after())).orElseGet(this::after);
  }

  private static String diff(Policy policy, String after) {
    return policy.isInString()
        ? Diff.ofString(policy.name(), policy.at().line(), policy.text(), after)
        : Diff.readable(policy.name(), policy.text(), after);
  }
}
