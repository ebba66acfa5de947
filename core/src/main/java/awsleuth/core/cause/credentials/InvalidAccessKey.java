package awsleuth.core.cause.credentials;

import awsleuth.core.cause.Again;
import awsleuth.core.cause.Cause;
import awsleuth.core.cause.Finding;
import awsleuth.core.cause.Fix;
import awsleuth.core.cause.Outcome;
import awsleuth.core.cause.Stage;
import awsleuth.core.evidence.EnvironmentVariable;
import awsleuth.core.fact.Citation;
import awsleuth.core.fact.Facts;
import awsleuth.core.fact.Literal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The key id does not exist there. */
final class InvalidAccessKey implements Cause {

  @Override
  public String id() {
    return "credentials/invalid-access-key";
  }

  @Override
  public Stage stage() {
    return Stage.AUTHENTICATION;
  }

  @Override
  public Outcome examine(Facts facts) {
    if (!(Identity.isInvalidCode(facts)
        && KeySource.tokenless(facts).isEmpty()
        && !Identity.isClock(facts)
        && !Identity.isExpiredCode(facts))) {
      return Outcome.NOT_SEEN;
    }
    if (!Identity.isUnspecific(facts) && KeySource.leftOver(facts).isPresent()) {
      return Outcome.ruledOut("a session token goes with a key id that has none");
    }
    if (Identity.isUnspecific(facts)) {
      return Outcome.possible(
          finding(facts, "AWS could not validate the access key that was used"),
          "whether the same keys work elsewhere, and the clock is right",
          Identity.WHO + "; date -u");
    }
    Optional<OptIn> told = OptIn.told(facts);
    if (told.isPresent() && !told.get().enabled()) {
      return Outcome.ruledOut("the account has not enabled the Region", told.get().cite().source());
    }
    if (OptIn.in(facts) && told.isEmpty()) {
      return Outcome.possible(
          finding(facts, "AWS may not know the access key id that was used"),
          "whether the account has the Region enabled: then it is the key",
          "aws account get-region-opt-status --region-name "
              + Literal.shell(facts.call().region()));
    }
    Optional<EnvironmentVariable> other = otherEndpoint(facts);
    if (other.isPresent()) {
      return Outcome.possible(
          atOther(facts, other.get()),
          "whether the server at the endpoint that is set has this key id",
          "env | grep AWS_ENDPOINT; the list of keys of that server");
    }
    return Outcome.confirmed(finding(facts, "AWS does not know the access key id that was used"));
  }

  /** The variable that sends the call to a host that is not of AWS; empty where none does. */
  private static Optional<EnvironmentVariable> otherEndpoint(Facts facts) {
    String service = facts.call().service().toUpperCase(Locale.ROOT).replace('-', '_');
    return facts
        .variable("AWS_ENDPOINT_URL_" + service)
        .or(() -> facts.variable("AWS_ENDPOINT_URL"))
        .filter(v -> !v.value().isEmpty() && !v.value().contains("amazonaws."));
  }

  private static Finding atOther(Facts facts, EnvironmentVariable endpoint) {
    List<Citation> because = new ArrayList<>(KeySource.because(facts));
    because.add(Facts.cite(endpoint.name() + " is `" + endpoint.value() + "`", endpoint.source()));
    return new Finding(
        "the server at the endpoint that is set, not AWS, may not know the access key id",
        Finding.Specificity.EVIDENCE,
        because,
        List.of(
            Fix.command(
                "where AWS is meant, let botocore choose the endpoint", "unset " + endpoint.name()),
            Fix.command(
                "where that server is meant, see which key is used: it must be one of the server's",
                "aws configure list")),
        Again.of(facts, "the server at the endpoint accepts the key"));
  }

  private static Finding finding(Facts facts, String summary) {
    Optional<OtherPartition> other = OtherPartition.of(facts);
    if (other.isPresent()) {
      List<Citation> cited = new ArrayList<>(KeySource.because(facts));
      cited.addAll(other.get().cite());
      return new Finding(
          summary,
          Finding.Specificity.EVIDENCE,
          cited,
          List.of(other.get().fix(facts)),
          other.get().again(facts));
    }
    Optional<KeyChange> change = KeyChange.of(facts);
    List<Citation> because = new ArrayList<>(KeySource.because(facts));
    change.map(KeyChange::cite).ifPresent(because::add);
    List<Fix> fixes = new ArrayList<>(change.map(KeyChange::fix).stream().toList());
    fixes.addAll(
        List.of(
            Fix.command("see which key is used and from where", "aws configure list"),
            Fix.command(
                "see whether it is there and active",
                "aws iam list-access-keys --user-name <user>")));
    return new Finding(
        summary,
        Finding.Specificity.CODE,
        because,
        List.copyOf(fixes),
        Identity.who(facts, "it prints the identity"));
  }
}
