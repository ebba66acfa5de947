package awsleuth.app.diagnose;

import awsleuth.app.input.JsonMembers;
import awsleuth.app.input.Redaction;
import awsleuth.boto.call.GivenCall;
import awsleuth.boto.call.GivenCall.Unread;
import awsleuth.boto.python.PyValue;
import awsleuth.core.Diagnosis;
import awsleuth.core.Diagnosis.FailureDiagnosis;
import awsleuth.core.Diagnosis.Verdict;
import awsleuth.core.cause.Finding;
import awsleuth.core.cause.Fix;
import awsleuth.core.cause.Outcome;
import awsleuth.core.cause.Verification;
import awsleuth.core.evidence.FailedCall;
import awsleuth.core.evidence.Failure;
import awsleuth.core.evidence.GivenParameters;
import awsleuth.core.evidence.Source;
import awsleuth.core.fact.Citation;
import awsleuth.core.fact.Need;
import awsleuth.iam.repair.Proof;
import awsleuth.iam.request.ContextValue;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.UnaryOperator;

/** A diagnosis with each of its texts put through a function; all forms are views of the result. */
final class Redacted {

  private final UnaryOperator<String> text;

  private Redacted(UnaryOperator<String> text) {
    this.text = text;
  }

  /** The diagnosis as a redaction leaves it: all names are learned before any is replaced. */
  static Diagnosis of(Diagnosis diagnosis, Redaction redaction) {
    if (!redaction.isOn()) {
      return diagnosis;
    }
    new Redacted(
            t -> {
              redaction.learn(t);
              return t;
            })
        .diagnosis(diagnosis);
    return new Redacted(redaction::apply).diagnosis(diagnosis);
  }

  private Diagnosis diagnosis(Diagnosis d) {
    return new Diagnosis(d.failures().stream().map(this::failure).toList());
  }

  private FailureDiagnosis failure(FailureDiagnosis f) {
    Failure old = f.failure();
    Optional<GivenParameters> written = f.written().map(this::given);
    Failure failure =
        new Failure(
            call(old.call()), Map.of(), List.of(), List.of(), old.count(), source(old.last()));
    return new FailureDiagnosis(
        failure,
        f.verdicts().stream().map(this::verdict).toList(),
        f.conflicts().isEmpty() ? List.of() : RedactedConflict.all(f.conflicts(), text),
        () -> written);
  }

  /**
   * The parameters alone: the text that they stand in, and what is said of it, are in no view and
   * do not go on.
   */
  private GivenParameters given(GivenParameters w) {
    GivenCall call = w.call();
    return new GivenParameters(
        GivenCall.of(
            call.service(),
            call.operation(),
            (PyValue.Dict) JsonMembers.mapped(call.params(), text),
            call.unread().stream().map(u -> new Unread(u.name(), u.line(), "", "")).toList()),
        w.form(),
        source(w.source()));
  }

  private FailedCall call(FailedCall c) {
    return new FailedCall(
        c.exception(),
        c.service(),
        c.serviceInferred(),
        c.operation(),
        c.code(),
        text.apply(c.message()),
        c.httpStatus(),
        c.requestId(),
        c.region(),
        text.apply(c.endpoint()),
        c.maxRetries(),
        source(c.source()));
  }

  private Source source(Source s) {
    return new Source(text.apply(s.artifact()), s.line());
  }

  private Verdict verdict(Verdict v) {
    Outcome outcome =
        switch (v.outcome()) {
          case Outcome.Confirmed c -> new Outcome.Confirmed(finding(c.finding()));
          case Outcome.Possible p ->
              new Outcome.Possible(
                  finding(p.finding()), p.missing().stream().map(this::need).toList());
          case Outcome.RuledOut r ->
              new Outcome.RuledOut(
                  text.apply(r.reason()), r.because().stream().map(this::source).toList());
          case Outcome.Crashed c -> new Outcome.Crashed(text.apply(c.error()));
        };
    return new Verdict(v.id(), v.stage(), outcome);
  }

  private Finding finding(Finding f) {
    return new Finding(
        text.apply(f.summary()),
        f.specificity(),
        f.because().stream().map(this::citation).toList(),
        f.fixes().stream().map(this::fix).toList(),
        verification(f.verification()));
  }

  private Citation citation(Citation c) {
    return new Citation(text.apply(c.text()), source(c.source()));
  }

  private Need need(Need n) {
    return new Need(text.apply(n.what()), text.apply(n.how()));
  }

  private Fix fix(Fix fix) {
    String title = text.apply(fix.title());
    String body = text.apply(fix.text());
    Fix redacted =
        switch (fix) {
          case Fix.Command f -> new Fix.Command(title, body, f.applicability());
          case Fix.Setting f -> new Fix.Setting(title, body, f.applicability());
          case Fix.PolicyEdit f ->
              new Fix.PolicyEdit(title, body, f.applicability(), Optional.empty());
          case Fix.CodeEdit f -> new Fix.CodeEdit(title, body, f.applicability());
          case Fix.AskAdministrator f -> new Fix.AskAdministrator(title, body, f.applicability());
        };
    return fix.proof().map(p -> redacted.proven(proof(p))).orElse(redacted);
  }

  private Proof proof(Proof p) {
    return new Proof(
        p.deniedBy().stream()
            .map(d -> new Proof.Denier(text.apply(d.words()), text.apply(d.file()), d.line()))
            .toList(),
        p.lines().stream()
            .map(l ->
                new Proof.Line(
                    l.part(),
                    text.apply(l.what()),
                    l.count(),
                    l.examples().stream().map(this::asked).toList()))
            .toList(),
        p.dependsOn().stream().map(text).toList(),
        p.supposes().stream().map(text).toList(),
        p.documents().stream()
            .map(d ->
                new Proof.Document(
                    d.type(),
                    text.apply(d.name()),
                    text.apply(d.level()),
                    text.apply(d.before()),
                    text.apply(d.after())))
            .toList(),
        p.ofCall());
  }

  private Proof.Asked asked(Proof.Asked a) {
    SortedMap<String, ContextValue.Present> context = new TreeMap<>();
    a.context()
        .forEach((key, value) ->
            context.put(
                key,
                new ContextValue.Present(
                    value.values().stream().map(text).toList(), value.multivalued())));
    return new Proof.Asked(
        text.apply(a.principal()),
        a.action(),
        text.apply(a.resource()),
        text.apply(a.owner()),
        context,
        a.absent(),
        a.complete());
  }

  private Verification verification(Verification v) {
    String command = text.apply(v.command());
    String expect = text.apply(v.expect());
    return switch (v) {
      case Verification.Rerun _ -> new Verification.Rerun(command, expect);
      case Verification.Probe _ -> new Verification.Probe(command, expect);
      case Verification.Simulate _ -> new Verification.Simulate(command, expect);
      case Verification.Query _ -> new Verification.Query(command, expect);
    };
  }
}
