package awsleuth.core.cause.credentials;

import awsleuth.boto.config.Found;
import awsleuth.boto.config.Origin;
import awsleuth.boto.config.Session;
import awsleuth.core.cause.FileEdits;
import awsleuth.core.cause.Fix;
import awsleuth.core.cause.Verification;
import awsleuth.core.evidence.ProbeResult;
import awsleuth.core.evidence.Source;
import awsleuth.core.fact.Answers;
import awsleuth.core.fact.Citation;
import awsleuth.core.fact.Facts;
import awsleuth.core.fact.Literal;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * How instance metadata answers, as far as it was asked, and what sets where it is.
 *
 * @param state how far it goes
 * @param role the role of the instance; empty where it is not known
 * @param code what stands for the role's keys, such as {@code AssumeRoleUnauthorizedAccess}; empty
 *     where they are given or it is not known
 * @param lacks what the answer with the keys has not, though nothing is refused; empty where that
 *     is not so or it is not known
 * @param set the address, where one is set
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/troubleshoot_iam-ec2.html">
 *     Troubleshoot IAM and Amazon EC2</a>
 */
record MetadataAnswer(
    State state, String role, String code, String lacks, Optional<Found<String>> set) {

  /** How far it goes, by the names that probes have for it. */
  enum State {
    GIVES,
    ENDED,
    ABSENT,
    OFF,
    HOP_LIMIT,
    NO_ROLE,
    BAD,
    /** It was not asked. */
    UNTOLD;

    static State of(String name) {
      return Stream.of(values()).filter(s -> s.name().equals(name)).findFirst().orElse(UNTOLD);
    }
  }

  private static final String USUAL = "http://169.254.169.254/";
  private static final String ROLES = "latest/meta-data/iam/security-credentials/";
  private static final String OPTIONS = "aws ec2 modify-instance-metadata-options --instance-id ";

  static MetadataAnswer of(Facts facts, Optional<ProbeResult> probed, boolean lost) {
    Optional<Found<String>> set =
        facts.ownSession() || !(facts.boto().session() instanceof Session.Open(Session session))
            ? Optional.empty()
            : session
                .either("AWS_EC2_METADATA_SERVICE_ENDPOINT", "ec2_metadata_service_endpoint")
                .filter(f -> !f.value().isEmpty());
    return new MetadataAnswer(
        lost
            ? State.HOP_LIMIT
            : State.of(probed.map(p -> p.facts().getOrDefault("state", "")).orElse("")),
        probed.map(p -> p.facts().getOrDefault("role", "")).orElse(""),
        probed.map(p -> p.facts().getOrDefault("code", "")).orElse(""),
        probed.map(p -> p.facts().getOrDefault("lacks", "")).orElse(""),
        set);
  }

  /** What sets the address; empty where nothing among the evidence does. */
  Optional<Citation> cited(Facts facts) {
    return set.flatMap(f ->
        facts
            .boto()
            .source(f.origin())
            .map(s -> Facts.cite(Literal.line(name(f) + " is `" + f.value() + "`"), s)));
  }

  private static String name(Found<String> found) {
    return found.origin().key();
  }

  /** What may lead to credentials from there. */
  List<Fix> fixes(Facts facts) {
    String instance = instance(facts);
    Fix hop = hop(facts);
    Fix give =
        Fix.askAdministrator(
            "give the instance a role",
            "aws ec2 associate-iam-instance-profile --instance-id "
                + instance
                + " --iam-instance-profile Name=<profile>");
    Fix on =
        Fix.askAdministrator(
            "switch it on for the instance", OPTIONS + instance + " --http-endpoint enabled");
    boolean told = state == State.UNTOLD && Answers.oneHop(facts).isPresent();
    return switch (told ? State.HOP_LIMIT : state) {
      case NO_ROLE -> List.of(give);
      case HOP_LIMIT -> List.of(hop);
      case OFF -> List.of(on, give);
      case BAD -> List.of(isUntrusted() ? trust() : see());
      case ENDED -> List.of(see());
      case ABSENT -> set.map(f -> List.of(usual(facts, f))).orElse(List.of(hop, give));
      case GIVES, UNTOLD -> List.of(hop, give);
    };
  }

  /** One more hop for the instance that was described, else for one to be named. */
  static Fix hop(Facts facts) {
    return Fix.askAdministrator(
        "let containers reach it: one more hop",
        OPTIONS + instance(facts) + " --http-put-response-hop-limit 2 --http-endpoint enabled");
  }

  private static String instance(Facts facts) {
    return Literal.shell(Answers.instance(facts).orElse(""), "<instance-id>");
  }

  private boolean isUntrusted() {
    return code.equals("AssumeRoleUnauthorizedAccess");
  }

  private Fix trust() {
    return Fix.policyEdit(
        "let EC2 assume the role `" + Literal.line(role) + "`: add this to its trust policy",
        """
        {
          "Effect": "Allow",
          "Principal": {"Service": "ec2.amazonaws.com"},
          "Action": "sts:AssumeRole"
        }\
        """);
  }

  private Fix see() {
    return role.isEmpty()
        ? Fix.command("see what it answers", "curl -si -m 2 " + at(ROLES))
        : !lacks.isEmpty()
            ? Fix.command(
                "see what answers there: instance metadata gives keys, or a Code that refuses them",
                asked(ROLES + role) + " -o /dev/null -w '%{http_code} %{content_type}\\n'")
            : Fix.askAdministrator(
                "see whether the role is still there, and whom it trusts",
                "aws iam get-role --role-name " + Literal.shell(role));
  }

  private static Fix usual(Facts facts, Found<String> set) {
    Optional<Source> line =
        set.origin() instanceof Origin.Profile
            ? facts.boto().source(set.origin())
            : Optional.empty();
    return line.map(s ->
            FileEdits.delete("ask at the usual address: take out " + FileEdits.at(s), List.of(s)))
        .orElseGet(() -> Fix.command("ask at the usual address", "unset " + name(set)));
  }

  /** The same question again, as far as it failed. */
  Verification again() {
    boolean keys = state == State.BAD && !role.isEmpty();
    if (keys && !lacks.isEmpty()) {
      return new Verification.Probe(
          asked(ROLES + role) + " | grep -c AccessKeyId", "it prints a number above 0");
    }
    return state == State.NO_ROLE || state == State.BAD || state == State.ENDED
        ? new Verification.Probe(
            asked(ROLES + role)
                + (keys ? " | grep Code" : state == State.ENDED ? " | grep Expiration" : ""),
            state == State.ENDED
                ? "the Expiration is to come"
                : keys ? "the code is Success" : "it prints the name of the role")
        : new Verification.Probe(token(), "it prints a token");
  }

  private String token() {
    return "curl -sX PUT "
        + at("latest/api/token")
        + " -H 'X-aws-ec2-metadata-token-ttl-seconds: 60' -m 2";
  }

  /** A question with a token. */
  private String asked(String path) {
    return "curl -s -m 2 -H \"X-aws-ec2-metadata-token: $(" + token() + ")\" " + at(path);
  }

  private String at(String path) {
    String base = state == State.ABSENT ? USUAL : set.map(Found::value).orElse(USUAL);
    return Literal.shell(base + (base.endsWith("/") ? "" : "/") + path);
  }
}
