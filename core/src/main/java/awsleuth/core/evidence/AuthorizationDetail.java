package awsleuth.core.evidence;

import java.util.List;
import java.util.Map;

/**
 * What AWS keeps of one decision about a refused request: an encoded authorization message, decoded
 * by {@code aws sts decode-authorization-message}, or an element of {@code evaluations} as {@code
 * GetRequestAuthorizationDetails} gives them.
 *
 * @param effect what was decided
 * @param principal the caller's ARN; empty where it is not told
 * @param action the IAM action; may lack the service's prefix
 * @param resource the resource's ARN; empty where it is not told
 * @param context the condition keys of the request with their values
 * @param matched the statements that decided; none for an implicit deny
 * @param source the line where the decision begins
 * @see <a
 *     href="https://docs.aws.amazon.com/STS/latest/APIReference/API_DecodeAuthorizationMessage.html">DecodeAuthorizationMessage</a>
 * @see <a
 *     href="https://docs.aws.amazon.com/iam-toolbox/latest/APIReference/API_Evaluation.html">Evaluation</a>
 */
public record AuthorizationDetail(
    Effect effect,
    String principal,
    String action,
    String resource,
    Map<String, ContextEntry> context,
    List<MatchedStatement> matched,
    Source source)
    implements Evidence {

  /** What was decided. */
  public enum Effect {
    ALLOW,
    EXPLICIT_DENY,
    IMPLICIT_DENY
  }

  /**
   * A condition key of the request.
   *
   * @param values one, or those of a key that has several
   * @param source where the key stands
   */
  public record ContextEntry(List<String> values, Source source) {}

  /**
   * A statement that decided.
   *
   * @param sid its Sid; empty where it has none
   * @param policyType the type of its policy; UNKNOWN where it is not told
   * @param policy the ARN or another name of its policy; empty where it is not told
   * @param source where it stands
   */
  public record MatchedStatement(
      String sid, PolicyDocument.Type policyType, String policy, Source source) {}
}
