package awsleuth.app.report;

import awsleuth.app.command.Overview;
import awsleuth.app.diagnose.Diagnosed;
import awsleuth.app.diagnose.JsonView;
import awsleuth.app.input.Held;
import awsleuth.app.input.InputException;
import awsleuth.app.input.Inputs;
import awsleuth.app.input.Named;
import awsleuth.app.input.NamedFile;
import awsleuth.app.input.Redaction;
import awsleuth.app.input.Remarks;
import awsleuth.app.input.ToldDiagnosis;
import awsleuth.app.report.IncidentRecord.Line;
import awsleuth.app.terminal.Console;
import awsleuth.app.terminal.Progress;
import awsleuth.aws.AwsCatalog;
import awsleuth.core.Artifact;
import awsleuth.core.Artifact.Kind;
import awsleuth.core.Diagnoser;
import awsleuth.core.evidence.Evidence;
import awsleuth.core.timeline.Timeline;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What a record is made of.
 *
 * @param diagnosis why the calls failed
 * @param evidence what its files say now
 * @param texts these files, as far as they are there and can be held
 * @param unread which are not, and why
 * @param isWhole whether all that was named could be read
 * @param folder the one folder that was named, with what parts it from its files; else empty
 */
record Subject(
    ToldDiagnosis diagnosis,
    List<Evidence> evidence,
    List<Artifact> texts,
    List<Line> unread,
    boolean isWhole,
    String folder) {

  /** Characters of all texts together that are looked through for times. */
  private static final long MOST_CHARACTERS = 64L << 20;

  /**
   * Of a diagnosis, whose files are read anew, or of evidence, which is diagnosed.
   *
   * @throws InputException where what is named cannot be read at all
   */
  static Subject of(List<String> names, AwsCatalog catalog, Redaction redaction, Console console)
      throws InputException {
    if (mayBeDiagnosis(names)) {
      return ofFile(names, new Reading(catalog, redaction, console, ""));
    }
    Subject subject =
        new Reading(catalog, redaction, console, "")
            .first(names.stream().map(n -> new Named(n, Kind.ANY)).toList(), console.in());
    return names.size() == 1 ? subject.in(names.getFirst()) : subject;
  }

  /** Whether the first name may be that of a diagnosis, and the others those of its folders. */
  private static boolean mayBeDiagnosis(List<String> names) {
    String first = names.getFirst();
    boolean alone = names.size() == 1;
    boolean beside = first.endsWith(".json") || first.equals(Inputs.STANDARD_INPUT);
    return !isFolder(first)
        && (alone || (beside && names.stream().skip(1).allMatch(Subject::isFolder)));
  }

  private static Subject ofFile(List<String> names, Reading reading) throws InputException {
    String name = names.getFirst();
    String text = NamedFile.of(name, reading.console().in()).text();
    reading.redaction().learn(text);
    Optional<ToldDiagnosis> told = ToldDiagnosis.in(text);
    return told.isPresent()
        ? reading.again(told.get(), Beside.of(name, names.subList(1, names.size())))
        : reading
            .piped(name.equals(Inputs.STANDARD_INPUT) ? text : "")
            .first(
                names.stream().map(n -> new Named(n, Kind.ANY)).toList(),
                new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
  }

  private static boolean isFolder(String name) {
    return NamedFile.exists(name) && java.nio.file.Files.isDirectory(java.nio.file.Path.of(name));
  }

  private Subject in(String folder) {
    String below = folder.endsWith("/") ? folder : folder + "/";
    return new Subject(diagnosis, evidence, texts, unread, isWhole, below);
  }

  /** The record. */
  IncidentRecord record(Optional<ZoneId> zone) {
    Recorder recorder = new Recorder(diagnosis, Timeline.of(texts, evidence, zone), unread);
    return recorder.record().below(folder);
  }

  /**
   * Reads files.
   *
   * @param text what came by standard input; empty where nothing did that may be read again
   */
  private record Reading(AwsCatalog catalog, Redaction redaction, Console console, String text) {

    Reading piped(String input) {
      return new Reading(catalog, redaction, console, input);
    }

    Subject first(List<Named> named, InputStream standardInput) throws InputException {
      Progress progress = new Progress(console.err());
      Remarks remarks = new Remarks(console, progress);
      Inputs inputs = read(named, standardInput, remarks, progress);
      if (inputs.looked().isEmpty()) {
        throw new InputException("nothing could be read");
      }
      Diagnosed diagnosed =
          new Diagnosed(
              new Diagnoser(catalog).diagnose(List.of(), inputs.evidence()),
              catalog.origin(),
              inputs.looked());
      ToldDiagnosis told =
          ToldDiagnosis.read("diagnosis", JsonView.document(diagnosed, false, _ -> {}));
      return subject(told, inputs, !remarks.hasErrors(), Beside.NAMED);
    }

    Subject again(ToldDiagnosis told, Beside beside) {
      Progress progress = new Progress(console.err());
      Remarks remarks = new Remarks(console, progress);
      List<Named> there =
          told.inputs().stream()
              .filter(n -> NamedFile.exists(n.path()) && beside.has(n.path()))
              .toList();
      long left = told.inputs().stream().filter(n -> !beside.has(n.path())).count();
      if (left > 0) {
        console.say(
            (left == 1 ? "1 file is" : left + " files are")
                + " not opened, for not being beside the diagnosis; to have them read, name their"
                + " folder too: awsleuth report DIAGNOSIS.json FOLDER");
      }
      Inputs inputs = read(there, InputStream.nullInputStream(), remarks, progress);
      return subject(told, inputs, true, beside);
    }

    private Inputs read(
        List<Named> named, InputStream standardInput, Remarks remarks, Progress progress) {
      Inputs inputs =
          new Inputs(catalog, Overview.COMMANDS, redaction, remarks, progress, new Held(Held.MOST));
      inputs.read(named, standardInput);
      return inputs;
    }

    private Subject subject(ToldDiagnosis told, Inputs inputs, boolean isWhole, Beside beside) {
      List<Artifact> texts = new ArrayList<>();
      List<Line> unread = new ArrayList<>();
      long characters = 0;
      for (Named n : told.inputs()) {
        try {
          if (!beside.has(n.path())) {
            throw new InputException(n.path() + " is not beside the diagnosis, so not opened");
          }
          String text = text(n);
          characters += text.length();
          if (characters > MOST_CHARACTERS) {
            throw new InputException("the files before it are as much as is looked through");
          }
          redaction.learn(text);
          texts.add(new Artifact(n.path(), n.kind(), text));
        } catch (InputException e) {
          unread.add(new Line("not read", "its times are not here: " + e.getMessage(), n.path()));
        }
      }
      return new Subject(told, List.copyOf(inputs.evidence()), texts, unread, isWhole, "");
    }

    private String text(Named n) throws InputException {
      if (n.path().equals(Inputs.STANDARD_INPUT)) {
        if (text.isEmpty()) {
          throw new InputException("it came by a pipe");
        }
        return text;
      }
      return NamedFile.of(n.path()).text();
    }
  }
}
