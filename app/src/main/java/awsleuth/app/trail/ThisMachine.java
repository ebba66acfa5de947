package awsleuth.app.trail;

import awsleuth.app.input.InputException;
import awsleuth.app.input.NamedFile;
import awsleuth.app.terminal.Printable;
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
    Optional<Thread> told = state.map(s -> new Thread(() -> interrupted(line, s)));
    told.ifPresent(Runtime.getRuntime()::addShutdownHook);
    try {
      return state.isEmpty() ? archive.ask(fold) : archive.askResumably(fold, state.get());
    } catch (ResumeRefused e) {
      throw new InputException(String.valueOf(e.getMessage()));
    } finally {
      line.done();
      told.ifPresent(ThisMachine::forget);
    }
  }

  /** Where the program is stopped, as by Ctrl-C. */
  private void interrupted(ReadingLine line, Kept state) {
    line.done();
    err.println(
        "awsleuth: interrupted; the same command goes on from what "
            + Printable.line(state.state().toString())
            + " has");
    err.flush();
  }

  private static void forget(Thread hook) {
    try {
      Runtime.getRuntime().removeShutdownHook(hook);
    } catch (IllegalStateException e) {
      return; // it is being stopped
    }
  }
}
