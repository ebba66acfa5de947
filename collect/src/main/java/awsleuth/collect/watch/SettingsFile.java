package awsleuth.collect.watch;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Map;

/**
 * A file of settings that botocore reads.
 *
 * @param which {@code config} or {@code credentials}
 * @param path its path
 * @param text its text with all its secrets; empty where there is no such file, which botocore
 *     takes for an empty one
 */
public record SettingsFile(String which, String path, String text) {

  private static final int LARGEST = 1 << 20;

  static SettingsFile read(
      String which, String variable, Path home, Map<String, String> environment) {
    String set = environment.getOrDefault(variable, "");
    String path =
        set.isEmpty()
            ? home.resolve(".aws").resolve(which).toString()
            : set.equals("~") || set.startsWith("~/") ? home + set.substring(1) : set;
    try (InputStream in = Files.newInputStream(Path.of(path))) {
      String text = new String(in.readNBytes(LARGEST), StandardCharsets.UTF_8);
      return new SettingsFile(which, path, text);
    } catch (IOException | InvalidPathException e) {
      return new SettingsFile(which, path, "");
    }
  }
}
