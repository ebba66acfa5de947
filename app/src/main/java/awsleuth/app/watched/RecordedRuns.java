package awsleuth.app.watched;

import awsleuth.app.terminal.Layout;
import awsleuth.app.terminal.Markdown;
import awsleuth.app.terminal.Printable;
import awsleuth.app.terminal.Screen;
import awsleuth.core.Diagnosis;
import awsleuth.core.evidence.Evidence;
import java.util.List;
import java.util.function.UnaryOperator;
import tools.jackson.core.JsonGenerator;

/**
 * The programs that records of {@code awsleuth run --record} tell of, as they are told of
 * elsewhere: what became of their calls, and what is worth telling beside the failures.
 */
public final class RecordedRuns {

  /** No record. */
  public static final RecordedRuns NONE = new RecordedRuns(List.of(), UnaryOperator.identity());

  private final List<Seen> runs;
  private final UnaryOperator<String> shown;

  private RecordedRuns(List<Seen> runs, UnaryOperator<String> shown) {
    this.runs = runs;
    this.shown = shown;
  }

  /**
   * Those among evidence.
   *
   * @param shown what names of files and places go through before they are shown
   */
  public static RecordedRuns of(List<? extends Evidence> evidence, UnaryOperator<String> shown) {
    return new RecordedRuns(Seen.all(evidence), shown);
  }

  /** How many programs there are. */
  public int size() {
    return runs.size();
  }

  /** For people; empty where there is no record. */
  public String text(Screen screen) {
    StringBuilder out = new StringBuilder();
    for (Seen seen : runs) {
      Layout line = new Layout(screen);
      line.plain(headline(seen));
      out.append(out.isEmpty() ? "" : "\n").append(line).append(remarks(seen).text(screen));
    }
    return out.toString();
  }

  /** A paragraph and a list for each program; empty where there is no record. */
  public String markdown() {
    StringBuilder out = new StringBuilder();
    for (Seen seen : runs) {
      out.append(out.isEmpty() ? "" : "\n").append(Markdown.text(headline(seen))).append('\n');
      out.append(remarks(seen).markdown());
    }
    return out.toString();
  }

  /** The member {@code run}, where there is one program; of several it is not told whose it is. */
  public void json(JsonGenerator json, Diagnosis diagnosis) {
    if (runs.size() == 1) {
      Seen seen = runs.getFirst();
      new RunJson(json, shown).write(seen, diagnosis, remarks(seen));
    }
  }

  private String headline(Seen seen) {
    String record = Printable.oneLine(shown.apply(seen.run().source().artifact()));
    return record + ": " + RunWords.headline(seen);
  }

  private RunRemarks remarks(Seen seen) {
    return new RunRemarks(seen, shown);
  }
}
