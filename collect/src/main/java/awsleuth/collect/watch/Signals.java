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
import org.jspecify.annotations.Nullable;

/**
 * The signals that this process gets while a program runs: they are the program's. One from the
 * terminal goes to the whole group, so that the program has it already; one for this process alone
 * is passed on. A {@link Companion} tells which it was.
 */
final class Signals implements AutoCloseable {

  /** Those that would end this process, and two that programs wait for. */
  private static final List<String> NAMES =
      List.of(
          "INT", "TERM", "HUP", "USR1", "USR2", "ALRM", "VTALRM", "PROF", "XCPU", "PWR", "STKFLT",
          "IO", "WINCH", "CONT");

  private static final Arrived END = new Arrived("", 0);

  /** A signal and when it came, by {@link System#nanoTime}. */
  private record Arrived(String name, long at) {}

  private final BlockingQueue<Arrived> arrived = new LinkedBlockingQueue<>();
  private final Map<String, Object> before = new HashMap<>();
  private volatile @Nullable Companion companion;
  private volatile boolean closed;

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
    long begin = System.nanoTime();
    QuitSignal.heardBy(() -> arrived.add(new Arrived("QUIT", System.nanoTime())));
    Thread.ofVirtual()
        .start(() -> {
          try {
            renew(begin);
            boolean group = false;
            for (Arrived a = arrived.take(); !a.equals(END); a = arrived.take()) {
              group = a.at() - begin >= 0 && isForGroup(a, group);
              if (!group && program.isAlive()) {
                send(a.name(), program.pid());
              }
            }
          } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
          }
        });
  }

  /** Whether the group had it, and the program with it; as the one before where nothing tells. */
  private boolean isForGroup(Arrived signal, boolean before) throws InterruptedException {
    Companion other = companion;
    if (other == null) {
      return false;
    }
    if (other.hasEnded()) {
      renew(0);
      return true;
    }
    return before && !other.wasThere(signal.at());
  }

  private void renew(long begin) {
    try {
      Companion next = Companion.started(begin);
      companion = next;
      if (closed) {
        next.end();
      }
    } catch (IOException e) {
      companion = null; // Without a shell each signal is passed on that can be.
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

  @Override
  public void close() {
    closed = true;
    arrived.add(END);
    before.forEach(Signals::handle);
    Companion last = companion;
    if (last != null) {
      last.end();
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
                String name = text.startsWith("SIG") ? text.substring(3) : text;
                arrived.add(new Arrived(name, System.nanoTime()));
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
