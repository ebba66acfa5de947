package awsleuth.core.cause.credentials;

import awsleuth.core.cause.Cause;
import awsleuth.core.cause.Finding;
import awsleuth.core.cause.Fix;
import awsleuth.core.cause.Outcome;
import awsleuth.core.cause.Stage;
import awsleuth.core.cause.Verification;
import awsleuth.core.evidence.EnvironmentVariable;
import awsleuth.core.fact.Facts;
import java.util.List;
import java.util.Optional;

/** Temporary keys were copied into a long-running client. */
final class StaticTemporary implements Cause {

  @Override
  public String id() {
    return "credentials/static-temporary";
  }

  @Override
  public Stage stage() {
    return Stage.AUTHENTICATION;
  }

  @Override
  public Outcome examine(Facts facts) {
    if (!(Identity.isExpiredCode(facts)
        && facts.failure().count() > 0
        && Shadow.in(facts).isEmpty()
        && !KeySource.isLongTerm(facts))) {
      return Outcome.NOT_SEEN;
    }
    Optional<EnvironmentVariable> expiry = facts.variable("AWS_CREDENTIAL_EXPIRATION");
    if (expiry.isPresent()) {
      return Outcome.confirmed(
          new Finding(
              "temporary keys that end at " + expiry.get().value() + " stand in the environment",
              Finding.Specificity.EVIDENCE,
              List.of(
                  facts.citeError(),
                  Facts.cite("they end at " + expiry.get().value(), expiry.get().source())),
              List.of(
                  Fix.codeEdit(
                      "let botocore assume the role: a profile with role_arn renews itself",
                      "boto3.Session(profile_name=\"<profile with role_arn>\")")),
              new Verification.Rerun("<the program>", "it runs longer than the session")));
    }
    return Outcome.possible(
        new Finding(
                "temporary keys were copied into a client that cannot renew them",
                Finding.Specificity.KIND,
                List.of(facts.citeError()),
                List.of(
                    Fix.codeEdit(
                        "let botocore assume the role: a profile with role_arn renews itself",
                        "boto3.Session(profile_name=\"<profile with role_arn>\")"),
                    Fix.codeEdit(
                        "or make the client anew before the session ends",
                        "client = make_client()  # from fresh credentials")),
                new Verification.Rerun("<the program>", "it runs longer than the session"))
            .perhaps(),
        "whether the same client succeeded before",
        "the log before the first failure, and how the client gets its credentials");
  }
}
