package awsleuth.iam.policy;

import java.util.List;

/**
 * One operator with one key of a Condition block.
 *
 * @param operator the operator
 * @param key the condition key as written, and its place
 * @param values the policy's values in order
 * @param at from the key to the end of the values
 */
public record Condition(Operator operator, Located key, List<Located> values, Position at) {}
