package awsleuth.collect.machine;

import awsleuth.boto.credentials.Content;
import awsleuth.boto.credentials.Resolver;
import awsleuth.collect.credentials.LocalOutside;
import awsleuth.core.Artifact;
import awsleuth.core.Artifact.Kind;
import awsleuth.core.evidence.EnvironmentVariable;
import awsleuth.core.evidence.Source;
import awsleuth.core.read.Readers;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The variables and files that botocore reads, as they are on this machine, with their secrets:
 * {@code core} takes these out when it reads them.
 */
public final class Settings {

  /** In a file of its own, since the observer of programs reads it too. */
  private static final Pattern READ = Pattern.compile(resource());

  private Settings() {}

  /** Whether botocore, or Python's TLS below it, reads the variable of a name. */
  public static boolean isRead(String name) {
    return READ.matcher(name).find();
  }

  /**
   * The variables that botocore reads, sorted, as lines {@code NAME=value}. Line breaks in a value
   * are spaces, so that it is seen that they are too many.
   */
  public static String variables(Map<String, String> environment) {
    return environment.entrySet().stream()
        .filter(e -> isRead(e.getKey()))
        .map(e -> e.getKey() + "=" + e.getValue().replace('\n', ' ') + "\n")
        .sorted()
        .collect(Collectors.joining());
  }

  /**
   * The same as evidence, sorted, with what their values begin and end with.
   *
   * @param source where they were seen
   */
  public static List<EnvironmentVariable> evidence(Map<String, String> environment, Source source) {
    Map<String, String> read = new TreeMap<>(environment);
    read.keySet().removeIf(name -> !isRead(name));
    return Readers.variables(read, source);
  }

  /** The config and credentials files that a program with these variables reads. */
  public static List<SettingsFile> files(Map<String, String> environment) {
    LocalOutside files = new LocalOutside();
    return List.of(
        file("config", Resolver.configPath(environment), files),
        file("credentials", Resolver.credentialsPath(environment), files));
  }

  /** Both as they are read: the variables, and those files that are there. */
  public static List<Artifact> artifacts(Map<String, String> environment) {
    List<Artifact> artifacts = new ArrayList<>();
    artifacts.add(new Artifact("environment", Kind.ENV, variables(environment)));
    for (SettingsFile file : files(environment)) {
      if (Files.isRegularFile(Path.of(file.path()))) {
        artifacts.add(new Artifact(file.path(), kind(file), file.text()));
      }
    }
    return List.copyOf(artifacts);
  }

  /** As what a file is read. */
  public static Kind kind(SettingsFile file) {
    return file.which().equals("credentials") ? Kind.CREDENTIALS : Kind.CONFIG;
  }

  private static SettingsFile file(String which, String path, LocalOutside files) {
    return new SettingsFile(
        which,
        path,
        files.file(path) instanceof Content.Bytes(byte[] bytes)
            ? new String(bytes, StandardCharsets.UTF_8)
            : "");
  }

  private static String resource() {
    try (InputStream in = Settings.class.getResourceAsStream("variables.regex")) {
      return new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.US_ASCII)
          .strip();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
