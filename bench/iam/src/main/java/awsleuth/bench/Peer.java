package awsleuth.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * The other engine, which a script runs on node.
 *
 * @param command the script with what is before it
 */
record Peer(List<String> command) {

  /** Decides the requests of an input for some seconds of the processor's time. */
  Run run(Path folder, String input, int seconds) {
    List<String> line = new ArrayList<>(command);
    line.addAll(List.of(folder.resolve(input + ".json").toString(), String.valueOf(seconds)));
    try {
      Process process =
          new ProcessBuilder(line).redirectError(ProcessBuilder.Redirect.INHERIT).start();
      String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      if (process.waitFor() != 0) {
        throw new IllegalStateException(line + " failed: " + out);
      }
      Map<String, Object> found = Json.read(out);
      return new Run(
          number(found, "perCpuSecond"), number(found, "perSecond"), number(found, "p99"));
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(stopped);
    }
  }

  private static double number(Map<String, Object> object, String key) {
    return Double.parseDouble(Json.text(object, key));
  }
}
