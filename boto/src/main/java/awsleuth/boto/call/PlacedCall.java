package awsleuth.boto.call;

/**
 * A call of a program.
 *
 * @param call with the lines of the program
 * @param line where it begins, from 1
 * @param last where it ends
 */
public record PlacedCall(GivenCall call, int line, int last) {}
