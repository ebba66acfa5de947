package awsleuth.core.cause.permissions;

import awsleuth.core.fact.Facts;
import awsleuth.core.fact.Literal;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A parameter of the failed call that gives a condition key the value which a statement asks for
 * (service authorization reference: the condition keys of S3 are named as the headers and query
 * parameters that they are taken from, those of STS as its parameters).
 *
 * @param name of the parameter, {@code ServerSideEncryption}
 * @param value which the statement asks for
 */
record ConditionParameter(String name, String value) {

  /** Under these an Allow applies only to the values that it names. */
  private static final Set<String> POSITIVE =
      Set.of(
          "stringequals",
          "stringequalsignorecase",
          "stringlike",
          "arnequals",
          "arnlike",
          "numericequals",
          "numericlessthanequals",
          "numericgreaterthanequals");

  /** Under these a Deny applies to all but the values that it names. */
  private static final Set<String> NEGATIVE =
      Set.of(
          "stringnotequals",
          "stringnotequalsignorecase",
          "stringnotlike",
          "arnnotequals",
          "arnnotlike",
          "numericgreaterthan",
          "numericlessthan");

  /** Keys that are the parameter of the same name, where the operation has it. */
  private static final Set<String> PARAMETERS =
      Set.of("iam:permissionsboundary", "ec2:instancetype", "ec2:volumetype");

  /** The parameter; empty where the key is none of the call, or no single value is named. */
  static Optional<ConditionParameter> of(Facts facts, Unmet unmet, boolean deny) {
    String operator = unmet.condition().operator().toLowerCase(Locale.ROOT);
    Set<String> operators = deny ? NEGATIVE : POSITIVE;
    Optional<String> value =
        operators.contains(operator.replace("ifexists", ""))
            ? unmet.condition().wanted().stream().filter(ConditionParameter::isPlain).findFirst()
            : Optional.empty();
    return value
        .or(() -> encryption(unmet, operator, deny))
        .or(() -> deny ? Optional.empty() : folder(facts, unmet, operator))
        .flatMap(v -> parameter(facts, unmet.key()).map(name -> new ConditionParameter(name, v)));
  }

  /**
   * Where encryption as such is asked for, S3's own keys are (S3 user guide, "Using server-side
   * encryption with Amazon S3 managed keys").
   */
  private static Optional<String> encryption(Unmet unmet, String operator, boolean deny) {
    boolean lacks =
        operator.equals("null")
            && unmet.condition().wanted().equals(List.of(String.valueOf(deny)))
            && unmet.key().equalsIgnoreCase("s3:x-amz-server-side-encryption");
    return lacks ? Optional.of("AES256") : Optional.empty();
  }

  /**
   * The folder whose name was given without its slash, where the statement asks for what is in it.
   */
  private static Optional<String> folder(Facts facts, Unmet unmet, String operator) {
    String caller = Access.of(facts).principal();
    String user = caller.contains(":user/") ? caller.substring(caller.lastIndexOf('/') + 1) : "";
    return operator.equals("stringlike") && unmet.key().equalsIgnoreCase("s3:prefix")
        ? unmet
            .actual()
            .flatMap(ContextValue::value)
            .filter(v -> !v.isEmpty() && isPlain(v))
            .filter(v ->
                unmet.condition().wanted().stream()
                    .map(w -> user.isEmpty() ? w : w.replace("${aws:username}", user))
                    .anyMatch(w -> w.equals(v + "/*")))
            .map(v -> v + "/")
        : Optional.empty();
  }

  private static boolean isPlain(String value) {
    return !value.contains("*") && !value.contains("?") && !value.contains("${");
  }

  private static Optional<String> parameter(Facts facts, String key) {
    String lower = key.toLowerCase(Locale.ROOT);
    boolean s3 = lower.startsWith("s3:") && facts.call().service().equals("s3");
    boolean sts = lower.startsWith("sts:") && facts.call().service().equals("sts");
    boolean same = PARAMETERS.contains(lower) && lower.startsWith(facts.call().service() + ":");
    if (!s3 && !sts && !same) {
      return Optional.empty();
    }
    String name = key.substring(key.indexOf(':') + 1);
    return facts
        .catalog()
        .service(facts.call().service())
        .flatMap(service -> CallFixes.member(service, facts.call().operation(), name));
  }

  /** As an argument of the call in Python. */
  String argument(Facts facts) {
    return name
        + "="
        + facts
            .catalog()
            .service(facts.call().service())
            .map(service -> CallFixes.literal(service, facts, name, value))
            .orElseGet(() -> Literal.python(value));
  }

  /** In the place of what the failed call gave. */
  Map<String, String> instead() {
    return Map.of(name, value);
  }
}
