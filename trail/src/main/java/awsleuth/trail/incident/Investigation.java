package awsleuth.trail.incident;

import awsleuth.trail.Archive;
import awsleuth.trail.Fold;
import awsleuth.trail.Intake;
import awsleuth.trail.change.Change;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * The door of the package: looks into the failures of an archive in two passes. The first counts
 * calls and failures over time and keeps the changes; the second takes samples of the failures that
 * became more.
 */
public final class Investigation {

  /**
   * Reads all events once.
   *
   * @param <X> what keeps it from that
   */
  public interface Pass<X extends Exception> {

    /** Asks a question of every event. */
    <F extends Fold<F>> Archive.Asked<F> ask(Supplier<F> fold) throws X;
  }

  /**
   * What came of it.
   *
   * @param incidents in the order of time; where a moment was asked for the nearest to it first
   * @param intake what was read in the first pass
   * @param changes how many changes there are
   * @param changesDropped how many older ones were not kept
   * @param over whether there were more callers than are kept apart
   * @param targets how many groups of failures were looked into
   * @param targetsLeft how many more there were that were not
   * @param recurring how many groups fail more again and again, and are left out for that
   * @param always how many groups fail since their first calls, so that no onset is told
   * @param undated how many failed calls have no time, so that they are looked into by no rule
   * @param repeatedShare where an event that two trails deliver counts as often as it stands, which
   *     share of the events stands again, about; else 0
   * @param window how long before the first failure changes were looked for, in milliseconds
   * @param longest how long at most, where the last success was longer before
   * @param moment the moment around which failures were looked into, in milliseconds since 1970
   *     UTC; empty for all that became more
   */
  public record Report(
      List<Incident> incidents,
      Intake intake,
      long changes,
      long changesDropped,
      boolean over,
      int targets,
      int targetsLeft,
      int recurring,
      int always,
      long undated,
      double repeatedShare,
      long window,
      long longest,
      Optional<Long> moment) {}

  private Investigation() {}

  /** Looks into an archive. */
  public static <X extends Exception> Report of(Pass<X> archive, Scope question) throws X {
    Archive.Asked<Survey> survey = archive.ask(() -> new Survey(question.everCalled()));
    Targets.Chosen chosen = Targets.of(survey.fold().loads(), question);
    List<Target> targets = chosen.targets();
    Samples samples =
        targets.isEmpty()
            ? new Samples(List.of())
            : archive.ask(() -> new Samples(targets, question.everCalled())).fold();
    List<Change> changes = survey.fold().changes().result();
    boolean dropped = survey.fold().changes().dropped() > 0;
    Inquiry inquiry = new Inquiry(changes, dropped, samples, question);
    List<Incident> found = new ArrayList<>();
    samples.all().forEach(s -> inquiry.look(s).ifPresent(found::add));
    return new Report(
        new Merged(question.moment()).of(found),
        survey.intake(),
        changes.size(),
        survey.fold().changes().dropped(),
        survey.fold().loads().isOver() || samples.isOver(),
        targets.size(),
        chosen.left(),
        chosen.recurring(),
        chosen.always(),
        survey.fold().loads().undated(),
        survey.fold().loads().repeatedShare(),
        question.window(),
        inquiry.longest(),
        question.moment());
  }
}
