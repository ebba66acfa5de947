package awsleuth.core.cause.credentials;

import awsleuth.core.cause.Cause;
import awsleuth.core.cause.FileEdits;
import awsleuth.core.cause.Finding;
import awsleuth.core.cause.Fix;
import awsleuth.core.cause.Outcome;
import awsleuth.core.cause.Stage;
import awsleuth.core.evidence.EnvironmentVariable;
import awsleuth.core.evidence.ProfileSetting;
import awsleuth.core.fact.Citation;
import awsleuth.core.fact.Facts;
import awsleuth.core.fact.Literal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** credential_process failed. */
final class ProcessFailed implements Cause {

  @Override
  public String id() {
    return "credentials/process-failed";
  }

  @Override
  public Stage stage() {
    return Stage.CREDENTIALS;
  }

  @Override
  public Outcome examine(Facts facts) {
    if (!((facts.exception("CredentialRetrievalError")
            && facts.captured("provider").orElse("").equals("custom-process"))
        || (facts.call().code().isEmpty() && facts.seen(CredentialsClue.PROCESS_OF_SDK)))) {
      return Outcome.NOT_SEEN;
    }
    return Outcome.confirmed(
        new Finding(
            "`credential_process` failed or printed something else",
            Finding.Specificity.MESSAGE,
            because(facts),
            fixes(facts),
            Identity.who(facts, "it prints the identity")));
  }

  private static List<Fix> fixes(Facts facts) {
    String line =
        "\"$(aws configure get credential_process"
            + (Identity.profile(facts).equals("default")
                ? ""
                : " --profile " + Literal.shell(Identity.profile(facts)))
            + ")\"";
    return facts.exception("FileNotFoundError")
        ? List.of(
            program(facts),
            Fix.command(
                "run it as boto3 does, without a shell",
                "python3 -c 'import shlex, subprocess, sys;"
                    + " subprocess.run(shlex.split(sys.argv[1]))' "
                    + line))
        : List.of(Fix.command("run it by hand", "sh -c " + line));
  }

  /** No shell runs it, so that {@code ~} and variables stay as they are written. */
  private static Fix program(Facts facts) {
    String home = facts.variable("HOME").map(EnvironmentVariable::value).orElse("");
    Optional<ProfileSetting> tilde =
        setting(facts).filter(s -> s.value().startsWith("~/") && !home.isEmpty());
    return tilde
        .map(s ->
            FileEdits.value(
                "write the path out: botocore does not expand `~`",
                s.source(),
                home + s.value().substring(1)))
        .orElseGet(() ->
            Fix.setting(
                "name a program that is there, by its whole path: no shell expands it",
                Identity.section(facts) + "\ncredential_process = /<path of the program>"));
  }

  private static Optional<ProfileSetting> setting(Facts facts) {
    return facts.settings().stream()
        .filter(s -> s.key().equals("credential_process"))
        .filter(s -> s.profile().equals(Identity.profile(facts)))
        .findFirst();
  }

  private static List<Citation> because(Facts facts) {
    List<Citation> because = new ArrayList<>();
    String said = facts.captured("error_msg").orElse(facts.call().message());
    because.add(
        facts.cite(
            said.equals("…")
                ? "what it wrote to standard error is not shown, since it may hold secrets"
                : "it said: " + said));
    Identity.chosen(facts).ifPresent(because::add);
    setting(facts)
        .ifPresent(s -> because.add(Facts.cite("[" + s.section() + "] runs it", s.source())));
    return List.copyOf(because);
  }
}
