package awsleuth.core.fact;

/**
 * Evidence that is missing.
 *
 * @param what the missing thing, such as {@code the identity-based policies of the role}
 * @param how a command or file that gives it, such as {@code aws sts get-caller-identity}
 */
public record Need(String what, String how) {}
