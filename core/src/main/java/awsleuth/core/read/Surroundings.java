package awsleuth.core.read;

import awsleuth.aws.AwsCatalog;
import awsleuth.core.evidence.Failure.Frame;
import awsleuth.core.evidence.Failure.Passage;
import awsleuth.core.read.document.Action;
import java.util.List;

/**
 * A failed call in a text, and what stands around it.
 *
 * @param s what its own lines say
 * @param frames the program's, as far as there are any
 * @param passages what of the text may belong to it
 * @param action the IAM action that its message names; empty if none
 * @param command the last command line before it
 * @param scope what its log's lines say of the call
 * @param doing what a tool said that it was doing
 * @param parameters what the names of reported parameters tell
 */
record Surroundings(
    Sighting s,
    List<Frame> frames,
    List<Passage> passages,
    AwsCatalog catalog,
    String action,
    CommandLine command,
    Scope scope,
    Doing doing,
    ParameterNames parameters) {

  private static final int LINES_BEFORE = 2;

  static Surroundings of(
      Sighting s, List<Frame> frames, List<Passage> passages, AwsCatalog catalog) {
    boolean ofTool = s.exception.isEmpty() || s.exception.equals(s.code);
    return new Surroundings(
        s,
        frames,
        passages,
        catalog,
        Action.in(s.message),
        CommandLine.in(passages, s.line),
        Scope.in(passages),
        ofTool ? doing(s, passages, catalog) : Doing.NONE,
        ParameterNames.in(s.captures.getOrDefault("report", ""), catalog));
  }

  /** What the line of the failure, or one right before it, says that a tool was doing. */
  private static Doing doing(Sighting s, List<Passage> passages, AwsCatalog catalog) {
    Doing doing = Doing.NONE;
    for (Passage p : passages) {
      int before = s.line - p.source().line();
      if (p.kind() == Passage.Kind.NEARBY && before >= 0 && before <= LINES_BEFORE) {
        Doing found = Doing.in(p.text(), catalog);
        doing = found.equals(Doing.NONE) ? doing : found;
      }
    }
    return doing;
  }

  /** What the reader of its form took out of it; empty if nothing is of that name. */
  String captured(String name) {
    return s.captures.getOrDefault(name, "");
  }
}
