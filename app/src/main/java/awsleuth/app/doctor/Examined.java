package awsleuth.app.doctor;

import awsleuth.app.diagnose.Diagnosed;
import awsleuth.boto.credentials.Content;
import awsleuth.boto.credentials.Resolver;
import awsleuth.collect.doctor.Examination;
import awsleuth.collect.doctor.Step;
import awsleuth.collect.doctor.StepKind;
import awsleuth.collect.machine.Settings;
import awsleuth.core.Artifact;
import awsleuth.core.Artifact.Kind;
import awsleuth.core.Diagnoser;
import awsleuth.core.Diagnosis;
import awsleuth.core.evidence.Evidence;
import awsleuth.core.evidence.ProbeResult;
import awsleuth.core.evidence.ProbeResult.Verdict;
import awsleuth.core.evidence.Source;
import awsleuth.core.read.Readers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * An examination and the diagnosis of what it found.
 *
 * @param steps the steps
 * @param probes the same as evidence, without secrets
 * @param home the home directory, which is shown as {@code ~}
 * @param diagnosed the diagnosis
 */
record Examined(List<Step> steps, List<ProbeResult> probes, String home, Diagnosed diagnosed) {

  /** Where a path begins, and not another folder of the same names within one. */
  private static final String BEFORE_PATH = "(?<![^\\s(\\[\"'`=:,;])";

  /**
   * Diagnoses.
   *
   * @param environmentFile the file that the variables are from; empty where they are this
   *     machine's
   */
  static Examined of(Examination examination, String environmentFile) {
    Map<String, String> environment = examination.question().environment();
    List<ProbeResult> probes = examination.evidence();
    List<Evidence> evidence = new ArrayList<>(probes);
    String named = environmentFile.isEmpty() ? "environment" : environmentFile;
    evidence.addAll(Settings.evidence(environment, new Source(named, 0)));
    String home = environment.getOrDefault("HOME", "");
    evidence.addAll(file(Kind.CONFIG, Resolver.configPath(environment), home, examination));
    evidence.addAll(
        file(Kind.CREDENTIALS, Resolver.credentialsPath(environment), home, examination));
    Diagnosis diagnosis =
        new Diagnoser(examination.question().catalog()).diagnose(List.of(), evidence);
    return new Examined(
        examination.steps(),
        probes,
        home,
        new Diagnosed(diagnosis, examination.question().catalog().origin(), List.of()));
  }

  /** Whether no step found anything wrong. */
  boolean isFine() {
    return probes.stream().noneMatch(ProbeResult::isFinding);
  }

  /** Whether it is known who calls, so that calls go through. */
  boolean isAnswered() {
    return probes.stream()
        .anyMatch(p -> p.step().equals(StepKind.IDENTITY.label()) && p.verdict() == Verdict.OK);
  }

  /** A text in one line, with the home directory as {@code ~}. */
  String shown(String text) {
    return home.length() > 1
        ? text.replaceAll(BEFORE_PATH + Pattern.quote(home + "/"), "~/")
        : text;
  }

  /** A file that is not there is known to set nothing, as an empty one. */
  private static List<? extends Evidence> file(
      Kind kind, String path, String home, Examination examination) {
    String name =
        home.length() > 1 && path.startsWith(home + "/")
            ? "~" + path.substring(home.length())
            : path;
    String text =
        switch (examination.question().files().file(path)) {
          case Content.Bytes(byte[] bytes) -> new String(bytes, StandardCharsets.UTF_8);
          case Content.Nothing _ -> "";
          case Content.Forbidden _, Content.Directory _ -> null;
        };
    return text == null || path.isEmpty()
        ? List.of()
        : Readers.read(new Artifact(name, kind, text), examination.question().catalog());
  }
}
