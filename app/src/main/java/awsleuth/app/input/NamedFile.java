package awsleuth.app.input;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;

/**
 * A file that an option or argument names, read as a whole. All that read one file read it here, so
 * that each unpacks gzip, knows UTF-16 and says in the same words why a file cannot be read.
 *
 * @param name as it is shown
 * @param opening brings its bytes
 */
public record NamedFile(String name, Opening opening) {

  /** Bytes of a file, unpacked. */
  private static final int LARGEST = 32 << 20;

  /** Opens a file. */
  interface Opening {

    /** The bytes; the caller closes it. */
    InputStream open() throws IOException;
  }

  /** The file at a path. */
  public static NamedFile of(Path path) {
    return new NamedFile(path.toString(), () -> Files.newInputStream(path));
  }

  /**
   * The file of a name.
   *
   * @throws InputException where no file can have the name
   */
  public static NamedFile of(String name) throws InputException {
    Path path = path(name);
    return new NamedFile(name, () -> Files.newInputStream(path));
  }

  /** As {@link #of(String)}, but standard input for {@code -}. */
  public static NamedFile of(String name, InputStream standardInput) throws InputException {
    return name.equals(Inputs.STANDARD_INPUT)
        ? new NamedFile("standard input", () -> standardInput)
        : of(name);
  }

  /**
   * The path of a name.
   *
   * @throws InputException where no file can have the name, as where the locale has no such letter
   */
  public static Path path(String name) throws InputException {
    try {
      return Path.of(name);
    } catch (InvalidPathException e) {
      throw new InputException(name + ": not a file name (" + e.getReason() + ")");
    }
  }

  /** Whether there is something of that name; never where no file can have it. */
  public static boolean exists(String name) {
    try {
      return !name.isEmpty() && Files.exists(Path.of(name));
    } catch (InvalidPathException e) {
      return false;
    }
  }

  /**
   * The text, without the byte order mark where there is one.
   *
   * @throws InputException where the file cannot be read, is too large or is no text
   */
  public String text() throws InputException {
    String whole = whole();
    return whole.startsWith("\ufeff") ? whole.substring(1) : whole;
  }

  /** As {@link #text}, but with the byte order mark. */
  public String whole() throws InputException {
    String whole = Decoding.whole(bytes());
    if (whole.indexOf('\0') >= 0) {
      throw new InputException(name + ": is no text");
    }
    return whole;
  }

  /**
   * The bytes, unpacked.
   *
   * @throws InputException where the file cannot be read or is too large
   */
  public byte[] bytes() throws InputException {
    try (Unpacked in = Unpacked.of(opening.open())) {
      byte[] bytes = in.readNBytes(LARGEST + 1);
      if (bytes.length > LARGEST) {
        throw new InputException("larger than " + (LARGEST >> 20) + " MB");
      }
      if (!in.damage().isEmpty()) {
        throw new InputException("its gzip data is damaged or ends too early");
      }
      return bytes;
    } catch (InputException e) {
      throw new InputException(name + ": " + e.getMessage());
    } catch (IOException e) {
      throw new InputException(name + ": cannot be read (" + Inputs.reason(e) + ")");
    }
  }
}
