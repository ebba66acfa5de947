package awsleuth.core.read;

import awsleuth.core.evidence.WatchedClient;
import awsleuth.core.read.json.JsonValue;
import awsleuth.core.read.json.JsonValue.Elements;
import awsleuth.core.read.json.JsonValue.Members;
import awsleuth.core.read.json.JsonValue.Scalar;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.OptionalDouble;

/** Reads what a record tells of a client. */
final class RecordedClient {

  private RecordedClient() {}

  static WatchedClient of(RecordReader.Line line) {
    return new WatchedClient(
        line.text("service"),
        line.text("region"),
        line.text("endpoint"),
        line.text("method"),
        line.text("key"),
        line.text("mode"),
        RecordedCall.number(line, "attempts"),
        line.decimal("read") > 0 ? OptionalDouble.of(line.decimal("read")) : OptionalDouble.empty(),
        line.text("signing"),
        given(line),
        retries(line),
        RecordedCall.place(line),
        line.source());
  }

  private static Map<String, String> given(RecordReader.Line client) {
    Map<String, String> given = new LinkedHashMap<>();
    if (client.members().get("asked") instanceof Members asked) {
      asked.values().forEach((name, value) -> given.put(name, words(value)));
    }
    return Map.copyOf(given);
  }

  private static String words(JsonValue value) {
    return switch (value) {
      case JsonValue.Text t -> t.value();
      case Scalar s -> s.literal();
      case Members m -> m.compact();
      case Elements _ -> "";
    };
  }

  private static String retries(RecordReader.Line client) {
    return client.members().get("asked") instanceof Members asked
            && asked.get("config") instanceof Members config
            && config.get("retries") instanceof Members retries
        ? retries.text("mode")
        : "";
  }
}
