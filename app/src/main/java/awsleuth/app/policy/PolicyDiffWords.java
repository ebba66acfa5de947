package awsleuth.app.policy;

import awsleuth.aws.IamCatalog;
import awsleuth.aws.IamService;
import awsleuth.iam.ConditionWords;
import awsleuth.iam.diff.Cited;
import awsleuth.iam.diff.Difference;
import awsleuth.iam.diff.Except;
import awsleuth.iam.match.Grant;
import awsleuth.iam.policy.Elements;
import awsleuth.iam.policy.Located;
import awsleuth.iam.policy.Statement;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Says differences of policies in words. */
final class PolicyDiffWords {

  /** Where the decision engine decides both alike beside all other policies that are tried. */
  static final String NO_DECISION =
      "so by itself; no other policies were found beside which the whole decision depends on it";

  private static final int MOST = 6;

  private final IamCatalog catalog = IamCatalog.embedded();

  /** The actions, as patterns of the statement where all actions of a pattern are meant. */
  List<String> actions(Difference d) {
    if (d.unknown()) {
      return List.of("actions that AWS's data does not have, as " + d.actions().getFirst());
    }
    List<String> shown = new ArrayList<>();
    Set<String> left = new LinkedHashSet<>(d.actions());
    Elements written = d.by().statement().actions();
    if (d.others()) {
      shown.add("all actions of services that no statement names");
      String prefix = other(d);
      left.removeIf(a -> a.startsWith(prefix + ":"));
    }
    for (Located pattern : written.negated() ? List.<Located>of() : written.values()) {
      List<String> all = pattern.value().equals("*") ? List.of() : catalog.expand(pattern.value());
      if (!all.isEmpty() && d.actions().containsAll(all)) {
        shown.add(all.size() == 1 ? all.getFirst() : pattern.value());
        all.forEach(left::remove);
      }
    }
    services(left, shown);
    shown.addAll(left);
    return shown.size() <= MOST ? shown : cut(shown);
  }

  /** The service that stands for those that are not named: no pattern but a star covers it. */
  private String other(Difference d) {
    for (String action : d.actions()) {
      String prefix = prefix(action);
      boolean named =
          d.excepts().stream().map(Except::statement).anyMatch(c -> names(c.statement(), prefix))
              || names(d.by().statement(), prefix);
      if (!named) {
        return prefix;
      }
    }
    return "";
  }

  private static boolean names(Statement statement, String prefix) {
    return statement.actions().values().stream()
        .anyMatch(a -> a.value().regionMatches(true, 0, prefix + ":", 0, prefix.length() + 1));
  }

  private static String prefix(String action) {
    return action.substring(0, action.indexOf(':'));
  }

  private void services(Set<String> left, List<String> shown) {
    Set<String> prefixes = new LinkedHashSet<>();
    left.forEach(a -> prefixes.add(prefix(a)));
    for (String prefix : prefixes) {
      List<String> all =
          catalog.service(prefix).map(IamService::actionNames).orElse(List.of()).stream()
              .map(n -> prefix + ":" + n)
              .toList();
      if (left.containsAll(all)) {
        shown.add(prefix + ":*");
        all.forEach(left::remove);
      }
    }
  }

  private static List<String> cut(List<String> many) {
    List<String> shown = new ArrayList<>(many.subList(0, MOST));
    shown.add((many.size() - MOST) + " more");
    return shown;
  }

  /** {@code arn:aws:s3:::b/*}, or what it is not; empty where a statement names no resource. */
  static String resources(Cited cited) {
    Elements resources = cited.statement().resources();
    List<String> patterns = resources.values().stream().map(Located::value).toList();
    if (!resources.present()) {
      return "";
    }
    String all = String.join(", ", patterns.size() <= MOST ? patterns : cut(patterns));
    boolean literal = !cited.policy().version2012() && all.contains("${");
    return (resources.negated() ? "all but " + all : all)
        + (literal ? " (as it stands: no policy variables without version 2012-10-17)" : "");
  }

  /** The conditions of a statement. */
  static List<String> conditions(Statement statement) {
    return statement.conditions().stream().map(ConditionWords::stated).toList();
  }

  /** What an exception is about. */
  static String except(Except except) {
    List<String> asked = new ArrayList<>();
    if (except.resource() || except.conditions().isEmpty()) {
      asked.add(resources(except.statement()));
    }
    List<String> when = except.conditions().stream().map(ConditionWords::stated).toList();
    if (!when.isEmpty()) {
      asked.add((asked.isEmpty() ? "where " : "where also ") + String.join(" and ", when));
    }
    boolean denies = except.statement().statement().effect() == awsleuth.iam.policy.Effect.DENY;
    return String.join(" ", asked)
        + ", as "
        + cited(except.statement())
        + (denies ? " denies" : " allows");
  }

  /** {@code new.json:9 (Sid `Read`)}. */
  static String cited(Cited cited) {
    String sid = cited.statement().sid();
    return cited.place() + (sid.isEmpty() ? "" : " (Sid `" + sid + "`)");
  }

  /** In what requests are decided otherwise. */
  static String heading(Difference d) {
    return d.change().words()
        + (d.isPastLimits()
            ? " where a permissions boundary or a session policy does not allow"
            : "");
  }

  /** What else must allow it; empty where nothing must that is known. */
  static String grant(Difference d) {
    return d.change().isAboutAccess() && d.grant() == Grant.ACCOUNT
        ? "only together with a policy of the principal"
        : "";
  }
}
