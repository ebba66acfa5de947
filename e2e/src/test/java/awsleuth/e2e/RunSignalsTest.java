package awsleuth.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** Signals for a program under {@code awsleuth run}. */
class RunSignalsTest extends UnderRun {

  /** QUIT first, of which one to the group is a case of its own. */
  private static final List<String> SIGNALS =
      List.of("QUIT", "WINCH", "CONT", "ALRM", "USR1", "USR2", "HUP", "INT", "TERM", "PROF");

  /** Starts awsleuth in a group of its own, in which a program counts its signals. */
  private Process counting(String... how) throws IOException {
    // Whoever starts the build in the background has it ignore HUP, INT or QUIT, which is
    // inherited.
    String own =
        "import os, signal, sys; [signal.signal(s, signal.SIG_DFL) for s in (1, 2, 3)];"
            + " os.setsid(); os.execvp(sys.argv[1], sys.argv[1:])";
    List<String> words = new ArrayList<>(List.of(python, "-c", own));
    words.addAll(awsleuth("--output", folder.resolve("diagnosis").toString()));
    words.add(python);
    words.add(PROGRAMS.resolve("run_signals.py").toString());
    words.addAll(List.of(how));
    return new ProcessBuilder(words).redirectError(folder.resolve("err").toFile()).start();
  }

  private static void send(String name, long to) throws IOException {
    try {
      Process kill =
          new ProcessBuilder("kill", "-s", name, "--", Long.toString(to)).inheritIO().start();
      assertThat(kill.waitFor(MINUTES, TimeUnit.MINUTES)).isTrue();
      assertThat(kill.exitValue()).as(name).isZero();
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  private static int ended(Process process) {
    try {
      assertThat(process.waitFor(MINUTES, TimeUnit.MINUTES)).isTrue();
      return process.exitValue();
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    } finally {
      process.destroyForcibly();
    }
  }

  @Test
  void eachSignalForAwsleuthAloneComesOnce() throws IOException {
    Process process = counting("count");
    try (BufferedReader out = process.inputReader()) {
      assertThat(out.readLine()).isEqualTo("ready");
      for (String name : SIGNALS) {
        send(name, process.pid());
        assertThat(out.readLine()).isEqualTo("SIG" + name);
      }
      // What would come a second time comes before this one.
      send("USR1", process.pid());
      assertThat(out.readLine()).isEqualTo("SIGUSR1");
      process.getOutputStream().close();
      assertThat(out.readLine()).isEqualTo("end");
    }
    assertThat(ended(process)).isEqualTo(7);
  }

  @Test
  void eachSignalForTheGroupComesOnce() throws IOException {
    Process process = counting("count");
    try (BufferedReader out = process.inputReader()) {
      assertThat(out.readLine()).isEqualTo("ready");
      long companion = companion(process, 0);
      for (String name : SIGNALS.subList(1, SIGNALS.size())) {
        send(name, -process.pid());
        assertThat(out.readLine()).isEqualTo("SIG" + name);
        // It is known to be the group's when there is another one.
        companion = companion(process, companion);
      }
      process.getOutputStream().close();
      assertThat(out.readLine()).isEqualTo("end");
    }
    assertThat(ended(process)).isEqualTo(7);
  }

  /** The process that tells signals for the group, other than the one before. */
  private static long companion(Process awsleuth, long before) {
    long until = System.nanoTime() + TimeUnit.MINUTES.toNanos(MINUTES);
    while (System.nanoTime() < until) {
      for (ProcessHandle child : awsleuth.children().toList()) {
        boolean waits =
            child.children().anyMatch(c -> c.info().command().orElse("").endsWith("/cat"));
        if (waits && child.pid() != before) {
          return child.pid();
        }
      }
      Thread.onSpinWait();
    }
    throw new AssertionError("none but " + before);
  }

  @Test
  void aProgramThatASignalEndsIsReportedSo() throws IOException {
    for (boolean group : List.of(false, true)) {
      Process process = counting("die");
      try (BufferedReader out = process.inputReader()) {
        assertThat(out.readLine()).isEqualTo("ready");
        send("QUIT", group ? -process.pid() : process.pid());
        assertThat(out.readLine()).isNull();
      }
      assertThat(ended(process)).isEqualTo(131);
    }
  }

  @Test
  void aSignalThatIsIgnoredStaysSo() throws IOException {
    String script = "trap '' HUP USR1 INT; exec \"$@\"";
    List<String> words =
        joined(List.of("sh", "-c", script, "sh"), awsleuth().toArray(String[]::new));
    words.add(python);
    words.add(PROGRAMS.resolve("run_signals.py").toString());
    words.add("ignored");
    assertThat(run(words, environment(), new byte[0]).out()).isEqualTo("SIGHUP SIGINT SIGUSR1\n");
  }
}
