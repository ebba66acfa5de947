package awsleuth.iam.repair;

import awsleuth.aws.IamCatalog;
import awsleuth.iam.Mismatch;
import awsleuth.iam.StatementReport;
import awsleuth.iam.match.Truth;
import awsleuth.iam.policy.Condition;
import awsleuth.iam.policy.Located;
import awsleuth.iam.policy.Operator;
import awsleuth.iam.policy.Principals;
import awsleuth.iam.request.ContextValue;
import awsleuth.iam.request.Principal;
import awsleuth.iam.request.Request;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The ways to have an allowing statement apply to a request by values that are added to it. */
final class Completions {

  private final StatementReport statement;
  private final Request request;
  private final Layout layout;

  private Completions(StatementReport statement, Request request) {
    this.statement = statement;
    this.request = request;
    this.layout = new Layout(statement.policy());
  }

  /**
   * A value that is added.
   *
   * @param what the value in words
   * @param to the element in words; empty for the statement as such
   * @param edit the change of the text
   * @param meant whether the statement surely means it
   */
  private record Part(String what, String to, TextEdit edit, boolean meant) {

    Part(String what, String to, TextEdit edit) {
      this(what, to, edit, false);
    }
  }

  /** The changes, each of which meets all that the statement misses by; none where one cannot. */
  static List<PolicyChange> of(StatementReport statement, Request request) {
    return new Completions(statement, request).all();
  }

  /** What no value that is added can meet; empty where all that the statement misses by can. */
  static List<Mismatch> unmeetable(StatementReport statement, Request request) {
    Completions completions = new Completions(statement, request);
    return statement.mismatches().stream().filter(m -> completions.parts(m).isEmpty()).toList();
  }

  private List<PolicyChange> all() {
    long elements =
        statement.mismatches().stream().filter(m -> !(m instanceof Mismatch.OfCondition)).count();
    if (elements > 1) {
      // An action and a resource more would also allow each with all that stands there already.
      return List.of();
    }
    List<List<Part>> ways = List.of(List.of());
    for (Mismatch mismatch : missed(statement)) {
      List<List<Part>> longer = new ArrayList<>();
      for (Part part : parts(mismatch)) {
        for (List<Part> way : ways) {
          List<Part> more = new ArrayList<>(way);
          more.add(part);
          longer.add(more);
        }
      }
      ways = longer;
    }
    return ways.stream().filter(way -> !way.isEmpty()).map(this::change).toList();
  }

  private PolicyChange change(List<Part> parts) {
    StringBuilder title = new StringBuilder("add ");
    String named = Additions.named(statement);
    for (int i = 0; i < parts.size(); i++) {
      Part part = parts.get(i);
      title.append(i == 0 ? "" : i == parts.size() - 1 ? " and " : ", ").append(part.what());
      if (i == 0) {
        title.append(" to ").append(part.to().isEmpty() ? "" : part.to() + " of ").append(named);
      } else {
        title.append(" to ").append(part.to().isEmpty() ? "it" : part.to());
      }
    }
    return new PolicyChange(
        statement.layer(),
        statement.level(),
        Optional.of(statement.policy()),
        parts.stream().map(Part::edit).toList(),
        title.toString(),
        parts.stream().allMatch(Part::meant)
            ? PolicyChange.Reach.MEANT
            : PolicyChange.Reach.NEIGHBOURS);
  }

  private List<Part> parts(Mismatch mismatch) {
    return switch (mismatch) {
      case Mismatch.OfResource r when !r.resources().negated() -> resources(r);
      case Mismatch.OfAction a when !a.actions().negated() && isNear(a) -> actions(a);
      case Mismatch.OfCondition c -> values(c).stream().toList();
      case Mismatch.OfPrincipal p -> provider(p).stream().toList();
      case Mismatch.OfResource _, Mismatch.OfAction _ -> List.of();
    };
  }

  /** A provider of identities more beside those that a trust policy names. */
  private Optional<Part> provider(Mismatch.OfPrincipal p) {
    List<Located> named =
        p.principals().entries().stream()
            .filter(e -> e.kind() == Principals.Kind.FEDERATED)
            .map(Principals.Entry::value)
            .toList();
    boolean open = !p.principals().negated() && !named.isEmpty();
    return open && p.principal() instanceof Principal.Provider provider
        ? layout
            .member(p.principals().at(), "Federated")
            .map(whole ->
                new Part(
                    "the provider `" + provider.text() + "`",
                    "",
                    layout.add(named, whole, List.of(provider.text()))))
        : Optional.empty();
  }

  /**
   * The action in the place of one that is none and has nearly its name, else beside the others.
   */
  private List<Part> actions(Mismatch.OfAction a) {
    IamCatalog catalog = IamCatalog.embedded();
    String what = "the action `" + a.action() + "`";
    String near = a.nearest().value();
    TextEdit added = layout.add(a.actions(), a.action());
    if (!MeantAction.isNear(near, a.action(), catalog)) {
      return List.of(new Part(what, "", added));
    }
    String which = "`" + near + "`, which AWS's data of " + catalog.date() + " has not,";
    return List.of(
        MeantAction.isSlip(near, a.action(), catalog)
            ? new Part(
                what + " in the place of " + which,
                "",
                new TextEdit(
                    a.nearest().at().start(), a.nearest().at().end(), Quoted.of(a.action())))
            : new Part(what + " beside " + which, "", added));
  }

  private List<Part> resources(Mismatch.OfResource r) {
    List<Part> parts = new ArrayList<>();
    NamedResource.pattern(request, statement.layer(), statement.policy())
        .ifPresent(pattern ->
            parts.add(
                new Part(
                    "the resource `" + NamedResource.of(request, statement.layer()) + "`",
                    "",
                    layout.add(r.resources(), pattern))));
    for (MeantResource m : MeantResource.of(r)) {
      parts.add(new Part(m.words(), "", layout.add(r.resources(), m.pattern()), m.surely()));
    }
    return parts;
  }

  /** Whether a statement would allow but for that slip, so that no other is to be added. */
  static boolean isOfBucketForObjects(StatementReport s) {
    return missed(s).size() == 1
        && missed(s).getFirst() instanceof Mismatch.OfResource r
        && !r.resources().negated()
        && MeantResource.isOfBucketForObjects(r);
  }

  /** What a statement misses by for certain; a condition that may be met is left as it is. */
  private static List<Mismatch> missed(StatementReport s) {
    return s.mismatches().stream()
        .filter(m -> !(m instanceof Mismatch.OfCondition c) || c.truth() == Truth.FALSE)
        .toList();
  }

  private static boolean isNear(Mismatch.OfAction a) {
    int prefix = a.action().indexOf(':') + 1;
    return a.nearest().value().regionMatches(true, 0, a.action(), 0, prefix);
  }

  private Optional<Part> values(Mismatch.OfCondition c) {
    if (Additions.hasWildcard(c.actual())
        || !(c.actual() instanceof ContextValue.Present p)
        || p.values().isEmpty()
        || !isOpen(c.condition())) {
      return Optional.empty();
    }
    List<String> lacking = lacking(c.condition(), p.values());
    TextEdit edit =
        layout.add(
            c.condition().values(), Values.whole(statement.policy(), c.condition()), lacking);
    return Optional.of(
        new Part(
            "`" + String.join("`, `", lacking) + "`",
            "the `" + c.condition().key().value() + "`",
            edit));
  }

  /** The request's values that the condition lacks: all of them where it is about all. */
  private static List<String> lacking(Condition condition, List<String> actual) {
    Set<String> lacking = new LinkedHashSet<>(actual);
    if (condition.operator().set() == Operator.SetPrefix.FOR_ALL_VALUES) {
      condition.values().stream().map(Located::value).forEach(lacking::remove);
      return lacking.isEmpty() ? actual : List.copyOf(lacking);
    }
    return List.of(actual.getFirst());
  }

  /** Whether one value more makes a condition of this operator true. */
  static boolean isOpen(Condition condition) {
    return switch (condition.operator().base()) {
      case STRING_EQUALS,
          STRING_EQUALS_IGNORE_CASE,
          STRING_LIKE,
          IP_ADDRESS,
          ARN_EQUALS,
          ARN_LIKE,
          NUMERIC_EQUALS,
          DATE_EQUALS,
          BINARY_EQUALS ->
          true;
      case STRING_NOT_EQUALS,
          STRING_NOT_EQUALS_IGNORE_CASE,
          STRING_NOT_LIKE,
          NUMERIC_NOT_EQUALS,
          NUMERIC_LESS_THAN,
          NUMERIC_LESS_THAN_EQUALS,
          NUMERIC_GREATER_THAN,
          NUMERIC_GREATER_THAN_EQUALS,
          DATE_NOT_EQUALS,
          DATE_LESS_THAN,
          DATE_LESS_THAN_EQUALS,
          DATE_GREATER_THAN,
          DATE_GREATER_THAN_EQUALS,
          BOOL,
          NOT_IP_ADDRESS,
          ARN_NOT_EQUALS,
          ARN_NOT_LIKE,
          NULL ->
          false;
    };
  }
}
