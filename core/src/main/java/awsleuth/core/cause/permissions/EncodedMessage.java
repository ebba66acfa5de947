package awsleuth.core.cause.permissions;

import awsleuth.core.cause.Again;
import awsleuth.core.cause.Cause;
import awsleuth.core.cause.Finding;
import awsleuth.core.cause.Fix;
import awsleuth.core.cause.Outcome;
import awsleuth.core.cause.Stage;
import awsleuth.core.cause.Verification;
import awsleuth.core.evidence.NotRead;
import awsleuth.core.evidence.PolicyDocument;
import awsleuth.core.fact.Citation;
import awsleuth.core.fact.Facts;
import awsleuth.core.fact.Literal;
import java.util.ArrayList;
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
    List<Citation> because = new ArrayList<>();
    because.add(facts.cite("the message carries an encoded authorization message"));
    Optional<NotRead> stale = stale(facts);
    stale.map(EncodedMessage::cite).ifPresent(because::add);
    Finding finding =
        new Finding(
            "the reason is inside the encoded authorization message",
            Finding.Specificity.MESSAGE,
            because,
            List.of(stale.isPresent() ? again(facts) : decoding(access)),
            new Verification.Query(
                "aws sts decode-authorization-message --encoded-message "
                    + (stale.isPresent()
                        ? "<encoded-message>"
                        : Literal.shell(access.denial().encoded())),
                "the decoded message names action, resource and matched statements"));
    return decision.answer(Reason.ENCODED, finding, Needs.event(facts));
  }

  /** That AWS did not decode it: it has expired, or was not copied whole. */
  private static Optional<NotRead> stale(Facts facts) {
    String encoded = Access.of(facts).denial().encoded();
    return facts.given(NotRead.class).stream()
        .filter(n -> n.type() == PolicyDocument.Type.UNKNOWN && encoded.endsWith(n.of()))
        .findFirst();
  }

  private static Citation cite(NotRead stale) {
    return new Citation(
        "AWS does not decode it ("
            + Literal.line(stale.why())
            + "): it has expired, or is not whole",
        stale.source());
  }

  /** For a fresh message, dry where that can be. */
  private static Fix again(Facts facts) {
    String call = Again.of(facts, "it is refused").command();
    return new Fix.Command(
        "make the call again, and decode the message of its refusal at once",
        call,
        Fix.reviewOrTemplate(call));
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
    return access.denial().encoded().isEmpty()
            || facts.detail().isPresent()
            || stale(facts).isPresent()
        ? Optional.empty()
        : Optional.of(decoding(access));
  }
}
