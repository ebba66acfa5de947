package awsleuth.core.cause.parameters;

import awsleuth.aws.Shape;
import awsleuth.boto.call.CallText;
import awsleuth.boto.call.CliRest;
import awsleuth.boto.call.GivenCall;
import awsleuth.boto.call.GivenCall.Unread;
import awsleuth.boto.call.ReportedParams;
import awsleuth.boto.params.Advice;
import awsleuth.boto.params.Review;
import awsleuth.boto.python.JsonText;
import awsleuth.boto.python.PyValue;
import awsleuth.boto.python.PyValue.Dict;
import awsleuth.boto.python.PythonText;
import awsleuth.core.cause.Finding;
import awsleuth.core.cause.Fix;
import awsleuth.core.cause.Outcome;
import awsleuth.core.cause.Verification;
import awsleuth.core.evidence.GivenParameters;
import awsleuth.core.evidence.GivenParameters.Form;
import awsleuth.core.fact.Citation;
import awsleuth.core.fact.Facts;
import awsleuth.core.fact.Literal;
import awsleuth.core.fact.ParameterErrors;
import awsleuth.core.fact.ParameterErrors.Entry;
import awsleuth.core.fact.ParameterErrors.Kind;
import awsleuth.core.read.Readers;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** A parameter cause's finding, with the refused call corrected as far as it is known. */
final class Corrected {

  private static final int MOST_NAMED = 3;

  private final Facts facts;
  private final RefusedCall call;

  private Corrected(Facts facts, RefusedCall call) {
    this.facts = facts;
    this.call = call;
  }

  /**
   * The finding with the corrected call as its first fix; the finding itself where nothing can be
   * corrected; ruled out where the parameters given are others, which pass.
   */
  static Outcome outcome(Facts facts, Finding finding) {
    Optional<RefusedCall> call = RefusedCall.in(facts).known();
    if (call.isEmpty()) {
      return Outcome.confirmed(finding);
    }
    Corrected corrected = new Corrected(facts, call.get());
    return call.get().passes()
        ? Outcome.ruledOut(
            "botocore accepts the parameters given", call.get().given().orElseThrow().source())
        : Outcome.confirmed(corrected.with(finding));
  }

  private Finding with(Finding finding) {
    List<Citation> because = new ArrayList<>(finding.because());
    because.addAll(others(finding));
    because.addAll(advice(because));
    Optional<Fix> fix = fix();
    List<Fix> fixes = new ArrayList<>(finding.fixes());
    fix.ifPresent(f -> {
      fixes.removeFirst();
      fixes.addFirst(f);
    });
    return new Finding(
        finding.summary(),
        finding.specificity(),
        List.copyOf(because),
        List.copyOf(fixes),
        call.given()
            .filter(facts::isAlone)
            .map(this::review)
            .orElseGet(() -> again(finding.verification())));
  }

  /**
   * The other lines of the report that are of the kind of the finding's, where nothing else is
   * said.
   */
  private List<Citation> others(Finding finding) {
    List<Entry> errors = ParameterErrors.in(facts).errors();
    String cited = finding.because().stream().map(Citation::text).findFirst().orElse("");
    Optional<Entry> first =
        errors.stream()
            .filter(e -> cited.contains("`" + e.parameter() + "`") || cited.equals(e.line()))
            .findFirst();
    return errors.stream()
        .filter(e -> first.filter(f -> f.kind() == e.kind() && !f.equals(e)).isPresent())
        .filter(
            e -> call.review().advice().stream().noneMatch(a -> a.place().path().equals(e.path())))
        .limit(MOST_NAMED)
        .map(e -> facts.cite(Calls.said(e)))
        .toList();
  }

  /** What is said of a name that there is not, beside which the right one stands in the summary. */
  private static String named(String path) {
    return "the report names `" + path + "`";
  }

  /** What botocore does not say, beyond what is said already. */
  private List<Citation> advice(List<Citation> said) {
    return call.review().advice().stream()
        .filter(a -> a.kind() != Advice.Kind.SENT_OTHERWISE)
        .filter(a -> said.stream().noneMatch(c -> c.text().equals(named(a.place().path()))))
        .limit(MOST_NAMED)
        .map(a -> cite("`" + a.place().path() + "`: " + a.text()))
        .toList();
  }

  private Citation cite(String text) {
    return call.given().map(g -> Facts.cite(text, g.source())).orElseGet(() -> facts.cite(text));
  }

  /** The corrected call; with placeholders where botocore would refuse it too. */
  private Optional<Fix> fix() {
    Review review = call.review();
    if (!review.valid() || !isChanged()) {
      return call.form() == Form.PYTHON ? open() : Optional.empty();
    }
    String text = Readers.harmless(text());
    return Optional.of(
        new Fix.CodeEdit(
            facts.written().isPresent()
                ? "correct the call, which botocore then accepts"
                : "correct these arguments, which botocore then accepts; others of the call stay",
            text,
            isReady() ? Fix.readyOrTemplate(text) : Fix.Applicability.TEMPLATE));
  }

  /** Whether the corrected call is another than the one that is written. */
  private boolean isChanged() {
    return call.review().changed()
        || facts.written().filter(w -> !w.call().refusals().isEmpty()).isPresent();
  }

  /** The whole call as far as it can be corrected, with a placeholder for each refused value. */
  private Optional<Fix> open() {
    Dict shown = call.review().shown();
    boolean told = false;
    for (Entry e : ParameterErrors.in(facts).errors()) {
      boolean mended = isMended(e);
      Optional<Dict> open =
          mended || e.kind() == Kind.MISSING || e.kind() == Kind.UNKNOWN
              ? Optional.empty()
              : ReportedParams.replaced(shown, e.parameter(), GivenCall.UNKNOWN);
      told |= mended || open.isPresent();
      shown = open.orElse(shown);
    }
    List<Unread> arguments = expressions();
    String text = CallText.python(call.service(), call.operation(), shown, arguments);
    return told || arguments.stream().anyMatch(u -> u.written().equals(Told.VALUE))
        ? Optional.of(
            Fix.codeEdit(
                "correct the call: what can be told is right in it",
                Readers.harmless(filled(text))))
        : Optional.empty();
  }

  /** Whether the value that a line of the report refuses has another one in the corrected call. */
  private boolean isMended(Entry e) {
    return call.review().advice().stream()
        .filter(a -> a.kind() == Advice.Kind.CHANGED || a.kind() == Advice.Kind.CHOSEN)
        .anyMatch(a -> a.place().path().equals(e.parameter()));
  }

  /** A text with placeholders for what is not known. */
  private static String filled(String text) {
    return text.replace(PythonText.repr(GivenCall.UNKNOWN), Told.VALUE);
  }

  private boolean isReady() {
    return call.review().complete()
        && call.isWhole()
        && call.unread().stream().noneMatch(u -> u.name().isEmpty());
  }

  private String text() {
    Review review = call.review();
    return switch (call.form()) {
      case JSON -> JsonText.pretty(review.shown());
      case PYTHON -> inPlace().orElseGet(this::anew);
      case CLI -> command();
    };
  }

  /** The call as the operation's, with a placeholder for what is not seen of it. */
  private String anew() {
    Review review = call.review();
    List<Unread> arguments = new ArrayList<>(expressions());
    String text = anew(arguments);
    boolean unseen = facts.written().isEmpty() && text.indexOf('<') < 0;
    if (unseen || call.unread().stream().anyMatch(u -> u.name().isEmpty())) {
      arguments.add(new Unread("", 1, "not seen", "**<other parameters>"));
    }
    return review.dumping(anew(arguments));
  }

  private String anew(List<Unread> arguments) {
    return filled(
        CallText.python(call.service(), call.operation(), call.review().shown(), arguments));
  }

  /** The text that was given, corrected; empty where more than names would come out of it. */
  private Optional<String> inPlace() {
    boolean plain =
        call.unread().stream()
            .allMatch(u -> u.written().isEmpty() || Expressions.isPlain(u.written()));
    return call.isWhole() && plain
        ? facts
            .written()
            .filter(w -> Expressions.isPlainRest(w.call().written().behind()))
            .flatMap(w -> call.review().in(w.call()))
        : Optional.empty();
  }

  /** The arguments that are no literals; what is more than a name stays the program's. */
  private List<Unread> expressions() {
    Function<Unread, Unread> safe = u -> new Unread(u.name(), u.line(), u.why(), expression(u));
    return call.unread().stream().filter(u -> !u.name().isEmpty()).map(safe).toList();
  }

  private String expression(Unread unread) {
    PyValue part = call.review().partly().get(unread.name());
    boolean plain = unread.written().equals(Told.VALUE) || Expressions.isPlain(unread.written());
    return part != null && !call.review().isSensitive(unread.name())
        ? filled(PythonText.repr(part))
        : plain ? unread.written() : "'<" + unread.name() + ">'";
  }

  /** The same call as a command, where the corrected one is known and the command was not. */
  private Verification again(Verification known) {
    ParameterErrors errors = ParameterErrors.in(facts);
    boolean leak = errors.errors().isEmpty();
    boolean open = leak || known.command().indexOf('<') >= 0 || errors.has(Kind.UNKNOWN);
    boolean named = errors.has(Kind.NAME) && !isChanged(); // the review knows no bucket names
    boolean whole = !named && (isReady() || (leak && call.review().valid()));
    return open && whole && call.unread().isEmpty() && !givesContent()
        ? new Verification.Rerun(command(), known.expect())
        : known;
  }

  /** Whether a value is content, for which a command wants a file. */
  private boolean givesContent() {
    return call.form() != Form.CLI
        && call.review().shown().entries().keySet().stream()
            .anyMatch(name -> name instanceof PyValue.Str(String n) && isContent(n));
  }

  private boolean isContent(String parameter) {
    return call.service()
        .input(call.operation().name())
        .flatMap(i -> i.member(parameter))
        .flatMap(m -> call.service().shape(m.shape()))
        .filter(s -> s instanceof Shape.Scalar scalar && scalar.type().equals("blob"))
        .isPresent();
  }

  private String command() {
    boolean cli = call.form() == Form.CLI;
    CliRest rest = facts.written().filter(_ -> cli).map(w -> w.call().rest()).orElse(CliRest.NONE);
    return Readers.harmless(
        CallText.cli(
            facts.catalog(),
            call.service(),
            call.operation(),
            call.review().shown(),
            cli ? call.unread() : List.of(),
            rest));
  }

  /** Asks again about the parameters given, once they are corrected. */
  private Verification review(GivenParameters given) {
    String names =
        given.form() == Form.JSON
            ? call.service().metadata().name() + " " + call.operation().name() + " "
            : "";
    return new Verification.Simulate(
        "awsleuth params " + names + Literal.shell(given.source().artifact()),
        "botocore accepts the corrected parameters");
  }
}
