package awsleuth.app;

import awsleuth.core.Artifact;
import java.io.BufferedInputStream;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;

/**
 * Reads what the user named: files, folders, standard input; gzip is unpacked wherever it is met.
 */
final class Inputs {

  /** Larger inputs are not held as a whole. */
  static final int WHOLE = 4 << 20;

  /** Once so much is held as a whole, the files that follow are read as streams. */
  private static final int MOST_HELD = 8 * WHOLE;

  private static final int MOST_FILES = 10_000;

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
        folder(path);
      } else {
        file(path, n.path(), n.kind());
      }
    } catch (InvalidPathException e) {
      errors.add(n.path() + ": not a file name");
    }
  }

  private void folder(Path folder) {
    try (Stream<Path> walk = Files.walk(folder, 12)) {
      List<Path> files = walk.filter(Files::isRegularFile).sorted().limit(MOST_FILES).toList();
      for (Path f : files) {
        if (!f.getFileName().toString().startsWith(".")) {
          file(f, f.toString(), Artifact.Kind.ANY);
        }
      }
    } catch (IOException | java.io.UncheckedIOException e) {
      errors.add(folder + ": cannot be listed (" + reason(e) + ")");
    }
  }

  private void file(Path path, String name, Artifact.Kind kind) {
    try {
      if (!Files.exists(path)) {
        throw new NoSuchFileException(name);
      }
      byte[] head = Files.size(path) > WHOLE ? null : head(path);
      if (head == null || head.length > WHOLE || held + head.length > MOST_HELD) {
        names.add(name);
        large.add(new Large(name, () -> Decoding.utf8(unpacked(Files.newInputStream(path)))));
      } else {
        add(name, kind, head);
      }
    } catch (IOException e) {
      errors.add(name + ": cannot be read (" + reason(e) + ")");
    }
  }

  /** The bytes of a file, unpacked, or so many of them as tell that it is large. */
  private static byte[] head(Path path) throws IOException {
    try (InputStream plain = unpacked(Files.newInputStream(path))) {
      return plain.readNBytes(WHOLE + 1);
    }
  }

  private void stream(String name, Artifact.Kind kind, InputStream in) {
    try {
      BufferedInputStream buffered = new BufferedInputStream(in, 1 << 16);
      InputStream plain = unpacked(buffered);
      byte[] head = plain.readNBytes(WHOLE + 1);
      if (head.length <= WHOLE) {
        add(name, kind, head);
      } else {
        names.add(name);
        large.add(
            new Large(
                name,
                () ->
                    Decoding.utf8(new SequenceInputStream(new ByteArrayInputStream(head), plain))));
      }
    } catch (IOException e) {
      errors.add(
          (name.equals("-") ? "standard input" : name) + ": cannot be read (" + reason(e) + ")");
    }
  }

  private void add(String name, Artifact.Kind kind, byte[] bytes) {
    names.add(name.equals("-") ? "standard input" : name);
    held += bytes.length;
    artifacts.add(new Artifact(Printable.of(name), kind, Decoding.text(bytes)));
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

  private static String reason(Exception e) {
    return switch (e) {
      case NoSuchFileException _ -> "there is no such file";
      case AccessDeniedException _ -> "permission denied";
      default -> Words.orElse(String.valueOf(e.getMessage()), e.getClass().getSimpleName());
    };
  }
}
