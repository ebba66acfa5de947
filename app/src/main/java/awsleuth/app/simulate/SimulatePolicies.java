package awsleuth.app.simulate;

import awsleuth.app.input.InputException;
import awsleuth.app.policy.PolicyFile;
import awsleuth.app.terminal.Printable;
import awsleuth.iam.PolicySet;
import awsleuth.iam.policy.AllowAll;
import awsleuth.iam.policy.AllowNothing;
import awsleuth.iam.policy.Policy;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import picocli.CommandLine;

/**
 * The policies that options name.
 *
 * @param set the policies
 * @param remarks what is wrong with them, though they can be decided on
 */
record SimulatePolicies(PolicySet set, List<String> remarks) {

  private static final String ONE_LEVEL = "organization";

  static SimulatePolicies read(CommandLine.ParseResult parsed) throws InputException {
    List<String> remarks = new ArrayList<>();
    List<Policy> resource = new ArrayList<>(policies(parsed, PolicyOption.RESOURCE, remarks));
    resource.addAll(policies(parsed, PolicyOption.TRUST, remarks));
    Set<PolicySet.NotGiven> notGiven = NotGivenPolicies.of(parsed);
    resource.addAll(OtherGrants.of(parsed));
    PolicySet set =
        PolicySet.NONE
            .withIdentity(policies(parsed, PolicyOption.POLICY, remarks))
            .withResource(resource)
            .withBoundary(policies(parsed, PolicyOption.BOUNDARY, remarks))
            .withSession(policies(parsed, PolicyOption.SESSION, remarks))
            .withEndpoint(policies(parsed, PolicyOption.ENDPOINT, remarks))
            .withScps(levels(parsed, PolicyOption.SCP, remarks))
            .withRcps(levels(parsed, PolicyOption.RCP, remarks))
            .with(
                new PolicySet.Settings(
                    parsed.hasMatchedOption("--service-linked-role"),
                    parsed.hasMatchedOption("--management-account"),
                    parsed.hasMatchedOption("--block-public-access"),
                    notGiven));
    return new SimulatePolicies(set, List.copyOf(remarks));
  }

  private static List<Policy> policies(
      CommandLine.ParseResult parsed, PolicyOption option, List<String> remarks)
      throws InputException {
    List<Policy> policies = new ArrayList<>();
    for (String path : parsed.matchedOptionValue(option.option(), List.<String>of())) {
      if (path.equals(AllowAll.NAME)) {
        policies.add(AllowAll.of(option.type()));
        continue;
      }
      if (path.equals(AllowNothing.NAME) && option == PolicyOption.BOUNDARY) {
        policies.add(AllowNothing.of(option.type()));
        continue;
      }
      for (Path file : files(path, remarks)) {
        policies.addAll(PolicyFile.policies(file, option.type(), remarks));
      }
    }
    return policies;
  }

  /** The files that a path names; of a folder without those that are JSON and no policy. */
  private static List<Path> files(String path, List<String> remarks) throws InputException {
    List<Path> all = PolicyFile.files(path);
    if (all.size() == 1) {
      return all;
    }
    List<Path> policies = new ArrayList<>();
    for (Path file : all) {
      if (PolicyFile.isOtherJson(file)) {
        remarks.add(Printable.line(file + ": holds no policy, left out"));
      } else {
        policies.add(file);
      }
    }
    return policies;
  }

  /** Policies by level, in the order in which levels are first named: the root comes first. */
  private static List<PolicySet.Level> levels(
      CommandLine.ParseResult parsed, PolicyOption option, List<String> remarks)
      throws InputException {
    Map<String, List<Policy>> levels = new LinkedHashMap<>();
    for (String named : parsed.matchedOptionValue(option.option(), List.<String>of())) {
      int equals = named.indexOf('=');
      String level = equals < 0 ? ONE_LEVEL : named.substring(0, equals);
      for (Path file : files(named.substring(equals + 1), remarks)) {
        levels
            .computeIfAbsent(level, _ -> new ArrayList<>())
            .addAll(PolicyFile.policies(file, option.type(), remarks));
      }
    }
    return levels.entrySet().stream()
        .map(e -> new PolicySet.Level(e.getKey(), List.copyOf(e.getValue())))
        .toList();
  }
}
