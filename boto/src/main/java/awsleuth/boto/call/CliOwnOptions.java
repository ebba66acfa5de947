package awsleuth.boto.call;

import awsleuth.boto.call.CliOption.Values;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What commands have that their operations do not say: options of the CLI's own, and options that
 * it does not require though the model does. {@code boto/cli-options.py} writes the list.
 */
final class CliOwnOptions {

  private static final Map<String, List<String>> WORDS = read();

  private CliOwnOptions() {}

  /** The options of a command that are the CLI's own. */
  static List<CliOption> of(String service, String operation) {
    return words(service, operation).stream()
        .filter(w -> w.startsWith("+"))
        .map(CliOwnOptions::option)
        .toList();
  }

  /** The options, with their hyphens, that the model requires and the CLI does not. */
  static Set<String> notRequired(String service, String operation) {
    return words(service, operation).stream()
        .filter(w -> w.startsWith("-"))
        .map(w -> "-" + w)
        .collect(Collectors.toSet());
  }

  private static List<String> words(String service, String operation) {
    return WORDS.getOrDefault(service + "." + operation, List.of());
  }

  private static CliOption option(String word) {
    int equals = word.indexOf('=');
    String name = "--" + word.substring(1, equals < 0 ? word.length() : equals);
    return CliOption.own(
        name, equals < 0 ? Values.ONE : word.endsWith("0") ? Values.NONE : Values.ANY);
  }

  private static Map<String, List<String>> read() {
    Map<String, List<String>> words = new HashMap<>();
    try (InputStream in =
        Objects.requireNonNull(CliOwnOptions.class.getResourceAsStream("cli-options.txt"))) {
      for (String line : new String(in.readAllBytes(), StandardCharsets.UTF_8).split("\n", -1)) {
        List<String> parts = List.of(line.split(" ", -1));
        words.put(parts.getFirst(), parts.subList(1, parts.size()));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return words;
  }
}
