package awsleuth.core.cause.permissions;

import awsleuth.core.cause.Outcome;
import awsleuth.core.evidence.NoBoundary;
import awsleuth.core.evidence.Source;
import awsleuth.core.fact.Facts;
import java.util.Optional;

/**
 * That the caller has no permissions boundary, as IAM said.
 *
 * @param source where it says so
 */
record Unbounded(Source source) {

  /** Empty where nothing says so. */
  static Optional<Unbounded> of(Facts facts) {
    Access access = Access.of(facts);
    String account = Principals.account(access.principal());
    return facts.given(NoBoundary.class).stream()
        .filter(n -> isSame(n.principal(), access.owner()))
        .filter(n -> !account.isEmpty() && account.equals(Principals.account(n.principal())))
        .findFirst()
        .map(n -> new Unbounded(n.source()));
  }

  /** Whether an ARN, perhaps with a path, is of {@code role/NAME} or {@code user/NAME}. */
  private static boolean isSame(String arn, String owner) {
    int slash = owner.indexOf('/');
    return slash > 0
        && arn.contains(":" + owner.substring(0, slash + 1))
        && arn.endsWith("/" + owner.substring(owner.lastIndexOf('/') + 1));
  }

  Outcome outcome() {
    return Outcome.ruledOut("the caller has no permissions boundary", source);
  }
}
