package awsleuth.core.evidence;

import java.util.List;

/**
 * What IAM's policy simulator said of one action: an element of {@code EvaluationResults} as {@code
 * aws iam simulate-principal-policy} and {@code simulate-custom-policy} print them.
 *
 * @param action {@code EvalActionName}, such as {@code s3:GetObject}
 * @param resource {@code EvalResourceName}: an ARN, or {@code *} where none was asked for
 * @param decision {@code EvalDecision}
 * @param matched the {@code SourcePolicyType} of each statement that decided; empty for an implicit
 *     deny that no statement matched
 * @param policies the {@code SourcePolicyId} of each of these statements; empty where none is named
 * @param missing {@code MissingContextValues}: the condition keys that the simulation was not told
 * @param isOutsideBoundary whether the permissions boundary does not allow it
 * @param isOutsideOrganizations whether the policies of AWS Organizations do not allow it
 * @param source the line where the element begins
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/APIReference/API_EvaluationResult.html">IAM
 *     API reference, EvaluationResult</a>
 */
public record SimulatedDecision(
    String action,
    String resource,
    Decision decision,
    List<String> matched,
    List<String> policies,
    List<String> missing,
    boolean isOutsideBoundary,
    boolean isOutsideOrganizations,
    Source source)
    implements Evidence {

  /** Whether the simulation would have needed condition keys that it was not told. */
  public boolean isMissingContext() {
    return !missing.isEmpty();
  }

  /** The simulator's decision. */
  public enum Decision {
    ALLOWED,
    EXPLICIT_DENY,
    IMPLICIT_DENY
  }
}
