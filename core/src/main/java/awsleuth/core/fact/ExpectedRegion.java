package awsleuth.core.fact;

import java.util.Optional;
import java.util.stream.Stream;

/** The Region that the service says to be the right one for a call. */
public final class ExpectedRegion {

  private static final String CONSTRAINT = " location constraint is incompatible";

  private ExpectedRegion() {}

  /** The Region that the message names as the right one; empty where it names none. */
  public static Optional<String> in(Facts facts) {
    String message = facts.call().message();
    int at = message.indexOf("expecting '");
    int end = at < 0 ? -1 : message.indexOf('\'', at + 11);
    return end < 0
        ? constraint(facts)
            .or(() -> redirected(facts))
            .or(() -> told(facts))
            .or(() -> asked(facts).map(a -> a.value()))
        : facts.catalog().region(message.substring(at + 11, end)).map(r -> r.name());
  }

  /**
   * The Region that S3 answered for the bucket, which has no name for the first one and an old one
   * for another (S3 API reference, GetBucketLocation); empty where it was not asked.
   */
  public static Optional<Answers.Answer> asked(Facts facts) {
    return facts.call().service().equals("s3") && !facts.call().operation().equals("CreateBucket")
        ? Answers.only(facts, "LocationConstraint")
            .flatMap(a -> {
              String told = a.field("LocationConstraint");
              String name =
                  told.equals("null") ? "us-east-1" : told.equals("EU") ? "eu-west-1" : told;
              return facts
                  .catalog()
                  .region(name)
                  .map(r ->
                      new Answers.Answer(
                          r.name(),
                          new Citation(
                              "S3 says that the bucket is in `" + r.name() + "`",
                              a.at("LocationConstraint"))));
            })
        : Optional.empty();
  }

  /** The Region before {@code location constraint is incompatible}, where a bucket shall be. */
  private static Optional<String> constraint(Facts facts) {
    String message = facts.call().message();
    int end = message.indexOf(CONSTRAINT);
    int from = end < 0 ? -1 : message.lastIndexOf(' ', end - 1) + 1;
    return end < 0
        ? Optional.empty()
        : facts.catalog().region(message.substring(from, end)).map(r -> r.name());
  }

  /** The Region of the endpoint that a redirect names: {@code b.s3.eu-west-3.amazonaws.com}. */
  private static Optional<String> redirected(Facts facts) {
    return facts
        .parameter("Endpoint")
        .flatMap(host -> facts.catalog().host(host))
        .flatMap(host -> host.region())
        .flatMap(region -> facts.catalog().region(region))
        .map(r -> r.name());
  }

  /** The Region as S3's header, the SDK for Java, Terraform and a redirect in words tell it. */
  private static Optional<String> told(Facts facts) {
    return Stream.concat(
            Stream.of("is in this region: ", "actual location \"")
                .flatMap(words -> Mentioned.after(facts, words).stream()),
            Mentioned.nearby(facts, "x-amz-bucket-region: ").stream())
        .flatMap(region -> facts.catalog().region(region).stream())
        .map(r -> r.name())
        .findFirst();
  }
}
