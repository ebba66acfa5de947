package awsleuth.core.cause.network;

import awsleuth.core.cause.Fix;
import awsleuth.core.evidence.EnvironmentVariable;
import awsleuth.core.evidence.ProfileSetting;
import awsleuth.core.fact.Citation;
import awsleuth.core.fact.Facts;
import java.util.ArrayList;
import java.util.List;

/** Where a custom endpoint is set, as far as the evidence tells. */
final class EndpointSetting {

  private static final String VARIABLE = "AWS_ENDPOINT_URL";

  private EndpointSetting() {}

  /** The variables and settings of the evidence whose host the endpoint has. */
  static List<Citation> cited(Facts facts) {
    String host = Target.in(facts).host();
    List<Citation> found = new ArrayList<>();
    for (EnvironmentVariable v : facts.environment()) {
      if (v.name().startsWith(VARIABLE) && isOf(host, v.value())) {
        found.add(Facts.cite(v.name() + " is `" + v.value() + "`", v.source()));
      }
    }
    for (ProfileSetting s : facts.settings()) {
      if (s.key().equals("endpoint_url") && isOf(host, s.value())) {
        found.add(Facts.cite("endpoint_url is `" + s.value() + "`", s.source()));
      }
    }
    return found;
  }

  private static boolean isOf(String host, String url) {
    String set = Target.host(url);
    return !set.isEmpty() && (host.equals(set) || host.endsWith("." + set));
  }

  /** Unsets the variable that sets the endpoint; else says where to look. */
  static Fix find(Facts facts) {
    String host = Target.in(facts).host();
    for (EnvironmentVariable v : facts.environment()) {
      if (v.name().startsWith(VARIABLE) && isOf(host, v.value())) {
        return Fix.command("let botocore choose the endpoint", "unset " + v.name());
      }
    }
    return Fix.command(
        "find where the endpoint is set; without it botocore chooses its own",
        "env | grep AWS_ENDPOINT; grep -n endpoint_url ~/.aws/config");
  }
}
