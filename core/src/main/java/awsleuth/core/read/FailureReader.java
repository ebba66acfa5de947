package awsleuth.core.read;

import awsleuth.aws.AwsCatalog;
import awsleuth.core.Artifact;
import awsleuth.core.evidence.Failure;
import awsleuth.core.read.text.Flat;
import java.util.ArrayList;
import java.util.List;

/** Reads failed calls out of any text. */
final class FailureReader {

  private FailureReader() {}

  /** The failed calls in an artifact, the primary one first, each with its count. */
  static List<Failure> read(Artifact artifact, AwsCatalog catalog) {
    Flat whole = FoldedSentences.undone(new Flat(Documents.lines(artifact.text())));
    List<Failure> failures = read(artifact, whole, catalog);
    Flat joined = failures.isEmpty() ? Folds.undone(whole) : whole;
    return joined == whole ? failures : read(artifact, joined, catalog);
  }

  private static List<Failure> read(Artifact artifact, Flat flat, AwsCatalog catalog) {
    Exchanges exchanges = new Exchanges();
    List<Sighting> sightings = Sightings.merge(flat, all(flat, catalog, exchanges));
    exchanges.complete(sightings);
    Blocks blocks = new Blocks(flat);
    List<Repeats.Group> groups = Repeats.group(blocks, sightings);
    Neighbours neighbours = new Neighbours(blocks, groups);
    return groups.stream()
        .map(group -> FailureMaker.make(artifact.name(), neighbours, group, catalog))
        .toList();
  }

  private static List<Sighting> all(Flat flat, AwsCatalog catalog, Exchanges exchanges) {
    List<Sighting> all = new ArrayList<>(ClientErrorReader.read(flat));
    all.addAll(BotocoreReader.read(flat));
    all.addAll(SdkReader.read(flat));
    List<Sighting> go = GoReader.read(flat);
    PulumiResource.mark(flat, go);
    all.addAll(go);
    all.addAll(PhpReader.read(flat));
    all.addAll(RubyReader.read(flat));
    all.addAll(SdkSentences.read(flat));
    all.addAll(ToolSentences.read(flat));
    all.addAll(GatewaySentences.read(flat, catalog));
    all.addAll(SdkValidation.read(flat));
    all.addAll(Constraints.read(flat));
    all.addAll(HandlerErrors.read(flat));
    all.addAll(ClientAttributes.read(flat, catalog));
    all.addAll(JavaScriptErrors.read(flat));
    all.addAll(JavaScriptReader.read(flat));
    all.addAll(SilentAnswers.read(flat));
    all.addAll(BodyReader.read(flat));
    all.addAll(HtmlReader.read(flat));
    all.addAll(PrintedErrors.read(flat, catalog));
    all.addAll(ThrottleReasons.read(flat));
    all.addAll(DebugLogReader.read(flat, catalog, exchanges));
    all.addAll(Phrases.read(flat));
    all.addAll(CutDenial.read(flat));
    all.addAll(ClientTexts.read(flat));
    all.addAll(StackReader.read(flat, catalog));
    all.addAll(PythonErrorReader.read(flat));
    Spoken spoken = new Spoken(flat);
    all.removeIf(spoken::isOnly);
    if (all.stream().noneMatch(s -> s.strength == Sighting.Strength.SURE)) {
      List<Sighting> more = CodeLineReader.read(flat, catalog);
      more.removeIf(spoken::isOnly);
      all.addAll(more);
      all.addAll(CliUsage.read(flat));
    }
    all.sort((a, b) -> Integer.compare(a.position, b.position));
    return all;
  }
}
