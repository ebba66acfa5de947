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
import awsleuth.collect.live.CallTime;
import awsleuth.collect.live.Gathering;
import awsleuth.collect.live.LiveQuestions;
import awsleuth.collect.live.LogGroup;
import awsleuth.collect.wire.Deadline;
import awsleuth.core.Artifact;
import awsleuth.core.Artifact.Kind;
import awsleuth.core.evidence.Evidence;
import awsleuth.core.fact.Facts;
import awsleuth.core.read.Readers;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What AWS says about the primary failure: asked with {@code --live} alone, and only read.
 *
 * @param profile whose credentials ask; empty for those that boto3 finds
 * @param logs the log group to look into; empty where none is named
 * @param save the folder that the answers are kept in; empty where none is
 * @param timeout how long all calls may take together
 * @param debug whether each call is shown
 */
record LiveEvidence(
    Optional<String> profile,
    Optional<LogGroup> logs,
    Optional<String> save,
    Duration timeout,
    boolean debug) {

  /** Where the answers are said to be that are not kept. */
  private static final String FOLDER = "live";

  /**
   * Asks, and says on standard error what is asked, with which permissions, and what stays unknown.
   *
   * @param given the evidence that there is already
   * @throws InputException if the answers cannot be kept, which is found out before AWS is asked
   */
  Gathered gather(
      Facts facts, List<Evidence> given, AwsCatalog catalog, Redaction redaction, Console console)
      throws InputException {
    Optional<SavedAnswers> folder =
        save.isPresent() ? Optional.of(SavedAnswers.in(save.get())) : Optional.empty();
    return switch (Opened.open(
        catalog,
        System.getenv(),
        profile,
        new LocalOutside(),
        CodePrompt.of(console),
        Deadline.in(timeout))) {
      case Opened.Closed(String why) -> {
        console.say("unknown: all that AWS could tell: " + why);
        yield new Gathered(List.of(), List.of());
      }
      case Opened.Open open -> {
        CallTime time = FailureMoment.of(facts, given, Instant.now());
        String key = open.fingerprint().accessKey();
        LiveQuestions questions = LiveQuestions.of(facts, catalog, logs, time, key);
        Gathering gathering = ask(questions, open, new AskingWords(console, debug));
        gathering.unknown().stream()
            .map(u -> Map.entry("unknown: " + redaction.apply(u.what()), redaction.apply(u.why())))
            .distinct()
            .forEach(u -> console.say(u.getKey(), u.getValue()));
        if (folder.isPresent()) {
          folder.get().keep(gathering.files());
        } else if (!gathering.files().isEmpty()) {
          console.say(
              "what is cited as "
                  + FOLDER
                  + "/… is AWS's answers, which are in no file: --save "
                  + FOLDER
                  + " keeps them in that folder");
        }
        List<Evidence> evidence = evidence(gathering, catalog);
        LogHits hits = new LogHits(save.orElse(FOLDER), gathering.files(), evidence);
        hits.lines().stream().map(redaction::apply).forEach(console::say);
        yield new Gathered(hits.others(given), saved(gathering));
      }
    };
  }

  private static Gathering ask(LiveQuestions questions, Opened.Open open, AskingWords words) {
    AwsCalls calls = open.calls();
    words.begin(open, questions.permissions());
    Gathering gathering = questions.ask(calls, words::next);
    words.end(calls);
    return gathering;
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
    String folder = save.orElse(FOLDER);
    gathering
        .files()
        .forEach((name, text) ->
            all.addAll(Readers.read(new Artifact(folder + "/" + name, Kind.ANY, text), catalog)));
    return all;
  }
}
