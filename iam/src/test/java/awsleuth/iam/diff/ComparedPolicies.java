package awsleuth.iam.diff;

import awsleuth.aws.IamCatalog;
import awsleuth.iam.policy.Policy;
import awsleuth.iam.policy.PolicyParser;
import awsleuth.iam.policy.PolicyType;
import java.util.List;
import java.util.TreeSet;

/** Policies of one name, compared. */
final class ComparedPolicies {

  static final IamCatalog CATALOG = IamCatalog.embedded();

  private ComparedPolicies() {}

  static List<Policy> policy(String name, PolicyType type, String statements) {
    String text =
        ("{'Version': '2012-10-17', 'Statement': [" + statements + "]}").replace('\'', '"');
    return List.of(
        PolicyParser.parse(name, type, text).policy().orElseThrow(() -> new AssertionError(text)));
  }

  private static String kinds(PolicyDiff.Report report) {
    TreeSet<String> kinds = new TreeSet<>();
    report.differences().forEach(d -> kinds.add(d.change().name()));
    report.undecided().forEach(u -> kinds.add("UNDECIDED " + u.what()));
    return kinds.isEmpty() ? "SAME" : String.join(" ", kinds);
  }

  static String compare(PolicyType type, String old, String now) {
    return kinds(
        PolicyDiff.of(policy("old.json", type, old), policy("new.json", type, now), CATALOG));
  }
}
