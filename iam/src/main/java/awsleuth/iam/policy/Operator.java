package awsleuth.iam.policy;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * A condition operator (IAM user guide, "IAM JSON policy elements: Condition operators").
 *
 * @param base the operator without prefix and suffix
 * @param set its set prefix
 * @param ifExists whether it ends in {@code IfExists}
 */
public record Operator(Base base, SetPrefix set, boolean ifExists) {

  /** How several request values are looked at. */
  public enum SetPrefix {
    NONE,
    FOR_ALL_VALUES,
    FOR_ANY_VALUE
  }

  /** How one request value is compared. */
  public enum Base {
    STRING_EQUALS("StringEquals", false),
    STRING_NOT_EQUALS("StringNotEquals", true),
    STRING_EQUALS_IGNORE_CASE("StringEqualsIgnoreCase", false),
    STRING_NOT_EQUALS_IGNORE_CASE("StringNotEqualsIgnoreCase", true),
    STRING_LIKE("StringLike", false),
    STRING_NOT_LIKE("StringNotLike", true),
    NUMERIC_EQUALS("NumericEquals", false),
    NUMERIC_NOT_EQUALS("NumericNotEquals", true),
    NUMERIC_LESS_THAN("NumericLessThan", false),
    NUMERIC_LESS_THAN_EQUALS("NumericLessThanEquals", false),
    NUMERIC_GREATER_THAN("NumericGreaterThan", false),
    NUMERIC_GREATER_THAN_EQUALS("NumericGreaterThanEquals", false),
    DATE_EQUALS("DateEquals", false),
    DATE_NOT_EQUALS("DateNotEquals", true),
    DATE_LESS_THAN("DateLessThan", false),
    DATE_LESS_THAN_EQUALS("DateLessThanEquals", false),
    DATE_GREATER_THAN("DateGreaterThan", false),
    DATE_GREATER_THAN_EQUALS("DateGreaterThanEquals", false),
    BOOL("Bool", false),
    BINARY_EQUALS("BinaryEquals", false),
    IP_ADDRESS("IpAddress", false),
    NOT_IP_ADDRESS("NotIpAddress", true),
    ARN_EQUALS("ArnEquals", false),
    ARN_LIKE("ArnLike", false),
    ARN_NOT_EQUALS("ArnNotEquals", true),
    ARN_NOT_LIKE("ArnNotLike", true),
    NULL("Null", false);

    private final String text;
    private final boolean negated;

    Base(String text, boolean negated) {
      this.text = text;
      this.negated = negated;
    }

    /** AWS's spelling. */
    public String text() {
      return text;
    }

    /** Whether it is met by what equals none of the values. */
    public boolean negated() {
      return negated;
    }

    /** Whether policy variables in its values are replaced. */
    public boolean takesVariables() {
      return switch (this) {
        case STRING_EQUALS,
            STRING_NOT_EQUALS,
            STRING_EQUALS_IGNORE_CASE,
            STRING_NOT_EQUALS_IGNORE_CASE,
            STRING_LIKE,
            STRING_NOT_LIKE,
            ARN_EQUALS,
            ARN_LIKE,
            ARN_NOT_EQUALS,
            ARN_NOT_LIKE ->
            true;
        case NUMERIC_EQUALS,
            NUMERIC_NOT_EQUALS,
            NUMERIC_LESS_THAN,
            NUMERIC_LESS_THAN_EQUALS,
            NUMERIC_GREATER_THAN,
            NUMERIC_GREATER_THAN_EQUALS,
            DATE_EQUALS,
            DATE_NOT_EQUALS,
            DATE_LESS_THAN,
            DATE_LESS_THAN_EQUALS,
            DATE_GREATER_THAN,
            DATE_GREATER_THAN_EQUALS,
            BOOL,
            BINARY_EQUALS,
            IP_ADDRESS,
            NOT_IP_ADDRESS,
            NULL ->
            false;
      };
    }
  }

  private static final Map<String, Base> BASES = bases();

  private static Map<String, Base> bases() {
    Map<String, Base> bases = new TreeMap<>();
    for (Base base : Base.values()) {
      bases.put(base.text.toLowerCase(Locale.ROOT), base);
    }
    return bases;
  }

  /**
   * Reads an operator in any letter case, which AWS takes.
   *
   * @return empty where there is no such operator, as {@code NullIfExists}
   */
  public static Optional<Operator> of(String text) {
    String rest = text.toLowerCase(Locale.ROOT);
    SetPrefix set = SetPrefix.NONE;
    if (rest.startsWith("forallvalues:")) {
      set = SetPrefix.FOR_ALL_VALUES;
      rest = rest.substring("forallvalues:".length());
    } else if (rest.startsWith("foranyvalue:")) {
      set = SetPrefix.FOR_ANY_VALUE;
      rest = rest.substring("foranyvalue:".length());
    }
    boolean ifExists = rest.endsWith("ifexists");
    Base base = BASES.get(ifExists ? rest.substring(0, rest.length() - "ifexists".length()) : rest);
    if (base == null || (base == Base.NULL && (ifExists || set != SetPrefix.NONE))) {
      return Optional.empty();
    }
    return Optional.of(new Operator(base, set, ifExists));
  }

  /** All spellings of base operators in AWS's letter case. */
  public static Iterable<String> names() {
    return java.util.Arrays.stream(Base.values()).map(Base::text).toList();
  }

  @Override
  public String toString() {
    String prefix =
        switch (set) {
          case NONE -> "";
          case FOR_ALL_VALUES -> "ForAllValues:";
          case FOR_ANY_VALUE -> "ForAnyValue:";
        };
    return prefix + base.text + (ifExists ? "IfExists" : "");
  }
}
