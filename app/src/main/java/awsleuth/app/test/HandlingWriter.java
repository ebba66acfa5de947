package awsleuth.app.test;

import awsleuth.aws.AwsCatalog;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** Writes tests of how a program takes an error, which the Stubber or moto gives it. */
final class HandlingWriter {

  private static final String INDENT = "        ";

  private final Subject subject;
  private final AwsCatalog catalog;
  private final TestKind kind;

  HandlingWriter(Subject subject, AwsCatalog catalog, TestKind kind) {
    this.subject = subject;
    this.catalog = catalog;
    this.kind = kind;
  }

  Generated write(Wanted listed, List<String> remarks) {
    if (subject.call().fault().isEmpty()) {
      return new Generated.NotPossible("the diagnosis has neither an error code nor an exception");
    }
    Wanted wanted = fitting(listed);
    boolean raised = subject.call().code().isEmpty();
    Optional<MotoScene> scene = MotoScene.of(subject, catalog);
    if (kind == TestKind.MOTO && (raised || scene.isEmpty())) {
      return new Generated.NotPossible(
          "how moto comes to refuse "
              + subject.operation().name()
              + " of "
              + subject.client()
              + " so is not known");
    }
    Place place = new Place(subject, wanted);
    return new Generated.File(
        Imports.used(
            PythonForm.named("handling")
                .with("DOC", Describing.of(subject, kind, wanted, remarks))
                .with("IMPORTS_FROM", imports(raised))
                .withText("SERVICE", subject.client())
                .withText("METHOD", subject.operation().methodName())
                .withText("REGION", subject.region(catalog))
                .with("PARAMETERS", PythonForm.dict(subject.parameters()))
                .with("CODES", codes(kind == TestKind.MOTO ? scene : Optional.empty()))
                .withText("MESSAGE", subject.call().message())
                .with("STATE", Describing.mark(subject))
                .with("PLACE", place.python())
                .with("MACHINE", PythonForm.named("machine").filled())
                .with(
                    "PROVOKE",
                    raised ? raise() : kind == TestKind.MOTO ? moto(scene) : stub(wanted))
                .with("WANTED", asserted(wanted))
                .filled()));
  }

  /** What can be wanted of this very call: only what reads gets an answer that says nothing. */
  private Wanted fitting(Wanted listed) {
    boolean raised = subject.call().code().isEmpty();
    boolean ofOthers = subject.call().code().equals("BucketAlreadyExists");
    boolean told =
        raised
            || listed == Wanted.ACCEPTED
            || (listed == Wanted.ABSENT && !subject.reads())
            || (listed == Wanted.PRESENT && ofOthers);
    return told ? Wanted.TOLD : listed;
  }

  private String imports(boolean raised) {
    return kind == TestKind.MOTO
        ? "from moto import mock_aws\n"
        : raised ? "" : "from botocore.stub import Stubber\n";
  }

  private String codes(Optional<MotoScene> scene) {
    StringBuilder codes = new StringBuilder("(");
    codes.append(PythonForm.literal(subject.call().fault())).append(',');
    scene
        .flatMap(s -> s.otherCode(subject.call().code()))
        .ifPresent(other -> codes.append(' ').append(PythonForm.literal(other)).append(','));
    return codes.append(')').toString();
  }

  private String stub(Wanted wanted) {
    String then =
        wanted == Wanted.AGAIN
            ? INDENT
                + "operation = client.meta.service_model.operation_model(\n"
                + INDENT
                + "    client.meta.method_to_api_mapping[METHOD]\n"
                + INDENT
                + ")\n"
                + INDENT
                + "stub.add_response(METHOD, least(operation.output_shape))\n"
            : "";
    String least = wanted == Wanted.AGAIN ? PythonForm.named("least").filled() + "\n\n" : "";
    OptionalInt status = subject.call().status();
    return least
        + PythonForm.named("provoke-stub")
            .with("STATUS", String.valueOf(status.orElseGet(() -> Statuses.of(subject.call()))))
            .with("EXPECTED", subject.isWhole() ? "PARAMETERS" : "None")
            .withText("REQUEST_ID", subject.call().requestId())
            .with("THEN", then)
            .filled();
  }

  private static String raise() {
    return PythonForm.named("provoke-raise").filled();
  }

  private static String moto(Optional<MotoScene> scene) {
    return PythonForm.named("provoke-moto")
        .with("SCENE", scene.map(MotoScene::python).orElse(""))
        .filled();
  }

  private static String asserted(Wanted wanted) {
    return switch (wanted) {
      case ABSENT -> nothing("what is not there is no error for the caller");
      case PRESENT -> nothing("it is there, as the caller wants it");
      case UNMET -> nothing("a condition that is not met is what the call asked for");
      case AGAIN -> PythonForm.named("wanted-again").filled();
      case TOLD, ACCEPTED, OUTLASTED, RECONNECTED, AWAITED, WHOLE, ONCE, ALLOWED ->
          PythonForm.named("wanted-told").filled();
    };
  }

  private static String nothing(String meaning) {
    return PythonForm.named("wanted-nothing").with("MEANING", meaning).filled();
  }
}
