package awsleuth.app.trail;

import awsleuth.trail.Intake;
import awsleuth.trail.ask.Coarseness;
import java.util.List;

/**
 * The answer to {@code trail failures}.
 *
 * @param intake what was read
 * @param failed how many calls failed
 * @param repeated how many events stood there before, where each counts once
 * @param repeatedShare where they count as often as they stand, which share stands again; else 0
 * @param groups how many groups they are
 * @param together what could not be told apart
 * @param shown the largest groups
 */
record FailuresAnswer(
    Intake intake,
    long failed,
    long repeated,
    double repeatedShare,
    int groups,
    Coarseness together,
    List<ExplainedGroup> shown) {}
