package awsleuth.trail.spark;

import awsleuth.trail.read.Entry;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.AccessDeniedException;
import java.nio.file.NoSuchFileException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.FutureDataInputStreamBuilder;
import org.apache.hadoop.fs.Options.OpenFileOptions;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.security.AccessControlException;
import org.apache.hadoop.util.functional.FutureIO;

/**
 * An entry of a storage that Hadoop knows.
 *
 * @param place with its scheme
 * @param known what it is, where that was told and cannot have changed since
 */
record HadoopEntry(FileSystem storage, Path place, String name, Optional<FileStatus> known)
    implements Entry {

  @Override
  public List<String> path() {
    List<String> names = new ArrayList<>();
    names.add(storage.getUri().toString());
    Arrays.stream(place.toUri().getPath().split("/", -1))
        .filter(part -> !part.isEmpty())
        .forEach(names::add);
    return names;
  }

  @Override
  public Look look() throws IOException {
    FileStatus status = status();
    Kind kind = status.isDirectory() ? Kind.FOLDER : status.isFile() ? Kind.FILE : Kind.OTHER;
    return new Look(kind, status.getLen(), null);
  }

  private FileStatus status() throws IOException {
    try {
      return known.isPresent() ? known.get() : storage.getFileStatus(place);
    } catch (IOException e) {
      throw plain(e);
    }
  }

  @Override
  public List<Entry> inside() throws IOException {
    try {
      return Arrays.stream(storage.listStatus(place))
          .sorted(Comparator.comparing(status -> status.getPath().getName()))
          .<Entry>map(this::below)
          .toList();
    } catch (IOException e) {
      throw plain(e);
    }
  }

  private HadoopEntry below(FileStatus status) {
    Path path = status.getPath();
    return new HadoopEntry(storage, path, name + "/" + path.getName(), Optional.of(status));
  }

  @Override
  public InputStream open() throws IOException {
    try {
      FutureDataInputStreamBuilder opening =
          storage.openFile(place).opt(OpenFileOptions.FS_OPTION_OPENFILE_READ_POLICY, WHOLE_FILE);
      // Where the length is known, S3 is not asked for it again.
      known.ifPresent(
          k -> opening.opt(OpenFileOptions.FS_OPTION_OPENFILE_LENGTH, Long.toString(k.getLen())));
      return FutureIO.awaitFuture(opening.build());
    } catch (IOException e) {
      throw plain(e);
    }
  }

  private static final String WHOLE_FILE =
      OpenFileOptions.FS_OPTION_OPENFILE_READ_POLICY_WHOLE_FILE;

  /** As Java's own file system would tell it. */
  private IOException plain(IOException e) {
    return switch (e) {
      case FileNotFoundException _ -> new NoSuchFileException(name);
      case AccessControlException _ -> new AccessDeniedException(name);
      case AccessDeniedException denied -> denied;
      default -> new IOException(line(e), e);
    };
  }

  /** What an exception says, in one line. */
  static String line(Exception e) {
    String message = String.valueOf(e.getMessage());
    return message.lines().findFirst().orElse(e.getClass().getSimpleName());
  }
}
