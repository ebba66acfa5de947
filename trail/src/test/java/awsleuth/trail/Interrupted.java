package awsleuth.trail;

import awsleuth.trail.ask.Failures;
import java.nio.file.Path;
import java.util.List;

/** A reading in a process of its own, to be killed: ARCHIVE STATE. It says when it has begun. */
public final class Interrupted {

  private Interrupted() {}

  /** Reads, slowly enough that a test can come in between. */
  public static void main(String[] args) throws ResumeRefused {
    Archive archive = new Archive(List.of(Path.of(args[0])), Filter.ALL).by(2);
    System.out.println("begun");
    archive.askResumably(Slow::new, new Kept(Path.of(args[1]), Kept.Round.ONLY));
    System.out.println("ended");
  }

  /** Counts failures, and takes its time over each event. */
  public static final class Slow implements Fold<Slow> {

    private static final long serialVersionUID = 1;
    private static final int ROUNDS = 20_000;

    private final Failures failures = new Failures(List.of());
    private long work;

    @Override
    public void add(Event event, RecordText record) {
      for (int i = 0; i < ROUNDS; i++) {
        work = work * 31 + i;
      }
      failures.add(event, record);
    }

    @Override
    public void merge(Slow other) {
      failures.merge(other.failures);
      work += other.work;
    }

    /** What was counted. */
    public Failures failures() {
      return failures;
    }
  }
}
