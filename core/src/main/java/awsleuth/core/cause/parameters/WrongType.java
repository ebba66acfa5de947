package awsleuth.core.cause.parameters;

import awsleuth.core.cause.Cause;
import awsleuth.core.cause.Finding;
import awsleuth.core.cause.Fix;
import awsleuth.core.cause.Outcome;
import awsleuth.core.cause.Stage;
import awsleuth.core.fact.Facts;
import awsleuth.core.fact.Literal;
import awsleuth.core.fact.ParameterErrors;
import awsleuth.core.fact.ParameterErrors.Entry;
import awsleuth.core.fact.ReceivedJson;
import awsleuth.core.read.Readers;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** A value has the wrong type. */
final class WrongType implements Cause {

  @Override
  public String id() {
    return "parameters/wrong-type";
  }

  @Override
  public Stage stage() {
    return Stage.PARAMETERS;
  }

  @Override
  public Outcome examine(Facts facts) {
    if (!(ParameterErrors.in(facts).has(ParameterErrors.Kind.TYPE)
        || CliUse.of(facts) == CliUse.VALUE
        || (facts.exception("TypeError", "ValueError") && facts.seen(ParametersClue.PYTHON_TYPE))
        || facts.seen(ParametersClue.FLOAT)
        || Metadata.isWrongType(facts))) {
      return Outcome.NOT_SEEN;
    }
    return Corrected.outcome(
        facts,
        new Finding(
            Metadata.isWrongType(facts)
                ? "a value of the object's Metadata is no text"
                : facts.seen(ParametersClue.FLOAT)
                    ? "DynamoDB takes Decimal, not float"
                    : parameter(facts).map(p -> "`" + p + "`").orElse("an argument")
                        + (choices(facts).isEmpty()
                            ? ReceivedJson.mended(facts).isPresent()
                                ? " has single quotes where JSON has double quotes"
                                : " has the wrong type"
                            : " has none of its values"),
            Finding.Specificity.MESSAGE,
            List.of(
                ParameterErrors.in(facts)
                    .first(ParameterErrors.Kind.TYPE)
                    .map(e -> facts.cite("valid types of `" + e.parameter() + "`: " + e.detail()))
                    .orElseGet(facts::citeError)),
            CliUse.of(facts) == CliUse.VALUE ? ofCommand(facts) : List.of(fix(facts)),
            Calls.rerun(facts, "the call is sent")));
  }

  private static Fix fix(Facts facts) {
    if (facts.seen(ParametersClue.FLOAT)) {
      return Fix.codeEdit(
          "make each float a Decimal of its text: `Decimal(str(value))`",
          "table."
              + Literal.name(facts.catalog().methodName(facts.call().operation()), "put_item")
              + (facts.call().operation().matches("|PutItem|BatchWriteItem")
                  ? "(Item={\"<attribute>\": decimal.Decimal(str(<value>))})"
                  : "(ExpressionAttributeValues={\":<name>\": decimal.Decimal(str(<value>))})"));
    }
    if (Metadata.isWrongType(facts)) {
      return Metadata.text();
    }
    Optional<String> key = customerKey(facts);
    if (key.isPresent()) {
      return Fix.codeEdit(
          "give the customer's key as a text or as bytes",
          Calls.call(facts, key.get() + "=<value>"));
    }
    Optional<Entry> entry = ParameterErrors.in(facts).first(ParameterErrors.Kind.TYPE);
    String type = entry.map(Entry::type).orElseGet(() -> told(facts.call().message()));
    boolean kept = entry.filter(e -> !Calls.mayBeLeftOut(facts, e.parameter())).isPresent();
    if (type.equals("NoneType") && !kept) {
      return Fix.codeEdit(
          "give a value of a valid type; where it is None, leave it out",
          "params = {k: v for k, v in params.items() if v is not None}");
    }
    if (entry.isEmpty()) {
      return Fix.codeEdit("give a value of a valid type", Calls.call(facts, "<parameter>=<value>"));
    }
    String parameter = entry.get().parameter();
    if (type.startsWith("boto3.resources.factory.")) {
      return Fix.codeEdit(
          "give the name of the resource, not the resource",
          Calls.call(
              facts,
              Literal.name(parameter, "<parameter>")
                  + "="
                  + Calls.variable(facts, parameter)
                  + ".name"));
    }
    return Fix.codeEdit(
        "give a value of a valid type",
        Readers.harmless(
            Calls.call(
                facts,
                Retyped.of(entry.get())
                    .map(value -> Calls.argument(parameter).replace("<value>", value))
                    .orElse(Calls.argument(parameter)))));
  }

  /**
   * The parameter of S3 whose value botocore's handlers make a digest of where it stumbles; empty
   * elsewhere.
   *
   * @see <a
   *     href="https://github.com/boto/botocore/blob/develop/botocore/handlers.py">handlers.py</a>
   */
  private static Optional<String> customerKey(Facts facts) {
    return facts.frames().stream()
        .flatMap(f ->
            switch (f.function()) {
              case "sse_md5" -> Stream.of("SSECustomerKey");
              case "copy_source_sse_md5" -> Stream.of("CopySourceSSECustomerKey");
              default -> Stream.empty();
            })
        .findFirst();
  }

  /** The type that Python found, as in {@code not 'int'}; that of None where none is told. */
  private static String told(String message) {
    int from = message.lastIndexOf("not '") + "not '".length();
    int to = from < "not '".length() ? -1 : message.indexOf('\'', from);
    return to < 0 ? "NoneType" : message.substring(from, to);
  }

  private static Optional<String> parameter(Facts facts) {
    return ParameterErrors.in(facts)
        .first(ParameterErrors.Kind.TYPE)
        .map(ParameterErrors.Entry::parameter)
        .or(() -> facts.captured("subject"));
  }

  /** The values that an option of the AWS CLI can have; empty where the message lists none. */
  private static String choices(Facts facts) {
    return CliUse.of(facts) == CliUse.VALUE ? facts.captured("choices").orElse("") : "";
  }

  /** The AWS CLI takes structures in shorthand or as JSON (user guide, "Shorthand syntax"). */
  private static List<Fix> ofCommand(Facts facts) {
    String option = CliUse.subject(facts);
    String name =
        option.startsWith("--")
                && option
                    .chars()
                    .allMatch(c -> c == '-' || (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9'))
            ? "`" + option + "`"
            : "the option";
    if (!choices(facts).isEmpty()) {
      return List.of(
          Fix.codeEdit(
              "give " + name + " one of its values", "<" + choices(facts).replace(" ", "|") + ">"));
    }
    Optional<String> json = ReceivedJson.mended(facts);
    if (json.isPresent()) {
      return List.of(
          Fix.codeEdit(
              "JSON has double quotes; the shell's single quotes go around all of it",
              (name.startsWith("`") ? option : "--<option>") + " " + Literal.shell(json.get())));
    }
    return List.of(
        Fix.codeEdit(
            "give " + name + " one quoted word, in shorthand or as JSON",
            "'<key>=<value>,<key>=<value>'"),
        Fix.command("see both forms of every option", CliUse.help(facts)));
  }
}
