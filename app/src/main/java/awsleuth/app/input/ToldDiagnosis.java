package awsleuth.app.report;

import static awsleuth.app.input.JsonMembers.dict;
import static awsleuth.app.input.JsonMembers.dicts;
import static awsleuth.app.input.JsonMembers.text;

import awsleuth.app.input.DiagnosisFile;
import awsleuth.app.input.InputException;
import awsleuth.app.input.JsonMembers;
import awsleuth.app.input.Named;
import awsleuth.boto.python.PyValue;
import awsleuth.core.Artifact.Kind;
import awsleuth.core.read.Readers;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A diagnosis as {@code --format json} writes it, as far as a record tells it. What is null there
 * is an empty text here.
 *
 * @param inputs the files that it rests on
 * @param failures the failed calls, the primary one first
 * @param catalog which AWS data it rests on
 */
record ToldDiagnosis(List<Named> inputs, List<ToldFailure> failures, String catalog) {

  /** A failed call; {@code source} is its line. */
  record ToldFailure(
      String code,
      String exception,
      String service,
      String operation,
      String region,
      String message,
      String source,
      long count,
      List<ToldCause> causes,
      List<ToldConflict> conflicts) {

    /** {@code AccessDenied calling ListObjectsV2 of s3}. */
    String headline() {
      String what = code.isEmpty() ? exception.isEmpty() ? "failure" : exception : code;
      return what
          + (operation.isEmpty() ? "" : " calling " + operation)
          + (service.isEmpty() ? "" : (operation.isEmpty() ? " calling " : " of ") + service)
          + (region.isEmpty() ? "" : " in " + region);
    }
  }

  /** A cause that is confirmed or possible. */
  record ToldCause(
      String id,
      String outcome,
      String summary,
      List<ToldLine> because,
      List<ToldLine> needs,
      List<ToldFix> fixes,
      String command,
      String expect) {

    boolean isConfirmed() {
      return outcome.equals("confirmed");
    }
  }

  /** Pieces of evidence that contradict each other. */
  record ToldConflict(String what, List<ToldLine> says, boolean isSettled, String taken) {}

  /** A sentence and its source; of a need, what is missing and how to get it. */
  record ToldLine(String text, String source) {}

  /** A fix. */
  record ToldFix(String title, String text, String applicability, Optional<ToldProof> proof) {}

  /** What deciding requests before and after a fix showed. */
  record ToldProof(
      boolean holds, List<ToldLine> deniedBy, List<ToldRequest> requests, List<String> dependsOn) {}

  /** A request, or several like it. */
  record ToldRequest(String before, String after, String what, long count) {}

  /** The diagnosis that a text is; empty where it is none. */
  static Optional<ToldDiagnosis> in(String text) {
    return DiagnosisFile.in(text)
        .filter(document -> document.get("version") != null)
        .map(ToldDiagnosis::of);
  }

  /**
   * The diagnosis that a text is.
   *
   * @throws InputException where it is none
   */
  static ToldDiagnosis read(String name, String text) throws InputException {
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
        text(call, "code"),
        text(call, "exception"),
        text(call, "service"),
        text(call, "operation"),
        text(call, "region"),
        text(call, "message"),
        source(call),
        number(failure, "count"),
        dicts(failure.get("causes")).stream()
            .filter(c -> List.of("confirmed", "possible").contains(text(c, "outcome")))
            .map(ToldDiagnosis::cause)
            .toList(),
        dicts(failure.get("conflicts")).stream().map(ToldDiagnosis::conflict).toList());
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
        text(check, "command"),
        text(check, "expect"));
  }

  private static ToldFix fix(PyValue.Dict fix) {
    return new ToldFix(
        text(fix, "title"),
        text(fix, "text"),
        text(fix, "applicability"),
        fix.get("proof") instanceof PyValue.Dict proof
            ? Optional.of(proof(proof))
            : Optional.empty());
  }

  private static ToldProof proof(PyValue.Dict proof) {
    List<String> dependsOn = new ArrayList<>();
    if (proof.get("depends_on") instanceof PyValue.PyList list) {
      for (PyValue item : list.items()) {
        if (item instanceof PyValue.Str(String text)) {
          dependsOn.add(text);
        }
      }
    }
    return new ToldProof(
        proof.get("holds") instanceof PyValue.Bool(boolean holds) && holds,
        dicts(proof.get("denied_by")).stream()
            .map(d -> new ToldLine(text(d, "words"), place(text(d, "file"), number(d, "line"))))
            .toList(),
        dicts(proof.get("requests")).stream()
            .map(r ->
                new ToldRequest(
                    text(r, "before"), text(r, "after"), text(r, "what"), number(r, "count")))
            .toList(),
        List.copyOf(dependsOn));
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
