package awsleuth.collect.live;

import static org.assertj.core.api.Assertions.assertThat;

import awsleuth.aws.AwsCatalog;
import awsleuth.aws.IamAction;
import awsleuth.core.Artifact.Kind;
import awsleuth.testkit.ScriptedAws;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** Every operation that questions about failures can call, by name: all of them only read. */
class OperationsTest {

  private static final Set<String> ALL =
      Set.of(
          "DecodeAuthorizationMessage",
          "DescribePolicy",
          "FilterLogEvents",
          "GET /2015-03-31/functions/arn:aws:lambda:us-east-1:123456789012:function:f/policy",
          "GET /invoices",
          "GetCallerIdentity",
          "DescribeOrganization",
          "GetGroupPolicy",
          "GetKeyPolicy",
          "GetMetricData",
          "GetPolicy",
          "GetPolicyVersion",
          "GetQueueAttributes",
          "GetRepositoryPolicy",
          "GetResourcePolicy",
          "GetRole",
          "GetRolePolicy",
          "GetTopicAttributes",
          "GetUser",
          "GetUserPolicy",
          "ListAttachedGroupPolicies",
          "ListAttachedRolePolicies",
          "ListAttachedUserPolicies",
          "ListGroupPolicies",
          "ListGroupsForUser",
          "ListMetrics",
          "ListParents",
          "ListPoliciesForTarget",
          "ListRolePolicies",
          "ListServiceQuotas",
          "ListUserPolicies",
          "LookupEvents",
          "SimulatePrincipalPolicy");

  /** One of each kind of resource whose policy is read, and an action on it. */
  private static final Map<String, String> RESOURCES =
      Map.of(
          "arn:aws:s3:::invoices", "s3:ListBucket",
          "arn:aws:kms:us-east-1:123456789012:key/k", "kms:Decrypt",
          "arn:aws:sqs:us-east-1:123456789012:q", "sqs:SendMessage",
          "arn:aws:sns:us-east-1:123456789012:t", "sns:Publish",
          "arn:aws:lambda:us-east-1:123456789012:function:f", "lambda:InvokeFunction",
          "arn:aws:secretsmanager:us-east-1:123456789012:secret:s", "secretsmanager:GetSecretValue",
          "arn:aws:ecr:us-east-1:123456789012:repository/team/web", "ecr:BatchGetImage");

  @Test
  void noneButTheseIsCalledAndEachOfThemOnlyReads() throws IOException {
    Set<String> called = new TreeSet<>();
    try (Account account = new Account()) {
      answering(account.logGroup("g").aws());
      for (var resource : RESOURCES.entrySet()) {
        for (String caller : List.of("user/ann", "assumed-role/app/i-1")) {
          account.ask(denied(caller, resource.getValue(), resource.getKey()));
        }
      }
      account.ask(
          Account.facts(
              Kind.TRACEBACK,
              "An error occurred (ThrottlingException) when calling the GetMetricData operation:"
                  + " Rate exceeded"));
      account.aws().asked().forEach(a -> called.add(a.operation()));
    }
    assertThat(called).containsExactlyInAnyOrderElementsOf(ALL);
    for (String operation : called) {
      if (!operation.startsWith("GET ") && !operation.equals("DecodeAuthorizationMessage")) {
        assertThat(levels(operation))
            .as(operation)
            .isNotEmpty()
            .isSubsetOf(IamAction.Level.LIST, IamAction.Level.READ);
      }
    }
  }

  /** Under which levels AWS sorts what an operation needs, in the services that are asked. */
  private static Set<IamAction.Level> levels(String operation) {
    AwsCatalog catalog = AwsCatalog.embedded();
    Set<IamAction.Level> levels = new TreeSet<>();
    for (String service :
        List.of(
            "iam",
            "sts",
            "organizations",
            "cloudtrail",
            "logs",
            "service-quotas",
            "cloudwatch",
            "kms",
            "sqs",
            "sns",
            "secretsmanager",
            "ecr")) {
      for (String action : catalog.iamActions(service, operation)) {
        levels.add(catalog.iam().action(action).orElseThrow().level());
      }
    }
    return levels;
  }

  private static awsleuth.core.fact.Facts denied(String caller, String action, String resource) {
    return Account.facts(
        Kind.TRACEBACK,
        "An error occurred (AccessDenied) when calling the "
            + action.substring(action.indexOf(':') + 1)
            + " operation: User: arn:aws:iam::123456789012:"
            + caller
            + " is not authorized to perform: "
            + action
            + " on resource: "
            + resource
            + " because no identity-based policy allows the "
            + action
            + " action. Encoded authorization failure message: 4gSP4lbG");
  }

  /** Answers with one of each thing, so that all that is asked about it is asked. */
  private static void answering(ScriptedAws aws) {
    String names = "<PolicyNames><member>p</member></PolicyNames>";
    String attached =
        "<AttachedPolicies><member><PolicyArn>arn:aws:iam::123456789012:policy/p</PolicyArn>"
            + "</member></AttachedPolicies>";
    for (String kind : List.of("User", "Role", "Group")) {
      aws.on("List" + kind + "Policies", ScriptedAws.result("List" + kind + "Policies", names));
      String list = "ListAttached" + kind + "Policies";
      aws.on(list, ScriptedAws.result(list, attached));
    }
    aws.on(
            "ListGroupsForUser",
            ScriptedAws.result(
                "ListGroupsForUser", "<Groups><member><GroupName>g</GroupName></member></Groups>"))
        .on(
            "GetPolicy",
            ScriptedAws.result(
                "GetPolicy", "<Policy><DefaultVersionId>v1</DefaultVersionId></Policy>"))
        .on("ListParents", "{\"Parents\": [{\"Id\": \"r-1\"}]}")
        .on("ListPoliciesForTarget", "{\"Policies\": [{\"Id\": \"p-1\", \"Name\": \"guard\"}]}")
        .on("LookupEvents", "{\"Events\": []}")
        .on("ListMetrics", "{\"Metrics\": [{\"MetricName\": \"CallCount\"}]}");
  }
}
