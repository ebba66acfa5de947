package awsleuth.app;

import awsleuth.iam.Decision;
import java.util.Map;

/**
 * A decision that is to be shown.
 *
 * @param decision the decision
 * @param origins where the value of a condition key, in lower case, comes from
 */
record Simulation(Decision decision, Map<String, String> origins) {}
