package awsleuth.trail;

/**
 * What is done where the program is stopped while something goes on, as by Ctrl-C; nothing where
 * that comes to its end.
 */
public final class Interrupted implements AutoCloseable {

  private final Thread hook;

  /**
   * From now on until {@link #close}.
   *
   * @param then what is done; it is over in moments
   */
  public Interrupted(Runnable then) {
    hook = new Thread(then, "awsleuth-interrupted");
    Runtime.getRuntime().addShutdownHook(hook);
  }

  @Override
  public void close() {
    try {
      Runtime.getRuntime().removeShutdownHook(hook);
    } catch (IllegalStateException e) {
      // It is being stopped: then it is done.
    }
  }
}
