package awsleuth.iam.policy;

/**
 * What is wrong with a policy document.
 *
 * @param code which kind of fault; its name is that of IAM Access Analyzer's policy check where
 *     there is one
 * @param message what is wrong with what, one line
 * @param at where
 */
public record Fault(Code code, String message, Position at) {

  /** The same fault at another place. */
  Fault at(Position other) {
    return new Fault(code, message, other);
  }

  /** How much a fault matters. */
  public enum Severity {
    /** AWS refuses the policy. */
    ERROR,
    /** AWS takes the policy, but it does not mean what it seems to. */
    WARNING,
    /** It can be left out or said better. */
    SUGGESTION
  }

  /** The kinds of faults (IAM user guide, "Access Analyzer policy check reference"). */
  public enum Code {
    JSON_SYNTAX_ERROR(Severity.ERROR, true),
    COMMENT(Severity.ERROR, true),
    TRAILING_COMMA(Severity.ERROR, true),
    DUPLICATE_KEY(Severity.ERROR, true),
    DUPLICATE_KEYS_WITH_DIFFERENT_CASE(Severity.ERROR, true),
    BYTE_ORDER_MARK(Severity.WARNING, false),
    DATA_TYPE_MISMATCH(Severity.ERROR, true),
    INVALID_POLICY_ELEMENT(Severity.ERROR, true),
    INVALID_VERSION(Severity.ERROR, true),
    MISSING_VERSION(Severity.WARNING, false),
    MISSING_STATEMENT(Severity.ERROR, true),
    EMPTY_STATEMENT(Severity.WARNING, false),
    MISSING_EFFECT(Severity.ERROR, true),
    INVALID_EFFECT(Severity.ERROR, true),
    MISSING_ACTION(Severity.ERROR, true),
    MISSING_RESOURCE(Severity.ERROR, true),
    MISSING_PRINCIPAL(Severity.ERROR, true),
    UNSUPPORTED_ELEMENT_COMBINATION(Severity.ERROR, true),
    UNSUPPORTED_PRINCIPAL(Severity.ERROR, true),
    UNSUPPORTED_RESOURCE(Severity.ERROR, true),
    UNSUPPORTED_NOTPRINCIPAL(Severity.ERROR, false),
    UNSUPPORTED_RCP_ELEMENT(Severity.ERROR, false),
    INVALID_PRINCIPAL_KEY(Severity.ERROR, true),
    INVALID_PRINCIPAL_FORMAT(Severity.ERROR, false),
    INVALID_ACTION(Severity.ERROR, false),
    INVALID_ARN(Severity.ERROR, false),
    INVALID_CONDITION_OPERATOR(Severity.ERROR, true),
    NULL_WITH_IF_EXISTS(Severity.ERROR, true),
    INVALID_CONDITION_VALUE(Severity.ERROR, false),
    UNSUPPORTED_VARIABLE(Severity.WARNING, false),
    UNIQUE_SIDS_REQUIRED(Severity.ERROR, false),
    INVALID_SID(Severity.ERROR, false),
    EMPTY_LIST(Severity.WARNING, false),
    EMPTY_OBJECT(Severity.WARNING, false),
    UNKNOWN_SERVICE(Severity.ERROR, false),
    UNKNOWN_ACTION(Severity.WARNING, false),
    UNSUPPORTED_RESOURCE_FOR_ACTION(Severity.WARNING, false),
    UNKNOWN_CONDITION_KEY(Severity.WARNING, false),
    KEY_NOT_IN_REQUEST(Severity.WARNING, false),
    OPERATOR_TYPE_MISMATCH(Severity.WARNING, false),
    MISSING_QUALIFIER(Severity.WARNING, false),
    FOR_ALL_VALUES_WITHOUT_NULL(Severity.WARNING, false),
    PAST_DATE(Severity.WARNING, false),
    DEPENDENT_ACTION(Severity.SUGGESTION, false);

    private final Severity severity;
    private final boolean undecidable;

    Code(Severity severity, boolean undecidable) {
      this.severity = severity;
      this.undecidable = undecidable;
    }

    /** How much it matters. */
    public Severity severity() {
      return severity;
    }

    /** Whether it leaves open what the policy says, so that nothing can be decided with it. */
    public boolean undecidable() {
      return undecidable;
    }
  }
}
