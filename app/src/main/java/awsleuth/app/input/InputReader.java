package awsleuth.app.input;

import awsleuth.app.terminal.Printable;
import awsleuth.app.terminal.Progress;
import awsleuth.aws.AwsCatalog;
import awsleuth.core.Artifact;
import awsleuth.core.Artifact.Kind;
import awsleuth.core.evidence.Evidence;
import awsleuth.core.evidence.Failure;
import awsleuth.core.evidence.ProfileSetting;
import awsleuth.core.read.Readers;
import awsleuth.core.read.Streamed;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Reads one input after another, each whole or, where it is large, as a stream. */
final class InputReader {

  /** Larger policies are read as logs are, larger CloudTrail files not at all. */
  private static final int LARGEST_DOCUMENT = 16 << 20;

  private final AwsCatalog catalog;
  private final List<String> commands;
  private final Redaction redaction;
  private final Remarks remarks;
  private final Progress progress;
  private final Held held;
  private final List<Looked> looked = new ArrayList<>();
  private final Set<Path> unread = new LinkedHashSet<>();

  private boolean failed;

  InputReader(
      AwsCatalog catalog,
      List<String> commands,
      Redaction redaction,
      Remarks remarks,
      Progress progress,
      Held held) {
    this.catalog = catalog;
    this.commands = commands;
    this.redaction = redaction;
    this.remarks = remarks;
    this.progress = progress;
    this.held = held;
  }

  /** Says whether other files of the folder that is being read have failures. */
  void besideFailures(boolean failed) {
    this.failed = failed;
  }

  /** A file that is not read, or not wholly. */
  void leaveOut(Path path) {
    unread.add(path);
  }

  List<Path> unread() {
    return List.copyOf(unread);
  }

  List<Looked> looked() {
    return looked;
  }

  /** Opens an input. */
  interface Opening {
    InputStream open() throws IOException;
  }

  /** Reads one input, where there is room for more. */
  void read(String name, Kind kind, Opening opening) {
    if (held.isFull()) {
      held.notRead(name);
      return;
    }
    String shown = shown(name);
    try (Unpacked in = Unpacked.of(opening.open())) {
      byte[] head = in.readNBytes(Inputs.WHOLE + 1);
      if (kind == Kind.ANY && DiagnosisFile.begins(head)) {
        looked.add(Looked.diagnosis(Printable.line(shown)));
      } else if (head.length <= Inputs.WHOLE && lines(head) <= Inputs.MOST_LINES) {
        whole(name, kind, head);
      } else {
        large(name, kind, head, in);
      }
      if (!in.damage().isEmpty()) {
        remarks.error(shown + ": " + in.damage());
      }
    } catch (InputException e) {
      remarks.error(shown + ": " + e.getMessage());
    } catch (NoSuchFileException e) {
      remarks.error(shown + ": there is no such file" + nearCommand(name));
    } catch (IOException e) {
      remarks.error(shown + ": cannot be read (" + Inputs.reason(e) + ")");
    }
  }

  /** What to say where a misspelt command was taken for a file. */
  private String nearCommand(String name) {
    List<String> near = catalog.nearest(name, commands, 1);
    return near.isEmpty() ? "" : "; there is a command `" + near.getFirst() + "`";
  }

  private void whole(String name, Kind kind, byte[] bytes) {
    String text = Decoding.text(bytes);
    redaction.learn(text);
    List<? extends Evidence> evidence =
        Readers.read(new Artifact(Printable.line(name), kind, asRead(name, kind, bytes)), catalog);
    progress.add(bytes.length);
    Optional<String> unread = BrokenJson.policy(shown(name), evidence);
    Looked one = Looked.whole(Printable.line(shown(name)), kind, bytes, text, evidence);
    looked.add(one);
    unread.ifPresent(kind == Kind.ANY ? remarks::note : remarks::error);
    if (evidence.isEmpty() && one.isOfKind() && !text.isBlank()) {
      remarks.error(
          one.fault().isEmpty() ? name + ": holds no " + EvidenceWords.of(kind) : one.fault());
    }
    if (isSettings(kind)
        && !evidence.isEmpty()
        && evidence.stream().noneMatch(InputReader::hasSection)) {
      remarks.note(name + ": has no [section], so boto3 would refuse it: is it the file meant?");
    }
    held.add(name, told(name, evidence));
  }

  private static boolean isSettings(Kind kind) {
    return kind == Kind.CONFIG || kind == Kind.CREDENTIALS;
  }

  private static boolean hasSection(Evidence evidence) {
    return evidence instanceof ProfileSetting s && !s.section().isEmpty();
  }

  /**
   * The text; of a file of settings with its byte order mark, which botocore does not pass over.
   */
  private static String asRead(String name, Kind kind, byte[] bytes) {
    String text = Decoding.text(bytes);
    Kind known = Readers.kindByBeginning(name, kind, text);
    return isSettings(known) ? Decoding.whole(bytes) : text;
  }

  private void large(String name, Kind kind, byte[] head, InputStream rest) throws IOException {
    Kind known = Readers.kindByBeginning(name, kind, Decoding.text(head));
    if (known == Kind.TRACEBACK) {
      stream(name, head, rest);
      return;
    }
    if ((isSettings(known) || known == Kind.ENV) && lines(head) > Inputs.MOST_LINES) {
      remarks.error(name + ": more than " + Inputs.MOST_LINES + " lines, so not read as settings");
      return;
    }
    byte[] more = rest.readNBytes(LARGEST_DOCUMENT - head.length);
    if (more.length < LARGEST_DOCUMENT - head.length) {
      byte[] all = java.util.Arrays.copyOf(head, head.length + more.length);
      System.arraycopy(more, 0, all, head.length, more.length);
      whole(name, kind, all);
      return;
    }
    int most = LARGEST_DOCUMENT >> 20;
    if (known == Kind.TRAIL) {
      if (!name.equals(Inputs.STANDARD_INPUT)) {
        unread.add(Path.of(name));
      }
      remarks.error(
          shown(name)
              + ": more than "
              + most
              + " MB of CloudTrail events, so not read; `awsleuth trail failures FILE` reads them");
      return;
    }
    String what = EvidenceWords.of(known);
    remarks.error(name + ": larger than " + most + " MB: read as a log is, not as " + what);
    stream(name, head, new SequenceInputStream(new ByteArrayInputStream(more), rest));
  }

  private void stream(String name, byte[] head, InputStream rest) throws IOException {
    InputStream all = new SequenceInputStream(new ByteArrayInputStream(head), rest);
    Streamed read =
        Readers.readStream(Printable.line(name), progress.watching(Decoding.utf8(all)), catalog);
    looked.add(Looked.streamed(Printable.line(shown(name)), head, read.failures()));
    held.add(name, read.failures());
    if (read.leftOut() > 0) {
      remarks.note(
          Printable.line(name)
              + ": "
              + read.leftOut()
              + " failed calls are left out: there are more than "
              + Streamed.MOST_KINDS
              + " kinds, of which those seen once or seldom are dropped"
              + " and the others counted from when they were seen again");
    }
  }

  /** How many line ends there are, of whatever system. */
  private static int lines(byte[] bytes) {
    int lines = 0;
    for (byte b : bytes) {
      if (b == '\n' || b == '\r') {
        lines++;
      }
    }
    return lines;
  }

  private static String shown(String name) {
    return name.equals(Inputs.STANDARD_INPUT) ? Inputs.SHOWN_STANDARD_INPUT : name;
  }

  /** Without failures, of which documents and programs beside logs that have some only speak. */
  private List<? extends Evidence> told(String name, List<? extends Evidence> evidence) {
    List<? extends Evidence> rest = evidence.stream().filter(e -> !(e instanceof Failure)).toList();
    if (!failed || rest.size() == evidence.size()) {
      return evidence;
    }
    remarks.note(Printable.line(name) + ": not read for failures; name it to have it read");
    return rest;
  }
}
