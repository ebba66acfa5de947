package awsleuth.core.cause.parameters;

import awsleuth.core.cause.Again;
import awsleuth.core.cause.Cause;
import awsleuth.core.cause.Finding;
import awsleuth.core.cause.Fix;
import awsleuth.core.cause.MadeBefore;
import awsleuth.core.cause.Meaning;
import awsleuth.core.cause.Outcome;
import awsleuth.core.cause.SilentAnswer;
import awsleuth.core.cause.Stage;
import awsleuth.core.fact.BareAnswer;
import awsleuth.core.fact.Cancellation;
import awsleuth.core.fact.Citation;
import awsleuth.core.fact.Facts;
import awsleuth.core.fact.Literal;
import awsleuth.core.fact.ParameterErrors;
import awsleuth.core.fact.RefusedValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The service refuses a value or a combination. */
final class RejectedByService implements Cause {

  @Override
  public String id() {
    return "parameters/rejected-by-service";
  }

  @Override
  public Stage stage() {
    return Stage.VALIDATION;
  }

  @Override
  public Outcome examine(Facts facts) {
    if (Calls.isChecksum(facts)
        || Calls.isPolicy(facts)
        || UnknownOperation.is(facts)
        || !ParameterErrors.in(facts).errors().isEmpty()
        || Elsewhere.claims(facts)) {
      return Outcome.NOT_SEEN;
    }
    Optional<Outcome> made = MadeBefore.rulesOut(facts);
    if (made.isPresent()) {
      return made.get();
    }
    String code = facts.call().code();
    boolean known =
        isKnown(facts) || CodeNames.isRefusal(code) || StandardAnswer.of(facts).isPresent();
    if (!known && !(CodeNames.isOfRequest(code) && code.length() > 3)) {
      return Outcome.NOT_SEEN;
    }
    if (BareAnswer.isBadRequest(facts)) {
      return silent(facts);
    }
    Meaning meaning = Meaning.of(known);
    return meaning.outcome(finding(facts, meaning.specificity()), facts);
  }

  private static boolean isKnown(Facts facts) {
    return Cancellation.of(facts).isFor(Cancellation.Reason.VALIDATION)
        || facts.code(
            "ValidationException",
            "ValidationError",
            "MalformedXML",
            "SerializationException",
            "MalformedQueryString",
            "UnprocessableEntityException",
            "400",
            "CodeValidationException",
            "IllegalArgumentException",
            "ParameterOutOfRange");
  }

  private static Finding finding(Facts facts, Finding.Specificity specificity) {
    return new Finding(
        StandardAnswer.of(facts)
            .map(StandardAnswer::summary)
            .orElse("the service refuses a value or a combination of values"),
        specificity,
        because(facts),
        fixes(facts),
        StandardAnswer.of(facts)
            .map(StandardAnswer::instead)
            .filter(instead -> !instead.isEmpty())
            .map(instead -> Again.of(facts, "the service accepts it", instead))
            .orElseGet(() -> Calls.rerun(facts, "the service accepts it")));
  }

  private static List<Citation> because(Facts facts) {
    List<Citation> because = new ArrayList<>();
    because.add(Cancellation.of(facts).cite(facts));
    StandardAnswer.of(facts).ifPresent(answer -> because.addAll(answer.cite(facts)));
    return List.copyOf(because);
  }

  private static List<Fix> fixes(Facts facts) {
    if (facts.seen(ParametersClue.INFERENCE_PROFILE)) {
      return List.of(
          Fix.command(
              "list the inference profiles, which have the model's name in their ids",
              "aws bedrock list-inference-profiles --query"
                  + " 'inferenceProfileSummaries[].inferenceProfileId'"),
          Fix.codeEdit(
              "call the model by the id of such a profile",
              Calls.call(facts, "modelId=\"<inference profile id>\"")));
    }
    Optional<StandardAnswer> standard = StandardAnswer.of(facts);
    if (standard.isPresent()) {
      return standard.get().fixes(facts);
    }
    Optional<RefusedValue> refused = RefusedValue.in(facts);
    if (refused.isPresent()) {
      return List.of(Calls.bounded(facts, refused.get()));
    }
    return List.of(
        Fix.codeEdit("correct what the message names", Calls.call(facts, "<corrected parameters>")),
        Fix.command("see what the parameters take", help(facts)));
  }

  /** The help of the call's command, which lists its parameters and what they take. */
  private static String help(Facts facts) {
    String service = facts.call().service();
    String operation = facts.call().operation();
    return "aws "
        + (service.isEmpty() ? "<service>" : Literal.shell(facts.catalog().cliName(service)))
        + (operation.isEmpty() ? "" : " " + Literal.shell(facts.catalog().commandName(operation)))
        + " help";
  }

  /** Of values S3 refuses so the lack of a customer's key, with which the object is encrypted. */
  private static Outcome silent(Facts facts) {
    List<Fix> fixes = new ArrayList<>();
    fixes.add(
        Fix.command(
            "ask by a GET, whose answer has the code and the message", SilentAnswer.get(facts)));
    if (facts.call().operation().equals("HeadObject")) {
      fixes.add(
          Fix.codeEdit(
              "give the customer's key, where the object is stored with one (SSE-C)",
              Calls.call(facts, "SSECustomerAlgorithm=\"AES256\", SSECustomerKey=<key>")));
    }
    return SilentAnswer.possible(
        facts,
        new Finding(
            "S3 refuses a value, and the answer 400 does not say which",
            Finding.Specificity.KIND,
            List.of(facts.citeError()),
            List.copyOf(fixes),
            Calls.rerun(facts, "the answer is 200")));
  }
}
