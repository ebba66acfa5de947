package awsleuth.core.cause.network;

import awsleuth.core.cause.Again;
import awsleuth.core.cause.Finding;
import awsleuth.core.cause.Fix;
import awsleuth.core.evidence.Failure.Frame;
import awsleuth.core.fact.Facts;
import awsleuth.core.fact.Literal;
import awsleuth.core.fact.RefusedEndpoint;
import java.util.List;
import java.util.Optional;

/** The program itself gives an empty text for the Region, which goes before any setting. */
final class EmptyRegion {

  private EmptyRegion() {}

  /** What is to be changed; empty where the program's traceback does not show such an argument. */
  static Optional<Finding> of(Facts facts) {
    return RefusedEndpoint.lacksRegion(facts)
        ? facts.frames().stream().filter(EmptyRegion::gives).findFirst().map(f -> finding(facts, f))
        : Optional.empty();
  }

  private static boolean gives(Frame frame) {
    return RegionArgument.in(frame.code()).contains("");
  }

  private static Finding finding(Facts facts, Frame frame) {
    String service = facts.call().service();
    return new Finding(
        "the program gives an empty text for the Region",
        Finding.Specificity.EVIDENCE,
        List.of(
            facts.citeError(),
            Facts.cite("the program gives region_name itself, as an empty text", frame.source())),
        List.of(
            Fix.codeEdit(
                "give a Region, or leave region_name out: an argument goes before any setting",
                "boto3.client("
                    + Literal.python(service.isEmpty() ? "<service>" : service)
                    + ", region_name=\"<region>\")")),
        Again.of(facts, "the client is created"));
  }
}
