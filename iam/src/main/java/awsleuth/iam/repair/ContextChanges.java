package awsleuth.iam.repair;

import awsleuth.iam.Authorizer;
import awsleuth.iam.Decision;
import awsleuth.iam.LayerReport;
import awsleuth.iam.Mismatch;
import awsleuth.iam.Result;
import awsleuth.iam.Samples;
import awsleuth.iam.StatementReport;
import awsleuth.iam.match.Truth;
import awsleuth.iam.policy.Condition;
import awsleuth.iam.policy.Effect;
import awsleuth.iam.request.ContextValue;
import awsleuth.iam.request.DocumentedKeys;
import awsleuth.iam.request.RegionKey;
import awsleuth.iam.request.Request;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** The fewest changes of context keys under which the request as it is would be allowed. */
final class ContextChanges {

  private static final int MOST = 3;
  private static final int MOST_KEYS = 4;
  private static final int MOST_TRIALS = 4096;

  /** What follows from the caller, its session, the resource and the time. */
  private static final Set<String> FIXED =
      Set.of(
          "aws:username",
          "aws:userid",
          "aws:currenttime",
          "aws:epochtime",
          "aws:tokenissuetime",
          "aws:sourcearn",
          "aws:sourceaccount",
          "aws:resourceaccount",
          "aws:viaawsservice");

  private final Authorizer authorizer;
  private final Map<String, Map<String, ContextValue>> samples;
  private final List<String> keys;
  private final List<Proposal> found = new ArrayList<>();
  private int trials;

  private ContextChanges(Authorizer authorizer, Decision decision) {
    this.authorizer = authorizer;
    this.samples = samples(decision);
    this.keys = List.copyOf(samples.keySet());
  }

  static List<Proposal> of(Authorizer authorizer, Decision decision) {
    ContextChanges changes = new ContextChanges(authorizer, decision);
    for (int size = 1; size <= MOST_KEYS && changes.found.isEmpty(); size++) {
      changes.search(0, size, new LinkedHashMap<>(), decision.request());
    }
    return changes.found;
  }

  /** The values to try, by the keys that a caller can have other values of. */
  private static Map<String, Map<String, ContextValue>> samples(Decision decision) {
    Map<String, Map<String, ContextValue>> samples = new LinkedHashMap<>();
    conditions(decision)
        .forEach((key, conditions) -> {
          if (isChoosable(key, decision.request())) {
            boolean always = DocumentedKeys.isInEveryRequest(key);
            samples.put(key, Samples.of(conditions, new ContextValue.Unknown(!always)));
          }
        });
    return samples;
  }

  /** Tries all values of so many of the keys from one on together. */
  private void search(int from, int more, Map<String, String> chosen, Request request) {
    if (more == 0) {
      if (trials++ < MOST_TRIALS && authorizer.decide(request) == Result.ALLOWED) {
        found.add(proposal(chosen));
      }
      return;
    }
    for (int i = from; i <= keys.size() - more; i++) {
      String key = keys.get(i);
      for (Map.Entry<String, ContextValue> e : samples.getOrDefault(key, Map.of()).entrySet()) {
        if (found.size() >= MOST || trials >= MOST_TRIALS) {
          return;
        }
        Map<String, String> longer = new LinkedHashMap<>(chosen);
        longer.put(key, e.getKey());
        Request changed = request.in(DocumentedKeys.with(request.context(), key, e.getValue()));
        search(i + 1, more - 1, longer, changed);
      }
    }
  }

  /** Whether a caller can have another value of a key without being somebody else. */
  private static boolean isChoosable(String key, Request request) {
    String lower = key.toLowerCase(Locale.ROOT);
    if (lower.equals("aws:requestedregion")) {
      return request.resource().equals("*") && !RegionKey.isOfOneEndpoint(request.action());
    }
    return !isOfCaller(lower);
  }

  /** Whether a key says who calls or what is given, which no caller chooses for a call. */
  private static boolean isOfCaller(String lower) {
    return FIXED.contains(lower) || lower.startsWith("aws:principal");
  }

  private static Proposal proposal(Map<String, String> chosen) {
    return new Proposal(title(chosen), List.of(), Map.copyOf(chosen), List.of(), Optional.empty());
  }

  /** What to do for the request to have these values; when it has them, where nobody chooses. */
  static String title(Map<String, String> chosen) {
    boolean given =
        chosen.keySet().stream().anyMatch(key -> isOfCaller(key.toLowerCase(Locale.ROOT)));
    return chosen.entrySet().stream()
        .map(e ->
            e.getValue().equals("absent")
                ? "without `" + e.getKey() + "`"
                : "with `" + e.getKey() + "` " + Samples.said(e.getValue()))
        .collect(Collectors.joining(" and ", given ? "that allows a call " : "make the call ", ""));
  }

  /** The conditions that stand in the way, by their key as first spelled. */
  private static Map<String, List<Condition>> conditions(Decision decision) {
    Map<String, List<Condition>> byKey = new LinkedHashMap<>();
    Map<String, String> spelled = new LinkedHashMap<>();
    List<Condition> all = new ArrayList<>();
    decision
        .blockers()
        .forEach(b -> b.denying().forEach(s -> all.addAll(s.statement().conditions())));
    decision.layers().stream()
        .filter(l -> l.outcome() != LayerReport.Outcome.NOT_APPLICABLE)
        .flatMap(l -> l.statements().stream())
        .filter(s -> s.statement().effect() == Effect.DENY && s.applies() == Truth.UNKNOWN)
        .forEach(s -> all.addAll(s.statement().conditions()));
    decision.nearest().ifPresent(s -> all.addAll(unmet(s)));
    decision.layers().stream()
        .filter(l -> isMissed(decision, l))
        .flatMap(l -> l.statements().stream())
        .filter(s -> s.statement().effect() == Effect.ALLOW)
        .filter(Additions::isOnlyConditional)
        .forEach(s -> all.addAll(unmet(s)));
    for (Condition c : all) {
      String key = c.key().value();
      String name = spelled.computeIfAbsent(key.toLowerCase(Locale.ROOT), _ -> key);
      byKey.computeIfAbsent(name, _ -> new ArrayList<>()).add(c);
    }
    return byKey;
  }

  private static boolean isMissed(Decision decision, LayerReport layer) {
    return decision.blockers().stream()
        .anyMatch(b -> !b.explicit() && b.layer() == layer.layer() && b.level() == layer.level());
  }

  private static List<Condition> unmet(StatementReport s) {
    return s.mismatches().stream()
        .filter(m -> m instanceof Mismatch.OfCondition)
        .map(m -> ((Mismatch.OfCondition) m).condition())
        .toList();
  }
}
