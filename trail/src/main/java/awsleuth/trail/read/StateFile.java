package awsleuth.trail.read;

import awsleuth.trail.Damage;
import awsleuth.trail.Fold;
import awsleuth.trail.Intake;
import awsleuth.trail.ResumeRefused;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.ObjectInputFilter;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.nio.channels.FileChannel;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;
import java.util.Set;

/**
 * The file that an interrupted reading is gone on from: the question, which files are read, what
 * was found in them. It is replaced as a whole, so that it is always one or the other.
 */
final class StateFile<F extends Fold<F>> {

  private static final String HEADER = "awsleuth trail state 3";

  /** No classes but those of the room and plain values are made of what a file says. */
  private static final String CLASSES =
      "maxdepth=40;awsleuth.trail.**;java.lang.*;java.util.*;!*;maxarray=";

  /** An empty map or list has an array of some elements. */
  private static final long SMALL = 1024;

  /** No file or link that is there already is written to. */
  private static final Set<OpenOption> NEW =
      Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);

  private final Path file;
  private final String question;

  /**
   * A file that may not be there yet.
   *
   * @param question tells one question, archive and filter from another
   */
  StateFile(Path file, String question) {
    this.file = file;
    this.question = question;
  }

  /**
   * What the file says.
   *
   * @param done the files that were read
   */
  record State<F>(F fold, Intake intake, LongSet done) {}

  /**
   * Reads it; where it is not there, nothing was read yet.
   *
   * @throws ResumeRefused where it is no such file, or of another question
   */
  @SuppressWarnings("unchecked")
  State<F> read(F empty) throws ResumeRefused {
    if (!Files.exists(file)) {
      return new State<>(empty, Intake.NONE, new LongSet());
    }
    try (ObjectInputStream in =
        new ObjectInputStream(new BufferedInputStream(Files.newInputStream(file)))) {
      in.setObjectInputFilter(
          ObjectInputFilter.Config.createFilter(CLASSES + Math.max(SMALL, Files.size(file))));
      if (!in.readUTF().equals(HEADER)) {
        throw useless("is of another version of awsleuth");
      }
      if (!in.readObject().equals(question)) {
        throw useless("is of another question, archive or filter");
      }
      F fold = (F) empty.getClass().cast(in.readObject());
      Intake intake = (Intake) in.readObject();
      return new State<>(fold, intake, LongSet.of((long[]) in.readObject()));
    } catch (AccessDeniedException e) {
      throw useless("cannot be read (" + FileReader.reason(e) + ")");
    } catch (IOException | ClassNotFoundException | RuntimeException e) {
      throw useless("is no state of an interrupted reading");
    }
  }

  private ResumeRefused useless(String why) {
    return new ResumeRefused(file + ": " + why + "; name another file, or delete it to begin anew");
  }

  /** Where its next contents are written. */
  static Path beside(Path file) {
    return file.resolveSibling(file.getFileName() + ".new");
  }

  /**
   * Replaces the file.
   *
   * @throws ResumeRefused where it cannot be written
   */
  void write(F fold, Intake intake, LongSet done) throws ResumeRefused {
    Path beside = beside(file);
    try {
      Files.deleteIfExists(beside);
      try (FileChannel channel = FileChannel.open(beside, NEW, owner());
          ObjectOutputStream out =
              new ObjectOutputStream(
                  new BufferedOutputStream(java.nio.channels.Channels.newOutputStream(channel)))) {
        out.writeUTF(HEADER);
        out.writeObject(question);
        out.writeObject(fold);
        out.writeObject(intake);
        out.writeObject(done.values());
        out.flush();
        channel.force(true);
      }
      Files.move(beside, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      throw new ResumeRefused(file + ": cannot be written (" + FileReader.reason(e) + ")");
    }
  }

  /** For the owner alone: records may have what others are not to see. */
  private FileAttribute<?>[] owner() {
    return file.getFileSystem().supportedFileAttributeViews().contains("posix")
        ? new FileAttribute<?>[] {
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
        }
        : new FileAttribute<?>[0];
  }

  /** Replaces the file where that is possible; else it stays what it was, which is as good. */
  void keep(F fold, Intake intake, LongSet done) {
    try {
      write(fold, intake, done);
    } catch (ResumeRefused stays) {
      return;
    }
  }

  /** Takes the file away; what is wrong where that cannot be done. */
  Optional<Damage> delete() {
    try {
      Files.deleteIfExists(file);
      return Optional.empty();
    } catch (IOException e) {
      return Optional.of(
          new Damage(
              file.toString(),
              "cannot be deleted ("
                  + FileReader.reason(e)
                  + "); delete it, or the next run with it tells what this one read"));
    }
  }
}
