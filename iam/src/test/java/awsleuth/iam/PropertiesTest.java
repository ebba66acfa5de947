package awsleuth.iam;

import static org.assertj.core.api.Assertions.assertThat;

import awsleuth.iam.batch.BatchLine;
import awsleuth.iam.generate.CaseGenerator;
import awsleuth.iam.generate.JsonText;
import awsleuth.iam.policy.Effect;
import awsleuth.iam.policy.Policy;
import awsleuth.iam.policy.PolicyType;
import awsleuth.iam.policy.Statement;
import awsleuth.iam.request.Principal;
import awsleuth.iam.request.Request;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** What holds of every decision, tried on generated cases. */
class PropertiesTest {

  private static final int CASES = Integer.getInteger("iam.cases", 10_000) / 4;

  /** A generated case, read. */
  private record Case(String line, PolicySet policies, Request request, Random random) {

    static Case number(int number) {
      String line = JsonText.of(CaseGenerator.make(number));
      BatchLine read = BatchLine.read(line);
      return new Case(line, read.policies(), read.request().orElseThrow(), new Random(number));
    }

    Result decide(PolicySet set) {
      return Authorizer.of(set).decide(request);
    }

    boolean isAlwaysAllowed() {
      return request.action().startsWith("sts:Get");
    }
  }

  private interface Property {
    void holds(Case one);
  }

  private static void forAll(Property property) {
    for (int number = 0; number < CASES; number++) {
      property.holds(Case.number(number));
    }
  }

  @Test
  void aMatchingDenyAlwaysDenies() {
    forAll(one -> {
      PolicySet set = one.policies();
      if (one.isAlwaysAllowed()) {
        return;
      }
      Policy resource = Rewriting.denyAll(PolicyType.RESOURCE);
      assertDenied(one, set.withResource(Rewriting.plus(set.resource(), resource)));
      Policy endpoint = Rewriting.denyAll(PolicyType.VPC_ENDPOINT);
      assertDenied(one, set.withEndpoint(Rewriting.plus(set.endpoint(), endpoint)));
      if (one.request().principal().account().isEmpty()) {
        return;
      }
      Policy identity = Rewriting.denyAll(PolicyType.IDENTITY);
      assertDenied(one, set.withIdentity(Rewriting.plus(set.identity(), identity)));
    });
  }

  private static void assertDenied(Case one, PolicySet set) {
    assertThat(one.decide(set)).as(one.line()).isEqualTo(Result.EXPLICIT_DENY);
  }

  @Test
  void nothingIsAllowedWithoutAnAllow() {
    forAll(one -> {
      boolean root = one.request().principal() instanceof Principal.Root;
      if (!one.isAlwaysAllowed() && !root) {
        PolicySet denies = Rewriting.keep(one.policies(), s -> s.effect() == Effect.DENY);
        assertThat(one.decide(denies)).as(one.line()).isNotEqualTo(Result.ALLOWED);
      }
    });
  }

  @Test
  void orderAndDuplicatesOfPoliciesAndStatementsDoNotMatter() {
    forAll(one -> {
      PolicySet other = Rewriting.lists(one.policies(), p -> shuffled(p, one.random()));
      assertThat(one.decide(other)).as(one.line()).isEqualTo(one.decide(one.policies()));
    });
  }

  private static List<Policy> shuffled(List<Policy> policies, Random random) {
    List<Policy> all = new ArrayList<>();
    for (Policy policy : policies) {
      List<Statement> statements = new ArrayList<>(policy.statements());
      if (!statements.isEmpty()) {
        statements.add(statements.get(random.nextInt(statements.size())));
      }
      Collections.shuffle(statements, random);
      all.add(Rewriting.with(policy, statements));
    }
    if (!all.isEmpty()) {
      all.add(all.get(random.nextInt(all.size())));
    }
    Collections.shuffle(all, random);
    return all;
  }

  @Test
  void removingADenyNeverTurnsAllowedIntoDenied() {
    forAll(one -> {
      if (one.decide(one.policies()) == Result.ALLOWED) {
        PolicySet less = without(one, Effect.DENY);
        assertThat(one.decide(less)).as(one.line()).isEqualTo(Result.ALLOWED);
      }
    });
  }

  /** Except that it may make a bucket private, which then is open again to whom it names. */
  @Test
  void removingAnAllowNeverTurnsDeniedIntoAllowed() {
    forAll(one -> {
      boolean buckets = one.policies().settings().blockPublicAccess();
      if (!buckets && one.decide(one.policies()).denied()) {
        PolicySet less = without(one, Effect.ALLOW);
        assertThat(one.decide(less)).as(one.line()).isNotEqualTo(Result.ALLOWED);
      }
    });
  }

  /** The policies without one of their statements. */
  private static PolicySet without(Case one, Effect effect) {
    List<Statement> some = Rewriting.statements(one.policies(), effect);
    if (some.isEmpty()) {
      return one.policies();
    }
    Statement gone = some.get(one.random().nextInt(some.size()));
    return Rewriting.keep(one.policies(), statement -> !statement.equals(gone));
  }
}
