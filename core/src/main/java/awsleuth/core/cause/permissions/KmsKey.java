package awsleuth.core.cause.permissions;

import awsleuth.core.cause.Again;
import awsleuth.core.cause.Cause;
import awsleuth.core.cause.Finding;
import awsleuth.core.cause.Fix;
import awsleuth.core.cause.Outcome;
import awsleuth.core.cause.Stage;
import awsleuth.core.evidence.PolicyDocument;
import awsleuth.core.fact.Answers;
import awsleuth.core.fact.Citation;
import awsleuth.core.fact.Facts;
import awsleuth.core.fact.Literal;
import awsleuth.core.fact.Need;
import awsleuth.iam.Layer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The call needs a KMS key that the caller may not use. */
final class KmsKey implements Cause {

  /** What only decrypts (KMS developer guide, "How AWS services use AWS KMS"). */
  private static final Set<String> READING =
      Set.of(
          "GetSecretValue",
          "BatchGetSecretValue",
          "GetParameter",
          "GetParameters",
          "GetParametersByPath",
          "GetObject");

  @Override
  public String id() {
    return "permissions/kms-key";
  }

  @Override
  public Stage stage() {
    return Stage.AUTHORIZATION;
  }

  @Override
  public Outcome examine(Facts facts) {
    Decision decision = Decision.of(facts);
    if (!decision.claims(Reason.KMS)) {
      return decision.without();
    }
    Access access = Access.of(facts);
    boolean told = decision.isProven(Reason.KMS);
    boolean part = PermissionsClue.isPart(facts);
    boolean hidden = facts.seen(PermissionsClue.KMS_HIDDEN);
    boolean named = access.prefix().equals("kms");
    String action = named ? access.action() : "kms:Decrypt";
    Finding finding =
        new Finding(
            told
                ? Words.summary(
                    "the caller may not use the KMS key" + (named ? " (`" + action + "`)" : ""),
                    "the caller may not use the KMS key")
                : hidden
                    ? "the KMS key is not there or not in this Region, or the caller may not use it"
                    : "the caller may lack the use of " + whose(facts) + " KMS key",
            told || part || hidden ? Finding.Specificity.MESSAGE : Finding.Specificity.KIND,
            Stream.concat(
                    because(facts, access, named).stream(), managed(facts, access, named).stream())
                .toList(),
            managed(facts, access, named).isPresent()
                ? ManagedKey.fixes(facts, uses(facts, "<key ARN>"))
                : KmsGrant.before(facts, fixes(facts, access, named)),
            Again.of(facts, "the call succeeds"));
    return decision.answer(
        Reason.KMS,
        finding,
        new Need(
            hidden ? "the key, its Region and its policy" : "the key and its policy",
            "aws kms get-key-policy --policy-name default --key-id "
                + (named ? access.argument() : "<key ARN>")));
  }

  /** That the key is one that AWS manages; empty where nothing tells. */
  private static Optional<Citation> managed(Facts facts, Access access, boolean named) {
    return Answers.managedKey(
        facts, named ? access.resource() : facts.parameter("SecretId").orElse(""));
  }

  private static List<Citation> because(Facts facts, Access access, boolean named) {
    if (!named && Decision.of(facts).isProven(Reason.KMS)) {
      return Words.cite(facts, PermissionsClue.KMS);
    }
    List<Citation> because = new ArrayList<>();
    because.add(access.sentence() ? access.cite() : facts.citeError());
    if (named) {
      because.addAll(OtherGrants.cite(facts));
      boolean ofKey = access.isImplicit(PolicyDocument.Type.RESOURCE);
      because.addAll(PolicyFixes.nearest(facts, ofKey ? Layer.RESOURCE : Layer.IDENTITY));
      because.addAll(DeletedPrincipals.cite(facts));
      because.addAll(KmsGrant.cite(facts));
      ResourceConditions.of(facts).stream()
          .limit(1)
          .forEach(m -> because.addAll(Unmet.of(facts, m).cite()));
    }
    return List.copyOf(because);
  }

  private static String whose(Facts facts) {
    return switch (facts.call().service()) {
      case "s3" -> "the object's";
      case "sqs" -> "the queue's";
      case "sns" -> "the topic's";
      case "secretsmanager" -> "the secret's";
      case "ssm" -> "the parameter's";
      case "kinesis" -> "the stream's";
      case "lambda" -> "the function's";
      case "ec2" -> "the volume's";
      default -> "the resource's";
    };
  }

  /**
   * An identity-based policy is enough only where the key's policy delegates to the caller's
   * account, which it does not where AWS misses an allow in it (KMS developer guide, "Allowing
   * users in other accounts to use a KMS key").
   */
  private static List<Fix> fixes(Facts facts, Access access, boolean named) {
    String key = named ? access.resourceOr() : "<key ARN>";
    String own = Principals.account(access.principal());
    String owner = named ? Principals.account(key) : "";
    boolean foreign = !own.isEmpty() && !owner.isEmpty() && !own.equals(owner);
    PrincipalElement caller = PrincipalElement.of(access);
    String statement = Grants.allowPrincipal(caller, named ? access.action() : "kms:Decrypt", "*");
    String grant = named ? Grants.allow(access.action(), key) : uses(facts, key);
    if (foreign) {
      List<Fix> fixes = new ArrayList<>();
      fixes.addAll(
          ofKey(
              facts,
              Fix.policyEdit(
                  "have account " + owner + " add this to its key's policy" + caller.remark(),
                  statement)));
      fixes.add(
          Fix.policyEdit(
              "both accounts must allow it: where account "
                  + own
                  + " does not yet, add this to a policy of the caller",
              grant));
      return List.copyOf(fixes);
    }
    if (access.isImplicit(PolicyDocument.Type.RESOURCE)) {
      return ofKey(
          facts, Fix.policyEdit("add this to the key's policy" + caller.remark(), statement));
    }
    if (named && access.denial().policyType() == PolicyDocument.Type.RESOURCE) {
      return KeyDelegation.unsaid(
          facts,
          Fix.policyEdit(
              "have the key's account add this to the key's policy" + caller.remark(), statement),
          grant);
    }
    Fix allow =
        through(facts)
            .orElseGet(() -> Fix.policyEdit("allow the key to the caller" + in(facts), grant));
    List<Fix> fixes = new ArrayList<>();
    if (named) {
      fixes.addAll(PolicyFixes.before(facts, allow, Set.of(Layer.IDENTITY)));
    } else {
      fixes.add(allow);
    }
    if (KeyDelegation.isGiven(facts, access)) {
      return List.copyOf(fixes);
    }
    fixes.add(
        Fix.policyEdit(
            "allow the caller in the key's policy, where that does not leave it to IAM or the key"
                + " is another account's"
                + caller.remark(),
            statement));
    return List.copyOf(fixes);
  }

  /** The service that used the key, where an Allow names another. */
  private static Optional<Fix> through(Facts facts) {
    return Turning.of(facts, PolicyMatch.of(facts).covering()).failing().stream()
        .filter(u -> u.key().equalsIgnoreCase(ToldKeys.VIA_SERVICE))
        .filter(u -> u.actual().flatMap(ContextValue::value).isPresent())
        .findFirst()
        .map(u -> {
          List<String> services = new ArrayList<>(u.condition().wanted());
          services.add(u.actual().flatMap(ContextValue::value).orElseThrow());
          return Fix.policyEdit(
              "let " + u.match().name() + " allow it through that service too",
              "\"Condition\": {%s: {%s: [%s]}}"
                  .formatted(
                      Literal.json(u.condition().operator()),
                      Literal.json(u.key()),
                      services.stream().map(Literal::json).collect(Collectors.joining(", "))));
        });
  }

  /** Changes of the key's policy where it was given, else the other. */
  private static List<Fix> ofKey(Facts facts, Fix other) {
    return Access.of(facts).isImplicit(PolicyDocument.Type.RESOURCE)
        ? PolicyFixes.before(facts, other, Set.of(Layer.RESOURCE))
        : List.of(other);
  }

  /** The caller's policy among those given, where it can be changed. */
  private static String in(Facts facts) {
    List<String> names =
        Simulated.of(facts).stream()
            .flatMap(s -> s.set().identity().stream())
            .map(p -> p.name())
            .distinct()
            .toList();
    return names.size() == 1 ? " in " + names.getFirst() : "";
  }

  /** Reading needs kms:Decrypt, writing kms:GenerateDataKey, parts of an upload need both. */
  private static String uses(Facts facts, String key) {
    if (READING.contains(facts.call().operation())) {
      return Grants.allow("kms:Decrypt", key);
    }
    return """
    {
      "Effect": "Allow",
      "Action": ["kms:Decrypt", "kms:GenerateDataKey"],
      "Resource": %s
    }\
    """
        .formatted(Literal.json(key));
  }
}
