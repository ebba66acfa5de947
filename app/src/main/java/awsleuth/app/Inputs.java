package awsleuth.app;

import awsleuth.core.Artifact;
import java.io.BufferedInputStream;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.zip.GZIPInputStream;

/**
 * Reads what the user named: files, folders, standard input; gzip is unpacked wherever it is met.
 */
final class Inputs {

  /** Larger inputs are not held as a whole. */
  static final int WHOLE = 4 << 20;

  /** Once so much is held as a whole, the files that follow are read as streams. */
  private static final int MOST_HELD = 8 * WHOLE;

  /** Policies, trails and settings make sense only as a whole; so much is held of one. */
  private static final int MOST_OF_DOCUMENT = 4 * WHOLE;

  private static final int SMALL = 64 << 10;

  /** What was read, and a line for each thing that could not be. */
  record Read(
      List<Artifact> artifacts, List<Large> large, List<String> errors, List<String> names) {}

  /** An input that is too large to hold: it is read as a stream. */
  record Large(String name, Opening opening) {}

  /** Opens an input from its beginning. */
  interface Opening {
    InputStream open() throws IOException;
  }

  private final List<Artifact> artifacts = new ArrayList<>();
  private final List<Large> large = new ArrayList<>();
  private final List<String> errors = new ArrayList<>();
  private final List<String> names = new ArrayList<>();
  private long held;

  private Inputs() {}

  static Read read(List<Named> named, InputStream standardInput) {
    Inputs inputs = new Inputs();
    for (Named n : named) {
      if (n.path().equals("-")) {
        inputs.stream("-", n.kind(), standardInput);
      } else {
        inputs.path(n);
      }
    }
    return new Read(inputs.artifacts, inputs.large, inputs.errors, inputs.names);
  }

  private void path(Named n) {
    try {
      Path path = Path.of(n.path());
      if (Files.isDirectory(path)) {
        Folder folder = Folder.list(path);
        folder.files().forEach(f -> file(f, f.toString(), n.kind()));
        errors.addAll(folder.errors());
      } else {
        file(path, n.path(), n.kind());
      }
    } catch (InvalidPathException e) {
      errors.add(n.path() + ": not a file name");
    }
  }

  private void file(Path path, String name, Artifact.Kind kind) {
    try {
      if (!Files.exists(path)) {
        throw new NoSuchFileException(name);
      }
      if (!Files.isRegularFile(path)) { // a pipe or device can be read but once
        stream(name, kind, Files.newInputStream(path));
        return;
      }
      byte[] head = head(path, kind);
      if (head.length > most(kind, head)) {
        large(name, kind, head, () -> Decoding.utf8(unpacked(Files.newInputStream(path))));
      } else if (isText(kind, head) && isTooMuch(head.length)) {
        large(name, kind, head, () -> Decoding.utf8(unpacked(Files.newInputStream(path))));
      } else {
        add(name, kind, head);
      }
    } catch (IOException e) {
      errors.add(name + ": cannot be read (" + reason(e) + ")");
    }
  }

  /** The bytes of a file, unpacked, or so many of them as tell that it is large. */
  private static byte[] head(Path path, Artifact.Kind kind) throws IOException {
    try (InputStream plain = unpacked(Files.newInputStream(path))) {
      return head(plain, kind);
    }
  }

  private static byte[] head(InputStream plain, Artifact.Kind kind) throws IOException {
    byte[] head = plain.readNBytes(WHOLE + 1);
    if (head.length <= WHOLE || most(kind, head) == WHOLE) {
      return head;
    }
    byte[] rest = plain.readNBytes(MOST_OF_DOCUMENT - WHOLE);
    byte[] all = Arrays.copyOf(head, head.length + rest.length);
    System.arraycopy(rest, 0, all, head.length, rest.length);
    return all;
  }

  /** How many bytes of such an input are held as a whole. */
  private static int most(Artifact.Kind kind, byte[] head) {
    return isText(kind, head) ? WHOLE : MOST_OF_DOCUMENT;
  }

  private static boolean isText(Artifact.Kind kind, byte[] head) {
    return kind == Artifact.Kind.TRACEBACK || (kind == Artifact.Kind.ANY && !isTrail(head));
  }

  /** Whether a document begins as CloudTrail's do. */
  private static boolean isTrail(byte[] head) {
    String start = new String(head, 0, Math.min(head.length, 8192), StandardCharsets.ISO_8859_1);
    String bare = start.stripLeading();
    return (bare.startsWith("{") || bare.startsWith("["))
        && (bare.startsWith("\"Records\"", 1) || bare.contains("\"eventVersion\""));
  }

  /** Whether no more of such a length is held; small files, such as policies, come last. */
  private boolean isTooMuch(int length) {
    return held + length > (length > SMALL ? MOST_HELD : 2 * MOST_HELD);
  }

  private void large(String name, Artifact.Kind kind, byte[] head, Opening opening) {
    if (isText(kind, head)) {
      names.add(shown(name));
      large.add(new Large(Printable.line(name), opening));
    } else {
      String label = kind == Artifact.Kind.ANY ? Artifact.Kind.TRAIL.label() : kind.label();
      errors.add(shown(name) + ": larger than 16 MB, which is too large for " + label);
    }
  }

  private void stream(String name, Artifact.Kind kind, InputStream in) {
    try {
      InputStream plain = unpacked(new BufferedInputStream(in, 1 << 16));
      byte[] head = head(plain, kind);
      if (head.length <= most(kind, head)) {
        add(name, kind, head);
      } else {
        InputStream whole = new SequenceInputStream(new ByteArrayInputStream(head), plain);
        large(name, kind, head, () -> Decoding.utf8(whole));
      }
    } catch (IOException e) {
      errors.add(shown(name) + ": cannot be read (" + reason(e) + ")");
    }
  }

  private static String shown(String name) {
    return name.equals("-") ? "standard input" : Printable.line(name);
  }

  private void add(String name, Artifact.Kind kind, byte[] bytes) {
    names.add(shown(name));
    held += bytes.length;
    artifacts.add(new Artifact(Printable.line(name), kind, Decoding.text(bytes)));
  }

  /** The stream itself, or what it unpacks to where it begins as gzip does. */
  private static InputStream unpacked(InputStream in) throws IOException {
    InputStream marked = in.markSupported() ? in : new BufferedInputStream(in, 1 << 16);
    marked.mark(4);
    int first = marked.read();
    int second = marked.read();
    marked.reset();
    return first == 0x1f && second == 0x8b ? new GZIPInputStream(marked, 1 << 16) : marked;
  }

  static String reason(Exception e) {
    return switch (e) {
      case NoSuchFileException _ -> "there is no such file";
      case AccessDeniedException _ -> "permission denied";
      default -> Words.orElse(String.valueOf(e.getMessage()), e.getClass().getSimpleName());
    };
  }
}
