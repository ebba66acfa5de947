package awsleuth.core.cause.credentials;

import awsleuth.core.evidence.CliAnswer;
import awsleuth.core.fact.Citation;
import awsleuth.core.fact.Facts;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * Whether the call went to a Region that accounts have to enable first, and whether the account
 * has, as {@code aws ec2 describe-regions} or {@code aws account list-regions} told.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/accounts/latest/reference/manage-acct-regions.html">Enable
 *     or disable AWS Regions in your account</a>
 */
record OptIn(boolean enabled, Citation cite) {

  private static final String NAME = "RegionName";
  private static final List<String> STATUS = List.of("OptInStatus", "RegionOptStatus");
  private static final Set<String> ENABLED =
      Set.of("opted-in", "opt-in-not-required", "enabled", "enabled_by_default");
  private static final Set<String> DISABLED = Set.of("not-opted-in", "disabled");

  static boolean in(Facts facts) {
    return !facts.call().region().isEmpty() && facts.catalog().optIn(facts.call().region());
  }

  /** What was told of the call's Region; empty where nothing was, or the answers differ. */
  static Optional<OptIn> told(Facts facts) {
    List<OptIn> all = new ArrayList<>();
    if (in(facts)) {
      for (CliAnswer answer : facts.given(CliAnswer.class)) {
        for (String path : answer.paths(NAME)) {
          if (answer.field(path).equals(facts.call().region())) {
            all.addAll(of(answer, path.substring(0, path.length() - NAME.length())));
          }
        }
      }
    }
    return all.stream().map(OptIn::enabled).distinct().count() == 1
        ? Optional.of(all.getFirst())
        : Optional.empty();
  }

  private static List<OptIn> of(CliAnswer answer, String region) {
    List<OptIn> told = new ArrayList<>();
    for (String member : STATUS) {
      String status = answer.field(region + member);
      String lower = status.toLowerCase(Locale.ROOT);
      if (ENABLED.contains(lower) || DISABLED.contains(lower)) {
        told.add(
            new OptIn(
                ENABLED.contains(lower),
                new Citation(
                    "`%s` of %s is `%s`".formatted(member, answer.field(region + NAME), status),
                    answer.at(region + member))));
      }
    }
    return told;
  }
}
