package awsleuth.iam;

import java.util.List;

/**
 * What keeps a request from being allowed.
 *
 * @param layer the type of policy
 * @param level which level of an organization, 0 for the root; 0 in all other layers
 * @param id the level's name; empty in all other layers
 * @param explicit whether a statement denies; else none allows
 * @param denying the statements that deny; empty where none allows, and where S3 Block Public
 *     Access denies
 */
public record Blocker(
    Layer layer, int level, String id, boolean explicit, List<StatementReport> denying) {}
