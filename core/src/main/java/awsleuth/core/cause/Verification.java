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
  record Rerun(String command, String expect) implements Verification {

    /** A secret that was left out is a placeholder. */
    public Rerun {
      command = Pasted.of(command);
    }
  }

  /** Look at this machine or the network. */
  record Probe(String command, String expect) implements Verification {

    /** A secret that was left out is a placeholder. */
    public Probe {
      command = Pasted.of(command);
    }
  }

  /** Decide the request against the policies. */
  record Simulate(String command, String expect) implements Verification {

    /** A secret that was left out is a placeholder. */
    public Simulate {
      command = Pasted.of(command);
    }
  }

  /** Ask AWS for a state. */
  record Query(String command, String expect) implements Verification {

    /** A secret that was left out is a placeholder. */
    public Query {
      command = Pasted.of(command);
    }
  }
}
