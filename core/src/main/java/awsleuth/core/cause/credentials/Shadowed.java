package awsleuth.core.cause.credentials;

import awsleuth.core.cause.Cause;
import awsleuth.core.cause.Finding;
import awsleuth.core.cause.Outcome;
import awsleuth.core.cause.Stage;
import awsleuth.core.fact.Facts;
import java.util.Optional;

/** An earlier provider won over the one meant. */
final class Shadowed implements Cause {

  @Override
  public String id() {
    return "credentials/shadowed";
  }

  @Override
  public Stage stage() {
    return Stage.CREDENTIALS;
  }

  @Override
  public Outcome examine(Facts facts) {
    if (!(Identity.isExpiredCode(facts)
        || Identity.isInvalidCode(facts)
        || facts.code(
            "AccessDenied",
            "AccessDeniedException",
            "SignatureDoesNotMatch",
            "UnauthorizedOperation"))) {
      return Outcome.NOT_SEEN;
    }
    Optional<Shadow> shadow = Shadow.in(facts);
    if (shadow.isEmpty()) {
      return facts.boto().hasEnvironment()
          ? Outcome.ruledOut("no variable that is set hides another one or a profile with keys")
          : Outcome.NOT_SEEN;
    }
    Finding finding =
        new Finding(
            shadow.get().words(),
            Finding.Specificity.EVIDENCE,
            shadow.get().because(),
            shadow.get().fixes(),
            Identity.here(facts, "it names the provider and the profile that are meant"));
    return shadow.get().everywhere() || Identity.isPython(facts)
        ? Outcome.confirmed(finding)
        : Outcome.possible(
            finding,
            "whether boto3 made the call: in the AWS CLI AWS_PROFILE wins",
            "the whole traceback");
  }
}
