package awsleuth.iam.repair;

import awsleuth.iam.policy.Policy;
import awsleuth.iam.request.Principal;
import java.util.List;

/**
 * Another role or user who has policies that the caller has too, such as a managed one.
 *
 * @param principal by its ARN
 * @param label what to call it, such as {@code `role/billing`}
 * @param identity all its identity-based policies that are known, those of its groups too
 * @param boundary its permissions boundary; empty where it has none, or none is known
 */
public record Holder(
    Principal principal, String label, List<Policy> identity, List<Policy> boundary) {}
