package awsleuth.collect.doctor;

import awsleuth.boto.credentials.SecretValues;
import awsleuth.collect.probe.Result;
import awsleuth.core.evidence.ProbeResult;
import awsleuth.core.evidence.ProbeResult.Verdict;
import awsleuth.core.evidence.Source;
import awsleuth.core.read.Readers;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What was examined.
 *
 * @param question what was asked
 * @param steps all of them, in the order of a call's life
 * @param secrets what must not be shown
 */
public record Examination(Question question, List<Step> steps, SecretValues secrets) {

  /** The artifact that steps are cited as. */
  public static final String ARTIFACT = "doctor";

  /** With commands that hold no secrets. */
  public Examination {
    steps = steps.stream().map(s -> s.with(shown(s.commands(), secrets))).toList();
  }

  private static List<String> shown(List<String> commands, SecretValues secrets) {
    return commands.stream().map(c -> Readers.harmless(secrets.hide(c))).toList();
  }

  /** The steps as evidence, without secrets. */
  public List<ProbeResult> evidence() {
    return steps.stream().map(this::evidence).toList();
  }

  private ProbeResult evidence(Step step) {
    Result result = step.result();
    Map<String, String> facts = new LinkedHashMap<>();
    result.facts().forEach((name, value) -> facts.put(name, shown(value)));
    return new ProbeResult(
        step.kind().label(),
        verdict(result),
        shown(result.words()),
        facts,
        shown(step.call()),
        result instanceof Result.Finding finding ? shown(finding.raised()) : "",
        new Source(ARTIFACT, step.number()));
  }

  private ProbeResult.Call shown(ProbeResult.Call call) {
    return new ProbeResult.Call(
        call.service(), call.operation(), call.region(), shown(call.endpoint()));
  }

  /** A text without secrets. */
  public String shown(String text) {
    return Readers.harmless(secrets.hide(text));
  }

  private static Verdict verdict(Result result) {
    return switch (result) {
      case Result.Ok _ -> Verdict.OK;
      case Result.Finding _ -> Verdict.FINDING;
      case Result.Unknown _ -> Verdict.UNKNOWN;
      case Result.Crashed _ -> Verdict.CRASHED;
    };
  }
}
