package awsleuth.boto.credentials;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** A made-up machine to resolve credentials on. */
final class Cases implements Outside {

  static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");

  final Map<String, String> environment = new LinkedHashMap<>(Map.of("HOME", "/home/ann"));
  private final Map<String, byte[]> files = new HashMap<>();
  private Optional<String> profile = Optional.empty();
  private Answer answer = new Answer.None();

  static Cases config(String text) {
    return new Cases().file(".aws/config", text);
  }

  Cases file(String name, String text) {
    files.put("/home/ann/" + name, text.getBytes(StandardCharsets.UTF_8));
    return this;
  }

  Cases env(String name, String value) {
    environment.put(name, value);
    return this;
  }

  Cases profile(String name) {
    profile = Optional.of(name);
    return this;
  }

  /** What comes back whatever is asked. */
  Cases answering(String text) {
    answer = new Answer.Response(200, Map.of(), text);
    return this;
  }

  Resolution boto3() {
    return resolve(Rules.BOTO3);
  }

  Resolution cli() {
    return resolve(Rules.CLI);
  }

  private Resolution resolve(Rules rules) {
    return Resolver.resolve(rules, environment, this, Arguments.profile(profile), NOW);
  }

  @Override
  public Content file(String path) {
    byte[] bytes = files.get(path);
    return bytes == null ? new Content.Nothing() : new Content.Bytes(bytes);
  }

  @Override
  public Answer ask(Ask ask) {
    return answer;
  }
}
