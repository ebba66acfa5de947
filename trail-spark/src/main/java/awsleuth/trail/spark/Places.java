package awsleuth.trail.spark;

import awsleuth.app.input.InputException;
import awsleuth.app.input.NamedFile;
import awsleuth.trail.read.Entry;
import awsleuth.trail.read.Found;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;

/**
 * Where archives are: in the file system of the machines, read as by the command, or in a storage
 * that Hadoop knows, such as S3.
 */
final class Places {

  private static final Pattern WITH_SCHEME = Pattern.compile("[A-Za-z][A-Za-z0-9+.-]*:/.*");

  /** What is in these is replaced as a whole: nothing changes while it is read. */
  private static final Set<String> REPLACED_WHOLE = Set.of("s3", "s3a", "s3n");

  private Places() {}

  /**
   * What a name stands for; without a scheme it is one of the default file system.
   *
   * @throws InputException where no storage of that kind is at hand
   */
  static Entry entry(String given, Configuration settings) throws InputException {
    try {
      boolean whole = WITH_SCHEME.matcher(given).matches();
      Path place = whole ? new Path(given) : new Path(null, null, given);
      FileSystem storage = place.getFileSystem(settings);
      if (storage.getScheme().equals("file")) {
        return Entry.onDisk(NamedFile.path(whole ? place.toUri().getPath() : given));
      }
      String name = given.endsWith("/") ? given.substring(0, given.length() - 1) : given;
      return new HadoopEntry(storage, storage.makeQualified(place), name, Optional.empty());
    } catch (IOException | RuntimeException e) {
      throw new InputException(
          given
              + ": its storage cannot be reached ("
              + HadoopEntry.line(e)
              + "); for s3a:// Spark needs the package hadoop-aws of its own Hadoop's version");
    }
  }

  /** A file that was found, to be told to another machine. */
  static StoredFile stored(Found found) {
    String place =
        switch (found.entry()) {
          case HadoopEntry entry -> entry.place().toUri().toString();
          case Entry entry -> "/" + String.join("/", entry.path());
        };
    return new StoredFile(place, found.name(), found.size());
  }

  /** The file of another machine's telling. */
  static Entry file(StoredFile told, Configuration settings) {
    if (told.place().startsWith("/")) {
      return Entry.onDisk(java.nio.file.Path.of(told.place()));
    }
    try {
      Path place = new Path(URI.create(told.place()));
      Optional<FileStatus> known =
          REPLACED_WHOLE.contains(place.toUri().getScheme())
              ? Optional.of(new FileStatus(told.size(), false, 0, 0, 0, place))
              : Optional.empty();
      return new HadoopEntry(place.getFileSystem(settings), place, told.name(), known);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
