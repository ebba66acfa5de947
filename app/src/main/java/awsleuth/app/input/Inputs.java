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
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Reads what the user named: files, folders, standard input. Each input becomes evidence before the
 * next is opened, so that no more than one text is held, and of a large one not even that.
 */
public final class Inputs {

  /** Larger texts are not held as a whole. */
  public static final int WHOLE = 4 << 20;

  /** Texts of more lines are not held as a whole, and files of more settings not read. */
  public static final int MOST_LINES = 200_000;

  /** Larger policies are read as logs are, larger CloudTrail files not at all. */
  private static final int LARGEST_DOCUMENT = 16 << 20;

  /** The name by which standard input is asked for. */
  public static final String STANDARD_INPUT = "-";

  /** What people call it. */
  static final String SHOWN_STANDARD_INPUT = "standard input";

  private final AwsCatalog catalog;
  private final List<String> commands;
  private final Redaction redaction;
  private final Remarks remarks;
  private final Progress progress;
  private final Held held;
  private final List<Looked> looked = new ArrayList<>();
  private final Set<Object> seen = new HashSet<>();
  private final Set<Path> unread = new LinkedHashSet<>();
  private final List<OfArchive> archives = new ArrayList<>();

  /** Whether other files of the folder that is being read have failures. */
  private boolean failed;

  /**
   * Nothing read yet.
   *
   * @param commands the names of awsleuth's commands, one of which a missing file may be
   */
  public Inputs(
      AwsCatalog catalog,
      List<String> commands,
      Redaction redaction,
      Remarks remarks,
      Progress progress,
      Held held) {
    this.commands = commands;
    this.catalog = catalog;
    this.redaction = redaction;
    this.remarks = remarks;
    this.progress = progress;
    this.held = held;
  }

  /** A file of an archive, which is read after all others. */
  private record OfArchive(Path path, Kind kind) {}

  /**
   * Reads the inputs in order, but files that CloudTrail itself named at the end: they may be more
   * than can be held, and what failed is in the others. One that is named twice is read once.
   */
  public void read(List<Named> named, InputStream standardInput) {
    for (Named n : named) {
      if (!n.path().equals(STANDARD_INPUT)) {
        path(n);
      } else if (seen.add(STANDARD_INPUT)) {
        read(STANDARD_INPUT, n.kind(), () -> standardInput);
      }
    }
    archives.forEach(a -> file(a.path(), a.path().toString(), a.kind()));
    progress.done();
    if (held.isFull()) {
      remarks.error(held.leftOut());
    }
  }

  /** What was read, in order. */
  public List<Evidence> evidence() {
    return held.evidence();
  }

  /** The files that were not read, or not wholly, since they are more than can be held. */
  public List<Path> unread() {
    return List.copyOf(unread);
  }

  /** What was read. */
  public List<Looked> looked() {
    return looked;
  }

  private void path(Named n) {
    try {
      Path path = Path.of(n.path());
      if (n.path().isEmpty()) {
        remarks.error("a FILE is named by an empty word");
      } else if (Files.isDirectory(path)) {
        folder(path, n.kind());
      } else {
        file(path, n.path(), n.kind());
      }
    } catch (InvalidPathException e) {
      remarks.error(n.path() + ": not a file name");
    }
  }

  private void folder(Path folder, Kind kind) {
    List<Path> files = Folder.files(folder, remarks);
    if (files.isEmpty()) {
      remarks.note(folder + ": holds no files");
    }
    int before = held.evidence().size();
    for (Path f : files) {
      if (Manifest.is(f)) {
        file(f, f.toString(), kind);
      }
    }
    Manifest manifest =
        Manifest.of(held.evidence().subList(before, held.evidence().size()), files, remarks);
    for (Path f : files) {
      if (Folder.isOfArchive(f)) {
        archives.add(new OfArchive(f, manifest.kind(f, kind)));
      } else if (!Folder.isOfPeople(f)) {
        file(f, f.toString(), manifest.kind(f, kind));
      }
    }
    List<Evidence> found = held.evidence().subList(before, held.evidence().size());
    failed = found.stream().anyMatch(Failure.class::isInstance);
    for (Path f : files) {
      if (!Folder.isOfArchive(f)) {
        file(f, f.toString(), manifest.kind(f, kind));
      }
    }
    failed = false;
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

  private void file(Path path, String name, Kind kind) {
    if (seen.add(identity(path))) {
      read(name, kind, () -> Files.newInputStream(path));
      if (held.isFull()) {
        unread.add(path);
      }
    }
  }

  /** What two names of one file have in common. */
  private static Object identity(Path path) {
    try {
      return path.toRealPath();
    } catch (IOException e) {
      return path.toAbsolutePath();
    }
  }

  /** Opens an input. */
  private interface Opening {
    InputStream open() throws IOException;
  }

  private void read(String name, Kind kind, Opening opening) {
    if (held.isFull()) {
      held.notRead(name);
      return;
    }
    String shown = shown(name);
    try (Unpacked in = Unpacked.of(opening.open())) {
      byte[] head = in.readNBytes(WHOLE + 1);
      if (head.length <= WHOLE && lines(head) <= MOST_LINES) {
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
      remarks.error(shown + ": cannot be read (" + reason(e) + ")");
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
        && evidence.stream().noneMatch(Inputs::hasSection)) {
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
    if ((isSettings(known) || known == Kind.ENV) && lines(head) > MOST_LINES) {
      remarks.error(name + ": more than " + MOST_LINES + " lines, so not read as settings");
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
      if (!name.equals(STANDARD_INPUT)) {
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
    return name.equals(STANDARD_INPUT) ? SHOWN_STANDARD_INPUT : name;
  }

  /** Why something cannot be read, in a few words. */
  public static String reason(Exception e) {
    return switch (e) {
      case NoSuchFileException _ -> "there is no such file";
      case AccessDeniedException _ -> "permission denied";
      case FileSystemException f when f.getReason() != null -> f.getReason();
      default -> e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
    };
  }
}
