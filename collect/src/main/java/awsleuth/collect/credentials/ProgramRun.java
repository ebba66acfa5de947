package awsleuth.collect.credentials;

import awsleuth.boto.credentials.Answer;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/**
 * A program that was run, and how it ended.
 *
 * @param answer what it gave
 * @param words the outcome for people, such as {@code exit code 0}; nothing of its output
 */
public record ProgramRun(Answer answer, String words) {

  private static final long SECONDS = 60;

  /** Bytes of output; more is not kept. */
  private static final int LARGEST = 1 << 20;

  /** Runs a program with these variables and nothing to read. */
  public static ProgramRun of(List<String> command, Map<String, String> environment) {
    return of(command, environment, SECONDS);
  }

  /** As {@link #of(List, Map)}, but waits for so many seconds. */
  public static ProgramRun of(List<String> command, Map<String, String> environment, long seconds) {
    ProcessBuilder builder = new ProcessBuilder(command);
    builder.environment().clear();
    builder.environment().putAll(environment);
    builder.redirectInput(ProcessBuilder.Redirect.from(new java.io.File("/dev/null")));
    try {
      return ended(builder.start(), seconds);
    } catch (IOException e) {
      return String.valueOf(e.getMessage()).contains("No such file")
          ? new ProgramRun(new Answer.NoProgram(), "there is no such program")
          : new ProgramRun(new Answer.None(), "it cannot be run");
    } catch (IllegalArgumentException e) {
      return new ProgramRun(new Answer.None(), "it cannot be run");
    }
  }

  private static ProgramRun ended(Process process, long seconds) {
    CompletableFuture<String> output = read(process.getInputStream());
    CompletableFuture<String> errors = read(process.getErrorStream());
    try {
      if (!process.waitFor(seconds, TimeUnit.SECONDS)) {
        return new ProgramRun(new Answer.None(), "it did not end within " + seconds + " s");
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
      process.descendants().forEach(ProcessHandle::destroyForcibly);
      process.destroyForcibly();
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
}
