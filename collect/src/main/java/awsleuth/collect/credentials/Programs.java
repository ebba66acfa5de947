package awsleuth.collect.credentials;

import awsleuth.boto.credentials.Answer;
import awsleuth.collect.wire.Deadline;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;

/**
 * Runs programs until a moment; none of them is left behind. Several threads may run some, and one
 * may close while others wait.
 */
public final class Programs implements AutoCloseable {

  /** Bytes of output; more is not kept. */
  private static final int LARGEST = 1 << 20;

  private final Deadline deadline;
  private final Set<Process> running = ConcurrentHashMap.newKeySet();
  private volatile boolean closed;

  /** None yet. */
  public Programs(Deadline deadline) {
    this.deadline = deadline;
  }

  /** Runs a program with these variables and nothing to read. */
  public ProgramRun run(List<String> command, Map<String, String> environment) {
    ProcessBuilder builder = new ProcessBuilder(command);
    builder.environment().clear();
    builder.environment().putAll(environment);
    builder.redirectInput(ProcessBuilder.Redirect.from(new java.io.File("/dev/null")));
    try {
      return ended(builder.start(), deadline.fromNow());
    } catch (IOException e) {
      return String.valueOf(e.getMessage()).contains("No such file")
          ? new ProgramRun(new Answer.NoProgram(), "there is no such program")
          : new ProgramRun(new Answer.None(), "it cannot be run");
    } catch (IllegalArgumentException e) {
      return new ProgramRun(new Answer.None(), "it cannot be run");
    }
  }

  private ProgramRun ended(Process process, Deadline now) {
    running.add(process);
    try {
      CompletableFuture<String> output = read(process.getInputStream());
      CompletableFuture<String> errors = read(process.getErrorStream());
      if (closed || !process.waitFor(now.millis(), TimeUnit.MILLISECONDS)) {
        return new ProgramRun(new Answer.None(), "it did not end within " + now.words());
      }
      int code = process.exitValue();
      return new ProgramRun(
          new Answer.Ended(
              code,
              output.completeOnTimeout("", 1, TimeUnit.SECONDS).join(),
              errors.completeOnTimeout("", 1, TimeUnit.SECONDS).join()),
          "exit code " + code);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return new ProgramRun(new Answer.None(), "it was not waited for");
    } finally {
      end(process);
      running.remove(process);
    }
  }

  private static CompletableFuture<String> read(InputStream in) {
    CompletableFuture<String> text = new CompletableFuture<>();
    Thread.ofVirtual()
        .start(() -> {
          try (in) {
            text.complete(new String(in.readNBytes(LARGEST), StandardCharsets.UTF_8));
            in.transferTo(java.io.OutputStream.nullOutputStream());
          } catch (IOException e) {
            text.complete("");
          }
        });
    return text;
  }

  private static void end(Process process) {
    process.descendants().forEach(ProcessHandle::destroyForcibly);
    process.destroyForcibly();
  }

  /** Ends those that still run; what is started later ends at once. */
  @Override
  public void close() {
    closed = true;
    running.forEach(Programs::end);
  }
}
