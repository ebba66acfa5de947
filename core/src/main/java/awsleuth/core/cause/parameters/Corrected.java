package awsleuth.core.cause.parameters;

import awsleuth.aws.Shape;
import awsleuth.boto.call.CallText;
import awsleuth.boto.call.CliRest;
import awsleuth.boto.call.GivenCall.Unread;
import awsleuth.boto.params.Advice;
import awsleuth.boto.params.Review;
import awsleuth.boto.python.JsonText;
import awsleuth.boto.python.PyValue;
import awsleuth.boto.python.PyValue.Dict;
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
import awsleuth.core.read.Readers;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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
    because.addAll(advice());
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
        call.given().map(this::review).orElseGet(() -> again(finding.verification())));
  }

  /** What botocore does not say. */
  private List<Citation> advice() {
    return call.review().advice().stream()
        .filter(a -> a.kind() != Advice.Kind.SENT_OTHERWISE)
        .limit(MOST_NAMED)
        .map(a -> cite("`" + a.place().path() + "`: " + a.text()))
        .toList();
  }

  private Citation cite(String text) {
    return call.given().map(g -> Facts.cite(text, g.source())).orElseGet(() -> facts.cite(text));
  }

  /** The corrected call; empty where botocore would refuse it too. */
  private Optional<Fix> fix() {
    Review review = call.review();
    if (!review.changed() || !review.valid()) {
      return review.changed() && call.form() == Form.PYTHON && facts.written().isPresent()
          ? open()
          : Optional.empty();
    }
    String text = Readers.harmless(text());
    return Optional.of(
        new Fix.CodeEdit(
            "correct the call, which botocore then accepts",
            text,
            isReady() ? Fix.readyOrTemplate(text) : Fix.Applicability.TEMPLATE));
  }

  /** The whole call as far as it can be corrected, with a placeholder for each refused value. */
  private Optional<Fix> open() {
    Map<PyValue, PyValue> shown = new LinkedHashMap<>(call.review().shown().entries());
    List<Unread> arguments = new ArrayList<>(expressions());
    Map<String, String> corrected = ParameterErrors.in(facts).corrected();
    for (String name : corrected.keySet().stream().sorted().toList()) {
      if ("".equals(corrected.get(name)) && shown.remove(new PyValue.Str(name)) != null) {
        arguments.add(new Unread(Literal.name(name, "<parameter>"), 1, "", "<value>"));
      }
    }
    String text =
        CallText.python(
            call.service(), call.operation(), new Dict(new LinkedHashMap<>(shown)), arguments);
    return arguments.size() > call.unread().size()
        ? Optional.of(
            Fix.codeEdit(
                "correct the call: what can be told is right in it", Readers.harmless(text)))
        : Optional.empty();
  }

  private boolean isReady() {
    return call.review().complete() && call.isWhole();
  }

  private String text() {
    Review review = call.review();
    return switch (call.form()) {
      case JSON -> JsonText.pretty(review.shown());
      case PYTHON ->
          inPlace()
              .orElseGet(() ->
                  review.dumping(
                      CallText.python(
                          call.service(), call.operation(), review.shown(), expressions())));
      case CLI -> command();
    };
  }

  /** The text that was given, corrected; empty where more than names would come out of it. */
  private Optional<String> inPlace() {
    boolean plain = call.unread().stream().allMatch(u -> Expressions.isPlain(u.written()));
    return call.isWhole() && plain
        ? facts
            .written()
            .filter(w -> Expressions.isPlainRest(w.call().written().behind()))
            .flatMap(w -> call.review().in(w.call()))
        : Optional.empty();
  }

  /** The arguments that are no literals; what is more than a name stays the program's. */
  private List<Unread> expressions() {
    Function<Unread, Unread> safe =
        u ->
            Expressions.isPlain(u.written())
                ? u
                : new Unread(u.name(), u.line(), u.why(), "'<" + u.name() + ">'");
    return call.unread().stream().filter(u -> !u.name().isEmpty()).map(safe).toList();
  }

  /** The same call as a command, where the corrected one is known and the command was not. */
  private Verification again(Verification known) {
    boolean open = known.command().indexOf('<') >= 0;
    return open && isReady() && call.unread().isEmpty() && !givesContent()
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
