package awsleuth.core.cause.parameters;

import awsleuth.aws.Operation;
import awsleuth.aws.Service;
import awsleuth.boto.Boto;
import awsleuth.boto.call.GivenCall;
import awsleuth.boto.call.GivenCall.Unread;
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

  /** What Python raises where boto3 works on values of other types than it takes. */
  private static final String[] LEAKS = {"TypeError", "AttributeError", "ValueError"};

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
    if (operation.isEmpty() || (errors.isEmpty() && !isLeak(facts))) {
      return Optional.empty();
    }
    RefusedCall call = of(facts, service.get(), operation.get(), errors);
    return errors.isEmpty() && !call.endsAs(facts) ? Optional.empty() : Optional.of(call);
  }

  /** Whether an error of Python's own may be what boto3 ends in over a value that is written. */
  private static boolean isLeak(Facts facts) {
    return facts.written().isPresent() && facts.exception(LEAKS);
  }

  /** Whether the call as it is written ends in the failure's exception. */
  private boolean endsAs(Facts facts) {
    String exception = facts.call().exception();
    String message = facts.call().message().strip();
    return review
            .refusal()
            .filter(r -> r.exception().equals(exception) && r.message().strip().equals(message))
            .isPresent()
        || facts
            .written()
            .filter(w ->
                w.call().refusals().stream()
                    .anyMatch(r -> r.text().equals(exception + ": " + message)))
            .isPresent();
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
    boolean known = given.isPresent() && call.unread().isEmpty();
    Told told = known ? Told.nothing(call) : Told.of(call, errors);
    Review review =
        Boto.of(facts.catalog(), ANY_DAY)
            .reviewer(service, operation)
            .review(told.params(), names(told.unread()), told.partly());
    return new RefusedCall(
        service,
        operation,
        given,
        written.map(GivenParameters::form).orElse(Form.PYTHON),
        told.unread().stream()
            .filter(u -> !u.written().equals(Told.VALUE) || hasName(u, review, service, operation))
            .map(u -> called(u, review))
            .toList(),
        written.isPresent() && told.isNothing(),
        review);
  }

  /** Whether a name that only the report tells is, or is meant for, one of the operation's. */
  private static boolean hasName(Unread told, Review review, Service service, Operation operation) {
    return review.renamed().containsKey(told.name())
        || service.input(operation.name()).flatMap(i -> i.member(told.name())).isPresent();
  }

  /** A parameter whose value is not known, by its right name. */
  private static Unread called(Unread unread, Review review) {
    String name = review.renamed().getOrDefault(unread.name(), unread.name());
    return new Unread(name, unread.line(), unread.why(), unread.written());
  }

  /** The parameters that are given with unknown values; an empty one where a dict may hold any. */
  private static Set<String> names(List<Unread> unread) {
    Set<String> names = new HashSet<>();
    unread.forEach(u -> names.add(u.name()));
    return names;
  }
}
