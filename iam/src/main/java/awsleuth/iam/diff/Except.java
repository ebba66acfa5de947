package awsleuth.iam.diff;

import awsleuth.iam.policy.Condition;
import java.util.List;

/**
 * What is not part of a difference: that which a statement applies to.
 *
 * @param statement the statement
 * @param resource whether it asks more of the resource than the difference does
 * @param conditions its conditions that ask more than the difference does
 */
public record Except(Cited statement, boolean resource, List<Condition> conditions) {}
