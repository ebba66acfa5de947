package awsleuth.core.cause.parameters;

import awsleuth.core.cause.Fix;
import awsleuth.core.evidence.PolicyDocument;
import awsleuth.core.evidence.Source;
import awsleuth.core.fact.Citation;
import awsleuth.core.fact.Facts;
import awsleuth.core.fact.Literal;
import awsleuth.iam.policy.Fault;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The one policy given that AWS refuses, and what is wrong with it. A file of its own as AWS gets
 * it, not what one of its commands printed of a policy that it took.
 *
 * @param faults what is wrong, in order; at least one
 */
record RefusedPolicy(PolicyDocument document, List<Fault> faults) {

  /** Faults only where it is a policy of another type than it was taken for. */
  private static final Set<Fault.Code> BY_TYPE =
      EnumSet.of(
          Fault.Code.MISSING_PRINCIPAL,
          Fault.Code.MISSING_RESOURCE,
          Fault.Code.UNSUPPORTED_PRINCIPAL,
          Fault.Code.UNSUPPORTED_RESOURCE,
          Fault.Code.UNSUPPORTED_NOTPRINCIPAL,
          Fault.Code.UNSUPPORTED_RCP_ELEMENT,
          Fault.Code.UNSUPPORTED_ELEMENT_COMBINATION);

  /** Empty where none is, or several are. */
  static Optional<RefusedPolicy> of(Facts facts) {
    if (facts.isAlone()) {
      return Optional.empty();
    }
    List<RefusedPolicy> all =
        facts.policies().stream()
            .filter(d -> d.name().equals(d.source().artifact()))
            .map(d ->
                new RefusedPolicy(
                    d, d.refused().stream().filter(f -> !BY_TYPE.contains(f.code())).toList()))
            .filter(p -> !p.faults.isEmpty())
            .toList();
    return all.size() == 1 ? Optional.of(all.getFirst()) : Optional.empty();
  }

  List<Citation> citations() {
    return faults.stream()
        .map(f -> new Citation("AWS refuses this: " + Literal.line(f.message()), at(f)))
        .toList();
  }

  Fix fix() {
    Fault first = faults.getFirst();
    return Fix.command(
        "correct line " + first.at().line() + ", and see here what is left",
        "awsleuth policy check " + file());
  }

  /** Its file, as a word for the shell. */
  String file() {
    return Literal.shell(document.source().artifact());
  }

  private Source at(Fault fault) {
    return new Source(document.source().artifact(), fault.at().line());
  }
}
