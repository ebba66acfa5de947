package awsleuth.app.run;

import awsleuth.app.diagnose.Diagnosed;
import awsleuth.app.diagnose.JsonView;
import awsleuth.app.diagnose.View;
import awsleuth.app.input.Looked;
import awsleuth.app.terminal.Console;
import awsleuth.app.terminal.Screen;
import awsleuth.app.watched.RunJson;
import awsleuth.app.watched.RunRemarks;
import awsleuth.app.watched.RunWords;
import awsleuth.app.watched.Seen;
import awsleuth.aws.AwsCatalog;
import awsleuth.core.Artifact;
import awsleuth.core.Artifact.Kind;
import awsleuth.core.Diagnoser;
import awsleuth.core.Diagnosis;
import awsleuth.core.Diagnosis.FailureDiagnosis;
import awsleuth.core.evidence.Evidence;
import awsleuth.core.evidence.WatchedCall;
import awsleuth.core.read.Readers;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/**
 * What is shown when the program has ended.
 *
 * @param console standard error and the screen
 * @param view the form
 * @param output the file that it is written to; empty for standard error
 * @param all whether what was ruled out is shown too
 */
record Ending(Console console, View view, String output, boolean all) {

  /**
   * Reads a record, diagnoses what failed and shows it.
   *
   * @param name what citations call the record
   * @param record its text
   */
  void show(String name, String record) throws IOException {
    String text = text(name, record);
    if (output.isEmpty()) {
      console.err().print(text);
      console.err().flush();
    } else {
      Files.writeString(Path.of(output), text);
    }
  }

  /** The same, not shown. */
  String text(String name, String record) {
    AwsCatalog catalog = AwsCatalog.embedded();
    List<? extends Evidence> evidence =
        Readers.read(new Artifact(name, Artifact.Kind.RECORD, record), catalog);
    Seen seen = Seen.all(evidence).getFirst();
    Diagnosis diagnosis =
        seen.isFailed()
            ? new Diagnoser(catalog).diagnoseEvidence(evidence)
            : new Diagnosis(List.of());
    return text(seen, diagnosis, catalog.origin());
  }

  private String text(Seen seen, Diagnosis diagnosis, String origin) {
    Screen screen = output.isEmpty() ? console.screen() : Screen.PIPE;
    ProgramPlaces places =
        new ProgramPlaces(seen, Path.of("").toAbsolutePath().normalize().toString());
    RunRemarks remarks = new RunRemarks(seen, places::shown);
    return switch (view) {
      case JSON ->
          JsonView.document(
              diagnosed(diagnosis.failures(), origin, places),
              all,
              json -> new RunJson(json, UnaryOperator.identity()).write(seen, diagnosis, remarks));
      case TEXT, MARKDOWN ->
          prose(seen, diagnosis, f -> diagnosed(f, origin, places), screen, remarks);
    };
  }

  private String prose(
      Seen seen,
      Diagnosis diagnosis,
      Function<List<FailureDiagnosis>, Diagnosed> diagnosed,
      Screen screen,
      RunRemarks remarks) {
    StringBuilder out = new StringBuilder();
    boolean markdown = view == View.MARKDOWN;
    List<FailureDiagnosis> fatal = diagnosis.failures().stream().filter(seen::isFatal).toList();
    List<FailureDiagnosis> handled =
        diagnosis.failures().stream()
            .filter(f -> seen.ending(f) == WatchedCall.Ending.HANDLED)
            .toList();
    List<FailureDiagnosis> threads =
        diagnosis.failures().stream()
            .filter(f -> seen.ending(f) == WatchedCall.Ending.THREAD)
            .toList();
    out.append(markdown ? "" : "awsleuth: ").append(RunWords.headline(seen)).append('\n');
    if (!fatal.isEmpty()) {
      out.append(
          handled.isEmpty() && threads.isEmpty()
              ? "\n"
              : "\n" + RunWords.fatal(fatal.size()) + "\n\n");
      out.append(view.render(diagnosed.apply(fatal), all, screen));
    }
    if (!threads.isEmpty()) {
      out.append('\n').append(RunWords.ofThreads(threads.size())).append("\n\n");
      out.append(view.render(diagnosed.apply(threads), all, screen));
    }
    if (!handled.isEmpty()) {
      out.append('\n').append(RunWords.handled(seen, handled.size())).append("\n\n");
      out.append(view.render(diagnosed.apply(handled), all, screen));
    }
    return out.append(markdown ? remarks.markdown() : remarks.text(screen)).toString();
  }

  private static Diagnosed diagnosed(
      List<FailureDiagnosis> failures, String origin, ProgramPlaces places) {
    return new Diagnosed(
        places.in(new Diagnosis(failures)),
        origin,
        List.of(new Looked("the program's calls", Kind.ANY, Looked.Content.EVIDENCE, "")));
  }
}
