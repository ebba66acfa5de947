package awsleuth.iam.policy;

import java.util.List;
import java.util.Optional;

/**
 * What came of reading a policy document.
 *
 * @param policy the policy; empty where a fault leaves open what it says
 * @param faults all that is wrong with it, in the order of the text
 */
public record Reading(Optional<Policy> policy, List<Fault> faults) {}
