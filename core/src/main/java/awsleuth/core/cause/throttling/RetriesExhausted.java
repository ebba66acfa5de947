package awsleuth.core.cause.throttling;

import awsleuth.boto.config.Origin;
import awsleuth.boto.retry.RetryMode;
import awsleuth.boto.retry.RetrySettings;
import awsleuth.core.cause.Cause;
import awsleuth.core.cause.FileEdits;
import awsleuth.core.cause.Finding;
import awsleuth.core.cause.Fix;
import awsleuth.core.cause.Outcome;
import awsleuth.core.cause.Stage;
import awsleuth.core.cause.Verification;
import awsleuth.core.evidence.Source;
import awsleuth.core.fact.Citation;
import awsleuth.core.fact.Facts;
import awsleuth.core.fact.Literal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** botocore's retries ran out. */
final class RetriesExhausted implements Cause {

  @Override
  public String id() {
    return "throttling/retries-exhausted";
  }

  @Override
  public Stage stage() {
    return Stage.AFTERWARDS;
  }

  @Override
  public Outcome examine(Facts facts) {
    if (!(facts.call().maxRetries().isPresent()
        && (Throttles.isRate(facts)
            || Throttles.isCapacity(facts)
            || Throttles.isSlowDown(facts)))) {
      return Outcome.NOT_SEEN;
    }
    Attempts attempts = Attempts.of(facts);
    if (attempts.fit() && attempts.areFew()) {
      return Outcome.confirmed(few(facts, attempts));
    }
    if (attempts.fit() && attempts.allowed() > attempts.usual()) {
      return Outcome.ruledOut(
          attempts.made()
              + " requests are more than botocore's own "
              + attempts.usual()
              + ": the load is too high, and more of them add to it",
          attempts.from().stream().toArray(Source[]::new));
    }
    return attempts.settings().isPresent() && !attempts.fit()
        ? Outcome.possible(
            general(facts, attempts),
            "the retries that the program sets for its client",
            "the Config given to the client: retries={\"max_attempts\": …, \"mode\": …}"
                + (facts.boto().isWhole() ? "" : ", and max_attempts in ~/.aws/config"))
        : attempts.fit()
            ? Outcome.possible(
                general(facts, attempts),
                "how many clients call at a time, and the limit of the rate",
                "awsleuth retries --service "
                    + Literal.shell(facts.call().service(), "<service>")
                    + " --clients <number> --limit <requests a second>")
            : Outcome.possible(
                general(facts, attempts),
                "the retry settings in use",
                "the environment (env) and ~/.aws/config: AWS_MAX_ATTEMPTS, AWS_RETRY_MODE,"
                    + " max_attempts, retry_mode");
  }

  private static Finding few(Facts facts, Attempts attempts) {
    List<Citation> because = because(facts, attempts);
    Source from = attempts.from().orElseThrow();
    because.add(
        Facts.cite(
            attempts.setting()
                + " allows "
                + attempts.allowed()
                + requests(attempts.allowed())
                + " in all; botocore's own are "
                + attempts.usual(),
            from));
    List<Fix> fixes = new ArrayList<>();
    boolean variable = attempts.setting().startsWith("AWS_");
    fixes.add(
        variable
            ? Fix.command(
                "unset it: then botocore makes up to "
                    + Attempts.without(facts, attempts.setting())
                    + " requests",
                "unset " + attempts.setting())
            : FileEdits.replace(
                "allow the usual " + attempts.usual() + " requests in " + FileEdits.at(from),
                from,
                "max_attempts = " + attempts.usual()));
    fixes.add(Throttles.patience(facts));
    return new Finding(
        "`"
            + attempts.setting()
            + "` = "
            + attempts.allowed()
            + " allows too few requests for this load",
        Finding.Specificity.EVIDENCE,
        because,
        fixes,
        check(facts, attempts));
  }

  private static Finding general(Facts facts, Attempts attempts) {
    List<Citation> because = because(facts, attempts);
    attempts
        .from()
        .filter(_ -> !attempts.fit())
        .ifPresent(s ->
            because.add(
                Facts.cite(
                    attempts.setting()
                        + " allows "
                        + attempts.allowed()
                        + " requests, which is not what the client did",
                    s)));
    return new Finding(
        "botocore gave up after " + attempts.made() + requests(attempts.made()),
        Finding.Specificity.CODE,
        because,
        Throttles.patient(facts),
        Throttles.rerun(facts));
  }

  private static String requests(int number) {
    return number == 1 ? " request" : " requests";
  }

  private static List<Citation> because(Facts facts, Attempts attempts) {
    int retries = attempts.made() - 1;
    List<Citation> because = new ArrayList<>();
    because.add(
        facts.cite(
            "(reached max retries: "
                + retries
                + ") counts the repetitions: "
                + attempts.made()
                + requests(attempts.made())
                + (attempts.made() == 1 ? " was made in all" : " were made in all")));
    facts
        .history()
        .or(() -> retries > 0 ? Optional.of(facts.cite(waits(attempts))) : Optional.empty())
        .ifPresent(because::add);
    attempts
        .modeFrom()
        .filter(_ -> attempts.fit())
        .ifPresent(s ->
            because.add(
                Facts.cite(
                    "the mode is "
                        + attempts.settings().map(RetrySettings::mode).orElseThrow().word(),
                    s)));
    return because;
  }

  /** The waits in the mode of the call; in those that it may have had where it is not known. */
  private static String waits(Attempts attempts) {
    return attempts
        .mode()
        .map(m -> "the waits between them (" + m.word() + " mode) took " + attempts.waits(m))
        .orElseGet(() ->
            "the waits between them took "
                + attempts.waits(RetryMode.LEGACY)
                + " in legacy mode, "
                + attempts.waits(RetryMode.STANDARD)
                + " in standard mode");
  }

  private static Verification check(Facts facts, Attempts attempts) {
    boolean variable =
        attempts.settings().map(RetrySettings::attemptsFrom).orElseThrow()
            instanceof Origin.Variable;
    return new Verification.Probe(
        "awsleuth retries --service " + Literal.shell(facts.call().service(), "s3"),
        "the number of requests is no longer set by "
            + (variable ? "AWS_MAX_ATTEMPTS" : "max_attempts"));
  }
}
