package awsleuth.core.evidence;

/**
 * A place in an artifact.
 *
 * @param line the line, counted from 1
 * @param column the character in the line, counted from 1
 */
public record Place(int line, int column) {}
