package awsleuth.core.read;

import awsleuth.core.Artifact;
import awsleuth.core.evidence.Evidence;
import awsleuth.core.evidence.ProbeResult;
import awsleuth.core.evidence.ProbeResult.Verdict;
import awsleuth.core.evidence.Source;
import awsleuth.core.read.json.JsonValue;
import awsleuth.core.read.json.JsonValue.Elements;
import awsleuth.core.read.json.JsonValue.Members;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * A step of {@code awsleuth doctor} as it is kept: a line of a record, or one of {@code steps} in
 * its JSON document.
 */
final class RecordedProbe {

  /** How the JSON document begins. */
  static final String BEGINNING = "{\"version\":1,\"catalog\":\"";

  /** What follows the name of the catalog there. */
  static final String STEPS = "\",\"steps\":[{\"number\":";

  private RecordedProbe() {}

  /** The steps of a whole document; none where it has none. */
  static List<Evidence> document(Artifact artifact) {
    List<Evidence> found = new ArrayList<>();
    if (JsonValue.parse(artifact.text(), 1).orElse(null) instanceof Members document
        && document.get("steps") instanceof Elements steps) {
      for (JsonValue step : steps.values()) {
        if (step instanceof Members members) {
          found.add(read(members, new Source(artifact.name(), members.line())));
        }
      }
    }
    return List.copyOf(found);
  }

  /** One step; what it does not tell is empty. */
  static ProbeResult read(Members step, Source source) {
    Map<String, String> facts = new LinkedHashMap<>();
    if (step.get("facts") instanceof Members measured) {
      measured.values().keySet().forEach(name -> facts.put(name, measured.text(name)));
    }
    return new ProbeResult(
        step.text("step"),
        verdict(step.text("outcome")),
        step.text("summary"),
        facts,
        new ProbeResult.Call(
            step.text("service"),
            step.text("operation"),
            step.text("region"),
            step.text("endpoint")),
        step.text("raises"),
        source);
  }

  private static Verdict verdict(String outcome) {
    for (Verdict verdict : Verdict.values()) {
      if (verdict.name().toLowerCase(Locale.ROOT).equals(outcome)) {
        return verdict;
      }
    }
    return Verdict.UNKNOWN;
  }
}
