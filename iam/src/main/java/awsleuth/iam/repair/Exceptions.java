package awsleuth.iam.repair;

import awsleuth.iam.Layer;
import awsleuth.iam.StatementReport;
import awsleuth.iam.policy.Condition;
import awsleuth.iam.policy.Located;
import awsleuth.iam.policy.Operator;
import awsleuth.iam.policy.Statement;
import awsleuth.iam.request.ContextValue;
import awsleuth.iam.request.RegionKey;
import awsleuth.iam.request.Request;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** The ways to except a request from a statement that denies it, least first. */
final class Exceptions {

  static final List<String> NEGATED_ARN =
      List.of("ArnNotEquals", "ArnNotLike", "StringNotEquals", "StringNotLike");

  private static final String ENDPOINT = "aws:SourceVpce";
  private static final List<String> NEGATED_TEXT = List.of("StringNotEquals", "StringNotLike");

  /** Keys that say from which network a call came (IAM user guide, "Data perimeters"). */
  private static final Set<String> NETWORKS =
      Set.of("aws:sourcevpce", "aws:sourcevpc", "aws:sourceip", "aws:vpcsourceip");

  private final StatementReport denying;
  private final Statement statement;
  private final Request request;
  private final Layout layout;
  private final List<PolicyChange> found = new ArrayList<>();

  private Exceptions(StatementReport denying, Request request) {
    this.denying = denying;
    this.statement = denying.statement();
    this.request = request;
    this.layout = new Layout(denying.policy());
  }

  static List<PolicyChange> of(StatementReport denying, Request request) {
    Exceptions exceptions = new Exceptions(denying, request);
    exceptions.find();
    return exceptions.found;
  }

  private void find() {
    global();
    if (statement.actions().negated()) {
      String action = request.action();
      add(layout.add(statement.actions(), action), "except `" + action + "` from " + named());
    }
    statement.conditions().forEach(this::condition);
    if (statement.resources().negated()) {
      resource();
    }
    principal();
  }

  /**
   * A statement for Regions without a service that has one endpoint (IAM user guide, "AWS: Denies
   * access to AWS based on the requested Region").
   */
  private void global() {
    String service = request.action().substring(0, request.action().indexOf(':') + 1) + "*";
    boolean regions =
        statement.conditions().stream()
            .anyMatch(c ->
                c.operator().base().negated()
                    && c.key().value().equalsIgnoreCase("aws:RequestedRegion"));
    if (!regions || !RegionKey.isOfOneEndpoint(request.action())) {
      return;
    }
    boolean all =
        !statement.actions().negated()
            && statement.actions().values().size() == 1
            && statement.actions().values().getFirst().value().equals("*");
    Optional<TextEdit> edit =
        statement.actions().negated()
            ? Optional.of(layout.add(statement.actions(), service))
            : all
                ? layout.replace(statement, "Action", "NotAction", "[" + Quoted.of(service) + "]")
                : Optional.empty();
    edit.ifPresent(e ->
        add(
            e,
            "leave `" + service + "`, which has one endpoint, out of " + named(),
            PolicyChange.Reach.MEANT));
  }

  private void resource() {
    if (NamedResource.isAny(request, denying.layer())) {
      return; // without it the statement would be about nothing
    }
    Optional<String> pattern = Escaped.resource(request.resource(), denying.policy());
    pattern.ifPresent(p ->
        add(
            layout.add(statement.resources(), p),
            "except `" + request.resource() + "` from " + named()));
  }

  private void condition(Condition c) {
    Operator operator = c.operator();
    String key = c.key().value();
    ContextValue actual = Principals.value(request, key);
    meant(c, actual)
        .ifPresent(m -> add(m.edit(), m.what() + " in " + named(), PolicyChange.Reach.MEANT));
    // A negated operator alone denies what has no key on purpose; ForAllValues seldom means to.
    boolean byAbsence =
        actual instanceof ContextValue.Absent
            && operator.set() == Operator.SetPrefix.FOR_ALL_VALUES;
    if (byAbsence && !has("Null")) {
      add(
          layout.addCondition(statement, "Null", key, "false"),
          "let " + named() + " deny only requests that have `" + key + "`",
          PolicyChange.Reach.MEANT);
    }
    if (operator.base() == Operator.Base.NOT_IP_ADDRESS
        && key.equalsIgnoreCase("aws:SourceIp")
        && request.context().get(ENDPOINT) instanceof ContextValue.Present p) {
      throughEndpoint(p.values().getFirst());
    }
    if (operator.base().negated()
        && actual instanceof ContextValue.Present p
        && !Additions.hasWildcard(actual)) {
      List<String> values = p.values();
      if (values.size() == 1 && operator.set() != Operator.SetPrefix.FOR_ANY_VALUE) {
        whole(c)
            .ifPresent(edit ->
                add(
                    edit,
                    "except `" + key + "` = `" + values.getFirst() + "` from " + named(),
                    WithoutPath.isMeant(c, values.getFirst())
                        ? PolicyChange.Reach.MEANT
                        : reachOf(key)));
      }
    }
  }

  /** What a condition that excepts those whom it names surely means. */
  private Optional<MeantCondition> meant(Condition c, ContextValue actual) {
    if (!c.operator().base().negated()) {
      return Optional.empty();
    }
    Optional<MeantCondition> session = MeantCondition.ofSession(c, request);
    return session.isEmpty() && actual instanceof ContextValue.Present p
        ? MeantCondition.of(
            layout, statement, c, c.values().stream().map(Located::value).toList(), p.values())
        : session;
  }

  /**
   * A call through a VPC endpoint has no address: the endpoint is named beside the addresses (S3
   * user guide, "Controlling access from VPC endpoints with bucket policies").
   */
  private void throughEndpoint(String endpoint) {
    NEGATED_TEXT.stream()
        .filter(o -> !has(o))
        .findFirst()
        .ifPresent(operator ->
            add(
                layout.addCondition(statement, operator, ENDPOINT, endpoint),
                "except calls through `" + endpoint + "` from " + named(),
                reachOf(ENDPOINT)));
  }

  private Optional<TextEdit> whole(Condition c) {
    ContextValue actual = Principals.value(request, c.key().value());
    if (!(actual instanceof ContextValue.Present p)) {
      return Optional.empty();
    }
    return Optional.of(
        layout.add(c.values(), Values.whole(denying.policy(), c), List.of(p.values().getFirst())));
  }

  /**
   * Excepts the principal by its ARN: for this request alone where that can be said, else whole. A
   * policy of the principal's own would deny nothing any more without it.
   */
  private void principal() {
    String arn = Principals.arn(request);
    found.addAll(Splits.of(denying, request, layout, named()));
    Optional<String> operator = NEGATED_ARN.stream().filter(o -> !has(o)).findFirst();
    boolean own =
        switch (denying.layer()) {
          case IDENTITY, SESSION -> true;
          case BOUNDARY, RESOURCE, VPC_ENDPOINT, SCP, RCP -> false;
        };
    if (!own && !arn.isEmpty() && operator.isPresent()) {
      add(
          layout.addCondition(statement, operator.get(), "aws:PrincipalArn", arn),
          "except `"
              + arn
              + "` from "
              + named()
              + (reach() == PolicyChange.Reach.ALL_SERVICES ? ", whatever it does" : ""),
          reach());
    }
  }

  /** A policy that is attached to one resource is of one service, whatever its actions are. */
  private PolicyChange.Reach reachOf(String key) {
    boolean bounded =
        denying.layer() == Layer.RESOURCE || reach() != PolicyChange.Reach.ALL_SERVICES;
    return bounded && NETWORKS.contains(key.toLowerCase(Locale.ROOT))
        ? PolicyChange.Reach.NETWORK
        : reach();
  }

  /** How far an exception reaches that is none of an action. */
  private PolicyChange.Reach reach() {
    boolean all =
        statement.actions().negated()
            || statement.actions().values().stream().anyMatch(v -> v.value().equals("*"));
    return all ? PolicyChange.Reach.ALL_SERVICES : PolicyChange.Reach.NEIGHBOURS;
  }

  private boolean has(String operator) {
    return statement.conditions().stream()
            .anyMatch(c -> c.operator().toString().equalsIgnoreCase(operator))
        || layout.mentions(statement, operator);
  }

  private String named() {
    String sid = statement.sid();
    return sid.isEmpty()
        ? "the deny at " + denying.citation()
        : "the deny `" + sid + "` (" + denying.citation() + ")";
  }

  private void add(TextEdit edit, String title) {
    add(edit, title, PolicyChange.Reach.NEIGHBOURS);
  }

  private void add(TextEdit edit, String title, PolicyChange.Reach reach) {
    found.add(
        new PolicyChange(
            denying.layer(),
            denying.level(),
            Optional.of(denying.policy()),
            List.of(edit),
            title,
            reach));
  }
}
