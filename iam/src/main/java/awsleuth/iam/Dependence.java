package awsleuth.iam;

import awsleuth.iam.match.Truth;
import awsleuth.iam.match.View;
import awsleuth.iam.policy.Condition;
import awsleuth.iam.policy.Operator;
import awsleuth.iam.policy.Principals;
import awsleuth.iam.request.Context;
import awsleuth.iam.request.ContextValue;
import awsleuth.iam.request.Principal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Finds what an open decision depends on, by deciding it again for values of the open keys. */
final class Dependence {

  /** More trials than this would not be read by anybody. */
  private static final int MOST_TRIALS = 256;

  /** All that conditions on true, false and absence can tell apart. */
  private static final List<ContextValue> ANY =
      List.of(
          ContextValue.Present.of("true"),
          ContextValue.Present.of("false"),
          ContextValue.Present.of("neither"),
          ContextValue.Present.of(List.of("true", "false")),
          ContextValue.ABSENT);

  private static final String OTHER = "any other value";

  private final Program program;
  private final View view;
  private final Map<String, List<Condition>> open = new LinkedHashMap<>();
  private final Map<String, ContextValue> roles = new LinkedHashMap<>();
  private final Set<String> inVariables = new HashSet<>();
  private final List<Dependency.Outcome> outcomes = new ArrayList<>();

  private Dependence(Program program, View view) {
    this.program = program;
    this.view = view;
  }

  static List<Dependency> of(Program program, View view, List<LayerReport> layers) {
    Dependence dependence = new Dependence(program, view);
    dependence.collect(layers);
    if (dependence.open.isEmpty()) {
      return List.of();
    }
    List<String> keys = List.copyOf(dependence.open.keySet());
    dependence.tryAll(keys, 0, view.request().context(), new LinkedHashMap<>());
    return List.of(new Dependency(keys, List.copyOf(dependence.outcomes)));
  }

  /**
   * Whether the request is denied whatever the open keys are. Told for keys whose values are all
   * tried: those that conditions ask only whether they are true, false or there at all.
   */
  static boolean alwaysDenies(Program program, View view, List<LayerReport> layers) {
    Dependence dependence = new Dependence(program, view);
    dependence.collect(layers);
    List<String> keys = List.copyOf(dependence.open.keySet());
    return !keys.isEmpty()
        && Math.pow(ANY.size(), keys.size()) <= MOST_TRIALS
        && keys.stream().allMatch(dependence::isTrueOrFalse)
        && dependence.denies(keys, view.request().context());
  }

  private boolean isTrueOrFalse(String key) {
    List<Condition> asked = open.getOrDefault(key, List.of());
    return !asked.isEmpty()
        && !inVariables.contains(key)
        && asked.stream().map(Condition::operator).allMatch(Dependence::isTrueOrFalse);
  }

  private static boolean isTrueOrFalse(Operator operator) {
    return operator.set() == Operator.SetPrefix.NONE
        && (operator.base() == Operator.Base.BOOL || operator.base() == Operator.Base.NULL);
  }

  private boolean denies(List<String> keys, Context context) {
    if (keys.isEmpty()) {
      View changed = new View(view.request().in(context), program.keys());
      return new Evaluation(program, changed).result().denied();
    }
    String key = keys.getFirst();
    boolean mayBeAbsent = !(context.get(key) instanceof ContextValue.Unknown u) || u.mayBeAbsent();
    return ANY.stream()
        .filter(value -> mayBeAbsent || !value.equals(ContextValue.ABSENT))
        .allMatch(value -> denies(keys.subList(1, keys.size()), context.with(key, value)));
  }

  private void collect(List<LayerReport> layers) {
    Map<String, String> spelled = new LinkedHashMap<>();
    for (LayerReport layer : layers) {
      for (StatementReport s : layer.statements()) {
        if (s.applies() == Truth.UNKNOWN && layer.outcome() != LayerReport.Outcome.NOT_APPLICABLE) {
          s.mismatches().forEach(m -> collect(m, spelled));
        }
      }
    }
  }

  private void collect(Mismatch mismatch, Map<String, String> spelled) {
    switch (mismatch) {
      case Mismatch.OfCondition c -> {
        if (c.actual() instanceof ContextValue.Unknown) {
          String key = c.condition().key().value();
          String name = spelled.computeIfAbsent(key.toLowerCase(Locale.ROOT), _ -> key);
          open.computeIfAbsent(name, _ -> new ArrayList<>()).add(c.condition());
        }
        c.condition().values().forEach(v -> variables(v.value(), spelled));
      }
      case Mismatch.OfResource r -> variables(r.resolved(), spelled);
      case Mismatch.OfPrincipal p -> role(p);
      case Mismatch.OfAction _ -> {}
    }
  }

  /** A session's ARN leaves out the path of its role; nothing else of a principal is a key. */
  private void role(Mismatch.OfPrincipal mismatch) {
    if (mismatch.principal() instanceof Principal.RoleSession session
        && !session.pathKnown()
        && !(view.request().context().get("aws:PrincipalArn") instanceof ContextValue.Present)) {
      for (Principals.Entry e : mismatch.principals().entries()) {
        String arn = e.value().value();
        if (arn.contains(":role/") && arn.endsWith("/" + session.role())) {
          open.computeIfAbsent("aws:PrincipalArn", _ -> new ArrayList<>());
          roles.put("`" + arn + "`", ContextValue.Present.of(arn));
        }
      }
      String other = session.roleArn().replace(":role/", ":role/any-other/");
      if (!roles.isEmpty()) {
        roles.putIfAbsent(OTHER, ContextValue.Present.of(other));
      }
    }
  }

  /** The values to try for a key. */
  private Map<String, ContextValue> samples(String key, ContextValue.Unknown unknown) {
    Map<String, ContextValue> samples =
        new LinkedHashMap<>(Samples.of(open.getOrDefault(key, List.of()), unknown));
    if (key.equalsIgnoreCase("aws:PrincipalArn")) {
      roles.forEach(samples::putIfAbsent);
    }
    return samples;
  }

  /** The keys of policy variables whose values are not known. */
  private void variables(String text, Map<String, String> spelled) {
    for (int at = text.indexOf("${"); at >= 0; at = text.indexOf("${", at + 2)) {
      int end = text.indexOf('}', at);
      if (end < 0) {
        return;
      }
      String key = text.substring(at + 2, end).split(",", 2)[0].strip();
      if (view.request().context().get(key) instanceof ContextValue.Unknown) {
        String name = spelled.computeIfAbsent(key.toLowerCase(Locale.ROOT), _ -> key);
        open.computeIfAbsent(name, _ -> new ArrayList<>());
        inVariables.add(name);
      }
    }
  }

  private void tryAll(List<String> keys, int at, Context context, Map<String, String> assumed) {
    if (outcomes.size() >= MOST_TRIALS) {
      return;
    }
    if (at == keys.size()) {
      View changed = new View(view.request().in(context), program.keys());
      Result result = new Evaluation(program, changed).result();
      outcomes.add(new Dependency.Outcome(Map.copyOf(assumed), result));
      return;
    }
    String key = keys.get(at);
    boolean always = key.equalsIgnoreCase("aws:PrincipalArn");
    ContextValue.Unknown unknown =
        !always && context.get(key) instanceof ContextValue.Unknown u
            ? u
            : new ContextValue.Unknown(!always);
    samples(key, unknown)
        .forEach((label, value) -> {
          assumed.put(key, label);
          tryAll(keys, at + 1, context.with(key, value), assumed);
          assumed.remove(key);
        });
  }
}
