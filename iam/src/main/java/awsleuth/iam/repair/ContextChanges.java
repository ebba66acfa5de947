package awsleuth.iam.repair;

import awsleuth.iam.Authorizer;
import awsleuth.iam.Decision;
import awsleuth.iam.Mismatch;
import awsleuth.iam.Result;
import awsleuth.iam.Samples;
import awsleuth.iam.StatementReport;
import awsleuth.iam.policy.Condition;
import awsleuth.iam.request.ContextValue;
import awsleuth.iam.request.DocumentedKeys;
import awsleuth.iam.request.Request;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** The changes of one context key under which the request as it is would be allowed. */
final class ContextChanges {

  private static final int MOST = 3;

  /** What follows from the caller, the resource and the time. */
  private static final Set<String> FIXED =
      Set.of(
          "aws:username",
          "aws:userid",
          "aws:currenttime",
          "aws:epochtime",
          "aws:sourcearn",
          "aws:sourceaccount",
          "aws:resourceaccount",
          "aws:viaawsservice");

  private ContextChanges() {}

  static List<Proposal> of(Authorizer authorizer, Decision decision) {
    List<Proposal> found = new ArrayList<>();
    conditions(decision)
        .forEach((key, conditions) ->
            Samples.of(conditions, new ContextValue.Unknown(!DocumentedKeys.isInEveryRequest(key)))
                .forEach((label, value) -> {
                  if (found.size() < MOST
                      && isChoosable(key)
                      && allows(authorizer, decision, key, value)) {
                    found.add(proposal(key, label));
                  }
                }));
    return found;
  }

  /** Whether a caller can have another value of a key without being somebody else. */
  private static boolean isChoosable(String key) {
    String lower = key.toLowerCase(Locale.ROOT);
    return !FIXED.contains(lower) && !lower.startsWith("aws:principal");
  }

  private static boolean allows(
      Authorizer authorizer, Decision decision, String key, ContextValue value) {
    Request request = decision.request();
    return authorizer.decide(request.in(DocumentedKeys.with(request.context(), key, value)))
        == Result.ALLOWED;
  }

  private static Proposal proposal(String key, String label) {
    String title =
        label.equals("absent")
            ? "make the call without `" + key + "`"
            : "make the call with `" + key + "` " + Samples.said(label);
    return new Proposal(title, List.of(), Map.of(key, label), List.of());
  }

  /** The conditions that stand in the way, by their key as first spelled. */
  private static Map<String, List<Condition>> conditions(Decision decision) {
    Map<String, List<Condition>> byKey = new LinkedHashMap<>();
    Map<String, String> spelled = new LinkedHashMap<>();
    List<Condition> all = new ArrayList<>();
    decision
        .blockers()
        .forEach(b -> b.denying().forEach(s -> all.addAll(s.statement().conditions())));
    decision.nearest().ifPresent(s -> all.addAll(unmet(s)));
    for (Condition c : all) {
      String key = c.key().value();
      String name = spelled.computeIfAbsent(key.toLowerCase(Locale.ROOT), _ -> key);
      byKey.computeIfAbsent(name, _ -> new ArrayList<>()).add(c);
    }
    return byKey;
  }

  private static List<Condition> unmet(StatementReport s) {
    return s.mismatches().stream()
        .filter(m -> m instanceof Mismatch.OfCondition)
        .map(m -> ((Mismatch.OfCondition) m).condition())
        .toList();
  }
}
