package awsleuth.core.read;

import awsleuth.aws.AwsCatalog;
import awsleuth.core.Artifact;
import awsleuth.core.evidence.Failure;
import awsleuth.core.scan.SeenSentences;
import awsleuth.core.scan.Shapes;
import awsleuth.core.scan.Stretch;
import awsleuth.core.scan.Stretches;
import awsleuth.core.scan.Summary;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Reads failed calls out of a stream that is too large to hold. Stretches that differ in digits and
 * ids alone are read once and counted after that; what is kept does not grow with the stream.
 */
final class StreamReader {

  private static final int MOST_SHAPES = 65_536;

  /** What a stretch said, and how many lines it had before those that tell it. */
  private record Known(List<Failure> failures, int linesBefore) {}

  private final String name;
  private final AwsCatalog catalog;
  private final Occurrences occurrences;
  private final HeaviestKinds kinds = new HeaviestKinds(Streamed.MOST_KINDS);
  private final Map<Long, Known> shapes = new HashMap<>();
  private final SeenSentences seen = new SeenSentences();

  /** The primary failure of the last stretch that told one, and the line it is told in last. */
  private @Nullable Failure latest;

  private int latestShift;

  private StreamReader(String name, AwsCatalog catalog, Occurrences occurrences) {
    this.name = name;
    this.catalog = catalog;
    this.occurrences = occurrences;
  }

  /** The failures, first the one that the stream ends with a traceback of, then by frequency. */
  static Streamed read(
      String name, Stretches.ByteSource in, AwsCatalog catalog, Occurrences occurrences)
      throws IOException {
    StreamReader reader = new StreamReader(name, catalog, occurrences);
    Summary summary = Stretches.find(in, reader::stretch);
    List<Failure> failures =
        reader.kinds.ordered(reader.death(summary.lines()), reader.latestShift);
    return new Streamed(failures, reader.kinds.leftOut());
  }

  private void stretch(Stretch stretch) {
    if (!kinds.isFull()) {
      seen.add(stretch);
      read(stretch, false);
      return;
    }
    SeenSentences.Rest rest = seen.without(stretch, kinds.least());
    kinds.leaveOut(rest.emptied());
    if (!rest.isEmpty()) {
      read(rest.stretch(), rest.risen());
    }
  }

  private void read(Stretch stretch, boolean risen) {
    int shift = (int) Math.min(Integer.MAX_VALUE - 1_000_000, stretch.firstLine() - 1);
    long shape = shape(stretch);
    Known known = shapes.get(shape);
    int before = linesBefore(stretch);
    if (known == null) {
      String text = new String(stretch.bytes(), StandardCharsets.UTF_8);
      Artifact artifact = new Artifact(name, Artifact.Kind.TRACEBACK, text);
      known = new Known(FailureReader.read(artifact, catalog), before);
      if (shapes.size() < MOST_SHAPES) {
        shapes.put(shape, known);
      }
    }
    for (Failure f : known.failures()) {
      kinds.count(f, shift + before - known.linesBefore(), risen);
      occurrences.seen(f, stretch, f.source().line() + before - known.linesBefore());
    }
    if (!known.failures().isEmpty()) {
      latest = known.failures().getFirst();
      latestShift = shift + before - known.linesBefore();
    }
  }

  private static int linesBefore(Stretch stretch) {
    int lines = 0;
    for (int i = 0; i < stretch.coreFrom(); i++) {
      lines += stretch.bytes()[i] == '\n' ? 1 : 0;
    }
    return lines;
  }

  /**
   * A hash of the telling bytes in which digits, and the letters of hexadecimal ids, count alike;
   * those of a name, a Region or a status do not.
   */
  private static long shape(Stretch stretch) {
    long hash = Shapes.START;
    boolean number = false;
    boolean telling = false;
    for (int i = stretch.coreFrom(); i < stretch.coreTo(); i++) {
      byte b = stretch.bytes()[i];
      boolean digit = Shapes.isNumber(b, number);
      telling = digit && (number ? telling : Shapes.tells(stretch.bytes(), i));
      if (telling || !digit || !number) {
        hash = Shapes.add(hash, digit && !telling ? (byte) '0' : b);
      }
      number = digit;
    }
    return hash;
  }

  /** What the program died of: the stream ends with its traceback; null where it does not. */
  private @Nullable Failure death(long lines) {
    return latest == null
            || latest.frames().isEmpty()
            || lines - latest.last().line() - latestShift > Repeats.LAST_LINES
        ? null
        : latest;
  }
}
