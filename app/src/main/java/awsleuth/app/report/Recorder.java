package awsleuth.app.report;

import awsleuth.app.diagnose.Words;
import awsleuth.app.input.JsonMembers;
import awsleuth.app.input.ToldDiagnosis;
import awsleuth.app.input.ToldDiagnosis.ToldCause;
import awsleuth.app.input.ToldDiagnosis.ToldConflict;
import awsleuth.app.input.ToldDiagnosis.ToldFailure;
import awsleuth.app.input.ToldDiagnosis.ToldFix;
import awsleuth.app.input.ToldDiagnosis.ToldProof;
import awsleuth.app.report.IncidentRecord.Line;
import awsleuth.app.report.IncidentRecord.Part;
import awsleuth.app.report.IncidentRecord.Section;
import awsleuth.core.fact.Citation;
import awsleuth.core.timeline.Timeline;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Makes the record of an incident from its diagnosis and its timeline. */
final class Recorder {

  private static final int MOST_POSSIBLE = 4;
  private static final int MOST_OTHERS = 20;
  private static final int MOST_PLACES = 3;

  private final ToldDiagnosis diagnosis;
  private final Timeline timeline;
  private final List<Line> unread;
  private final List<Section> sections = new ArrayList<>();

  /**
   * Of a diagnosis.
   *
   * @param unread which of its files could not be read for the timeline, and why
   */
  Recorder(ToldDiagnosis diagnosis, Timeline timeline, List<Line> unread) {
    this.diagnosis = diagnosis;
    this.timeline = timeline;
    this.unread = unread;
  }

  IncidentRecord record() {
    ToldFailure primary = diagnosis.failures().getFirst();
    List<ToldCause> causes = causes(primary);
    lines("Summary", summary(primary, causes));
    times();
    lines("What was tried", timeline.tried().stream().map(Recorder::line).toList());
    lines("Root cause", rootCause(primary, causes));
    lines("Conflicts", conflicts(primary));
    fixes(causes);
    lines("Proof", proof(primary, causes));
    lines("Lesson", Lesson.of(causes, timeline));
    lines("Other failed calls", others());
    return new IncidentRecord("Incident: " + primary.headline(), List.copyOf(sections));
  }

  /** What is confirmed; where nothing is, what is possible, the most likely first. */
  private static List<ToldCause> causes(ToldFailure f) {
    List<ToldCause> confirmed = f.causes().stream().filter(ToldCause::isConfirmed).toList();
    return confirmed.isEmpty() ? f.causes().stream().limit(MOST_POSSIBLE).toList() : confirmed;
  }

  private void lines(String title, List<Line> lines) {
    if (!lines.isEmpty()) {
      sections.add(new Section(title, List.of(new Part.Lines(lines))));
    }
  }

  private List<Line> summary(ToldFailure f, List<ToldCause> causes) {
    List<Line> lines = new ArrayList<>();
    String message = f.message().isEmpty() ? f.headline() : f.headline() + ": " + f.message();
    lines.add(new Line("failed", message, f.source()));
    if (f.count() > 1) {
      lines.add(new Line("seen", f.count() + " times", f.source()));
    }
    for (ToldCause c : causes) {
      lines.add(new Line(c.outcome(), c.summary(), evidence(c)));
    }
    if (causes.isEmpty()) {
      lines.add(new Line("unknown", "no cause that awsleuth knows explains it", f.source()));
    }
    return lines;
  }

  /** The places that a cause rests on, the first few; the page where it cites none. */
  private static String evidence(ToldCause cause) {
    List<String> places = cause.because().stream().map(b -> b.source()).distinct().toList();
    int more = places.size() - MOST_PLACES;
    return places.isEmpty()
        ? explain(cause)
        : String.join(", ", places.subList(0, Math.min(MOST_PLACES, places.size())))
            + (more > 0 ? " and " + more + " more" : "");
  }

  private static String explain(ToldCause cause) {
    return "awsleuth explain " + cause.id();
  }

  private void times() {
    List<Part> parts = new ArrayList<>();
    if (!timeline.dated().isEmpty()) {
      parts.add(new Part.Times("When (UTC)", Rows.dated(timeline)));
    }
    if (!timeline.undated().isEmpty()) {
      parts.add(
          new Part.Lines(
              List.of(
                  new Line(
                      "zone unknown",
                      "these times have no zone or no date: they stand in the order of their files,"
                          + " and where another order is sure the row says so",
                      Words.source(timeline.undated().getFirst().source())))));
      parts.add(new Part.Times("As written", Rows.undated(timeline)));
    }
    List<Line> notes = new ArrayList<>(unread);
    timeline.notes().forEach(n -> notes.add(new Line("note", n.text(), Words.source(n.source()))));
    if (timeline.dated().isEmpty() && timeline.undated().isEmpty()) {
      ToldFailure f = diagnosis.failures().getFirst();
      notes.add(new Line("note", "nothing in the evidence has a date", f.source()));
    }
    if (!notes.isEmpty()) {
      parts.add(new Part.Lines(List.copyOf(notes)));
    }
    sections.add(new Section("Timeline", List.copyOf(parts)));
  }

  private static Line line(Citation c) {
    return new Line("", c.text(), Words.source(c.source()));
  }

  private static List<Line> rootCause(ToldFailure f, List<ToldCause> causes) {
    List<Line> lines = new ArrayList<>();
    for (ToldCause c : causes) {
      lines.add(new Line(c.outcome(), c.summary() + " (`" + c.id() + "`)", explain(c)));
      c.because().forEach(b -> lines.add(new Line("because", b.text(), b.source())));
      c.needs().forEach(n -> lines.add(new Line("needs", n.text(), n.source())));
    }
    if (causes.isEmpty()) {
      lines.add(new Line("unknown", "no cause that awsleuth knows explains it", f.source()));
    }
    return lines;
  }

  private static List<Line> conflicts(ToldFailure f) {
    List<Line> lines = new ArrayList<>();
    for (ToldConflict c : f.conflicts()) {
      String first = c.says().isEmpty() ? f.source() : c.says().getFirst().source();
      lines.add(new Line("conflict", c.what(), first));
      c.says().forEach(s -> lines.add(new Line("says", s.text(), s.source())));
      lines.add(new Line(c.isSettled() ? "taken" : "open", c.taken(), first));
    }
    return lines;
  }

  private void fixes(List<ToldCause> causes) {
    List<Part> parts = new ArrayList<>();
    for (ToldCause c : causes) {
      for (ToldFix fix : c.fixes()) {
        parts.add(new Part.Lines(List.of(new Line(fix.applicability(), fix.title(), evidence(c)))));
        if (!fix.text().isBlank()) {
          parts.add(new Part.Code(fix.text()));
        }
      }
    }
    if (!parts.isEmpty()) {
      sections.add(new Section("Fix", List.copyOf(parts)));
    }
  }

  private static List<Line> proof(ToldFailure failure, List<ToldCause> causes) {
    List<Line> lines = new ArrayList<>();
    for (ToldCause c : causes) {
      for (ToldFix f : c.fixes()) {
        f.proof()
            .ifPresent(p -> {
              lines.add(new Line("fix", f.title(), evidence(c)));
              lines.addAll(proof(failure, p, c));
            });
      }
      if (!c.command().isEmpty()) {
        String expect = c.expect().isEmpty() ? "" : ": " + c.expect();
        lines.add(new Line("check", "`" + c.command().strip() + "`" + expect, explain(c)));
      }
    }
    return lines;
  }

  private static List<Line> proof(ToldFailure failure, ToldProof proof, ToldCause cause) {
    String label = proof.holds() ? "proof" : "decided";
    String page = explain(cause);
    String changed = changed(proof).orElse(page);
    List<Line> lines = new ArrayList<>();
    proof
        .requests()
        .forEach(r -> {
          boolean past = r.before().equals("allowed") && r.count() > 1;
          String what = past ? r.count() + " requests of the past (" + r.what() + ")" : r.what();
          String source =
              r.before().equals("allowed")
                  ? first(r.what())
                  : r.isRefused() ? failure.source() : changed;
          lines.add(new Line(label, r.before() + " → " + r.after() + ": " + what, source));
        });
    proof.deniedBy().forEach(d -> lines.add(new Line("before", d.text(), d.source())));
    proof.dependsOn().forEach(d -> lines.add(new Line("only where", d, page)));
    proof.supposes().forEach(d -> lines.add(new Line("supposes", "that " + d, page)));
    return lines;
  }

  /** The policy as the fix has it, by which the neighbouring requests were decided. */
  private static Optional<String> changed(ToldProof proof) {
    return JsonMembers.dicts(proof.document().get("policies")).stream()
        .filter(p -> !JsonMembers.text(p, "before").equals(JsonMembers.text(p, "after")))
        .map(p -> JsonMembers.text(p, "name") + " after the fix")
        .findFirst();
  }

  /** The first of the places that a row of requests of the past names. */
  private static String first(String places) {
    return places.replaceFirst("(?:, | and \\d+ more).*", "");
  }

  private List<Line> others() {
    return diagnosis.failures().stream()
        .skip(1)
        .limit(MOST_OTHERS)
        .map(f ->
            new Line(
                "",
                f.headline() + (f.causes().isEmpty() ? "" : ": " + f.causes().getFirst().summary()),
                f.source()))
        .toList();
  }
}
