package awsleuth.app.input;

import static awsleuth.app.input.JsonMembers.dict;
import static awsleuth.app.input.JsonMembers.dicts;
import static awsleuth.app.input.JsonMembers.text;
import static awsleuth.app.input.JsonMembers.texts;

import awsleuth.boto.call.GivenCall;
import awsleuth.boto.call.PythonCallReader;
import awsleuth.boto.python.PyValue;
import awsleuth.core.Artifact.Kind;
import awsleuth.core.read.Readers;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;

/**
 * A diagnosis as {@code --format json} writes it, without what is not to be shown. What is null
 * there is an empty text here.
 *
 * @param inputs the files that it rests on
 * @param failures the failed calls, the primary one first
 * @param catalog which AWS data it rests on
 */
public record ToldDiagnosis(List<Named> inputs, List<ToldFailure> failures, String catalog) {

  /**
   * A failed call.
   *
   * @param status of the HTTP answer
   * @param endpoint the URL or host name that it went to, as written
   * @param maxRetries N of {@code (reached max retries: N)}
   * @param parameters those that are written out; empty where nothing shows the call
   * @param unread the names of those whose values are not known
   * @param source its line
   * @param causes those that are confirmed or possible, the first one first
   */
  public record ToldFailure(
      String exception,
      String service,
      String operation,
      String code,
      String message,
      OptionalInt status,
      String requestId,
      String region,
      String endpoint,
      OptionalInt maxRetries,
      Optional<PyValue.Dict> parameters,
      List<String> unread,
      String source,
      long count,
      List<ToldCause> causes,
      List<ToldConflict> conflicts) {

    /** The error code, or else the exception that botocore raised by itself. */
    public String fault() {
      return code.isEmpty() ? exception : code;
    }

    /** The values of the parameters; none where nothing shows them. */
    public PyValue.Dict known() {
      return parameters.orElseGet(() -> new PyValue.Dict(new LinkedHashMap<>()));
    }

    /** {@code AccessDenied calling ListObjectsV2 of s3}. */
    public String headline() {
      String what = fault().isEmpty() ? "failure" : fault();
      return what
          + (operation.isEmpty() ? "" : " calling " + operation)
          + (service.isEmpty() ? "" : (operation.isEmpty() ? " calling " : " of ") + service)
          + (region.isEmpty() ? "" : " in " + region);
    }
  }

  /**
   * A cause that is confirmed or possible.
   *
   * @param check what its verification asks
   * @param command of its verification
   * @param expect what is to be seen then
   */
  public record ToldCause(
      String id,
      String outcome,
      String summary,
      List<ToldLine> because,
      List<ToldLine> needs,
      List<ToldFix> fixes,
      Check check,
      String command,
      String expect) {

    /** Whether the evidence proves it. */
    public boolean isConfirmed() {
      return outcome.equals("confirmed");
    }
  }

  /** What a verification asks, and of whom. */
  public enum Check {
    /** The failed call, once more. */
    RERUN,
    /** What boto3 finds on this machine: {@code awsleuth credentials} tells. */
    MACHINE,
    /** The way to the service. */
    WAY,
    /** The policies. */
    POLICIES,
    /** AWS, for a state that people look at. */
    STATE,
    /** What this version does not know. */
    OTHER;

    private static final List<String> OF_MACHINE = List.of("awsleuth", "credentials");

    /** That of a verification in a diagnosis. */
    static Check of(String kind, String command) {
      if (Stream.of(command.split(" ")).limit(OF_MACHINE.size()).toList().equals(OF_MACHINE)) {
        return MACHINE;
      }
      return switch (kind) {
        case "rerun" -> RERUN;
        case "probe" -> WAY;
        case "simulate" -> POLICIES;
        case "query" -> STATE;
        default -> OTHER;
      };
    }
  }

  /** Pieces of evidence that contradict each other. */
  public record ToldConflict(String what, List<ToldLine> says, boolean isSettled, String taken) {}

  /** A sentence and its source; of a need, what is missing and how to get it. */
  public record ToldLine(String text, String source) {}

  /** A fix. */
  public record ToldFix(
      String kind, String title, String text, String applicability, Optional<ToldProof> proof) {

    /** Whether it has placeholders. */
    public boolean isTemplate() {
      return applicability.equals("template");
    }
  }

  /**
   * What deciding requests before and after a fix showed.
   *
   * @param ofCall whether the call changes and no policy does
   * @param document all of it, with policies and examples
   */
  public record ToldProof(
      boolean holds,
      boolean ofCall,
      List<ToldLine> deniedBy,
      List<ToldRequest> requests,
      List<String> dependsOn,
      List<String> supposes,
      PyValue.Dict document) {}

  /**
   * A request, or several like it.
   *
   * @param isRefused whether it is the one that was refused
   */
  public record ToldRequest(
      boolean isRefused, String before, String after, String what, long count) {}

  /** The diagnosis that a text is; empty where it is none. */
  public static Optional<ToldDiagnosis> in(String text) {
    return DiagnosisFile.in(text)
        .filter(document -> document.get("version") != null)
        .map(ToldDiagnosis::of);
  }

  /**
   * The diagnosis that a text is.
   *
   * @throws InputException where it is none
   */
  public static ToldDiagnosis read(String name, String text) throws InputException {
    return of(DiagnosisFile.read(name, text));
  }

  private static ToldDiagnosis of(PyValue.Dict read) {
    PyValue.Dict document = (PyValue.Dict) JsonMembers.mapped(read, Readers::harmless);
    List<Named> inputs = new ArrayList<>();
    for (PyValue.Dict input : dicts(document.get("inputs"))) {
      Kind kind = Kind.labelled(text(input, "kind")).orElse(Kind.ANY);
      inputs.add(new Named(text(input, "artifact"), kind));
    }
    return new ToldDiagnosis(
        List.copyOf(inputs),
        dicts(document.get("failures")).stream().map(ToldDiagnosis::failure).toList(),
        text(document, "catalog"));
  }

  private static ToldFailure failure(PyValue.Dict failure) {
    PyValue.Dict call = dict(failure, "call");
    return new ToldFailure(
        text(call, "exception"),
        text(call, "service"),
        text(call, "operation"),
        text(call, "code"),
        text(call, "message"),
        JsonMembers.number(call, "http_status"),
        text(call, "request_id"),
        text(call, "region"),
        text(call, "endpoint"),
        JsonMembers.number(call, "max_retries"),
        parameters(text(call, "parameters")),
        texts(call.get("unread")),
        source(call),
        number(failure, "count"),
        dicts(failure.get("causes")).stream()
            .filter(c -> List.of("confirmed", "possible").contains(text(c, "outcome")))
            .map(ToldDiagnosis::cause)
            .toList(),
        dicts(failure.get("conflicts")).stream().map(ToldDiagnosis::conflict).toList());
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

  private static ToldConflict conflict(PyValue.Dict conflict) {
    return new ToldConflict(
        text(conflict, "what"),
        dicts(conflict.get("says")).stream()
            .map(s -> new ToldLine(text(s, "text"), source(s)))
            .toList(),
        conflict.get("settled") instanceof PyValue.Bool(boolean settled) && settled,
        text(conflict, "taken"));
  }

  private static ToldCause cause(PyValue.Dict cause) {
    PyValue.Dict check = dict(cause, "verification");
    return new ToldCause(
        text(cause, "id"),
        text(cause, "outcome"),
        text(cause, "summary"),
        dicts(cause.get("because")).stream()
            .map(b -> new ToldLine(text(b, "text"), source(b)))
            .toList(),
        dicts(cause.get("needs")).stream()
            .map(n -> new ToldLine(text(n, "what"), text(n, "how")))
            .toList(),
        dicts(cause.get("fixes")).stream().map(ToldDiagnosis::fix).toList(),
        Check.of(text(check, "kind"), text(check, "command")),
        text(check, "command"),
        text(check, "expect"));
  }

  private static ToldFix fix(PyValue.Dict fix) {
    return new ToldFix(
        text(fix, "kind"),
        text(fix, "title"),
        text(fix, "text"),
        text(fix, "applicability"),
        fix.get("proof") instanceof PyValue.Dict proof
            ? Optional.of(proof(proof))
            : Optional.empty());
  }

  private static ToldProof proof(PyValue.Dict proof) {
    return new ToldProof(
        proof.get("holds") instanceof PyValue.Bool(boolean holds) && holds,
        text(proof, "changes").equals("call"),
        dicts(proof.get("denied_by")).stream()
            .map(d -> new ToldLine(text(d, "words"), place(text(d, "file"), number(d, "line"))))
            .toList(),
        dicts(proof.get("requests")).stream()
            .map(r ->
                new ToldRequest(
                    isRefused(r),
                    text(r, "before"),
                    text(r, "after"),
                    text(r, "what"),
                    number(r, "count")))
            .toList(),
        texts(proof.get("depends_on")),
        texts(proof.get("supposes")),
        proof);
  }

  /** Whether a row of a proof's {@code requests} is the request that was refused. */
  public static boolean isRefused(PyValue.Dict row) {
    return text(row, "part").equals("request");
  }

  private static String source(PyValue.Dict dict) {
    return place(text(dict, "artifact"), number(dict, "line"));
  }

  private static String place(String file, long line) {
    String name = file.equals("-") ? "stdin" : file;
    return line == 0 || name.isEmpty() ? name : name + ":" + line;
  }

  private static long number(PyValue.Dict dict, String name) {
    return dict.get(name) instanceof PyValue.Int(java.math.BigInteger n) ? n.longValue() : 0;
  }
}
