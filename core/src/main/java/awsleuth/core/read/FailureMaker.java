package awsleuth.core.read;

import awsleuth.aws.AwsCatalog;
import awsleuth.core.evidence.FailedCall;
import awsleuth.core.evidence.Failure;
import awsleuth.core.evidence.Failure.Frame;
import awsleuth.core.evidence.Failure.Passage;
import awsleuth.core.evidence.Source;
import awsleuth.core.read.text.ClassNames;
import awsleuth.core.read.text.Flat;
import awsleuth.core.read.text.Tracebacks;
import java.util.ArrayList;
import java.util.List;

/** Makes a failure of a sighting, its traceback and what stands around it. */
final class FailureMaker {

  private static final int NEARBY = 12;
  private static final int LONGEST_PASSAGE = 2000;
  private static final List<String> OF_SOCKETS =
      List.of("gaierror", "ConnectionRefusedError", "NameResolutionError", "NewConnectionError");

  private FailureMaker() {}

  static Failure make(
      String artifact, Neighbours neighbours, Repeats.Group group, AwsCatalog catalog) {
    Sighting s = group.first;
    Blocks.Block block = neighbours.block(group);
    List<Frame> frames = block.frames(artifact);
    List<Passage> passages = passages(artifact, neighbours, group, block);
    Source source = new Source(artifact, s.line);
    FailedCall call = new Inference(s, frames, passages, catalog).call(source);
    return new Failure(
        call,
        java.util.Collections.unmodifiableMap(new java.util.LinkedHashMap<>(s.captures)),
        List.copyOf(passages),
        List.copyOf(frames),
        group.count,
        new Source(artifact, group.last.line));
  }

  private static List<Passage> passages(
      String artifact, Neighbours neighbours, Repeats.Group group, Blocks.Block block) {
    Flat flat = neighbours.flat();
    Sighting s = group.first;
    List<Passage> passages = new ArrayList<>();
    Source own = new Source(artifact, s.line);
    passages.add(new Passage(Passage.Kind.MESSAGE, s.exception, s.message, own));
    int first = flat.indexAt(s.position);
    int last = flat.indexAt(Math.max(s.position, s.end - 1));
    for (int i = block.from(); i < block.to(); i++) {
      int colon = PythonErrorReader.exceptionColon(block.text(i));
      if (colon > 0 && (i < first || i > last)) {
        String line = block.text(i);
        String name = ClassNames.simple(line.substring(0, colon));
        String rest = line.substring(Math.min(line.length(), colon + 1)).strip();
        passages.add(new Passage(Passage.Kind.CHAIN, name, cut(rest), at(artifact, flat, i)));
      }
    }
    beneath(artifact, neighbours, group, block.from() - 1, passages);
    for (int i = Math.max(0, block.from() - NEARBY); i < block.from(); i++) {
      if (!neighbours.isOfOther(group, i)) {
        nearby(artifact, flat, passages, i, i + 1);
      }
    }
    passages.add(new Passage(Passage.Kind.NEARBY, "", cut(flat.lines.get(first).text()), own));
    for (int i = first + 1; i <= last; i++) {
      if (isAnswer(flat.lines.get(i).text())) {
        nearby(artifact, flat, passages, i, i + 1);
      }
    }
    int most = Math.min(flat.lines.size(), block.to() + NEARBY);
    boolean commanded = passages.stream().anyMatch(p -> CommandLine.isIn(p.text()));
    nearby(artifact, flat, passages, last + 1, neighbours.end(group, last + 1, most, commanded));
    return passages;
  }

  /**
   * The error of the operating system right above botocore's own line, where somebody left out the
   * traceback between them.
   */
  private static void beneath(
      String artifact,
      Neighbours neighbours,
      Repeats.Group group,
      int index,
      List<Passage> passages) {
    if (index < 0
        || group.first.endpoint.isEmpty()
        || !group.first.exception.endsWith("ConnectionError")
        || neighbours.isOfOther(group, index)) {
      return;
    }
    String line = neighbours.flat().lines.get(index).text();
    int colon = PythonErrorReader.exceptionColon(line);
    String name = colon < 0 ? "" : ClassNames.simple(line.substring(0, colon));
    if (OF_SOCKETS.contains(name)) {
      String rest = line.substring(Math.min(line.length(), colon + 1)).strip();
      Source source = at(artifact, neighbours.flat(), index);
      passages.add(new Passage(Passage.Kind.CHAIN, name, cut(rest), source));
    }
  }

  /** Whether a line is the answer as botocore parsed it, which an error's words do not go on in. */
  private static boolean isAnswer(String line) {
    return line.contains("'Error': {") || line.contains("\"Error\": {");
  }

  private static void nearby(String artifact, Flat flat, List<Passage> passages, int from, int to) {
    for (int i = from; i < to; i++) {
      String line = flat.lines.get(i).text();
      if (!line.isBlank() && !Tracebacks.isPartOf(line)) {
        passages.add(new Passage(Passage.Kind.NEARBY, "", cut(line), at(artifact, flat, i)));
      }
    }
  }

  private static Source at(String artifact, Flat flat, int index) {
    return new Source(artifact, flat.lines.get(index).number());
  }

  private static String cut(String text) {
    return text.length() <= LONGEST_PASSAGE ? text : text.substring(0, LONGEST_PASSAGE);
  }
}
