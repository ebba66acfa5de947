package awsleuth.iam.match;

import awsleuth.iam.request.ContextValue;
import awsleuth.iam.request.Principal;
import awsleuth.iam.request.Request;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A request as policies look at it: its context by the numbers of a {@link KeyTable}, with the keys
 * that follow from the principal and the resource (IAM user guide, "AWS global condition context
 * keys"). Not for use by several threads.
 */
public final class View {

  private final Request request;
  private final KeyTable keys;
  private final @Nullable ContextValue[] values;
  private final Actual[] @Nullable [] actuals;
  private final String owner;
  private final String principalArn;
  private final boolean pathKnown;
  private final @Nullable String canonicalUser;

  /** The request as the policies of a key table look at it. */
  public View(Request request, KeyTable keys) {
    this(request, keys, null);
  }

  private View(Request request, KeyTable keys, @Nullable String canonicalUser) {
    this.request = request;
    this.keys = keys;
    this.canonicalUser = canonicalUser;
    this.owner = request.owner();
    this.values = new ContextValue[keys.size()];
    this.actuals = new Actual[keys.size()][];
    for (Map.Entry<String, ContextValue> e : request.context().values().entrySet()) {
      int number = keys.number(e.getKey());
      if (number >= 0) {
        values[number] = values[number] == null ? e.getValue() : Ambiguous.VALUE;
      }
    }
    ContextValue given = values[keys.number(Derived.PRINCIPAL_ARN.text())];
    boolean arnGiven = given instanceof ContextValue.Present p && p.values().size() == 1;
    this.principalArn =
        given instanceof ContextValue.Present p && arnGiven
            ? p.values().getFirst()
            : Derived.arn(request.principal());
    this.pathKnown = arnGiven || isPathKnown(request, given);
  }

  /** Whether a principal's ARN has the role's path although no context key tells it. */
  private static boolean isPathKnown(Request request, @Nullable ContextValue given) {
    if (request.principal() instanceof Principal.RoleSession session && !session.pathKnown()) {
      ContextValue told = given == null ? request.context().rest() : given;
      return told instanceof ContextValue.Absent;
    }
    return true;
  }

  /** Two keys that differ only in letter case: which of them AWS looks at is not documented. */
  private static final class Ambiguous {
    static final ContextValue VALUE = ContextValue.UNKNOWN;
  }

  ContextValue value(int number) {
    ContextValue value = values[number];
    if (value == null) {
      value = derived(number);
      values[number] = value;
    }
    return value;
  }

  /** What follows for a key that the context does not give. */
  private ContextValue derived(int number) {
    ContextValue value = Derived.value(number, this);
    String tag = value instanceof ContextValue.Unknown ? keys.requestTag(number) : null;
    return tag != null && isTagMissing(tag) ? ContextValue.ABSENT : value;
  }

  /** Whether the keys of the request's tags, aws:TagKeys, are known without a tag among them. */
  private boolean isTagMissing(String tag) {
    return switch (request.context().get("aws:TagKeys")) {
      case ContextValue.Absent _ -> true;
      case ContextValue.Present p -> p.values().stream().noneMatch(tag::equalsIgnoreCase);
      case ContextValue.Unknown _ -> false;
    };
  }

  /** The values of a key, to be read by operators. */
  Actual[] actuals(int number, ContextValue.Present present) {
    Actual[] known = actuals[number];
    if (known == null) {
      List<String> texts = present.values();
      known = new Actual[texts.size()];
      for (int i = 0; i < known.length; i++) {
        known[i] = new Actual(texts.get(i));
      }
      actuals[number] = known;
    }
    return known;
  }

  /** The request. */
  public Request request() {
    return request;
  }

  /** The account that owns the resource; empty where nothing tells. */
  public String owner() {
    return owner;
  }

  /** {@code aws:PrincipalArn}: the role's ARN for a session; empty where there is none. */
  public String principalArn() {
    return principalArn;
  }

  /** Whether {@link #principalArn} surely has the role's path. */
  boolean pathKnown() {
    return pathKnown;
  }

  /** The same request of an account with a canonical user ID; the empty text for none of those. */
  public View ofCanonicalUser(String id) {
    return new View(request, keys, id);
  }

  /** Whether the caller's canonical user ID is supposed, so that nothing about it is open. */
  public boolean supposes() {
    return canonicalUser != null;
  }

  /**
   * Whether a canonical user ID is that of the caller's account; unknown where none is supposed.
   */
  Truth isCanonicalUser(String id) {
    return canonicalUser == null ? Truth.UNKNOWN : Truth.of(canonicalUser.equals(id));
  }

  @Override
  public String toString() {
    return "View of " + request;
  }
}
