package awsleuth.trail.spark;

/** Spark could not be had or gave up; the message is the first line of what it says. */
final class SparkFailed extends RuntimeException {

  private static final long serialVersionUID = 1;

  SparkFailed(Exception cause) {
    super(HadoopEntry.line(cause), cause);
  }
}
