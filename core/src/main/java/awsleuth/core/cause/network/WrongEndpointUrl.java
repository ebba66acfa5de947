package awsleuth.core.cause.network;

import awsleuth.boto.config.Origin;
import awsleuth.core.cause.Again;
import awsleuth.core.cause.Cause;
import awsleuth.core.cause.FileEdits;
import awsleuth.core.cause.Finding;
import awsleuth.core.cause.Fix;
import awsleuth.core.cause.Outcome;
import awsleuth.core.cause.Stage;
import awsleuth.core.cause.Verification;
import awsleuth.core.fact.Citation;
import awsleuth.core.fact.Facts;
import awsleuth.core.fact.ForeignEndpoint;
import awsleuth.core.fact.GivenEndpoint;
import awsleuth.core.fact.Literal;
import awsleuth.core.fact.RefusedEndpoint;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A configured endpoint URL is wrong. */
final class WrongEndpointUrl implements Cause {

  /** What a service answers to an operation of another (query and JSON protocols). */
  private static final String[] NOT_ITS_OPERATION = {
    "UnknownOperationException", "UnknownOperation", "InvalidAction"
  };

  @Override
  public String id() {
    return "network/wrong-endpoint-url";
  }

  @Override
  public Stage stage() {
    return Stage.CLIENT;
  }

  @Override
  public Outcome examine(Facts facts) {
    if (RefusedEndpoint.lacksRegion(facts) || RefusedEndpoint.oddRegion(facts).isPresent()) {
      return Outcome.NOT_SEEN;
    }
    if (facts.seen(EndpointClue.INVALID) || facts.exception("InvalidEndpointConfigurationError")) {
      return Outcome.confirmed(malformed(facts));
    }
    if (facts.code(NOT_ITS_OPERATION)) {
      return ForeignEndpoint.in(facts)
          .<Outcome>map(e -> Outcome.confirmed(foreign(facts, e)))
          .orElse(Outcome.NOT_SEEN);
    }
    BucketInHost bucket = BucketInHost.in(facts);
    if (bucket == BucketInHost.NOT || !Connections.isConnect(facts)) {
      return Outcome.NOT_SEEN;
    }
    return bucket == BucketInHost.TWICE || facts.seen(NetworkClue.NOT_RESOLVED)
        ? Outcome.confirmed(bucket(facts, bucket))
        : Outcome.possible(
            bucket(facts, bucket),
            "whether the name resolves",
            "getent hosts " + Target.in(facts).word());
  }

  private static Finding foreign(Facts facts, ForeignEndpoint e) {
    String service = facts.call().service();
    String setting = e.origin() instanceof Origin.Variable(String name) ? name : "endpoint_url";
    String url = e.url().replace("//" + e.of() + ".", "//" + service + ".");
    boolean told = !url.equals(e.url());
    List<Fix> fixes = new ArrayList<>();
    if (e.origin() instanceof Origin.Variable(String variable)) {
      fixes.add(Fix.command("let botocore choose the endpoint", "unset " + variable));
    } else if (told) {
      fixes.add(
          FileEdits.value(
              "name the service's own host in " + FileEdits.at(e.source()),
              e.source(),
              Literal.setting(url)));
    }
    if (fixes.isEmpty()) {
      fixes.add(EndpointSetting.find(facts));
    }
    return new Finding(
        "`" + service + "` is sent to an endpoint of `" + e.of() + "`",
        Finding.Specificity.EVIDENCE,
        List.of(facts.citeError(), Facts.cite(setting + " is `" + e.url() + "`", e.source())),
        fixes,
        new Verification.Probe(
            "awsleuth endpoint "
                + Literal.shell(service)
                + " "
                + Literal.shell(facts.call().operation(), "<operation>"),
            "the endpoint is one of the service"));
  }

  private static Finding malformed(Facts facts) {
    List<Citation> because = new ArrayList<>(List.of(facts.citeError()));
    MalformedUrl url = MalformedUrl.of(facts);
    url.variable()
        .ifPresent(v -> because.add(Facts.cite(v.name() + " is `" + v.value() + "`", v.source())));
    return new Finding(
        "the configured endpoint URL is not one that can be called",
        Finding.Specificity.MESSAGE,
        because,
        url.fixes(),
        Again.of(facts, "the client is created", Map.of(GivenEndpoint.OPTION, "")));
  }

  private static Finding bucket(Facts facts, BucketInHost bucket) {
    List<Citation> because = new ArrayList<>();
    because.add(facts.cite("the endpoint is " + Target.in(facts).host()));
    because.addAll(EndpointSetting.cited(facts));
    boolean twice = bucket == BucketInHost.TWICE;
    return new Finding(
        twice
            ? "the endpoint URL has the bucket in its host, and botocore puts it in once more"
            : "botocore puts the bucket before the host of the custom endpoint",
        Finding.Specificity.MESSAGE,
        because,
        List.of(
            twice
                ? EndpointSetting.find(facts)
                : Fix.codeEdit(
                    "have the bucket put into the path",
                    "s3 = boto3.client(\"s3\", config=Config(s3={\"addressing_style\":"
                        + " \"path\"}))")),
        Again.of(
            facts, "the endpoint answers", twice ? Map.of(GivenEndpoint.OPTION, "") : Map.of()));
  }
}
