package awsleuth.core.cause.permissions;

import awsleuth.core.evidence.PolicyDocument;
import awsleuth.core.fact.Facts;
import awsleuth.iam.PolicySet.Level;
import awsleuth.iam.policy.Policy;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * The policies of an organization by what they are attached to: its root, an organizational unit or
 * the account, as a manifest tells. On each level one has to allow a request. Those of which
 * nothing tells are taken for one level.
 */
final class OrganizationLevels {

  private OrganizationLevels() {}

  /** The service control policies. */
  static List<Level> scps(Facts facts, Access access) {
    return of(facts, PolicyDocument.Type.SCP).stream()
        .map(l -> new Level(l.id(), ControlAllow.beside(l.policies(), access)))
        .toList();
  }

  /** The resource control policies. */
  static List<Level> rcps(Facts facts) {
    return of(facts, PolicyDocument.Type.RCP);
  }

  private static List<Level> of(Facts facts, PolicyDocument.Type type) {
    Map<String, List<Policy>> levels = new LinkedHashMap<>();
    PolicyOwner owner = PolicyOwner.of(facts);
    for (PolicyDocument document : facts.policies(type)) {
      List<String> told = facts.attachedTo(document);
      Stream<String> ids =
          told.isEmpty()
              ? Stream.of(Level.UNTOLD)
              : told.stream().filter(to -> owner.isOn(document, to)).map(OrganizationLevels::id);
      if (owner.isOf(document) && document.policy().isPresent()) {
        Policy policy = document.policy().get();
        ids.distinct()
            .forEach(id -> levels.computeIfAbsent(id, _ -> new ArrayList<>()).add(policy));
      }
    }
    return levels.entrySet().stream()
        .map(e -> new Level(e.getKey(), List.copyOf(e.getValue())))
        .toList();
  }

  /** The id of a root, unit or account, which stands at the end of its ARN. */
  static String id(String attachedTo) {
    return attachedTo.substring(attachedTo.lastIndexOf('/') + 1);
  }
}
