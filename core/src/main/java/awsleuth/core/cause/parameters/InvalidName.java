package awsleuth.core.cause.parameters;

import awsleuth.boto.params.BucketAddress;
import awsleuth.core.cause.Again;
import awsleuth.core.cause.Cause;
import awsleuth.core.cause.Finding;
import awsleuth.core.cause.Fix;
import awsleuth.core.cause.MadeBefore;
import awsleuth.core.cause.Outcome;
import awsleuth.core.cause.Stage;
import awsleuth.core.cause.Verification;
import awsleuth.core.fact.Facts;
import awsleuth.core.fact.Literal;
import awsleuth.core.fact.ParameterErrors;
import awsleuth.core.fact.RefusedValue;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A bucket name, ARN or identifier is malformed. */
final class InvalidName implements Cause {

  @Override
  public String id() {
    return "parameters/invalid-name";
  }

  @Override
  public Stage stage() {
    return Stage.PARAMETERS;
  }

  @Override
  public Outcome examine(Facts facts) {
    Optional<Outcome> host = BucketHost.in(facts).map(b -> Outcome.confirmed(b.finding(facts)));
    if (host.isPresent()) {
      return host.get();
    }
    if (!(ParameterErrors.in(facts).has(ParameterErrors.Kind.NAME)
        || facts.exception(
            "InvalidArnException",
            "UnsupportedS3ArnError",
            "UnsupportedS3ControlArnError",
            "InvalidHostLabelError",
            "InvalidDNSNameError",
            "UnsupportedOutpostResourceError")
        || facts.code(
            "InvalidBucketName",
            "InvalidArn",
            "InvalidArnException",
            "InvalidArnFault",
            "InvalidARNFault",
            "InvalidInstanceID.Malformed",
            "InvalidKeyId.Malformed",
            "InvalidParameterName",
            "InvalidURI")
        || (facts.call().code().endsWith(".Malformed"))
        || facts.seen(ParametersClue.PATTERN)
        || isLabel(facts)
        || (facts.code(
                "ValidationException",
                "ValidationError",
                "InvalidParameterException",
                "InvalidParameterValueException")
            && facts.seen(ParametersClue.INVALID_NAME)))) {
      return Outcome.NOT_SEEN;
    }
    Optional<Outcome> made = MadeBefore.rulesOut(facts);
    if (made.isPresent()) {
      return made.get();
    }
    return Corrected.outcome(
        facts,
        new Finding(
            "a name or ARN in the request is malformed",
            Finding.Specificity.MESSAGE,
            List.of(
                ParameterErrors.in(facts)
                    .first(ParameterErrors.Kind.NAME)
                    .map(e -> facts.cite("the name is `" + e.detail() + "`"))
                    .orElseGet(facts::citeError)),
            List.of(fix(facts)),
            again(facts)));
  }

  /** Whether botocore's rules refuse a parameter that goes into the host. */
  private static boolean isLabel(Facts facts) {
    return facts.exception("EndpointResolutionError", "EndpointProviderError")
        && facts.seen(ParametersClue.HOST_LABEL);
  }

  /** The parameter that the message begins with. */
  private static String labelled(Facts facts) {
    return Literal.name(facts.call().message().split(" ", 2)[0], "<parameter>");
  }

  /** What goes into the host: a label of DNS (RFC 1123). */
  private static Fix label(Facts facts) {
    String name = labelled(facts);
    boolean account = name.equals("AccountId");
    return Fix.codeEdit(
        account
            ? "give the 12 digits of the account, which botocore puts into the host"
            : "give letters, digits and hyphens alone: botocore puts it into the host",
        Calls.call(facts, name + "=" + (account ? "\"<account-id>\"" : "<value>")));
  }

  /** With the plain name, or a placeholder, where the service refused that of the bucket. */
  private static Verification again(Facts facts) {
    String expect = "the name is accepted";
    String plain =
        facts.parameter("Bucket").flatMap(BucketAddress::of).map(BucketAddress::bucket).orElse("");
    if (isLabel(facts)) {
      return Again.of(facts, expect, Map.of(labelled(facts), ""));
    }
    return facts.code("InvalidBucketName")
        ? Again.of(facts, expect, Map.of("Bucket", plain))
        : Calls.rerun(facts, expect);
  }

  private static Fix fix(Facts facts) {
    if (isLabel(facts)) {
      return label(facts);
    }
    Optional<BucketAddress> address =
        ParameterErrors.in(facts)
            .first(ParameterErrors.Kind.NAME)
            .flatMap(e -> BucketAddress.of(e.detail()));
    if (address.isPresent()) {
      return Fix.codeEdit(
          "give the bucket's plain name",
          Calls.call(facts, "Bucket=" + Literal.python(address.get().bucket())));
    }
    Optional<RefusedValue> refused = RefusedValue.in(facts);
    if (refused.isPresent()) {
      return Calls.bounded(facts, refused.get());
    }
    boolean bucket =
        ParameterErrors.in(facts).has(ParameterErrors.Kind.NAME) || facts.code("InvalidBucketName");
    return Fix.codeEdit(
        "give the bare name: no s3://, no path, no spaces, the ARN as AWS writes it",
        Calls.call(facts, bucket ? "Bucket=\"<bucket>\"" : "<parameter>=<value>"));
  }
}
