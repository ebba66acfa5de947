package awsleuth.iam.policy;

import awsleuth.iam.policy.Fault.Code;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * The grants of a KMS key, as {@code aws kms list-grants} prints them, read as the key policy's
 * statements that would allow the same (KMS developer guide, "Grants in AWS KMS").
 *
 * <p>A grant's constraint holds only for operations that take an encryption context. What it means
 * for CreateGrant is that the new grant has it too, which the condition key kms:GrantConstraintType
 * tells in part.
 */
public final class KeyGrants {

  private static final Set<String> WITH_CONTEXT =
      Set.of(
          "decrypt",
          "encrypt",
          "generatedatakey",
          "generatedatakeypair",
          "generatedatakeypairwithoutplaintext",
          "generatedatakeywithoutplaintext",
          "reencryptfrom",
          "reencryptto");

  private KeyGrants() {}

  /**
   * Reads grants.
   *
   * @return without a policy where the text has no list of grants; the policy is no text that can
   *     be edited
   */
  public static Reading read(String name, String text) {
    List<Fault> faults = new ArrayList<>();
    Optional<Node> node = Json.read(text, faults);
    if (node.isPresent()
        && node.get() instanceof Node.Members m
        && m.get("Grants").orElse(m) instanceof Node.Items grants) {
      List<Node> statements = new ArrayList<>();
      for (Node each : grants.values()) {
        if (each instanceof Node.Members grant) {
          statements(grant, statements);
        }
      }
      return Built.document(name, text, grants.at(), statements);
    }
    if (faults.isEmpty()) {
      faults.add(
          new Fault(
              Code.DATA_TYPE_MISMATCH,
              "the text has no `Grants`, as `aws kms list-grants` prints them",
              Position.START));
    }
    return new Reading(Optional.empty(), faults);
  }

  /** Whether an operation takes an encryption context, without which no constraint limits it. */
  public static boolean takesContext(String operation) {
    return WITH_CONTEXT.contains(operation.toLowerCase(Locale.ROOT));
  }

  private static void statements(Node.Members grant, List<Node> statements) {
    String grantee = text(grant, "GranteePrincipal");
    if (grantee.isEmpty() || !(grant.get("Operations").orElse(grant) instanceof Node.Items all)) {
      return;
    }
    String kind = grantee.endsWith(".amazonaws.com") ? "Service" : "AWS";
    boolean constrained = grant.get("Constraints").filter(KeyGrants::isConstraint).isPresent();
    List<String> free = new ArrayList<>();
    List<String> bound = new ArrayList<>();
    for (Node each : all.values()) {
      if (each instanceof Node.Text operation) {
        boolean limits = constrained && takesContext(operation.value());
        if (constrained && operation.value().equalsIgnoreCase("creategrant")) {
          statements.add(
              Built.allow(
                  all.at(), kind, grantee, List.of("kms:CreateGrant"), type(grant, all.at())));
        } else {
          (limits ? bound : free).add("kms:" + operation.value());
        }
      }
    }
    if (!free.isEmpty()) {
      statements.add(Built.allow(all.at(), kind, grantee, free));
    }
    if (!bound.isEmpty()) {
      statements.add(
          Built.allow(
              all.at(), kind, grantee, bound, constraint(grant).toArray(Node.Member[]::new)));
    }
  }

  private static boolean isConstraint(Node node) {
    return node instanceof Node.Members m
        && m.members().stream().anyMatch(each -> !pairs(each.value()).isEmpty());
  }

  private static List<Node.Member> pairs(Node node) {
    return node instanceof Node.Members m ? m.members() : List.of();
  }

  private static String text(Node.Members object, String key) {
    return object.get(key).orElse(object) instanceof Node.Text t ? t.value() : "";
  }

  private static Node.Member type(Node.Members grant, Position at) {
    List<Node.Member> constraints = pairs(grant.get("Constraints").orElse(grant));
    return Built.member(
        "StringEquals",
        Built.object(
            at,
            List.of(
                Built.member(
                    "kms:GrantConstraintType",
                    Built.strings(
                        at, constraints.stream().map(each -> each.key().value()).toList())))));
  }

  private static List<Node.Member> constraint(Node.Members grant) {
    List<Node.Member> conditions = new ArrayList<>();
    for (Node.Member constraint : pairs(grant.get("Constraints").orElse(grant))) {
      Position at = constraint.key().at();
      List<Node.Member> equal = new ArrayList<>();
      List<String> keys = new ArrayList<>();
      for (Node.Member pair : pairs(constraint.value())) {
        keys.add(pair.key().value());
        equal.add(Built.member("kms:EncryptionContext:" + pair.key().value(), pair.value()));
      }
      conditions.add(Built.member("StringEquals", Built.object(at, equal)));
      if (constraint.key().value().equals("EncryptionContextEquals")) {
        conditions.add(
            Built.member(
                "ForAllValues:StringEquals",
                Built.object(
                    at,
                    List.of(Built.member("kms:EncryptionContextKeys", Built.strings(at, keys))))));
      }
    }
    return conditions;
  }
}
