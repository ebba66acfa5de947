package awsleuth.core.cause.permissions;

import awsleuth.core.fact.Facts;
import java.util.Optional;

/**
 * The request that AWS refused for want of permission, for those who look for more evidence. A text
 * is empty where the evidence does not tell.
 *
 * @param principal the caller's ARN
 * @param action the IAM action
 * @param resource the resource's ARN, {@code *} where the action takes none
 * @param encoded the encoded authorization message
 * @param authorizationId the id for {@code GetRequestAuthorizationDetails}
 */
public record RefusedRequest(
    String principal, String action, String resource, String encoded, String authorizationId) {

  /** Of a failed call; empty where it was not refused for want of permission. */
  public static Optional<RefusedRequest> of(Facts facts) {
    Access access = Access.of(facts);
    return access.refused()
        ? Optional.of(
            new RefusedRequest(
                access.principal(),
                access.action(),
                access.resource(),
                access.denial().encoded(),
                access.denial().authorizationId()))
        : Optional.empty();
  }
}
