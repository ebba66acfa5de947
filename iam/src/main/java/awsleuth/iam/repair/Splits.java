package awsleuth.iam.repair;

import awsleuth.iam.StatementReport;
import awsleuth.iam.policy.Elements;
import awsleuth.iam.policy.Located;
import awsleuth.iam.policy.Statement;
import awsleuth.iam.request.Request;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Exceptions of one request from a Deny, as narrow as its elements allow: the statement is divided
 * into one that leaves the principal out and others that still deny it everything else. A policy of
 * the principal itself is about nobody else, so there the statement alone is narrowed.
 */
final class Splits {

  private static final List<String> ARN_OPERATORS =
      List.of("ArnEquals", "ArnLike", "StringEquals", "StringLike");

  private final StatementReport denying;
  private final Statement statement;
  private final Request request;
  private final Layout layout;
  private final String named;
  private final List<PolicyChange> found = new ArrayList<>();

  private Splits(StatementReport denying, Request request, Layout layout, String named) {
    this.denying = denying;
    this.statement = denying.statement();
    this.request = request;
    this.layout = layout;
    this.named = named;
  }

  /** The narrow exceptions, the least first; empty where the statement's patterns allow none. */
  static List<PolicyChange> of(
      StatementReport denying, Request request, Layout layout, String named) {
    Splits splits = new Splits(denying, request, layout, named);
    splits.find();
    return splits.found;
  }

  private void find() {
    Optional<TextEdit> resource = resource();
    Optional<TextEdit> action = action();
    String what = "`" + request.action() + "`";
    String which = "`" + request.resource() + "`";
    if (resource.isPresent() && action.isPresent()) {
      add(List.of(resource.get(), action.get()), what + " on " + which);
    }
    resource.ifPresent(edit -> add(List.of(edit), which));
    action.ifPresent(edit -> add(List.of(edit), what));
  }

  /** The statement about all its resources but the request's. */
  private Optional<TextEdit> resource() {
    Elements resources = statement.resources();
    Optional<String> pattern = Escaped.resource(request.resource(), denying.policy());
    if (resources.negated()
        || !resources.present()
        || NamedResource.isAny(request, denying.layer())) {
      return Optional.empty();
    }
    if ((resources.values().size() == 1 && resources.values().getFirst().value().equals("*"))
        || WholeBucket.isAll(denying, request)) {
      return pattern.flatMap(
          p -> layout.replace(statement, "Resource", "NotResource", Quoted.of(p)));
    }
    return without(resources, request.resource(), "Resource");
  }

  /** The statement about all its actions but the request's. */
  private Optional<TextEdit> action() {
    Elements actions = statement.actions();
    if (actions.negated()) {
      return Optional.of(layout.add(actions, request.action()));
    }
    if (actions.values().size() == 1
        && (actions.values().getFirst().value().equals("*")
            || WholeBucket.isEveryAction(denying, actions.values().getFirst().value()))) {
      return layout.replace(statement, "Action", "NotAction", Quoted.of(request.action()));
    }
    return without(actions, request.action(), "Action");
  }

  /** A list without a value that stands in it as such, where no other of its values covers it. */
  private Optional<TextEdit> without(Elements elements, String value, String element) {
    boolean action = element.equals("Action");
    List<String> others =
        elements.values().stream()
            .map(Located::value)
            .filter(v -> !(action ? v.equalsIgnoreCase(value) : v.equals(value)))
            .toList();
    if (others.isEmpty() || others.size() == elements.values().size()) {
      return Optional.empty();
    }
    String list = others.stream().map(Quoted::of).collect(Collectors.joining(", ", "[", "]"));
    return layout.replace(statement, element, element, list);
  }

  private void add(List<TextEdit> narrowed, String what) {
    boolean own =
        switch (denying.layer()) {
          case IDENTITY, BOUNDARY, SESSION -> true;
          case RESOURCE, VPC_ENDPOINT, SCP, RCP -> false;
        };
    String arn = Principals.arn(request);
    if (own || arn.isEmpty()) {
      List<TextEdit> edits = new ArrayList<>(List.of(narrowed.getFirst()));
      if (narrowed.size() > 1) {
        edits.addAll(layout.addAfter(statement, List.of(copy(narrowed.get(1), List.of(), 1))));
      }
      found.add(change(edits, "except " + what + " from " + named));
      return;
    }
    Optional<String> out = operator(Exceptions.NEGATED_ARN);
    Optional<String> in = operator(ARN_OPERATORS);
    if (out.isPresent() && in.isPresent()) {
      TextEdit only = layout.addCondition(statement, in.get(), "aws:PrincipalArn", arn);
      List<String> copies = new ArrayList<>();
      for (TextEdit each : narrowed) {
        copies.add(copy(each, List.of(only), copies.size() + 1));
      }
      List<TextEdit> edits = new ArrayList<>();
      edits.add(layout.addCondition(statement, out.get(), "aws:PrincipalArn", arn));
      edits.addAll(layout.addAfter(statement, copies));
      found.add(change(edits, "except " + what + " by `" + arn + "` from " + named));
    }
  }

  private Optional<String> operator(List<String> operators) {
    return operators.stream()
        .filter(o -> !layout.mentions(statement, o))
        .filter(o ->
            statement.conditions().stream()
                .noneMatch(c -> c.operator().toString().equalsIgnoreCase(o)))
        .findFirst();
  }

  /** The statement once more with changes, and with a Sid of its own. */
  private String copy(TextEdit change, List<TextEdit> more, int number) {
    List<TextEdit> edits = new ArrayList<>(more);
    edits.add(change);
    if (!statement.sid().isEmpty()) {
      String sid = statement.sid() + "Except" + number;
      layout.replace(statement, "Sid", "Sid", Quoted.of(sid)).ifPresent(edits::add);
    }
    return layout.changed(statement, edits);
  }

  private PolicyChange change(List<TextEdit> edits, String title) {
    return new PolicyChange(
        denying.layer(), denying.level(), Optional.of(denying.policy()), edits, title);
  }
}
