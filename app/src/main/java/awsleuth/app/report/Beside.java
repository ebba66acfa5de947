package awsleuth.app.report;

import awsleuth.app.input.Inputs;
import java.io.IOException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Where the files of a diagnosis may be: whoever wrote it names them, and that is not always who
 * reads it.
 *
 * @param folders those that are looked into, without links
 * @param anywhere whether the files were named by who reads them, so that all may be opened
 */
record Beside(List<Path> folders, boolean anywhere) {

  /** Of files that the command line names. */
  static final Beside NAMED = new Beside(List.of(), true);

  /** Beside the diagnosis, and in folders that are named with it. */
  static Beside of(String diagnosis, List<String> folders) {
    List<Path> real = new ArrayList<>();
    Path file = Path.of(diagnosis.equals(Inputs.STANDARD_INPUT) ? "diagnosis" : diagnosis);
    Path parent = file.toAbsolutePath().getParent();
    add(parent == null ? file.toAbsolutePath() : parent, real);
    folders.forEach(f -> add(Path.of(f), real));
    return new Beside(List.copyOf(real), false);
  }

  private static void add(Path folder, List<Path> real) {
    try {
      real.add(folder.toRealPath());
    } catch (IOException e) {
      // What is not there holds no files.
    }
  }

  /** Whether a file may be opened; one that is not there may. */
  boolean has(String file) {
    try {
      Path real = anywhere ? Path.of("") : Path.of(file).toRealPath();
      return anywhere || folders.stream().anyMatch(real::startsWith);
    } catch (IOException | InvalidPathException e) {
      return true;
    }
  }
}
