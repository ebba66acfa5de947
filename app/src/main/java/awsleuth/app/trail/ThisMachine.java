package awsleuth.app.trail;

import awsleuth.app.input.InputException;
import awsleuth.app.input.NamedFile;
import awsleuth.trail.Archive;
import awsleuth.trail.Archive.Asked;
import awsleuth.trail.Filter;
import awsleuth.trail.Fold;
import awsleuth.trail.Kept;
import awsleuth.trail.ResumeRefused;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Reads archives on all cores of this machine.
 *
 * @param err where it shows how far it has come
 * @param names how people name places that are not the ones they gave, by place
 */
public record ThisMachine(PrintStream err, Map<String, String> names) implements Engine {

  /** One that names all places as they are. */
  public ThisMachine(PrintStream err) {
    this(err, Map.of());
  }

  @Override
  public Engine naming(Map<String, String> others) {
    return new ThisMachine(err, Map.copyOf(others));
  }

  @Override
  public <F extends Fold<F>> Asked<F> ask(
      List<String> places, Filter filter, Supplier<F> fold, Optional<Kept> state)
      throws InputException {
    List<Path> paths = new ArrayList<>();
    for (String place : places) {
      paths.add(NamedFile.path(place));
    }
    ReadingLine line = new ReadingLine(err);
    Archive archive = line.watch(new Archive(paths, filter).naming(names));
    try {
      return state.isEmpty() ? archive.ask(fold) : archive.askResumably(fold, state.get());
    } catch (ResumeRefused e) {
      throw new InputException(String.valueOf(e.getMessage()));
    } finally {
      line.done();
    }
  }
}
