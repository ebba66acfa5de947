package awsleuth.app.verify;

import static awsleuth.app.input.JsonMembers.dict;
import static awsleuth.app.input.JsonMembers.dicts;
import static awsleuth.app.input.JsonMembers.text;

import awsleuth.app.input.DiagnosisFile;
import awsleuth.app.input.InputException;
import awsleuth.app.input.Named;
import awsleuth.boto.python.PyValue;
import awsleuth.core.Artifact.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A diagnosis as {@code --format json} wrote it, as far as it is verified.
 *
 * @param inputs the files that it rests on
 * @param failures its failed calls
 */
record Recorded(List<Named> inputs, List<RecordedFailure> failures) {

  /**
   * A failed call.
   *
   * @param text the failure as botocore prints it, made from what the diagnosis has of it
   * @param causes those that were confirmed or possible
   */
  record RecordedFailure(
      String service,
      String operation,
      String code,
      String exception,
      String region,
      String text,
      List<RecordedCause> causes) {

    /** {@code AccessDenied calling ListObjectsV2}. */
    String headline() {
      String what = code.isEmpty() ? exception : code;
      return what + (operation.isEmpty() ? "" : " calling " + operation);
    }
  }

  /**
   * A cause.
   *
   * @param kind of its verification, such as {@code rerun}
   * @param command of its verification
   * @param expect what is to be seen then
   * @param proofs those of its fixes
   */
  record RecordedCause(
      String id,
      String outcome,
      String kind,
      String command,
      String expect,
      List<RecordedProof> proofs) {}

  /**
   * What deciding requests before and after a fix showed.
   *
   * @param title of the fix
   * @param requests each with what it came to before and after
   */
  record RecordedProof(String title, List<String> requests) {}

  /**
   * Reads a diagnosis.
   *
   * @throws InputException if the text is none
   */
  static Recorded read(String name, String text) throws InputException {
    PyValue.Dict document = DiagnosisFile.read(name, text);
    List<Named> inputs = new ArrayList<>();
    for (PyValue.Dict input : dicts(document.get("inputs"))) {
      inputs.add(new Named(text(input, "artifact"), kind(text(input, "kind"))));
    }
    return new Recorded(
        List.copyOf(inputs),
        dicts(document.get("failures")).stream().map(Recorded::failure).toList());
  }

  private static Kind kind(String label) {
    return Kind.labelled(label).orElse(Kind.ANY);
  }

  private static RecordedFailure failure(PyValue.Dict failure) {
    PyValue.Dict call = dict(failure, "call");
    return new RecordedFailure(
        text(call, "service"),
        text(call, "operation"),
        text(call, "code"),
        text(call, "exception"),
        text(call, "region"),
        sentence(call),
        dicts(failure.get("causes")).stream()
            .filter(c -> List.of("confirmed", "possible").contains(text(c, "outcome")))
            .map(Recorded::cause)
            .toList());
  }

  private static String sentence(PyValue.Dict call) {
    String code = text(call, "code");
    String operation = text(call, "operation");
    String message = text(call, "message");
    if (!code.isEmpty() && !operation.isEmpty()) {
      return sentence(code, operation, message);
    }
    String exception = text(call, "exception");
    return "botocore.exceptions."
        + (exception.isEmpty() ? "ClientError" : exception)
        + ": "
        + message;
  }

  /** What botocore prints of a service's refusal. */
  static String sentence(String code, String operation, String message) {
    return "botocore.exceptions.ClientError: An error occurred ("
        + code
        + ") when calling the "
        + operation
        + " operation: "
        + message;
  }

  private static RecordedCause cause(PyValue.Dict cause) {
    PyValue.Dict check = dict(cause, "verification");
    return new RecordedCause(
        text(cause, "id"),
        text(cause, "outcome"),
        text(check, "kind"),
        text(check, "command"),
        text(check, "expect"),
        dicts(cause.get("fixes")).stream().flatMap(f -> proof(f).stream()).toList());
  }

  private static Optional<RecordedProof> proof(PyValue.Dict fix) {
    return fix.get("proof") instanceof PyValue.Dict proof
        ? Optional.of(
            new RecordedProof(
                text(fix, "title"),
                dicts(proof.get("requests")).stream()
                    .map(r -> Proofs.row(text(r, "before"), text(r, "after"), text(r, "what")))
                    .toList()))
        : Optional.empty();
  }
}
