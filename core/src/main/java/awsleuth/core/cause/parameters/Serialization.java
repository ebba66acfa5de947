package awsleuth.core.cause.parameters;

import awsleuth.core.cause.Cause;
import awsleuth.core.cause.Finding;
import awsleuth.core.cause.Fix;
import awsleuth.core.cause.Outcome;
import awsleuth.core.cause.Stage;
import awsleuth.core.fact.Facts;
import java.util.List;
import java.util.Optional;

/** A value cannot be serialised. */
final class Serialization implements Cause {

  private static final Fix DUMP =
      Fix.codeEdit("say how such values are written", "json.dumps(value, default=str)");

  @Override
  public String id() {
    return "parameters/serialization";
  }

  @Override
  public Stage stage() {
    return Stage.PARAMETERS;
  }

  @Override
  public Outcome examine(Facts facts) {
    Optional<Metadata> metadata = Metadata.foreign(facts);
    if (metadata.isPresent()) {
      return Outcome.confirmed(header(facts, metadata.get()));
    }
    if (!(facts.seen(ParametersClue.NOT_SERIALIZABLE) && !facts.seen(ParametersClue.FLOAT))) {
      return Outcome.NOT_SEEN;
    }
    Finding finding =
        new Finding(
            "a value cannot be written as JSON or as a DynamoDB type",
            Finding.Specificity.MESSAGE,
            List.of(facts.citeError()),
            List.of(UnsupportedValue.in(facts).map(UnsupportedValue::fix).orElse(DUMP)),
            Calls.rerun(facts, "the value is written"));
    return isOfAws(facts)
        ? Outcome.confirmed(finding)
        : Outcome.possible(
            finding,
            "whether the value goes to AWS or comes from it: any program's JSON fails so",
            "the whole traceback, and the lines of the program before the one that fails");
  }

  private static Finding header(Facts facts, Metadata metadata) {
    return new Finding(
        "a value of the object's Metadata has characters that are not ASCII",
        Finding.Specificity.MESSAGE,
        List.of(
            facts.cite(
                "S3 takes metadata as headers of ASCII, and that of `"
                    + metadata.key()
                    + "` is none")),
        List.of(metadata.quoted()),
        Calls.rerun(facts, "the call is sent"));
  }

  private static boolean isOfAws(Facts facts) {
    boolean frame = facts.frames().stream().anyMatch(f -> f.file().contains("boto"));
    return frame
        || !facts.call().service().isEmpty()
        || !facts.call().operation().isEmpty()
        || facts.seen(ParametersClue.DYNAMODB_TYPE)
        || facts.seen(ParametersClue.BOTO);
  }
}
