package awsleuth.core.cause.network;

import awsleuth.core.cause.Again;
import awsleuth.core.cause.Cause;
import awsleuth.core.cause.Finding;
import awsleuth.core.cause.Fix;
import awsleuth.core.cause.Outcome;
import awsleuth.core.cause.Stage;
import awsleuth.core.fact.Citation;
import awsleuth.core.fact.Facts;
import awsleuth.core.fact.Literal;
import java.util.ArrayList;
import java.util.List;

/** A configured endpoint URL is wrong. */
final class WrongEndpointUrl implements Cause {

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
    if (facts.seen(EndpointClue.INVALID) || facts.exception("InvalidEndpointConfigurationError")) {
      return Outcome.confirmed(malformed(facts));
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
            "getent hosts " + Literal.shell(Target.in(facts).host(), "<host>"));
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
        Again.of(facts, "the client is created"));
  }

  private static Finding bucket(Facts facts, BucketInHost bucket) {
    List<Citation> because = new ArrayList<>();
    because.add(facts.cite("the endpoint is " + Target.in(facts).host()));
    because.addAll(EndpointSetting.cited(facts));
    boolean twice = bucket == BucketInHost.TWICE;
    return new Finding(
        twice
            ? "the endpoint URL has the bucket in its host, so that it stands there twice"
            : "botocore puts the bucket before the host of the custom endpoint",
        Finding.Specificity.MESSAGE,
        because,
        List.of(
            twice
                ? EndpointSetting.find(facts)
                : Fix.codeEdit(
                    "have the bucket put into the path",
                    "s3 = boto3.client(\"s3\", config=Config(s3={\"addressing_style\": \"path\"}))")),
        Again.of(facts, "the endpoint answers"));
  }
}
