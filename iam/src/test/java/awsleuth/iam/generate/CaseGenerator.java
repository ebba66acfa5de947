package awsleuth.iam.generate;

import awsleuth.iam.generate.Documents.Kind;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Makes cases of the batch contract; the same number gives the same case. */
public final class CaseGenerator {

  private final Dice dice;
  private final Caller caller;
  private final Target target;
  private final Documents documents;

  private CaseGenerator(long number) {
    dice = new Dice(number);
    caller = Caller.pick(dice);
    target = Target.pick(dice, caller);
    documents = new Documents(dice, caller, target);
  }

  /** A case: one line of the batch contract as a tree. */
  public static Map<String, Object> make(long number) {
    return new CaseGenerator(number).line(number);
  }

  private Map<String, Object> line(long number) {
    Map<String, Object> line = new LinkedHashMap<>();
    line.put("name", "case " + number);
    line.put("request", request());
    line.put("identityPolicies", caller.hasPolicies() ? identities() : List.of());
    Kind resource = target.isRole() ? Kind.TRUST : Kind.RESOURCE;
    if (dice.percent(target.isRole() || target.resource().contains(":key/") ? 85 : 55)) {
      line.put("resourcePolicy", documents.document(resource));
    }
    line.put("scps", levels(Kind.SCP, 25));
    line.put("rcps", levels(Kind.RCP, 15));
    if (caller.hasPolicies() && dice.percent(18)) {
      line.put("permissionBoundary", limit());
    }
    if (caller.isSession() && dice.percent(25)) {
      line.put("sessionPolicy", limit());
    }
    if (dice.percent(10)) {
      boolean open = dice.percent(40);
      line.put(
          "vpcEndpointPolicies",
          List.of(open ? Documents.everything(Kind.ENDPOINT) : documents.document(Kind.ENDPOINT)));
    }
    settings(line);
    return line;
  }

  private Map<String, Object> request() {
    Map<String, Object> request = new LinkedHashMap<>();
    request.put("principal", caller.text());
    request.put("action", target.action());
    request.put("resource", target.resource());
    if (!target.owner().isEmpty()) {
      request.put("resourceAccount", target.owner());
    }
    request.put("context", Context.pick(dice, caller));
    return request;
  }

  private List<Object> identities() {
    List<Object> policies = new ArrayList<>();
    for (int i = dice.below(3); i > 0; i--) {
      policies.add(documents.document(Kind.IDENTITY));
    }
    if (dice.percent(25)) {
      policies.add(Documents.everything(Kind.IDENTITY));
    }
    return policies;
  }

  private Map<String, Object> limit() {
    return dice.percent(40)
        ? Documents.everything(Kind.IDENTITY)
        : documents.document(Kind.IDENTITY);
  }

  private List<Object> levels(Kind kind, int chance) {
    List<Object> levels = new ArrayList<>();
    if (!dice.percent(chance)) {
      return levels;
    }
    for (int i = 1 + dice.below(2); i > 0; i--) {
      List<Object> policies = new ArrayList<>();
      if (kind == Kind.SCP && dice.percent(75)) {
        policies.add(Documents.everything(kind));
      }
      if (dice.percent(60)) {
        policies.add(documents.document(kind));
      }
      levels.add(Map.of("id", "level" + i, "policies", policies));
    }
    return levels;
  }

  private void settings(Map<String, Object> line) {
    Map<String, Object> settings = new LinkedHashMap<>();
    if (dice.percent(4)) {
      settings.put("serviceLinkedRole", true);
    }
    if (dice.percent(4)) {
      settings.put("managementAccount", true);
    }
    if (target.service().equalsIgnoreCase("s3") && dice.percent(20)) {
      settings.put("s3", Map.of("blockPublicAccess", true));
    }
    if (!settings.isEmpty()) {
      line.put("settings", settings);
    }
  }
}
