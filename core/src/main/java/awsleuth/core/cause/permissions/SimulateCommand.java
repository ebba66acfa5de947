package awsleuth.core.cause.permissions;

import awsleuth.aws.IamCatalog;
import awsleuth.core.fact.Facts;
import awsleuth.core.fact.Literal;
import awsleuth.iam.PolicySet;
import awsleuth.iam.check.CheckedRequest;
import awsleuth.iam.policy.Policy;
import awsleuth.iam.request.Request;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.TreeMap;

/** The command that decides a refused request again. */
final class SimulateCommand {

  private SimulateCommand() {}

  static String of(Facts facts, Simulated simulated) {
    List<String> words = new ArrayList<>(List.of("awsleuth", "simulate"));
    if (facts.event().isPresent()) {
      words.add("--event");
      words.add(Literal.shell(facts.event().get().source().artifact()));
    }
    return of(words, simulated);
  }

  /** That of a request which is not the one of the failed call's event. */
  static String of(Simulated simulated) {
    return of(new ArrayList<>(List.of("awsleuth", "simulate")), simulated);
  }

  private static String of(List<String> words, Simulated simulated) {
    PolicySet set = simulated.set();
    Request request = simulated.decision().request();
    words.add("--principal");
    words.add(Literal.shell(request.principal().text()));
    words.add("--action");
    words.add(Literal.shell(request.action()));
    words.add("--resource");
    words.add(Literal.shell(request.resource()));
    if (CheckedRequest.isOnUndocumented(
        request.action(), request.resource(), IamCatalog.embedded())) {
      words.add("--resource-as-given");
    }
    new TreeMap<>(simulated.assumed())
        .forEach((key, value) -> {
          words.add("--context");
          words.add(Literal.shell(key + "=" + value));
        });
    add(words, "--policy", set.identity());
    boolean trust = request.action().startsWith("sts:");
    add(words, trust ? "--trust-policy" : "--resource-policy", set.resource());
    add(words, "--boundary", set.boundary());
    add(words, "--session-policy", set.session());
    add(words, "--endpoint-policy", set.endpoint());
    set.scps().forEach(level -> add(words, "--scp", level));
    set.rcps().forEach(level -> add(words, "--rcp", level));
    return String.join(" ", words);
  }

  private static void add(List<String> words, String option, PolicySet.Level level) {
    String before = level.id().equals(PolicySet.Level.UNTOLD) ? "" : level.id() + "=";
    add(words, option, before, level.policies());
  }

  private static void add(List<String> words, String option, List<Policy> policies) {
    add(words, option, "", policies);
  }

  private static void add(List<String> words, String option, String before, List<Policy> policies) {
    LinkedHashSet<String> files = new LinkedHashSet<>();
    policies.forEach(p -> files.add(p.name()));
    for (String file : files) {
      words.add(option);
      words.add(Literal.shell(before + file));
    }
  }
}
