package awsleuth.iam.repair;

import awsleuth.aws.IamCatalog;
import awsleuth.iam.check.ActionsOn;
import awsleuth.iam.policy.Located;
import awsleuth.iam.policy.Policy;
import awsleuth.iam.repair.ChangedStatements.Touched;
import awsleuth.iam.request.Request;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Resources that a changed statement's own patterns name, and the other actions that it is about on
 * them.
 */
final class OwnPatterns {

  private static final int MOST_PATTERNS = 20;
  private static final int MOST_ASKED = 80;

  private final Request request;
  private final Instances instances;
  private final Widening own;
  private final IamCatalog catalog = IamCatalog.embedded();
  private final Set<String> told;

  private OwnPatterns(Request request, Widening own, Set<String> told) {
    this.request = request;
    this.own = own;
    this.told = told;
    this.instances = new Instances(request);
  }

  /**
   * Adds what the changes open of them, and of the patterns of statements that allow what a changed
   * one denied.
   *
   * @param policies those after the change
   * @param told other resources that are told of already
   */
  static void of(
      List<Touched> touched,
      List<Policy> policies,
      Request request,
      Widening own,
      Set<String> told,
      Widened found) {
    OwnPatterns patterns = new OwnPatterns(request, own, told);
    Map<String, Set<String>> opened = new LinkedHashMap<>();
    for (Touched t : touched) {
      if (t.isOfAnyResource()) {
        found.otherKinds(patterns.ofOtherKinds(patterns.actions(t)));
      } else {
        patterns.resources(t, opened);
      }
    }
    if (touched.stream().anyMatch(Touched::denies)) {
      policies.stream()
          .flatMap(p -> p.statements().stream().map(s -> new Touched(p, s)))
          .filter(t -> !t.denies() && !t.isOfAnyResource())
          .limit(MOST_PATTERNS)
          .forEach(t -> patterns.resources(t, opened));
    }
    opened.values().removeIf(Set::isEmpty);
    found.patterns(opened);
  }

  private void resources(Touched touched, Map<String, Set<String>> opened) {
    List<String> actions = actions(touched);
    touched.statement().resources().values().stream()
        .map(Located::value)
        .distinct()
        .limit(MOST_PATTERNS)
        .forEach(pattern -> {
          for (String resource : instances.of(pattern, touched.policy().version2012())) {
            if (!resource.equals(request.resource()) && !told.contains(resource)) {
              List<String> more = opened(resource, actions);
              opened.computeIfAbsent(pattern, _ -> new LinkedHashSet<>()).addAll(more);
            }
          }
        });
  }

  /** Of actions that cannot be about the request's resource those that are opened, two at most. */
  private List<String> ofOtherKinds(List<String> actions) {
    return request.resource().equals("*")
        ? List.of() // all of them are asked there
        : actions.stream()
            .filter(a -> ActionsOn.of(a, request.resource(), catalog).isEmpty())
            .limit(MOST_ASKED)
            .filter(a ->
                catalog.action(a).stream()
                    .flatMap(known -> instances.of(known, catalog).stream())
                    .anyMatch(r -> own.isNew(asked(a, r, request.owner()))))
            .limit(2)
            .toList();
  }

  private List<String> opened(String resource, List<String> actions) {
    return actions.stream()
        .filter(a -> !ActionsOn.of(a, resource, catalog).isEmpty())
        .limit(MOST_ASKED)
        .filter(a -> own.isNew(asked(a, resource, request.owner())))
        .limit(2)
        .toList();
  }

  /** Its actions of the request's service, the request's own first. */
  private List<String> actions(Touched touched) {
    String service = Touched.prefix(request.action());
    return Stream.concat(Stream.of(request.action()), touched.actions(service, catalog).stream())
        .distinct()
        .toList();
  }

  private Request asked(String action, String resource, String owner) {
    return new Request(request.principal(), action, resource, owner, request.context());
  }
}
