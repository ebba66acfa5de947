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
      Set.of("stringequals", "stringequalsignorecase", "stringlike", "arnequals", "arnlike");

  /** Under these a Deny applies to all but the values that it names. */
  private static final Set<String> NEGATIVE =
      Set.of(
          "stringnotequals",
          "stringnotequalsignorecase",
          "stringnotlike",
          "arnnotequals",
          "arnnotlike");

  /** The parameter; empty where the key is none of the call, or no single value is named. */
  static Optional<ConditionParameter> of(Facts facts, Unmet unmet, boolean deny) {
    List<String> wanted = unmet.condition().wanted();
    String operator = unmet.condition().operator().toLowerCase(Locale.ROOT);
    Set<String> operators = deny ? NEGATIVE : POSITIVE;
    boolean plain = wanted.stream().allMatch(ConditionParameter::isPlain);
    return operators.contains(operator.replace("ifexists", "")) && plain && !wanted.isEmpty()
        ? parameter(facts, unmet.key()).map(name -> new ConditionParameter(name, wanted.getFirst()))
        : Optional.empty();
  }

  private static boolean isPlain(String value) {
    return !value.contains("*") && !value.contains("?") && !value.contains("${");
  }

  private static Optional<String> parameter(Facts facts, String key) {
    String lower = key.toLowerCase(Locale.ROOT);
    boolean s3 = lower.startsWith("s3:") && facts.call().service().equals("s3");
    boolean sts = lower.startsWith("sts:") && facts.call().service().equals("sts");
    if (!s3 && !sts) {
      return Optional.empty();
    }
    String name = key.substring(key.indexOf(':') + 1);
    return facts
        .catalog()
        .service(facts.call().service())
        .flatMap(service -> CallFixes.member(service, facts.call().operation(), name));
  }

  /** As an argument of the call in Python. */
  String argument() {
    return name + "=" + Literal.python(value);
  }

  /** In the place of what the failed call gave. */
  Map<String, String> instead() {
    return Map.of(name, value);
  }
}
