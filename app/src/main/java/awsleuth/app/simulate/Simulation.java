package awsleuth.app.simulate;

import awsleuth.iam.Decision;
import awsleuth.iam.repair.Proposals;
import java.util.List;
import java.util.Map;

/**
 * A decision that is to be shown.
 *
 * @param decision the decision
 * @param origins where the value of a condition key, in lower case, comes from
 * @param proposals changes that would allow the request; none where they were not asked for
 * @param notes what the decision takes for granted, one sentence each
 */
record Simulation(
    Decision decision, Map<String, String> origins, Proposals proposals, List<String> notes) {}
