package awsleuth.core.cause;

/**
 * How to get fresh evidence after a fix. It passed when the same cause, asked again, is ruled out.
 */
public sealed interface Verification {

  /** A command that can be pasted. */
  String command();

  /** What to look for in its output, one sentence without a final period. */
  String expect();

  /** Do the failed call again. */
  record Rerun(String command, String expect) implements Verification {}

  /** Look at this machine or the network. */
  record Probe(String command, String expect) implements Verification {}

  /** Decide the request against the policies. */
  record Simulate(String command, String expect) implements Verification {}

  /** Ask AWS for a state. */
  record Query(String command, String expect) implements Verification {}
}
