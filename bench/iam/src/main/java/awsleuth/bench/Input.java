package awsleuth.bench;

import awsleuth.iam.Authorizer;
import awsleuth.iam.PolicySet;
import awsleuth.iam.Result;
import awsleuth.iam.batch.BatchLine;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Policies with requests: a file in the form of the batch contract, but with a list of {@code
 * requests}, each with the decision that is {@code expected}.
 */
record Input(String name, PolicySet policies, List<Asked> asked) {

  private static final String SUFFIX = ".json";

  /** The names of the inputs in a folder, in order. */
  static List<String> names(Path folder) {
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .map(f -> f.getFileName().toString())
          .filter(f -> f.endsWith(SUFFIX))
          .map(f -> f.substring(0, f.length() - SUFFIX.length()))
          .sorted()
          .toList();
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  /** Reads an input. */
  static Input read(Path folder, String name) {
    String text;
    try {
      text = Files.readString(folder.resolve(name + SUFFIX)).strip();
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
    Map<String, Object> input = Json.read(text);
    // A line of the batch contract has one request; which one does not matter for the policies.
    Map<String, Object> asLine = new LinkedHashMap<>(input);
    asLine.remove("requests");
    asLine.put("request", Json.of("principal", "*anonymous*", "action", "s3:GetObject"));
    BatchLine line = BatchLine.read(Json.write(asLine));
    if (!line.errors().isEmpty()) {
      throw new IllegalArgumentException(name + ": " + line.errors());
    }
    List<Asked> asked = Json.objects(input, "requests").stream().map(Asked::of).toList();
    return new Input(name, line.policies(), asked);
  }

  /** An authorizer, after it has decided every request as expected. */
  Authorizer authorizer() {
    Authorizer authorizer = Authorizer.of(policies);
    for (Asked each : asked) {
      Result result = authorizer.decide(each.request());
      if (result != each.expected()) {
        throw new IllegalStateException(name + " decides " + result + " on " + each);
      }
    }
    return authorizer;
  }
}
