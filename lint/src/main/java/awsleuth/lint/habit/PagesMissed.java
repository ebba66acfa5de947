package awsleuth.lint.habit;

import awsleuth.lint.Fix;
import awsleuth.lint.Level;
import awsleuth.lint.code.AwsCall;
import awsleuth.lint.code.Literals;
import awsleuth.lint.code.Program;
import awsleuth.lint.code.Type;
import awsleuth.lint.python.Node;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** The list of a response is gone through, and its token for the next page is not looked at. */
final class PagesMissed implements Habit {

  /** Words in the names of members that say where the next page begins, or that there is one. */
  private static final Pattern TOKEN =
      Pattern.compile(
          "(?i).*(?:token|marker|next|truncated|lastevaluated|cursor|position|hasmore|isend).*");

  /** Words in the names of parameters that say how many are wanted, or where to go on. */
  private static final Pattern LIMIT =
      Pattern.compile(
          "(?i).*(?:max|limit|size|count|token|marker|startingposition|exclusivestart).*");

  /** Functions that go through what they are given. */
  private static final Set<String> THROUGH =
      Set.of(
          "len",
          "list",
          "sorted",
          "set",
          "enumerate",
          "sum",
          "any",
          "all",
          "max",
          "min",
          "map",
          "filter",
          "reversed",
          "tuple");

  /** What never has a second page: quotas of AWS keep it below the first one's size. */
  private static final Set<String> ONE_PAGE =
      Set.of(
          "iam ListAccessKeys",
          "iam ListMFADevices",
          "iam ListSigningCertificates",
          "iam ListSSHPublicKeys",
          "iam ListServiceSpecificCredentials",
          "iam ListUserTags",
          "iam ListRoleTags",
          "iam ListPolicyTags",
          "iam ListPolicyVersions",
          "iam ListGroupsForUser",
          "iam ListInstanceProfilesForRole",
          "iam ListAttachedRolePolicies",
          "iam ListAttachedUserPolicies",
          "iam ListAttachedGroupPolicies",
          "iam ListAccountAliases",
          "organizations ListRoots",
          "organizations ListParents",
          "s3 ListBuckets");

  /** What EC2 gives in pages of its own size, also where nobody asks for them. */
  private static final Set<String> PAGES_OF_EC2 =
      Set.of("DescribeInstanceTypes", "DescribeInstanceTypeOfferings", "DescribeSpotPriceHistory");

  /** What begins as if it gave one thing and gives many. */
  private static final Set<String> MANY =
      Set.of(
          "apigateway GetResources",
          "ec2 DescribeSpotPriceHistory",
          "glue GetPartitions",
          "glue GetTables",
          "iam GetGroup",
          "ssm GetParametersByPath",
          "ssm GetParameterHistory",
          "xray GetTraceSummaries");

  @Override
  public String id() {
    return "lint/pages-missed";
  }

  @Override
  public Level level() {
    return Level.WARNING;
  }

  @Override
  public void look(Program program, Found found) {
    for (Node node : program.nodes("call")) {
      AwsCall call = program.call(node);
      if (mayHavePages(call) && isGoneThrough(program, node)) {
        tell(
            found,
            node,
            Fix.review(
                "go through all pages",
                "for page in client.get_paginator('" + call.method() + "').paginate(…):"));
      } else if (readsTable(program, node) && isGoneThrough(program, node)) {
        tell(
            found,
            node,
            Fix.review(
                "ask again with ExclusiveStartKey while the answer has a LastEvaluatedKey", ""));
      }
    }
  }

  private void tell(Found found, Node call, Fix fix) {
    String method = "`" + Shown.method(call) + "`";
    found.add(this, call, method + " gives one page, and nothing asks for the next", fix);
  }

  /** Whether it reads a DynamoDB table by its resource, which gives 1 MB in one answer. */
  private static boolean readsTable(Program program, Node call) {
    return program.type(call.child("function")) instanceof Type.Method m
        && m.owner() instanceof Type.Resource r
        && r.service().equals("dynamodb")
        && (m.name().equals("scan") || m.name().equals("query"))
        && !Literals.isOpen(call)
        && call.child("arguments").all("keyword_argument").stream()
            .noneMatch(a -> LIMIT.matcher(a.child("name").text()).matches());
  }

  private static boolean mayHavePages(AwsCall call) {
    boolean paginated = call.known() != null && call.known().paginated();
    // EC2 mostly gives all that there is where no MaxResults is given.
    if (!paginated
        || (call.service().equals("ec2") && !PAGES_OF_EC2.contains(call.name()))
        || ONE_PAGE.contains(call.service() + " " + call.name())
        || call.name().contains("Tags")) {
      return false;
    }
    if (Literals.isOpen(call.node())) {
      return false;
    }
    List<Node> arguments = call.node().child("arguments").all("keyword_argument");
    boolean one = !MANY.contains(call.service() + " " + call.name());
    boolean some =
        one
            && (call.name().startsWith("Describe")
                || call.name().startsWith("Get")
                || call.name().startsWith("BatchGet"));
    return arguments.stream()
        .map(a -> a.child("name").text())
        .noneMatch(name -> LIMIT.matcher(name).matches() || some || isNames(name));
  }

  /** Whether a parameter names each of those that are wanted. */
  private static boolean isNames(String name) {
    return name.endsWith("Ids")
        || name.endsWith("Names")
        || name.endsWith("Arns")
        || name.endsWith("ARNs");
  }

  /** Whether a response is used for its list alone, which is gone through. */
  private static boolean isGoneThrough(Program program, Node call) {
    Node whole = call.parent().is("await") ? call.parent() : call;
    Node parent = whole.parent();
    if (parent.is("assignment") && parent.child("left").is("identifier")) {
      Node name = parent.child("left");
      List<Node> uses = program.uses(name);
      return program.bindings(name) == 1
          && !uses.isEmpty()
          && !isAgain(call, name)
          && uses.stream().allMatch(PagesMissed::isMember)
          && uses.stream()
              .anyMatch(
                  u -> isThrough(u.parent().is("attribute") ? u.parent().parent() : u.parent()));
    }
    return isMember(whole) && isThrough(parent.is("attribute") ? parent.parent() : parent);
  }

  /** Whether a call is made in a loop, which may go on from what it got. */
  private static boolean isAgain(Node call, Node name) {
    return call.above("while_statement", "function_definition").is("while_statement")
        && name.exists();
  }

  /** Whether of a response a member is taken that is no token. */
  private static boolean isMember(Node response) {
    Node parent = response.parent();
    Node key = Node.NONE;
    if (parent.is("subscript") && parent.child("value") == response) {
      key = parent.child("subscript");
    } else if (parent.is("attribute")
        && parent.child("attribute").isText("get")
        && parent.parent().is("call")) {
      key = Literals.argument(parent.parent(), "", 0);
    } else if (parent.is("comparison_operator") && parent.children().getFirst() != response) {
      key = parent.children().getFirst();
    }
    return Literals.text(key).filter(k -> !TOKEN.matcher(k).matches()).isPresent();
  }

  /** Whether a list is gone through where it is taken. */
  private static boolean isThrough(Node list) {
    Node parent = list.parent();
    boolean loop =
        (parent.is("for_statement") || parent.is("for_in_clause")) && list.field().equals("right");
    // Who is given the list alone cannot ask for the rest of it.
    boolean returned = parent.is("return_statement");
    boolean given =
        parent.is("argument_list")
            && parent.parent().is("call")
            && THROUGH.contains(parent.parent().child("function").text());
    return loop || given || returned;
  }
}
