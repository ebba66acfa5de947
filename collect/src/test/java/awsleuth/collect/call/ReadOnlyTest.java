package awsleuth.collect.call;

import static org.assertj.core.api.Assertions.assertThat;

import awsleuth.aws.AwsCatalog;
import awsleuth.aws.IamAction.Level;
import awsleuth.aws.Operation;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Every operation that can be called, of all services, only reads. */
class ReadOnlyTest {

  private static final AwsCatalog CATALOG = AwsCatalog.embedded();

  /** An operation that reads although AWS sorts its action under Write. */
  private static final Set<String> SORTED_AMONG_WRITES = Set.of("sts DecodeAuthorizationMessage");

  private record Callable(String service, Operation operation) {
    String named() {
      return service + " " + operation.name();
    }
  }

  private static List<Callable> callable() {
    List<Callable> all = new ArrayList<>();
    for (String name : CATALOG.services()) {
      var service = CATALOG.service(name).orElseThrow();
      for (String operation : service.operationNames()) {
        Operation known = service.operation(operation).orElseThrow();
        if (ReadOnly.allows(CATALOG, name, known)) {
          all.add(new Callable(name, known));
        }
      }
    }
    return all;
  }

  @Test
  void awsSortsAllOfThemUnderListOrRead() {
    for (Callable each : callable()) {
      if (!SORTED_AMONG_WRITES.contains(each.named())) {
        assertThat(CATALOG.iamActions(each.service(), each.operation().name()))
            .as(each.named())
            .isNotEmpty()
            .allSatisfy(action ->
                assertThat(CATALOG.iam().action(action).orElseThrow().level())
                    .isIn(Level.LIST, Level.READ));
      }
    }
  }

  @Test
  void theirNamesAreThoseOfQuestions() {
    assertThat(callable())
        .allSatisfy(each ->
            assertThat(each.operation().name())
                .matches("(List|Describe|Get|Head|Lookup|Filter|Simulate|Decode)[A-Z].*"));
  }

  @Test
  void noneOfThemPutsOrDeletesByItsMethod() {
    assertThat(callable())
        .allSatisfy(
            each -> assertThat(each.operation().method()).isIn("GET", "HEAD", "POST", "QUERY"));
  }

  @Test
  void whatGivesSecretsOrChangesSomethingIsNotAmongThem() {
    assertThat(callable().stream().map(Callable::named).toList())
        .hasSizeGreaterThan(3000)
        .contains("s3 ListBuckets", "sts GetCallerIdentity", "ec2 DescribeInstances")
        .doesNotContain(
            "secretsmanager GetSecretValue",
            "ssm GetParameter",
            "ssm GetParameters",
            "kms Decrypt",
            "sts AssumeRole",
            "sts GetSessionToken",
            "ecr GetAuthorizationToken",
            "sqs ReceiveMessage",
            "lambda Invoke",
            "dynamodb GetItem",
            "s3 GetObject",
            "iam CreateRole",
            "cognito-idp DescribeUserPoolClient",
            "logs StartQuery");
  }
}
