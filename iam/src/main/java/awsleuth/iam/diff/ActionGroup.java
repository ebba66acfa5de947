package awsleuth.iam.diff;

import java.util.BitSet;
import java.util.List;

/**
 * Actions that are all in the same statements of both sides.
 *
 * @param terms the numbers of these statements
 * @param names the actions, as AWS spells them; where they are unknown, one that stands for them
 * @param others whether every action of each service that no statement names is in the group too;
 *     {@code names} then has those of one such service
 * @param unknown whether AWS's data has none of them
 */
record ActionGroup(BitSet terms, List<String> names, boolean others, boolean unknown) {}
