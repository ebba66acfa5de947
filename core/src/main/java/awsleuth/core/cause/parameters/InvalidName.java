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

  /** With the plain name, or a placeholder, where the service refused that of the bucket. */
  private static Verification again(Facts facts) {
    String expect = "the name is accepted";
    String plain =
        facts.parameter("Bucket").flatMap(BucketAddress::of).map(BucketAddress::bucket).orElse("");
    return facts.code("InvalidBucketName")
        ? Again.of(facts, expect, Map.of("Bucket", plain))
        : Calls.rerun(facts, expect);
  }

  private static Fix fix(Facts facts) {
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
