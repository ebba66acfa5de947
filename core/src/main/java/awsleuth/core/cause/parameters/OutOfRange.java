package awsleuth.core.cause.parameters;

import awsleuth.core.cause.Again;
import awsleuth.core.cause.Cause;
import awsleuth.core.cause.Finding;
import awsleuth.core.cause.Fix;
import awsleuth.core.cause.Outcome;
import awsleuth.core.cause.Stage;
import awsleuth.core.fact.Facts;
import awsleuth.core.fact.Literal;
import awsleuth.core.fact.ParameterErrors;
import java.util.List;

/** A length or number is outside the limits. */
final class OutOfRange implements Cause {

  @Override
  public String id() {
    return "parameters/out-of-range";
  }

  @Override
  public Stage stage() {
    return Stage.PARAMETERS;
  }

  @Override
  public Outcome examine(Facts facts) {
    if (facts.seen(ParametersClue.LIVES_TOO_LONG)) {
      return presigned(facts);
    }
    if (!(ParameterErrors.in(facts).has(ParameterErrors.Kind.RANGE)
        || facts.exception("RangeError")
        || facts.seen(ParametersClue.TOO_LARGE)
        || facts.code(
            "EntityTooLarge",
            "EntityTooSmall",
            "RequestEntityTooLargeException",
            "RequestTooLarge",
            "413",
            "InvalidRange",
            "KeyTooLongError",
            "MaxMessageLengthExceeded",
            "BatchRequestTooLong",
            "TooManyEntriesInBatchRequest",
            "AWS.SimpleQueueService.TooManyEntriesInBatchRequest",
            "InvalidMaxKeys",
            "ItemSizeLimitExceeded",
            "PayloadTooLarge"))) {
      return Outcome.NOT_SEEN;
    }
    return Corrected.outcome(
        facts,
        new Finding(
            ParameterErrors.in(facts)
                .first(ParameterErrors.Kind.RANGE)
                .map(e -> "`" + e.parameter() + "` is outside its limits")
                .orElse(
                    facts.code("InvalidRange")
                        ? "the range lies behind the end of the object, or the object is empty"
                        : "the request is larger or smaller than allowed"),
            Finding.Specificity.CODE,
            List.of(
                ParameterErrors.in(facts)
                    .first(ParameterErrors.Kind.RANGE)
                    .map(e -> facts.cite(e.line()))
                    .orElseGet(facts::citeError)),
            List.of(smaller(facts)),
            Calls.rerun(facts, "the call is accepted")));
  }

  private static Fix smaller(Facts facts) {
    if (facts.code("EntityTooLarge") && facts.call().operation().equals("PutObject")) {
      return inParts(facts);
    }
    if (facts.call().code().endsWith("TooManyEntriesInBatchRequest")) {
      return inBatches(facts);
    }
    if (facts.code("InvalidRange")) {
      return Fix.codeEdit(
          "ask for the size first: an empty object has no range at all",
          "size = s3.head_object(Bucket=bucket, Key=key)[\"ContentLength\"]");
    }
    return Fix.codeEdit(
        "keep it within the limits, split it where it is too large",
        Calls.call(
            facts,
            ParameterErrors.in(facts)
                .first(ParameterErrors.Kind.RANGE)
                .map(e -> Calls.argument(e.parameter()))
                .orElse("<parameter>=<value>")));
  }

  /** SQS and SNS API references, SendMessageBatch and PublishBatch: ten entries a request. */
  private static Fix inBatches(Facts facts) {
    String entries =
        facts.call().service().equals("sns") ? "PublishBatchRequestEntries" : "Entries";
    return Fix.codeEdit(
        "send ten entries at a time, which is the most that one request takes",
        "for i in range(0, len(entries), 10):\n    "
            + Calls.call(facts, entries + "=entries[i : i + 10], <other parameters>"));
  }

  /** S3 user guide, "Uploading objects": 5 GB in one request. */
  private static Fix inParts(Facts facts) {
    return Fix.codeEdit(
        "let boto3 upload it in parts: one request takes 5 GB",
        "s3.upload_file(\"<file>\", "
            + Literal.python(facts.parameter("Bucket").orElse("<bucket>"))
            + ", "
            + Literal.python(facts.parameter("Key").orElse("<key>"))
            + ")");
  }

  /** A URL lives for a week at most, and never longer than the credentials that signed it. */
  private static Outcome presigned(Facts facts) {
    return Outcome.confirmed(
        new Finding(
            "the presigned URL asks for more than a week (604800 seconds)",
            Finding.Specificity.MESSAGE,
            List.of(facts.citeError()),
            List.of(
                Fix.codeEdit(
                    "let it live for a week at most; with temporary credentials it ends with them",
                    "ExpiresIn=604800")),
            Again.of(facts, "S3 takes the URL")));
  }
}
