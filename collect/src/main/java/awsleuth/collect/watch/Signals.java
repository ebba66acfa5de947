package awsleuth.collect.watch;

import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * The signals that this process gets while a program runs: they are the program's. One from the
 * terminal goes to the whole group, so that the program has it already; one for this process alone
 * is passed on. A companion, a process in the same group that does nothing, tells which it was: it
 * dies of a signal to the group.
 */
final class Signals implements AutoCloseable {

  private static final List<String> NAMES = List.of("INT", "TERM", "HUP", "USR1", "USR2");
  private static final long COMPANION_MS = 100;
  private static final String END = "";

  private final BlockingQueue<String> arrived = new LinkedBlockingQueue<>();
  private final Map<String, Object> before = new HashMap<>();
  private @Nullable Process companion;

  private Signals() {}

  /** Takes the signals from now on; one that was ignored stays so, for the program too. */
  static Signals taken() {
    Signals signals = new Signals();
    for (String name : NAMES) {
      signals.take(name);
    }
    return signals;
  }

  /** Sends what came and what comes to a program. */
  void goTo(ProcessHandle program) {
    companion = companion();
    Thread.ofVirtual()
        .start(() -> {
          try {
            for (String name = arrived.take(); !name.equals(END); name = arrived.take()) {
              pass(name, program);
            }
          } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
          }
        });
  }

  private void pass(String name, ProcessHandle program) throws InterruptedException {
    Process other = companion;
    if (other != null && other.waitFor(COMPANION_MS, TimeUnit.MILLISECONDS)) {
      companion = companion();
      return; // The group had it, and the program with it.
    }
    if (program.isAlive()) {
      send(name, program.pid());
    }
  }

  private static void send(String name, long pid) {
    try {
      new ProcessBuilder("sh", "-c", "kill -s \"$1\" \"$2\"", "sh", name, Long.toString(pid))
          .redirectOutput(Redirect.DISCARD)
          .redirectError(Redirect.DISCARD)
          .start()
          .waitFor();
    } catch (IOException e) {
      // Without a shell nothing can be sent.
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static @Nullable Process companion() {
    try {
      return new ProcessBuilder("cat")
          .redirectOutput(Redirect.DISCARD)
          .redirectError(Redirect.DISCARD)
          .start();
    } catch (IOException e) {
      return null;
    }
  }

  @Override
  public void close() {
    arrived.add(END);
    before.forEach(Signals::handle);
    if (companion != null) {
      companion.destroyForcibly();
    }
  }

  private void take(String name) {
    Object previous = handle(name, handler());
    if (previous == null) {
      return;
    }
    if (previous.equals(constant("SIG_IGN"))) {
      handle(name, previous);
    } else {
      before.put(name, previous);
    }
  }

  /**
   * The JDK's own interface for signals is not one of the language's: it is reached by its name.
   */
  @SuppressWarnings("ReferenceEquality") // What equals means of a proxy.
  private Object handler() {
    return Proxy.newProxyInstance(
        Signals.class.getClassLoader(),
        new Class<?>[] {type("sun.misc.SignalHandler")},
        (proxy, method, arguments) ->
            switch (method.getName()) {
              case "handle" -> {
                String text = String.valueOf(arguments[0]);
                arrived.add(text.startsWith("SIG") ? text.substring(3) : text);
                yield null;
              }
              case "equals" -> proxy == arguments[0];
              case "hashCode" -> System.identityHashCode(proxy);
              default -> "awsleuth";
            });
  }

  private static @Nullable Object handle(String name, Object handler) {
    Class<?> signal = type("sun.misc.Signal");
    try {
      return signal
          .getMethod("handle", signal, type("sun.misc.SignalHandler"))
          .invoke(null, signal.getConstructor(String.class).newInstance(name), handler);
    } catch (InvocationTargetException e) {
      return null; // The system has no such signal, or the Java machine keeps it to itself.
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(e);
    }
  }

  private static Object constant(String name) {
    try {
      return type("sun.misc.SignalHandler").getField(name).get(null);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(e);
    }
  }

  private static Class<?> type(String name) {
    try {
      return Class.forName(name);
    } catch (ClassNotFoundException e) {
      throw new IllegalStateException(e);
    }
  }
}
