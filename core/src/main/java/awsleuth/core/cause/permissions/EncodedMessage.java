package awsleuth.core.cause.permissions;

import awsleuth.core.cause.Cause;
import awsleuth.core.cause.Finding;
import awsleuth.core.cause.Fix;
import awsleuth.core.cause.Outcome;
import awsleuth.core.cause.Stage;
import awsleuth.core.cause.Verification;
import awsleuth.core.fact.Facts;
import awsleuth.core.fact.Literal;
import java.util.List;
import java.util.Optional;

/** The reason is inside an encoded authorization message. */
final class EncodedMessage implements Cause {

  @Override
  public String id() {
    return "permissions/encoded-message";
  }

  @Override
  public Stage stage() {
    return Stage.AUTHORIZATION;
  }

  @Override
  public Outcome examine(Facts facts) {
    Decision decision = Decision.of(facts);
    if (!decision.claims(Reason.ENCODED)) {
      return decision.without();
    }
    Access access = Access.of(facts);
    Finding finding =
        new Finding(
            "the reason is inside the encoded authorization message",
            Finding.Specificity.MESSAGE,
            List.of(facts.cite("the message carries an encoded authorization message")),
            List.of(decoding(access)),
            new Verification.Query(
                "aws sts decode-authorization-message --encoded-message "
                    + Literal.shell(access.denial().encoded()),
                "the decoded message names action, resource and matched statements"));
    return decision.answer(Reason.ENCODED, finding, Needs.event(facts));
  }

  /** Decodes what the refusal carries; only meant where it carries a message. */
  private static Fix decoding(Access access) {
    return Fix.command(
        "decode the message",
        "aws sts decode-authorization-message --query DecodedMessage --output text"
            + " --encoded-message "
            + Literal.shell(access.denial().encoded()));
  }

  /**
   * The same beside the fixes of a reason that AWS told; empty where there is no message, or it was
   * decoded.
   */
  static Optional<Fix> beside(Facts facts) {
    Access access = Access.of(facts);
    return access.denial().encoded().isEmpty() || facts.detail().isPresent()
        ? Optional.empty()
        : Optional.of(decoding(access));
  }
}
