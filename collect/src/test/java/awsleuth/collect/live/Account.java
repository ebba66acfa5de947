package awsleuth.collect.live;

import awsleuth.aws.AwsCatalog;
import awsleuth.boto.config.Proxies;
import awsleuth.boto.config.Session;
import awsleuth.boto.credentials.Keys;
import awsleuth.collect.call.AwsCalls;
import awsleuth.collect.wire.CaBundle;
import awsleuth.collect.wire.Deadline;
import awsleuth.collect.wire.Route;
import awsleuth.core.Artifact;
import awsleuth.core.Artifact.Kind;
import awsleuth.core.Diagnoser;
import awsleuth.core.evidence.Evidence;
import awsleuth.core.fact.Facts;
import awsleuth.core.read.Readers;
import awsleuth.testkit.ScriptedAws;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** An account that answers as it is told, asked about a failure. */
final class Account implements AutoCloseable {

  static final Instant NOW = Instant.parse("2026-11-20T10:14:00Z");

  /** A session of a role, who is refused. */
  static final String ROLE = "arn:aws:sts::123456789012:assumed-role/app/i-1";

  private static final AwsCatalog CATALOG = AwsCatalog.embedded();
  private static final Keys KEYS = new Keys("AKIAIOSFODNN7EXAMPLE", "made-up", null, null);

  private final ScriptedAws aws;
  private Optional<LogGroup> logGroup = Optional.empty();
  private CallTime time = CallTime.now(NOW);
  private Optional<String> region = Optional.of("eu-west-1");

  Account() {
    try {
      aws = new ScriptedAws();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    aws.on(
        "GetCallerIdentity",
        ScriptedAws.result("GetCallerIdentity", "<Arn>arn:aws:iam::123456789012:user/ann</Arn>"));
  }

  ScriptedAws aws() {
    return aws;
  }

  Account logGroup(String name) {
    logGroup = Optional.of(new LogGroup(name, Optional.empty()));
    return this;
  }

  Account logPattern(String name, String pattern) {
    logGroup = Optional.of(new LogGroup(name, Optional.of(pattern)));
    return this;
  }

  Account at(String moment) {
    time = CallTime.told(Instant.parse(moment));
    return this;
  }

  Account sessionIn(String name) {
    region = Optional.of(name);
    return this;
  }

  /** The facts of the first failure in texts by kind. */
  static Facts facts(Object... kindsAndTexts) {
    List<Evidence> evidence = new ArrayList<>();
    for (int i = 0; i < kindsAndTexts.length; i += 2) {
      Kind kind = (Kind) kindsAndTexts[i];
      evidence.addAll(
          Readers.read(new Artifact(kind.label(), kind, (String) kindsAndTexts[i + 1]), CATALOG));
    }
    return new Diagnoser(CATALOG).primary(evidence).orElseThrow();
  }

  /** A call of that session which no policy of its own allows. */
  static Facts denied() {
    return facts(
        Kind.TRACEBACK,
        "botocore.exceptions.ClientError: An error occurred (AccessDenied) when calling the"
            + " ListUsers operation: User: "
            + ROLE
            + " is not authorized to perform: iam:ListUsers on resource:"
            + " arn:aws:iam::123456789012:user/ because no identity-based policy allows the"
            + " iam:ListUsers action");
  }

  LiveQuestions questions(Facts facts) {
    return LiveQuestions.of(facts, CATALOG, logGroup, time, "AKIA…MPLE");
  }

  Gathering ask(Facts facts) {
    return ask(facts, _ -> {});
  }

  /** Asks, and tells what is asked next. */
  Gathering ask(Facts facts, Consumer<String> told) {
    return questions(facts).ask(calls(), told);
  }

  /** Asks for the policies alone, where it was asked before who calls. */
  Gathering askPolicies(Facts facts, String caller) {
    return LiveQuestions.ofPolicies(facts, CATALOG, Optional.of(caller)).ask(calls(), _ -> {});
  }

  /** The lines of what stays unknown. */
  static List<String> lines(Gathering gathering) {
    return gathering.unknown().stream().map(Gathering.Unknown::line).toList();
  }

  /** Asks where all calls go to another place. */
  Gathering askAt(String url, Facts facts) {
    return questions(facts).ask(calls(url, Duration.ofSeconds(1)), _ -> {});
  }

  /** Nothing asked yet. */
  Asking asking() {
    return new Asking(calls(), "eu-west-1");
  }

  private AwsCalls calls() {
    return calls(aws.url(), Duration.ofSeconds(10));
  }

  private AwsCalls calls(String url, Duration timeout) {
    Map<String, String> environment = new java.util.HashMap<>();
    environment.put("AWS_ENDPOINT_URL", url);
    region.ifPresent(r -> environment.put("AWS_DEFAULT_REGION", r));
    Session session =
        ((Session.Open) Session.open(environment, Optional.empty(), Session.Files.NONE)).session();
    Route route = new Route(Proxies.NONE, () -> new Route.Trust.Bundle(CaBundle.UNVERIFIED));
    return new AwsCalls(CATALOG, session, KEYS, route, timeout, Deadline.in(Duration.ofMinutes(5)));
  }

  @Override
  public void close() {
    aws.close();
  }
}
