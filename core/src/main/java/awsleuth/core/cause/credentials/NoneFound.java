package awsleuth.core.cause.credentials;

import awsleuth.aws.AwsCatalog;
import awsleuth.boto.credentials.Method;
import awsleuth.boto.credentials.Outcome.Open;
import awsleuth.core.cause.Again;
import awsleuth.core.cause.Cause;
import awsleuth.core.cause.Finding;
import awsleuth.core.cause.Fix;
import awsleuth.core.cause.Misread;
import awsleuth.core.cause.Outcome;
import awsleuth.core.cause.Stage;
import awsleuth.core.evidence.Source;
import awsleuth.core.fact.Answers;
import awsleuth.core.fact.BotoSetup;
import awsleuth.core.fact.Citation;
import awsleuth.core.fact.Facts;
import awsleuth.core.fact.Literal;
import awsleuth.core.fact.Mentioned;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** No provider in the chain had credentials. */
final class NoneFound implements Cause {

  private static final int MOST_PROFILES = 3;

  /** The SDK for Go, config.SharedConfigProfileNotExistError. */
  private static final String MISSING_PROFILE = "failed to get shared config profile, ";

  @Override
  public String id() {
    return "credentials/none-found";
  }

  @Override
  public Stage stage() {
    return Stage.CREDENTIALS;
  }

  @Override
  public Outcome examine(Facts facts) {
    if (!((facts.exception("NoCredentialsError", "NoAuthTokenError")
        || (facts.call().code().isEmpty()
            && (facts.seen(CredentialsClue.NONE) || isEndOfChain(facts)))
        || facts.code(
            "MissingAuthenticationToken",
            "NoCredentialProviders",
            "MissingAuthenticationTokenException",
            "MissingSecurityHeader")))) {
      return Outcome.NOT_SEEN;
    }
    if (isEndedBySso(facts) || !profileOfChain(facts).isEmpty()) {
      return Outcome.NOT_SEEN;
    }
    Optional<Outcome> other =
        facts.exception("NoCredentialsError") && !facts.ownSession()
            ? elsewhere(facts.boto())
            : Optional.empty();
    return other.orElseGet(() -> Outcome.confirmed(finding(facts)));
  }

  /** Whether instance metadata was asked as the last of a chain that had nothing before. */
  static boolean isEndOfChain(Facts facts) {
    return isChain(facts)
        && (facts.call().service().equals("ec2imds") || facts.seen(CredentialsClue.IMDS_FAILED));
  }

  /** Whether a chain that had nothing says that it was to use a login, whose token is no good. */
  static boolean isEndedBySso(Facts facts) {
    return isChain(facts) && facts.seen(CredentialsClue.CHAIN_SSO);
  }

  /** The profile that a chain which had nothing did not find; empty where it names none. */
  static String profileOfChain(Facts facts) {
    return isChain(facts) ? Mentioned.nearby(facts, MISSING_PROFILE).orElse("") : "";
  }

  private static boolean isChain(Facts facts) {
    return facts.call().code().isEmpty()
        && (facts.seen(CredentialsClue.WHOLE_CHAIN)
            || facts.seen(CredentialsClue.MISSING_PROFILE)
            || facts.exception("SSOProviderInvalidToken"));
  }

  /**
   * That boto3 does not end without credentials here; empty where it does, or may. What is not
   * given can add a provider, or make one raise, but takes none away.
   */
  private static Optional<Outcome> elsewhere(BotoSetup boto) {
    boolean metadata =
        boto.resolution().outcome() instanceof Open(Method method, var _)
            && method == Method.IAM_ROLE;
    boolean sure = boto.raised().isEmpty() ? boto.hasEnvironment() : boto.isWhole();
    if (!sure || metadata || boto.decider().isEmpty()) {
      return Optional.empty();
    }
    String words =
        boto.raised().isEmpty()
            ? Winner.words(boto, boto.resolution())
                .map(w -> "boto3 finds credentials here: " + w)
                .orElse("boto3 asks `" + boto.decider().get().text() + "` here")
            : "boto3 raises " + boto.raised() + " here";
    return Optional.of(
        Outcome.ruledOut(
            Literal.line(words),
            Winner.place(boto, boto.resolution()).stream().toArray(Source[]::new)));
  }

  private static Finding finding(Facts facts) {
    BotoSetup boto = facts.boto();
    List<Misread> misread =
        Misread.solving(facts, b -> Winner.isOfProfile(b.resolution()) || isEnv(b));
    List<Citation> because = new ArrayList<>();
    because.add(
        isEndOfChain(facts)
            ? facts.citation(CredentialsClue.WHOLE_CHAIN).orElseGet(facts::citeError)
            : facts.citeError());
    misread.forEach(m -> because.add(m.citation()));
    because.addAll(boto.isWhole() ? Lacks.of(boto) : List.of());
    List<Fix> fixes = new ArrayList<>();
    Optional<Citation> hop =
        facts.exception("NoCredentialsError") ? Answers.oneHop(facts) : Optional.empty();
    hop.ifPresent(because::add);
    if (facts.seen(CredentialsClue.ID_TOKEN)) {
      fixes.add(
          Fix.setting(
              "let the workflow's job ask GitHub for a token (and list the other permissions)",
              "permissions:\n  id-token: write\n  contents: read"));
    }
    misread.forEach(m -> fixes.add(m.fix()));
    fixes.addAll(variables(facts.catalog(), boto));
    fixes.addAll(profiles(boto));
    if (fixes.isEmpty() && facts.seen(CredentialsClue.DAEMON)) {
      fixes.add(daemon());
    } else if (fixes.isEmpty()) {
      fixes.add(Fix.command("log in or set a profile up", "aws configure sso"));
      fixes.add(Fix.command("or name the profile that has them", "export AWS_PROFILE=<profile>"));
    }
    if (facts.found("metadata").filter(p -> p.facts().containsKey("role")).isEmpty()) {
      fixes.add(give());
    }
    hop.ifPresent(_ -> fixes.addFirst(MetadataAnswer.hop(facts)));
    return new Finding(
        "no provider in the chain has credentials",
        Finding.Specificity.CODE,
        because,
        fixes,
        facts.seen(CredentialsClue.DAEMON)
            ? Again.of(facts, "it starts, with credentials of its own")
            : boto.isWhole() || !misread.isEmpty()
                ? Identity.here(facts, "the first line says `boto3 uses` and the provider")
                : Identity.who(facts, "it prints the identity that is meant"));
  }

  private static Fix give() {
    return Fix.askAdministrator(
        "on AWS give the machine a role", "Which role shall the instance, task or function have?");
  }

  /** What runs as a service has its own environment and its own home (Docker, "awslogs"). */
  private static Fix daemon() {
    return Fix.setting(
        "give the daemon itself credentials, then restart it: it does not have those of a login",
        """
        # /etc/systemd/system/docker.service.d/aws-credentials.conf
        [Service]
        Environment="AWS_ACCESS_KEY_ID=<key-id>"
        Environment="AWS_SECRET_ACCESS_KEY=<secret>"\
        """);
  }

  private static boolean isEnv(BotoSetup boto) {
    return boto.decider().filter(m -> m == Method.ENV).isPresent();
  }

  /** Variables that are all but those with keys. */
  private static List<Fix> variables(AwsCatalog catalog, BotoSetup boto) {
    List<Fix> fixes = new ArrayList<>();
    for (String name : List.of("AWS_ACCESS_KEY_ID", "AWS_SECRET_ACCESS_KEY")) {
      fixes.addAll(Misspelt.of(catalog, boto, name));
    }
    return fixes;
  }

  private static List<Fix> profiles(BotoSetup boto) {
    String variable = OtherProfiles.variable(boto);
    return OtherProfiles.withCredentials(boto).stream()
        .limit(MOST_PROFILES)
        .map(name ->
            Fix.command(
                Literal.line("choose the profile `" + name + "`")
                    + Winner.then(boto, boto.with(variable, name)),
                "export " + variable + "=" + Literal.shell(name)))
        .toList();
  }
}
