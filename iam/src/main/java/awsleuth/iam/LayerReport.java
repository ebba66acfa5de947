package awsleuth.iam;

import java.util.List;
import java.util.Optional;

/**
 * What one type of policy says, or one level of an organization.
 *
 * @param layer the type
 * @param level which level of the organization, 0 for the root; 0 in all other layers
 * @param id the level's name; empty in all other layers
 * @param outcome what it says
 * @param statements all its statements in order
 */
public record LayerReport(
    Layer layer, int level, String id, Outcome outcome, List<StatementReport> statements) {

  /** The allowing statement that misses by least; empty where none is about the service. */
  public Optional<StatementReport> nearest() {
    return Nearness.nearest(this);
  }

  /** What a layer says. */
  public enum Outcome {
    /** A statement allows, and none denies. */
    ALLOWS,
    /** No statement allows or denies. */
    SILENT,
    /** A statement denies. */
    DENIES,
    /** It depends on what is not known. */
    UNKNOWN,
    /** No such policy is attached. */
    NONE_ATTACHED,
    /** Policies of this type do not limit this principal, action or resource. */
    NOT_APPLICABLE
  }
}
