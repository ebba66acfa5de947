package awsleuth.app.diagnose;

import awsleuth.app.input.InputException;
import awsleuth.app.input.Looked;
import awsleuth.app.input.Redaction;
import awsleuth.app.terminal.CodePrompt;
import awsleuth.app.terminal.Console;
import awsleuth.aws.AwsCatalog;
import awsleuth.collect.call.AwsCalls;
import awsleuth.collect.call.Opened;
import awsleuth.collect.credentials.LocalOutside;
import awsleuth.collect.live.Gathering;
import awsleuth.collect.live.LiveQuestions;
import awsleuth.core.Artifact;
import awsleuth.core.Artifact.Kind;
import awsleuth.core.evidence.Evidence;
import awsleuth.core.fact.Facts;
import awsleuth.core.read.Readers;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What AWS says about the primary failure: asked with {@code --live} alone, and only read.
 *
 * @param profile whose credentials ask; empty for those that boto3 finds
 * @param logGroup the log group to look into; empty where none is named
 * @param save the folder that the answers are kept in; empty where none is
 * @param debug whether each call is shown
 */
record LiveEvidence(
    Optional<String> profile, Optional<String> logGroup, Optional<String> save, boolean debug) {

  /** Of one call. */
  private static final Duration TIMEOUT = Duration.ofSeconds(20);

  /**
   * Asks, and says on standard error what is asked, with which permissions, and what stays unknown.
   *
   * @throws InputException if the answers cannot be kept
   */
  Gathered gather(Facts facts, AwsCatalog catalog, Redaction redaction, Console console)
      throws InputException {
    Opened opened =
        Opened.open(
            catalog, System.getenv(), profile, new LocalOutside(), CodePrompt.of(console), TIMEOUT);
    if (!(opened instanceof Opened.Open(AwsCalls calls, var fingerprint))) {
      console.say("unknown: all that AWS could tell: " + ((Opened.Closed) opened).why());
      return new Gathered(List.of(), List.of());
    }
    LiveQuestions questions = LiveQuestions.of(facts, catalog, logGroup, Instant.now());
    console.say("asking AWS with the key " + fingerprint.accessKey() + "; nothing is changed");
    if (!questions.permissions().isEmpty()) {
      console.say("permissions needed: " + String.join(", ", questions.permissions()));
    }
    Gathering gathering = questions.ask(calls);
    List<String> made = calls.made();
    if (debug) {
      made.forEach(line -> console.say("asked " + line));
    }
    console.say(made.size() + (made.size() == 1 ? " call made" : " calls made"));
    gathering.unknown().forEach(line -> console.say("unknown: " + redaction.apply(line)));
    if (save.isPresent()) {
      keep(Path.of(save.get()), gathering);
    }
    return new Gathered(evidence(gathering, catalog), saved(gathering));
  }

  /**
   * What AWS answered.
   *
   * @param evidence what it was read as
   * @param saved the files that keep it, for those who ask again later; none where it is not kept
   */
  record Gathered(List<Evidence> evidence, List<Looked> saved) {}

  private List<Looked> saved(Gathering gathering) {
    return save.stream()
        .flatMap(folder -> gathering.files().keySet().stream().map(name -> folder + "/" + name))
        .map(file -> new Looked(file, Kind.ANY, Looked.Content.EVIDENCE, ""))
        .toList();
  }

  private List<Evidence> evidence(Gathering gathering, AwsCatalog catalog) {
    List<Evidence> all = new ArrayList<>();
    String folder = save.orElse("live");
    gathering
        .files()
        .forEach((name, text) ->
            all.addAll(Readers.read(new Artifact(folder + "/" + name, Kind.ANY, text), catalog)));
    return all;
  }

  private static void keep(Path folder, Gathering gathering) throws InputException {
    try {
      Files.createDirectories(folder);
      for (var file : gathering.files().entrySet()) {
        Files.writeString(folder.resolve(file.getKey()), Readers.harmless(file.getValue()));
      }
    } catch (IOException | InvalidPathException e) {
      throw new InputException(folder + ": the answers cannot be kept (" + e.getMessage() + ")");
    }
  }
}
