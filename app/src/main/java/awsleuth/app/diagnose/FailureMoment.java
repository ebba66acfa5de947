package awsleuth.app.diagnose;

import awsleuth.app.input.InputException;
import awsleuth.app.input.NamedFile;
import awsleuth.collect.live.CallTime;
import awsleuth.core.Artifact;
import awsleuth.core.Artifact.Kind;
import awsleuth.core.evidence.Evidence;
import awsleuth.core.evidence.Source;
import awsleuth.core.fact.Facts;
import awsleuth.core.timeline.Moment;
import awsleuth.core.timeline.Moment.Topic;
import awsleuth.core.timeline.Timeline;
import awsleuth.core.timeline.WrittenTime;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * When the primary failure was: as the log or record tells it that it was read from, or its own
 * text. A time without a zone does not tell.
 */
final class FailureMoment {

  private static final long LARGEST = 32L << 20;
  private static final Set<Topic> OF_CALL = EnumSet.of(Topic.FAILURE, Topic.WATCHED);

  private FailureMoment() {}

  /**
   * Of a failure.
   *
   * @param evidence what came with it
   * @param now where nothing tells
   */
  static CallTime of(Facts facts, List<Evidence> evidence, Instant now) {
    return inFile(facts, evidence)
        .or(() -> inText(facts))
        .map(CallTime::told)
        .orElseGet(() -> CallTime.now(now));
  }

  private static Optional<Instant> inFile(Facts facts, List<Evidence> evidence) {
    Source source = facts.call().source();
    Optional<String> text = text(source.artifact());
    if (text.isEmpty()) {
      return Optional.empty();
    }
    Artifact log = new Artifact(source.artifact(), Kind.ANY, text.get());
    List<Moment> dated = Timeline.of(List.of(log), evidence, Optional.empty()).dated();
    return Stream.of(source, facts.failure().last())
        .flatMap(s -> dated.stream().filter(m -> m.source().equals(s)))
        .filter(m -> OF_CALL.contains(m.topic()))
        .flatMap(m -> m.at().stream())
        .findFirst();
  }

  /** Of a file that can be read once more; empty of standard input and what is too large. */
  private static Optional<String> text(String name) {
    try {
      return NamedFile.exists(name)
              && Files.isRegularFile(Path.of(name))
              && Files.size(Path.of(name)) <= LARGEST
          ? Optional.of(NamedFile.of(name, InputStream.nullInputStream()).text())
          : Optional.empty();
    } catch (InputException | IOException e) {
      return Optional.empty();
    }
  }

  /** The time that its line begins with, or the date of the answer that boto3 printed. */
  private static Optional<Instant> inText(Facts facts) {
    List<String> texts = facts.failure().passages().stream().map(p -> p.text()).toList();
    return Stream.concat(texts.stream(), texts.stream().map(FailureMoment::date))
        .flatMap(t -> WrittenTime.in(t).stream())
        .flatMap(t -> t.instant().stream())
        .findFirst();
  }

  private static String date(String text) {
    for (String name : List.of("'date': '", "\"date\": \"")) {
      int at = text.indexOf(name);
      if (at >= 0) {
        return text.substring(at + name.length());
      }
    }
    return "";
  }
}
