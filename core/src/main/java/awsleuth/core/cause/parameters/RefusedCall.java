package awsleuth.core.cause.parameters;

import awsleuth.aws.Operation;
import awsleuth.aws.Service;
import awsleuth.aws.Shape;
import awsleuth.boto.Boto;
import awsleuth.boto.call.GivenCall;
import awsleuth.boto.call.GivenCall.Unread;
import awsleuth.boto.call.ReportedParams;
import awsleuth.boto.params.Review;
import awsleuth.boto.python.PyValue.Dict;
import awsleuth.core.evidence.GivenParameters;
import awsleuth.core.evidence.GivenParameters.Form;
import awsleuth.core.fact.Facts;
import awsleuth.core.fact.ParameterErrors;
import awsleuth.core.fact.ParameterErrors.Entry;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The call that botocore refused, put together from where it is written and from the report, and
 * reviewed.
 *
 * @param service whose
 * @param operation which
 * @param given the parameters, where they came as evidence of their own
 * @param form how the call is written
 * @param unread arguments whose values are not known
 * @param isWhole whether nothing of what is written had to be replaced by what the report shows
 * @param review what is to be said of it
 */
record RefusedCall(
    Service service,
    Operation operation,
    Optional<GivenParameters> given,
    Form form,
    List<Unread> unread,
    boolean isWhole,
    Review review) {

  /** A call, if enough of it is known. */
  record Known(Optional<RefusedCall> known) {}

  /** No date of the evidence's parameters is completed by that of today. */
  private static final LocalDate ANY_DAY = LocalDate.EPOCH;

  static Known in(Facts facts) {
    return facts.once(Known.class, f -> new Known(of(f)));
  }

  /** Whether parameters were given that botocore accepts. */
  boolean passes() {
    return given.isPresent()
        && unread.isEmpty()
        && review.refusal().isEmpty()
        && review.validation().ok();
  }

  private static Optional<RefusedCall> of(Facts facts) {
    Optional<Service> service = facts.catalog().service(facts.call().service());
    Optional<Operation> operation = service.flatMap(s -> s.operation(facts.call().operation()));
    List<Entry> errors = ParameterErrors.in(facts).errors();
    return errors.isEmpty() || operation.isEmpty()
        ? Optional.empty()
        : Optional.of(of(facts, service.get(), operation.get(), errors));
  }

  private static RefusedCall of(
      Facts facts, Service service, Operation operation, List<Entry> errors) {
    Optional<GivenParameters> written = facts.written();
    Optional<GivenParameters> given =
        written.filter(w -> !w.source().artifact().equals(facts.call().source().artifact()));
    GivenCall call =
        written
            .map(GivenParameters::call)
            .orElseGet(() -> GivenCall.of("", "", new Dict(new LinkedHashMap<>()), List.of()));
    Dict params = given.isPresent() ? call.params() : told(call.params(), errors);
    List<Unread> unread =
        call.unread().stream().filter(u -> !ReportedParams.has(params, u.name())).toList();
    Review review =
        Boto.of(facts.catalog(), ANY_DAY)
            .reviewer(service, operation)
            .review(params, names(unread, service, operation));
    return new RefusedCall(
        service,
        operation,
        given,
        written.map(GivenParameters::form).orElse(Form.PYTHON),
        unread.stream().map(u -> called(u, review)).toList(),
        written.isEmpty() || params.equals(call.params()),
        review);
  }

  /** A parameter whose value is not known, by its right name. */
  private static Unread called(Unread unread, Review review) {
    String name = review.renamed().getOrDefault(unread.name(), unread.name());
    return new Unread(name, unread.line(), unread.why(), unread.written());
  }

  /** The parameters with the values that the report shows. */
  private static Dict told(Dict written, List<Entry> errors) {
    Dict params = written;
    for (Entry e : errors) {
      if (e.value().isPresent()) {
        params = ReportedParams.with(params, e.parameter(), e.value().get()).orElse(params);
      }
    }
    return params;
  }

  /** The parameters that are given with unknown values; a dict of them may hold any. */
  private static Set<String> names(List<Unread> unread, Service service, Operation operation) {
    Set<String> names = new HashSet<>();
    unread.forEach(u -> names.add(u.name()));
    Optional<Shape.Structure> input = service.input(operation.name());
    if (names.remove("") && input.isPresent()) {
      input.get().members().forEach(m -> names.add(m.name()));
    }
    return names;
  }
}
