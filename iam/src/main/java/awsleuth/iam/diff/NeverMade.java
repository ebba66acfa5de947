package awsleuth.iam.diff;

import awsleuth.aws.IamCatalog;
import awsleuth.iam.request.ContextValue;
import awsleuth.iam.request.DocumentedKeys;
import awsleuth.iam.request.Principal;
import awsleuth.iam.request.Request;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Whether AWS makes a request.
 *
 * @param why it makes none like it; empty where it may
 * @param unproven whether another request of the same box may be one that it makes
 */
record NeverMade(List<String> why, boolean unproven) {

  private static final int ARN_PARTS = 6;

  /** Of a request that a search made. */
  static NeverMade of(Request request, Solver solver, IamCatalog catalog) {
    List<String> why = new ArrayList<>();
    if (!solver.isMade(request) || !takes(request, catalog)) {
      why.add("`" + request.action() + "` is not about such a resource");
    }
    request
        .context()
        .values()
        .forEach((key, found) -> {
          // Services and those whom a provider identifies have no ARN, and so no key of it.
          boolean without =
              request.principal().account().isEmpty() && DocumentedKeys.isOfPrincipal(key);
          if (found instanceof ContextValue.Absent && Solver.isAlwaysThere(key) && !without) {
            why.add("every request has `" + key + "`");
          } else if (found instanceof ContextValue.Present p && !solver.isUsual(key, found)) {
            String value = String.join(", ", p.values());
            why.add(
                "no request has `"
                    + key
                    + "` with "
                    + (value.isEmpty() ? "an empty value" : "the value `" + value + "`"));
          }
        });
    Optional<String> another = another(request, solver);
    another.ifPresent(key -> why.add("`" + key + "` is not that of the caller"));
    if (request.principal() instanceof Principal.Root
        && request.action().equalsIgnoreCase("sts:AssumeRole")) {
      why.add("the root user of an account can assume no role");
    }
    if (request.principal() instanceof Principal.RoleSession role
        && !solver.caller().arn().isEmpty()
        && !solver.caller().arn().equals(role.roleArn())) {
      why.add("an account has one role called `" + role.role() + "`, and another path is named");
    }
    boolean address = request.context().get(Witnesses.ADDRESS) instanceof ContextValue.Present;
    for (String key : Witnesses.OF_ENDPOINTS) {
      if (address && request.context().get(key) instanceof ContextValue.Present) {
        why.add("no request has both `" + Witnesses.ADDRESS + "` and `" + key + "`");
      }
    }
    if (Clock.isApart(request.context())) {
      why.add("`aws:CurrentTime` and `aws:EpochTime` are the same instant");
    }
    return new NeverMade(List.copyOf(why), another.isPresent());
  }

  /**
   * A key that says another caller than the request has, where the caller is one of all: each key's
   * value is found by itself.
   */
  private static Optional<String> another(Request request, Solver solver) {
    if (!solver.caller().words().isEmpty()) {
      return Optional.empty();
    }
    Principal of = request.principal();
    String arn = of instanceof Principal.RoleSession role ? role.roleArn() : of.text();
    boolean known = !(of instanceof Principal.RoleSession role) || role.pathKnown();
    Map<String, String> told = new TreeMap<>(Map.of("aws:PrincipalAccount", of.account()));
    if (known) {
      told.put("aws:PrincipalArn", arn);
    }
    return told.entrySet().stream()
        .filter(e ->
            request.context().get(e.getKey()) instanceof ContextValue.Present p
                && solver.isUsual(e.getKey(), p)
                && !p.values().equals(List.of(e.getValue())))
        .map(Map.Entry::getKey)
        .findFirst();
  }

  /**
   * Whether an action without resources is asked for on none; IAM has no Regions, and its names
   * have no colons, as its paths may ("IAM identifiers", IAM user guide).
   */
  private static boolean takes(Request request, IamCatalog catalog) {
    String[] arn = request.resource().split(":", ARN_PARTS);
    if (arn.length == ARN_PARTS && arn[2].equals("iam")) {
      String name = arn[ARN_PARTS - 1].substring(arn[ARN_PARTS - 1].lastIndexOf('/') + 1);
      if (!arn[3].isEmpty() || name.contains(":")) {
        return false;
      }
    }
    return request.resource().equals("*")
        || catalog.action(request.action()).filter(a -> a.targets().isEmpty()).isEmpty();
  }
}
