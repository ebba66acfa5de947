package awsleuth.app.test;

import awsleuth.aws.AwsCatalog;
import awsleuth.boto.Boto;
import awsleuth.boto.call.GivenCall;
import awsleuth.boto.call.PythonCallReader;
import awsleuth.boto.params.Review;
import awsleuth.boto.python.PyValue;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Writes tests of a call whose parameters botocore refuses. */
final class AcceptedWriter {

  private static final LocalDate ANY_DAY = LocalDate.EPOCH;

  private final Subject subject;
  private final AwsCatalog catalog;

  AcceptedWriter(Subject subject, AwsCatalog catalog) {
    this.subject = subject;
    this.catalog = catalog;
  }

  /**
   * The file; not possible where the diagnosis tells too little of the call. botocore, as this
   * program knows it, refuses the parameters before and accepts those after.
   */
  Generated write(List<String> remarks) {
    if (!subject.call().code().isEmpty() || subject.standsIn()) {
      return new Generated.NotPossible("the service refused the parameters, not botocore");
    }
    PyValue.Dict wanted =
        corrected()
            .orElseGet(() -> LeastParameters.of(subject.service(), subject.operation(), none()));
    Optional<PyValue.Dict> failed =
        subject
            .call()
            .parameters()
            .filter(_ -> subject.call().unread().isEmpty())
            .or(() -> new Fault(subject.call().message()).in(wanted));
    if (failed.isEmpty() || accepts(failed.get()) || !accepts(wanted)) {
      return new Generated.NotPossible("the diagnosis has not the parameters that were given");
    }
    return new Generated.File(
        Imports.used(
            PythonForm.named("accepted")
                .with("DOC", Describing.of(subject, TestKind.STUBBER, Wanted.ACCEPTED, remarks))
                .withText("SERVICE", subject.client())
                .withText("METHOD", subject.operation().methodName())
                .withText("REGION", subject.region(catalog))
                .with("FAILED", PythonForm.dict(failed.get()))
                .with("WANTED", PythonForm.dict(wanted))
                .withText("MESSAGE", said())
                .with("STATE", Describing.mark(subject))
                .with("PLACE", place())
                .with("MACHINE", PythonForm.named("machine").filled())
                .with("LEAST", PythonForm.named("least").filled())
                .filled()));
  }

  private static PyValue.Dict none() {
    return new PyValue.Dict(new LinkedHashMap<>());
  }

  private String place() {
    return subject
        .target()
        .map(_ -> new Place(subject, Wanted.ACCEPTED).python())
        .orElse(
            "def call(client):\n    return client."
                + subject.operation().methodName()
                + (subject.after() ? "(**WANTED)" : "(**AS_IT_FAILED)"));
  }

  /** What stays of the report whatever else botocore has to say of examples. */
  private String said() {
    List<String> lines = subject.call().message().lines().toList();
    return lines.size() > 1 && !lines.get(0).isEmpty() ? lines.get(1) : String.join("", lines);
  }

  /** The corrected call of the diagnosis; empty where it has placeholders or is none. */
  private Optional<PyValue.Dict> corrected() {
    return subject.cause().fixes().stream()
        .filter(f -> f.kind().equals("code-edit") && !f.isTemplate())
        .flatMap(f ->
            PythonCallReader.read(f.text()) instanceof GivenCall.Read(GivenCall call)
                    && call.unread().isEmpty()
                    && catalog
                        .operationName(subject.client(), call.operation())
                        .filter(subject.operation().name()::equals)
                        .isPresent()
                ? Optional.of(call.params()).stream()
                : Optional.<PyValue.Dict>empty().stream())
        .findFirst();
  }

  private boolean accepts(PyValue.Dict parameters) {
    Review review =
        Boto.of(catalog, ANY_DAY)
            .reviewer(subject.service(), subject.operation())
            .review(parameters, Set.of());
    return review.refusal().isEmpty() && review.validation().ok();
  }
}
