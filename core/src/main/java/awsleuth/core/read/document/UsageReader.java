package awsleuth.core.read.document;

import awsleuth.core.Artifact;
import awsleuth.core.evidence.Evidence;
import awsleuth.core.evidence.QuotaFigure;
import awsleuth.core.evidence.Source;
import awsleuth.core.evidence.UsageFigure;
import awsleuth.core.read.json.JsonValue;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/** Reads quotas and metrics of usage. */
public final class UsageReader {

  /** Of the year 9999. */
  private static final double LAST_SECOND = 253_402_300_799.0;

  private final String artifact;
  private final List<Evidence> found = new ArrayList<>();

  private UsageReader(String artifact) {
    this.artifact = artifact;
  }

  /** Quotas and figures in the order of the text; empty where there are none. */
  public static List<Evidence> read(Artifact artifact) {
    UsageReader reader = new UsageReader(artifact.name());
    for (JsonValue value : JsonValue.parseAll(artifact.text(), 1)) {
      if (value instanceof JsonValue.Members answer) {
        reader.read(answer);
      }
    }
    return List.copyOf(reader.found);
  }

  private void read(JsonValue.Members answer) {
    objects(answer.get("Quotas")).forEach(this::quota);
    if (answer.get("Quota") instanceof JsonValue.Members one) {
      quota(one);
    }
    objects(answer.get("MetricDataResults")).forEach(this::result);
    statistics(answer);
  }

  private void quota(JsonValue.Members quota) {
    OptionalDouble value = number(quota.get("Value"));
    if (value.isEmpty() || quota.text("QuotaCode").isEmpty()) {
      return;
    }
    String resource =
        quota.get("UsageMetric") instanceof JsonValue.Members metric
                && metric.get("MetricDimensions") instanceof JsonValue.Members dimensions
            ? dimensions.text("Resource")
            : "";
    found.add(
        new QuotaFigure(
            quota.text("QuotaCode"),
            quota.text("QuotaName"),
            value.getAsDouble(),
            quota.get("Period") instanceof JsonValue.Members period ? seconds(period) : 0,
            resource,
            source(quota)));
  }

  private static int seconds(JsonValue.Members period) {
    int unit =
        switch (period.text("PeriodUnit")) {
          case "SECOND" -> 1;
          case "MINUTE" -> 60;
          case "HOUR" -> 3600;
          case "DAY" -> 86_400;
          default -> 0;
        };
    return (int) (unit * number(period.get("PeriodValue")).orElse(1));
  }

  /** What {@code get-metric-data} has of one query. */
  private void result(JsonValue.Members result) {
    if (!(result.get("Values") instanceof JsonValue.Elements values)) {
      return;
    }
    double most = Double.NEGATIVE_INFINITY;
    String at = "";
    for (int i = 0; i < values.values().size(); i++) {
      double value = number(values.values().get(i)).orElse(Double.NEGATIVE_INFINITY);
      if (value > most) {
        most = value;
        at =
            result.get("Timestamps") instanceof JsonValue.Elements times
                    && i < times.values().size()
                ? time(times.values().get(i))
                : "";
      }
    }
    figure(result.text("Label"), most, at, result);
  }

  /** What {@code get-metric-statistics} has. */
  private void statistics(JsonValue.Members answer) {
    double most = Double.NEGATIVE_INFINITY;
    String at = "";
    for (JsonValue.Members point : objects(answer.get("Datapoints"))) {
      double value = number(point.get("Sum")).orElse(Double.NEGATIVE_INFINITY);
      if (value > most) {
        most = value;
        at = time(point.get("Timestamp"));
      }
    }
    figure(answer.text("Label"), most, at, answer);
  }

  private void figure(String label, double most, String at, JsonValue place) {
    if (most >= 0) {
      found.add(new UsageFigure(label, most, at, source(place)));
    }
  }

  /** As it is written; seconds since 1970, as JSON protocols have times, as a date. */
  private static String time(@Nullable JsonValue value) {
    String written = value instanceof JsonValue.Text t ? t.value() : "";
    OptionalDouble seconds = number(value);
    return seconds.isPresent() && Math.abs(seconds.getAsDouble()) < LAST_SECOND
        ? Instant.ofEpochSecond((long) seconds.getAsDouble()).toString()
        : written;
  }

  /** A number as a literal, or as the text that a program made of one. */
  private static OptionalDouble number(@Nullable JsonValue value) {
    String text =
        switch (value) {
          case JsonValue.Scalar s -> s.literal();
          case JsonValue.Text t -> t.value();
          case null -> "";
          case JsonValue.Members _ -> "";
          case JsonValue.Elements _ -> "";
        };
    return text.matches("[0-9.eE+-]{1,30}") ? parsed(text) : OptionalDouble.empty();
  }

  private static OptionalDouble parsed(String text) {
    try {
      return OptionalDouble.of(Double.parseDouble(text));
    } catch (NumberFormatException e) {
      return OptionalDouble.empty();
    }
  }

  private static List<JsonValue.Members> objects(@Nullable JsonValue value) {
    List<JsonValue.Members> objects = new ArrayList<>();
    if (value instanceof JsonValue.Elements elements) {
      for (JsonValue each : elements.values()) {
        if (each instanceof JsonValue.Members members) {
          objects.add(members);
        }
      }
    }
    return objects;
  }

  private Source source(JsonValue value) {
    return new Source(artifact, value.line());
  }
}
