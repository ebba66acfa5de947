package awsleuth.app.report;

import awsleuth.app.diagnose.Words;
import awsleuth.app.input.ToldDiagnosis.ToldCause;
import awsleuth.app.report.IncidentRecord.Line;
import awsleuth.core.page.Page;
import awsleuth.core.timeline.Moment;
import awsleuth.core.timeline.Moment.Topic;
import awsleuth.core.timeline.Timeline;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What is to be learnt: the mechanism, and what would have shown it before. */
final class Lesson {

  private Lesson() {}

  static List<Line> of(List<ToldCause> causes, Timeline timeline) {
    List<Line> lines = new ArrayList<>();
    for (ToldCause c : causes) {
      Page.of(c.id())
          .ifPresent(p ->
              lines.add(
                  new Line(
                      c.isConfirmed() ? "" : "if so",
                      p.sections().getOrDefault("Why", "").strip().replaceAll("\\s+", " "),
                      "awsleuth explain " + c.id())));
    }
    changed(causes, timeline).ifPresent(lines::add);
    return lines;
  }

  /** The change that a cause cites, where it and the first failure have a time. */
  private static Optional<Line> changed(List<ToldCause> causes, Timeline timeline) {
    Optional<Instant> failed =
        timeline.dated().stream()
            .filter(m -> m.topic() == Topic.FAILURE)
            .findFirst()
            .flatMap(Moment::at);
    return failed.flatMap(f ->
        timeline.dated().stream()
            .filter(m -> m.topic() == Topic.CHANGE && m.at().orElseThrow().isBefore(f))
            .filter(m -> causes.stream().anyMatch(c -> isCited(m, c)))
            .findFirst()
            .map(m -> line(m, f)));
  }

  private static boolean isCited(Moment change, ToldCause cause) {
    String source = Words.source(change.source());
    return cause.because().stream()
        .anyMatch(
            b -> b.source().equals(source) && b.text().contains(change.time().written() + " by "));
  }

  private static Line line(Moment change, Instant failed) {
    return new Line(
        "",
        "the policy was changed "
            + between(change.at().orElseThrow(), failed)
            + " before the failure; `awsleuth policy diff OLD NEW` shows before such a change which"
            + " requests it lets in and keeps out",
        Words.source(change.source()));
  }

  private static String between(Instant from, Instant to) {
    Duration d = Duration.between(from, to);
    if (d.toDays() > 1) {
      return d.toDays() + " days";
    }
    return d.toHours() > 1
        ? d.toHours() + " hours"
        : d.toMinutes() > 1 ? d.toMinutes() + " minutes" : d.toSeconds() + " seconds";
  }
}
