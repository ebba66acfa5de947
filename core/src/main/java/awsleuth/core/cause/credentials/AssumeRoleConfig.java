package awsleuth.core.cause.credentials;

import awsleuth.boto.config.ConfigFile;
import awsleuth.boto.config.Section;
import awsleuth.boto.config.Setting;
import awsleuth.boto.credentials.Method;
import awsleuth.core.cause.Cause;
import awsleuth.core.cause.FileEdits;
import awsleuth.core.cause.Finding;
import awsleuth.core.cause.Fix;
import awsleuth.core.cause.Outcome;
import awsleuth.core.cause.Stage;
import awsleuth.core.evidence.Source;
import awsleuth.core.fact.BotoSetup;
import awsleuth.core.fact.Citation;
import awsleuth.core.fact.Facts;
import awsleuth.core.fact.Literal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A role profile is wrong. */
final class AssumeRoleConfig implements Cause {

  private static final String ROLE = "role_arn = arn:aws:iam::<account-id>:role/<role>";

  @Override
  public String id() {
    return "credentials/assume-role-config";
  }

  @Override
  public Stage stage() {
    return Stage.SESSION;
  }

  @Override
  public Outcome examine(Facts facts) {
    Optional<Finding> source = NamedSource.in(facts);
    if (source.isEmpty()
        && !((facts.exception("InfiniteLoopConfigError") && !facts.seen(CredentialsClue.ASYNC))
            || (facts.exception("InvalidConfigError")
                && !facts.seen(CredentialsClue.SSO_CONFIG)
                && !facts.seen(CredentialsClue.WEB_IDENTITY))
            || facts.exception("UnknownCredentialError")
            || (facts.call().code().isEmpty() && facts.seen(CredentialsClue.ROLE_CONFIG)))) {
      return Outcome.NOT_SEEN;
    }
    BotoSetup boto = facts.boto();
    boolean seen = !boto.raised().isEmpty() && facts.exception(boto.raised());
    if (!seen && isCertain(facts, boto)) {
      return Outcome.ruledOut(
          "boto3 can go the way of the profile's roles here",
          Winner.place(boto, boto.resolution()).stream().toArray(Source[]::new));
    }
    if (source.isPresent()) {
      return Outcome.confirmed(source.get());
    }
    List<Citation> because = new ArrayList<>();
    because.add(facts.cite("botocore says: " + facts.call().message()));
    if (seen) {
      boto.decider().flatMap(boto::step).ifPresent(s -> because.addAll(boto.citations(s.notes())));
    }
    if (facts.seen(CredentialsClue.NO_ROLE_FOR_TOKEN)) {
      return Outcome.confirmed(
          new Finding(
              "a web identity token is set, and no role to assume with it",
              Finding.Specificity.MESSAGE,
              because,
              List.of(role(facts)),
              Identity.here(
                  facts, "the first line says `boto3 uses assume-role-with-web-identity`")));
    }
    List<Fix> fixes = new ArrayList<>(seen ? nearest(facts, because) : List.of());
    fixes.add(
        Fix.setting(
            "a role and one source for it",
            facts
                    .captured("source_profile")
                    .map(p -> "[profile " + Literal.setting(p) + "]")
                    .orElseGet(() -> Identity.section(facts))
                + "\n"
                + ROLE
                + "\nsource_profile = <profile with keys>"));
    return Outcome.confirmed(
        new Finding(
            "the role profile is not set up right",
            Finding.Specificity.MESSAGE,
            because,
            fixes,
            Identity.here(facts, "the first line says `boto3 uses assume-role`")));
  }

  /** The role beside the token: where that is a setting of the profile, else in a variable. */
  private static Fix role(Facts facts) {
    boolean setting =
        facts.variable("AWS_WEB_IDENTITY_TOKEN_FILE").isEmpty()
            && facts.settings().stream().anyMatch(s -> s.key().equals("web_identity_token_file"));
    return setting
        ? Fix.setting("name the role beside the token", Identity.section(facts) + "\n" + ROLE)
        : Fix.command(
            "name the role that trusts the token's issuer; EKS sets it for the pods of a service"
                + " account with the annotation eks.amazonaws.com/role-arn",
            "export AWS_ROLE_ARN=arn:aws:iam::<account-id>:role/<role>");
  }

  /** Whether botocore would not refuse the profile with what is given. */
  private static boolean isCertain(Facts facts, BotoSetup boto) {
    return facts.exception(
            "InvalidConfigError", "InfiniteLoopConfigError", "CredentialRetrievalError")
        && boto.isWhole()
        && boto.raised().isEmpty()
        && boto.decider().filter(m -> m == Method.ASSUME_ROLE).isPresent()
        && !facts.ownSession();
  }

  /** The profile whose name is nearest to that of a source that is not there. */
  private static List<Fix> nearest(Facts facts, List<Citation> because) {
    BotoSetup boto = facts.boto();
    Map<String, Source> all = OtherProfiles.all(boto);
    for (ConfigFile file : boto.files().readable()) {
      for (Section section : file.sections()) {
        Optional<Setting> source = section.setting("source_profile");
        String name = source.flatMap(Setting::text).orElse("");
        boolean cited =
            source.map(s -> boto.source(s.place())).filter(p -> isIn(because, p)).isPresent();
        List<String> near = facts.catalog().nearest(name, all.keySet(), 1);
        if (cited && !all.containsKey(name) && !near.isEmpty()) {
          return List.of(
              FileEdits.replace(
                  Literal.line("take the credentials of profile `" + near.getFirst() + "`"),
                  boto.source(source.orElseThrow().place()),
                  "source_profile = " + near.getFirst()));
        }
      }
    }
    return List.of();
  }

  private static boolean isIn(List<Citation> because, Source place) {
    return because.stream().anyMatch(c -> c.source().equals(place));
  }
}
