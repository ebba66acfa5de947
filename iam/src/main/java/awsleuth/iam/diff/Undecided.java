package awsleuth.iam.diff;

import java.util.List;

/**
 * What could not be decided, so that nothing is said about it.
 *
 * @param what in words, without a period
 * @param statements where the statements stand that it is about, as {@code new.json:9}; empty where
 *     it is about all
 */
public record Undecided(String what, List<String> statements) {}
