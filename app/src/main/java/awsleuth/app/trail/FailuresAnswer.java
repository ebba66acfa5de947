package awsleuth.app.trail;

import awsleuth.trail.Intake;
import awsleuth.trail.ask.Coarseness;
import java.util.List;

/**
 * The answer to {@code trail failures}.
 *
 * @param intake what was read
 * @param failed how many calls failed
 * @param groups how many groups they are
 * @param together what could not be told apart
 * @param shown the largest groups
 */
record FailuresAnswer(
    Intake intake, long failed, int groups, Coarseness together, List<ExplainedGroup> shown) {}
