package awsleuth.app.test;

import static awsleuth.app.input.JsonMembers.dict;
import static awsleuth.app.input.JsonMembers.dicts;
import static awsleuth.app.input.JsonMembers.number;
import static awsleuth.app.input.JsonMembers.text;
import static awsleuth.app.input.JsonMembers.texts;

import awsleuth.app.input.DiagnosisFile;
import awsleuth.app.input.InputException;
import awsleuth.app.input.JsonMembers;
import awsleuth.boto.call.GivenCall;
import awsleuth.boto.call.PythonCallReader;
import awsleuth.boto.python.PyValue;
import awsleuth.core.read.Readers;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * A failed call as a diagnosis has it. An empty text means that the diagnosis does not tell.
 *
 * @param maxRetries N of {@code (reached max retries: N)}
 * @param parameters those that are written out; empty where nothing shows the call
 * @param unread the names of those whose values are not known
 * @param causes those that were confirmed or possible, the first one first
 */
record DiagnosedCall(
    String exception,
    String service,
    String operation,
    String code,
    String message,
    OptionalInt status,
    String requestId,
    String region,
    OptionalInt maxRetries,
    Optional<PyValue.Dict> parameters,
    List<String> unread,
    List<DiagnosedCause> causes) {

  /** A cause with its fixes and the command that checks them. */
  record DiagnosedCause(String id, String summary, List<DiagnosedFix> fixes, String command) {}

  /**
   * A fix.
   *
   * @param proof what was decided before and after it; empty where nothing was
   */
  record DiagnosedFix(
      String kind, String title, String text, boolean template, Optional<PyValue.Dict> proof) {}

  /**
   * The failed calls of a diagnosis as {@code --format json} wrote it.
   *
   * @throws InputException if the text is none
   */
  static List<DiagnosedCall> read(String name, String text) throws InputException {
    PyValue failures = DiagnosisFile.read(name, text).get("failures");
    return dicts(JsonMembers.mapped(Objects.requireNonNull(failures), Readers::harmless)).stream()
        .map(DiagnosedCall::failure)
        .toList();
  }

  private static DiagnosedCall failure(PyValue.Dict failure) {
    PyValue.Dict call = dict(failure, "call");
    return new DiagnosedCall(
        text(call, "exception"),
        text(call, "service"),
        text(call, "operation"),
        text(call, "code"),
        text(call, "message"),
        number(call, "http_status"),
        text(call, "request_id"),
        text(call, "region"),
        number(call, "max_retries"),
        parameters(text(call, "parameters")),
        texts(call.get("unread")),
        dicts(failure.get("causes")).stream()
            .filter(c -> List.of("confirmed", "possible").contains(text(c, "outcome")))
            .map(DiagnosedCall::cause)
            .toList());
  }

  /** Only literals are read, so that nothing of a diagnosis becomes code. */
  private static Optional<PyValue.Dict> parameters(String dict) {
    return !dict.isEmpty()
            && PythonCallReader.read("client.call(**" + dict + ")")
                instanceof GivenCall.Read(GivenCall call)
            && call.unread().isEmpty()
        ? Optional.of(call.params())
        : Optional.empty();
  }

  private static DiagnosedCause cause(PyValue.Dict cause) {
    return new DiagnosedCause(
        text(cause, "id"),
        text(cause, "summary"),
        dicts(cause.get("fixes")).stream().map(DiagnosedCall::fix).toList(),
        text(dict(cause, "verification"), "command"));
  }

  private static DiagnosedFix fix(PyValue.Dict fix) {
    return new DiagnosedFix(
        text(fix, "kind"),
        text(fix, "title"),
        text(fix, "text"),
        text(fix, "applicability").equals("template"),
        fix.get("proof") instanceof PyValue.Dict proof ? Optional.of(proof) : Optional.empty());
  }

  /** The error code, or else the exception that botocore raised by itself. */
  String fault() {
    return code.isEmpty() ? exception : code;
  }

  /** The values of the parameters; none where nothing shows them. */
  PyValue.Dict known() {
    return parameters.orElseGet(() -> new PyValue.Dict(new LinkedHashMap<>()));
  }
}
