package awsleuth.trail.read;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Something that is in an archive or is one, wherever its bytes are. */
public interface Entry {

  /** What an entry is. */
  enum Kind {
    /** It has bytes. */
    FILE,
    /** It has entries. */
    FOLDER,
    /** It has neither. */
    OTHER
  }

  /**
   * What an entry is at a moment.
   *
   * @param size of a file, in bytes, as it is stored
   * @param identity equal for two entries that are one and the same folder, where links may lead to
   *     it by several ways; null where none can
   */
  record Look(Kind kind, long size, @Nullable Object identity) {}

  /** Of this machine's file system. */
  static Entry onDisk(Path place) {
    return new OnDisk(place);
  }

  /** How people name it: what was given, with what follows below that. */
  String name();

  /** The names of the folders around it, from the outermost on, and its own. */
  List<String> path();

  /**
   * What it is now.
   *
   * @throws IOException where that cannot be told
   */
  Look look() throws IOException;

  /**
   * What a folder has, in the order of names.
   *
   * @throws IOException where it cannot be listed
   */
  List<Entry> inside() throws IOException;

  /**
   * The bytes of a file, as they are stored, from the first on. The caller closes it.
   *
   * @throws IOException where it cannot be opened
   */
  InputStream open() throws IOException;
}
