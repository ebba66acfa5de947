package awsleuth.boto.endpoint;

import awsleuth.aws.AwsCatalog;
import awsleuth.aws.Operation;
import awsleuth.aws.Shape;
import awsleuth.boto.config.Found;
import awsleuth.boto.python.Raising;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Finds the values of the rules' parameters for one call, in botocore's order: the operation, the
 * call's parameters, the client's configuration, the built-in values.
 */
record RuleInputs(AwsCatalog catalog, Client client, Operation operation) {

  /**
   * All that have a value, in the order of the rules.
   *
   * @throws Raising if the rules want a value that botocore does not know
   */
  Map<String, RuleInput> of(Map<String, Object> call, Map<String, Found<Object>> builtIns) {
    Map<String, RuleInput> all = new LinkedHashMap<>();
    for (RuleParameter parameter : client.rules().parameters()) {
      RuleInput input = fromContext(parameter.name(), call);
      if (input == null && !parameter.builtIn().isEmpty()) {
        input = builtIn(parameter, builtIns);
      }
      if (input != null) {
        all.put(parameter.name(), input);
      }
    }
    return all;
  }

  private @Nullable RuleInput fromContext(String name, Map<String, Object> call) {
    Object fixed = fixed(name);
    if (fixed != null) {
      return new RuleInput(name, fixed, new RuleInput.Operation());
    }
    String member = member(name);
    if (!member.isEmpty() && call.get(member) != null) {
      return new RuleInput(name, call.get(member), new RuleInput.Parameter(member));
    }
    String path = path(name);
    Object found = path.isEmpty() ? null : JmesPath.search(path, call);
    if (found != null) {
      return new RuleInput(name, found, new RuleInput.Parameter(path));
    }
    String option = catalog.methodName(name);
    Found<Object> set =
        client.service().metadata().clientParameters().contains(name)
            ? client.context().get(option)
            : null;
    return set == null || set.value() == null
        ? null
        : new RuleInput(name, set.value(), new RuleInput.Configuration(option, set.origin()));
  }

  private @Nullable Object fixed(String name) {
    for (Operation.RuleParameter each : operation.ruleParameters()) {
      if (each instanceof Operation.RuleParameter.Fixed(String of, String value)
          && of.equals(name)) {
        boolean truth = value.equals("true") || value.equals("false");
        return truth ? (Object) value.equals("true") : value;
      }
    }
    return null;
  }

  private String path(String name) {
    for (Operation.RuleParameter each : operation.ruleParameters()) {
      if (each instanceof Operation.RuleParameter.Path(String of, String path) && of.equals(name)) {
        return path;
      }
    }
    return "";
  }

  private String member(String name) {
    Optional<Shape.Structure> input = client.service().input(operation.name());
    for (Shape.Member member : input.map(Shape.Structure::members).orElse(java.util.List.of())) {
      if (member.contextParam().equals(name)) {
        return member.name();
      }
    }
    return "";
  }

  private static @Nullable RuleInput builtIn(
      RuleParameter parameter, Map<String, Found<Object>> builtIns) {
    Found<Object> found = builtIns.get(parameter.builtIn());
    if (found == null) {
      return null;
    }
    RuleInput.Source source = new RuleInput.BuiltIn(parameter.builtIn(), found.origin());
    return new RuleInput(parameter.name(), found.value(), source);
  }
}
