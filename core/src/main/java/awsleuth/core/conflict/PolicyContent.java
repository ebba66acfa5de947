package awsleuth.core.conflict;

import awsleuth.iam.policy.Condition;
import awsleuth.iam.policy.Elements;
import awsleuth.iam.policy.Located;
import awsleuth.iam.policy.Policy;
import awsleuth.iam.policy.Principals;
import awsleuth.iam.policy.Statement;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;

/**
 * What a policy says, without places, names and order: two that say the same are equal.
 *
 * @param version2012 whether policy variables are replaced
 * @param statements each in one text
 */
public record PolicyContent(boolean version2012, Set<String> statements) {

  /** That of a policy. */
  public static PolicyContent of(Policy policy) {
    Set<String> statements = new TreeSet<>();
    policy.statements().forEach(s -> statements.add(text(s)));
    return new PolicyContent(policy.version2012(), statements);
  }

  /** Whether statements of the same Sid say the same in both. */
  static boolean agree(Policy a, Policy b) {
    for (Statement s : a.statements()) {
      for (Statement other : b.statements()) {
        boolean same = !s.sid().isEmpty() && s.sid().equals(other.sid());
        if (same && !text(s).equals(text(other))) {
          return false;
        }
      }
    }
    return true;
  }

  /** The Sids of a policy, none empty. */
  static Set<String> sids(Policy policy) {
    Set<String> sids = new TreeSet<>();
    policy.statements().forEach(s -> sids.add(s.sid()));
    sids.remove("");
    return sids;
  }

  /** The resources that a policy names. */
  static Set<String> resources(Policy policy) {
    Set<String> resources = new TreeSet<>();
    policy.statements().forEach(s -> resources.addAll(values(s.resources().values())));
    return resources;
  }

  private static String text(Statement s) {
    Set<String> conditions = new TreeSet<>();
    for (Condition c : s.conditions()) {
      conditions.add(
          c.operator() + " " + c.key().value().toLowerCase(Locale.ROOT) + " " + values(c.values()));
    }
    Set<String> principals = new TreeSet<>();
    for (Principals.Entry e : s.principals().entries()) {
      principals.add(principal(e));
    }
    return String.join(
        "\n",
        s.effect().toString(),
        (s.principals().negated() ? "not " : "") + principals,
        elements(s.actions()).toLowerCase(Locale.ROOT),
        elements(s.resources()),
        conditions.toString());
  }

  /** An account is named by its id or as its root (IAM user guide, "Principal"). */
  private static String principal(Principals.Entry e) {
    String value = e.value().value();
    if (value.equals("*")) {
      return value;
    }
    boolean root = value.contains(":iam::") && value.endsWith(":root");
    return e.kind() + " " + (root ? value.split(":", -1)[4] : value);
  }

  private static String elements(Elements e) {
    return (e.negated() ? "not " : "") + values(e.values());
  }

  private static Set<String> values(List<Located> values) {
    Set<String> texts = new TreeSet<>();
    values.forEach(v -> texts.add(v.value()));
    return texts;
  }
}
