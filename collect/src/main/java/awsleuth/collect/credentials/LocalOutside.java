package awsleuth.collect.credentials;

import awsleuth.boto.credentials.Answer;
import awsleuth.boto.credentials.Ask;
import awsleuth.boto.credentials.Content;
import awsleuth.boto.credentials.Outside;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The files of this machine, and nothing else: no endpoint is asked and no program is run. Several
 * threads may ask.
 */
public final class LocalOutside implements Outside {

  /** Bytes of a file; more is not read. */
  private static final int LARGEST = 4 << 20;

  private final Map<String, Content> read = Collections.synchronizedMap(new LinkedHashMap<>());

  @Override
  public Content file(String path) {
    return read.computeIfAbsent(path, LocalOutside::read);
  }

  @Override
  public Answer ask(Ask ask) {
    return new Answer.None();
  }

  /** The contents of the files that were read, by path. */
  public Map<String, byte[]> contents() {
    Map<String, byte[]> contents = new LinkedHashMap<>();
    read.forEach((path, content) -> {
      if (content instanceof Content.Bytes(byte[] bytes)) {
        contents.put(path, bytes);
      }
    });
    return contents;
  }

  private static Content read(String name) {
    try {
      Path path = Path.of(name);
      if (name.isEmpty() || !Files.exists(path)) {
        return new Content.Nothing();
      }
      if (Files.isDirectory(path)) {
        return new Content.Directory();
      }
      if (!Files.isRegularFile(path)) {
        return new Content.Nothing();
      }
      try (InputStream in = Files.newInputStream(path)) {
        return new Content.Bytes(in.readNBytes(LARGEST));
      }
    } catch (IOException e) {
      return new Content.Forbidden();
    } catch (InvalidPathException e) {
      return new Content.Nothing();
    }
  }

  /** Whether others than its owner may read a file; empty where the system does not tell. */
  public static Optional<Boolean> othersMayRead(String name) {
    try {
      Set<PosixFilePermission> may = Files.getPosixFilePermissions(Path.of(name));
      return Optional.of(
          may.contains(PosixFilePermission.GROUP_READ)
              || may.contains(PosixFilePermission.OTHERS_READ));
    } catch (IOException | UnsupportedOperationException | InvalidPathException e) {
      return Optional.empty();
    }
  }
}
