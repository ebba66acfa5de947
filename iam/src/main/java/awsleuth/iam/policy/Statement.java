package awsleuth.iam.policy;

import java.util.List;

/**
 * One statement of a policy.
 *
 * @param index its place among the statements, 0 for the first
 * @param sid its Sid; empty where it has none
 * @param effect Allow or Deny
 * @param principals Principal or NotPrincipal
 * @param actions Action or NotAction
 * @param resources Resource or NotResource; not present in a role trust policy
 * @param conditions one for each operator and key, in order; all must be met
 * @param at the whole object
 */
public record Statement(
    int index,
    String sid,
    Effect effect,
    Principals principals,
    Elements actions,
    Elements resources,
    List<Condition> conditions,
    Position at) {}
