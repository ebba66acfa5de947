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
import java.util.Optional;

/** A required parameter is missing. */
final class Missing implements Cause {

  @Override
  public String id() {
    return "parameters/missing";
  }

  @Override
  public Stage stage() {
    return Stage.PARAMETERS;
  }

  @Override
  public Outcome examine(Facts facts) {
    if (facts.seen(ParametersClue.NO_SECRET_HASH)) {
      return secretHash(facts);
    }
    boolean told = ParameterErrors.in(facts).has(ParameterErrors.Kind.MISSING);
    if (told && first(facts).isEmpty()) {
      return Outcome.NOT_SEEN;
    }
    if (!(first(facts).isPresent()
        || facts.exception("MissingParametersError")
        || facts.seen(ParametersClue.NO_NAME)
        || facts.seen(ParametersClue.NULL_MEMBER)
        || CliUse.of(facts) == CliUse.MISSING
        || facts.code(
            "MissingParameter",
            "MissingParameterException",
            "MissingRequiredParameter",
            "MissingAction",
            "MissingAuthenticationToken.Parameter")
        || facts.seen(ParametersClue.UNSPECIFIED_LOCATION))) {
      return Outcome.NOT_SEEN;
    }
    return Corrected.outcome(
        facts,
        new Finding(
            facts.seen(ParametersClue.UNSPECIFIED_LOCATION)
                ? "CreateBucket needs a location constraint outside us-east-1"
                : first(facts)
                    .map(ParameterErrors.Entry::parameter)
                    .or(() -> facts.captured("subject"))
                    .map(name -> "the required parameter `" + name + "` is missing")
                    .orElse("a required parameter is missing"),
            Finding.Specificity.MESSAGE,
            List.of(first(facts).map(e -> facts.cite(e.line())).orElseGet(facts::citeError)),
            List.of(
                CliUse.of(facts) == CliUse.MISSING
                    ? Fix.command("give it", CliUse.given(facts))
                    : Fix.codeEdit(
                        "give it",
                        Calls.call(
                            facts,
                            facts.seen(ParametersClue.UNSPECIFIED_LOCATION)
                                ? bucket(facts)
                                : first(facts)
                                    .map(e -> Calls.argument(e.place(), e.parameter()))
                                    .orElse("<parameter>=<value>")))),
            facts.seen(ParametersClue.UNSPECIFIED_LOCATION)
                ? Again.ofBucket(facts, region(facts))
                : Calls.rerun(facts, "the call is sent")));
  }

  /** The first that is missing and not given under a misspelt name. */
  private static Optional<ParameterErrors.Entry> first(Facts facts) {
    return ParameterErrors.in(facts).errors().stream()
        .filter(e -> e.kind() == ParameterErrors.Kind.MISSING && !Unknown.isMisspelt(facts, e))
        .findFirst();
  }

  private static String bucket(Facts facts) {
    return "Bucket="
        + facts.parameter("Bucket").map(Literal::python).orElse("name")
        + ", CreateBucketConfiguration={\"LocationConstraint\": client.meta.region_name}";
  }

  private static Optional<String> region(Facts facts) {
    return facts.catalog().region(facts.call().region()).map(r -> r.name());
  }

  /** What a client with a secret sends (Cognito guide, "Computing secret hash values"). */
  private static Outcome secretHash(Facts facts) {
    boolean signUp =
        facts
            .catalog()
            .service(facts.call().service())
            .flatMap(s -> s.input(facts.call().operation()))
            .flatMap(i -> i.member("SecretHash"))
            .isPresent();
    String hash =
        "base64.b64encode(hmac.digest(secret.encode(), (username + client_id).encode(),"
            + " \"sha256\")).decode()";
    return Outcome.confirmed(
        new Finding(
            "the required parameter `SECRET_HASH` is missing",
            Finding.Specificity.MESSAGE,
            List.of(facts.citeError()),
            List.of(
                Fix.codeEdit(
                    signUp ? "send the hash" : "send the hash beside the name and the password",
                    signUp
                        ? "SecretHash=" + hash
                        : "AuthParameters={\"USERNAME\": username, \"PASSWORD\": password,"
                            + " \"SECRET_HASH\": "
                            + hash
                            + "}"),
                Fix.askAdministrator(
                    "or, for a program that cannot keep a secret, use an app client without one",
                    "Please make an app client without a secret for this program.")),
            Again.of(facts, "the pool looks at the login itself")));
  }
}
