package awsleuth.core.evidence;

/**
 * A role or user that has no permissions boundary: what {@code aws iam get-role}, {@code aws iam
 * get-user} or an export of the account says by leaving it out (IAM API reference, Role and User).
 *
 * @param principal the ARN of the role or user
 * @param source where it is told of
 */
public record NoBoundary(String principal, Source source) implements Evidence {}
