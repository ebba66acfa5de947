package awsleuth.core.cause.credentials;

import awsleuth.boto.credentials.Method;
import awsleuth.boto.credentials.Step;
import awsleuth.core.cause.Cause;
import awsleuth.core.cause.Finding;
import awsleuth.core.cause.Fix;
import awsleuth.core.cause.Misread;
import awsleuth.core.cause.Outcome;
import awsleuth.core.cause.Stage;
import awsleuth.core.evidence.Source;
import awsleuth.core.fact.BotoSetup;
import awsleuth.core.fact.Citation;
import awsleuth.core.fact.Facts;
import awsleuth.core.fact.Literal;
import java.util.ArrayList;
import java.util.List;

/** A provider had a key id without its secret, or the reverse. */
final class Partial implements Cause {

  private static final String RAISED = "PartialCredentialsError";

  @Override
  public String id() {
    return "credentials/partial";
  }

  @Override
  public Stage stage() {
    return Stage.CREDENTIALS;
  }

  @Override
  public Outcome examine(Facts facts) {
    boolean partial = facts.exception(RAISED);
    if (!partial && !(facts.exception("KeyError") && facts.seen(CredentialsClue.PARTIAL))) {
      return Outcome.NOT_SEEN;
    }
    BotoSetup boto = facts.boto();
    if (partial && !facts.ownSession() && boto.isDecided() && !boto.raised().equals(RAISED)) {
      return Outcome.ruledOut(
          Winner.words(boto, boto.resolution())
              .map(w -> "boto3 finds both halves here: " + Literal.line(w))
              .orElse("no provider has one half of a key pair here"),
          Winner.place(boto, boto.resolution()).stream().toArray(Source[]::new));
    }
    return Outcome.confirmed(finding(facts));
  }

  private static Finding finding(Facts facts) {
    BotoSetup boto = facts.boto();
    boolean seen = boto.raised().equals(RAISED);
    String missing = facts.captured("cred_var").orElse("other half");
    List<Misread> misread = Misread.solving(facts, b -> b.raised().isEmpty());
    List<Citation> because = new ArrayList<>();
    because.add(facts.cite("missing: " + facts.captured("cred_var").orElse("a half")));
    Misspelt.cited(facts.catalog(), boto, missing).ifPresent(because::add);
    if (seen) {
      boto.decider()
          .flatMap(boto::step)
          .map(Step::notes)
          .ifPresent(notes -> because.addAll(boto.citations(notes)));
      misread.forEach(m -> because.add(m.citation()));
    }
    List<Fix> fixes = new ArrayList<>();
    if (seen) {
      misread.forEach(m -> fixes.add(m.fix()));
    }
    fixes.addAll(fixes(facts, missing));
    return new Finding(
        "`"
            + facts.captured("provider").orElse("a provider")
            + "` has half a key pair: no "
            + missing,
        Finding.Specificity.MESSAGE,
        because,
        fixes,
        Identity.here(facts, "the first line says `boto3 uses` and the provider"));
  }

  private static List<Fix> fixes(Facts facts, String missing) {
    BotoSetup boto = facts.boto();
    return switch (facts.captured("provider").orElse("")) {
      case "env" -> {
        List<Fix> fixes = new ArrayList<>();
        fixes.addAll(Misspelt.of(facts.catalog(), boto, missing));
        String name = Literal.name(missing, "AWS_SECRET_ACCESS_KEY");
        fixes.add(Fix.command("set the other half too", "export " + name + "=<secret>"));
        fixes.add(KeySource.unset(facts));
        yield fixes;
      }
      case "assume-role" ->
          List.of(
              Fix.setting(
                  "say whose credentials assume the role",
                  section(facts, Method.ASSUME_ROLE) + "\nsource_profile = <profile with keys>"));
      case "shared-credentials-file" ->
          List.of(both(facts, "[" + Literal.setting(Identity.profile(facts)) + "]"));
      case "config-file" -> List.of(both(facts, section(facts, Method.CONFIG_FILE)));
      default ->
          List.of(
              both(facts, "[" + Literal.setting(Identity.profile(facts)) + "]"),
              KeySource.unset(facts));
    };
  }

  private static Fix both(Facts facts, String section) {
    BotoSetup boto = facts.boto();
    boolean seen = boto.raised().equals(RAISED);
    String missing = Literal.name(facts.captured("cred_var").orElse(""), "aws_secret_access_key");
    return seen
        ? Fix.setting("add the other half to the section", section + "\n" + missing + " = <secret>")
        : Fix.setting(
            "give both halves, or neither",
            section + "\naws_access_key_id = <key-id>\naws_secret_access_key = <secret>");
  }

  /** The header of the profile in the config file. */
  private static String section(Facts facts, Method method) {
    String profile = Literal.setting(Identity.profile(facts));
    return profile.equals("default") || method == Method.SHARED_CREDENTIALS_FILE
        ? "[" + profile + "]"
        : "[profile " + profile + "]";
  }
}
