package awsleuth.core.cause.permissions;

import awsleuth.core.cause.Again;
import awsleuth.core.cause.Cause;
import awsleuth.core.cause.Finding;
import awsleuth.core.cause.Fix;
import awsleuth.core.cause.Outcome;
import awsleuth.core.cause.Stage;
import awsleuth.core.fact.Facts;
import awsleuth.core.fact.Literal;
import awsleuth.core.fact.Mentioned;
import java.util.List;

/** The account has not opted in or subscribed to the service or feature. */
final class ServiceNotEnabled implements Cause {

  @Override
  public String id() {
    return "permissions/service-not-enabled";
  }

  @Override
  public Stage stage() {
    return Stage.AUTHORIZATION;
  }

  @Override
  public Outcome examine(Facts facts) {
    boolean code =
        facts.code(
            "OptInRequired",
            "SubscriptionRequiredException",
            "NotSignedUp",
            "NotSignedUpException",
            "OptInRequiredException",
            "AccountNotEnabledException");
    if (!code
        && !facts.seen(PermissionsClue.SUBSCRIPTION)
        && !facts.seen(PermissionsClue.MARKETPLACE)) {
      return Outcome.NOT_SEEN;
    }
    if (facts.seen(PermissionsClue.MARKETPLACE)) {
      return marketplace(facts);
    }
    String service = facts.call().service().isEmpty() ? "<service>" : facts.call().service();
    String named = facts.call().service().isEmpty() ? "the service" : "`" + service + "`";
    return Outcome.confirmed(
        new Finding(
            "the account has not signed up for " + named + " or its Region",
            Finding.Specificity.CODE,
            List.of(facts.citeError()),
            List.of(
                Fix.askAdministrator(
                    "ask the account's administrator to sign up for the service",
                    "Please sign the account up for " + service + " in its console."),
                Fix.command(
                    "see whether the Region is enabled",
                    "aws account get-region-opt-status --region-name "
                        + Literal.shell(facts.call().region(), "<Region>"))),
            Again.of(facts, "the call succeeds")));
  }

  /** Terms are accepted once for each account, at the page that the message names. */
  private static Outcome marketplace(Facts facts) {
    String page = Mentioned.url(facts).map(Literal::line).orElse("<the product's page>");
    return Outcome.confirmed(
        new Finding(
            "nobody accepted the terms of this AWS Marketplace product",
            Finding.Specificity.MESSAGE,
            List.of(facts.citeError()),
            List.of(
                Fix.askAdministrator(
                    "subscribe to the product in this account, then call again",
                    "Please accept the terms of the product at " + page)),
            Again.of(facts, "the call succeeds")));
  }
}
