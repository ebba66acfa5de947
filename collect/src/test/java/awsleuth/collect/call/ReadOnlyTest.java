package awsleuth.collect.call;

import static org.assertj.core.api.Assertions.assertThat;

import awsleuth.aws.AwsCatalog;
import awsleuth.aws.IamAction;
import awsleuth.aws.IamAction.Level;
import awsleuth.aws.Operation;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/**
 * Every operation that can be called, of all services, only reads: judged by a list of names and by
 * what AWS says of the actions, and not by the code that allows calls.
 */
class ReadOnlyTest {

  private static final AwsCatalog CATALOG = AwsCatalog.embedded();

  /**
   * Operations that are no List or Describe, each looked up by hand in the service's reference:
   * they answer a question and change nothing.
   */
  private static final Set<String> LOOKED_UP =
      Set.of(
          "cloudtrail LookupEvents",
          "cloudwatch GetMetricData",
          "ecr GetRepositoryPolicy",
          "iam GetAccountAuthorizationDetails",
          "iam GetGroupPolicy",
          "iam GetPolicy",
          "iam GetPolicyVersion",
          "iam GetRole",
          "iam GetRolePolicy",
          "iam GetUser",
          "iam GetUserPolicy",
          "iam SimulatePrincipalPolicy",
          "kms GetKeyPolicy",
          "lambda GetPolicy",
          "logs FilterLogEvents",
          "s3 GetBucketOwnershipControls",
          "s3 GetBucketPolicy",
          "s3 GetPublicAccessBlock",
          "s3 HeadBucket",
          "s3 HeadObject",
          "secretsmanager GetResourcePolicy",
          "service-quotas GetAWSDefaultServiceQuota",
          "service-quotas GetServiceQuota",
          "sns GetTopicAttributes",
          "sqs GetQueueAttributes",
          "sts DecodeAuthorizationMessage",
          "sts GetCallerIdentity");

  /** One that reads although AWS sorts its action under Write. */
  private static final Set<String> SORTED_AMONG_WRITES = Set.of("sts DecodeAuthorizationMessage");

  private record Callable(String service, Operation operation) {
    String named() {
      return service + " " + operation.name();
    }
  }

  private static List<Callable> all(BiPredicate<String, Operation> wanted) {
    List<Callable> all = new ArrayList<>();
    for (String name : CATALOG.services()) {
      var service = CATALOG.service(name).orElseThrow();
      for (String operation : service.operationNames()) {
        Operation known = service.operation(operation).orElseThrow();
        if (wanted.test(name, known)) {
          all.add(new Callable(name, known));
        }
      }
    }
    return all;
  }

  private static List<Callable> callable() {
    return all((service, operation) -> ReadOnly.allows(CATALOG, service, operation));
  }

  /** Why an operation must not be called; empty where it only reads. */
  private static Optional<String> wrong(Callable each) {
    String name = each.operation().name();
    if (!name.matches("(List|Describe)([A-Z0-9].*)?") && !LOOKED_UP.contains(each.named())) {
      return Optional.of("its name is none of a question, and nobody looked it up");
    }
    if (!Set.of("GET", "HEAD", "POST", "QUERY").contains(each.operation().method())) {
      return Optional.of("it is sent by " + each.operation().method());
    }
    List<String> actions = CATALOG.iamActions(each.service(), name);
    List<String> writes =
        actions.stream()
            .filter(a ->
                CATALOG
                    .iam()
                    .action(a)
                    .map(IamAction::level)
                    .filter(Set.of(Level.LIST, Level.READ)::contains)
                    .isEmpty())
            .toList();
    return (actions.isEmpty() || !writes.isEmpty()) && !SORTED_AMONG_WRITES.contains(each.named())
        ? Optional.of(
            "AWS does not sort under List or Read: " + (actions.isEmpty() ? name : writes))
        : Optional.empty();
  }

  @Test
  void noneOfThemWrites() {
    List<Callable> callable = callable();
    assertThat(callable).hasSizeGreaterThan(3000);
    assertThat(callable)
        .filteredOn(each -> wrong(each).isPresent())
        .extracting(each -> each.named() + ": " + wrong(each).orElse(""))
        .isEmpty();
  }

  @Test
  void whatIsNoListOrDescribeWasLookedUpOneByOne() {
    assertThat(
            callable().stream()
                .filter(each -> !each.operation().name().matches("(List|Describe).*"))
                .map(Callable::named)
                .collect(Collectors.toSet()))
        .isEqualTo(LOOKED_UP);
  }

  @Test
  void eachOfTheThousandsThatWriteWouldBeFound() {
    List<Callable> writes =
        all((_, operation) ->
            operation
                .name()
                .matches(
                    "(Create|Put|Delete|Update|Modify|Start|Stop|Terminate|Run|Send|Publish|Invoke"
                        + "|Attach|Detach|Tag|Untag|Assume|Register|Cancel|Reset|Batch)[A-Z].*"));
    assertThat(writes).hasSizeGreaterThan(5000);
    assertThat(writes).allSatisfy(each -> assertThat(wrong(each)).as(each.named()).isPresent());
  }

  @Test
  void aWriteThatIsNamedAsAQuestionWouldBeFoundByItsAction() {
    List<Callable> named =
        all((service, operation) ->
            operation.name().matches("(List|Describe)[A-Z].*")
                && CATALOG.iamActions(service, operation.name()).stream()
                    .flatMap(a -> CATALOG.iam().action(a).stream())
                    .anyMatch(a -> a.level() == Level.WRITE));
    assertThat(named).isNotEmpty();
    assertThat(named)
        .allSatisfy(each -> {
          assertThat(wrong(each)).as(each.named()).isPresent();
          assertThat(ReadOnly.allows(CATALOG, each.service(), each.operation()))
              .as(each.named())
              .isFalse();
        });
  }

  @Test
  void whatGivesSecretsOrChangesSomethingIsNotAmongThem() {
    assertThat(callable().stream().map(Callable::named).toList())
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
            "ec2 DescribeVpnConnections",
            "storagegateway DescribeChapCredentials",
            "logs StartQuery");
  }
}
