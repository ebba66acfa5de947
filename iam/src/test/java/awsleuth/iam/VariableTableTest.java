package awsleuth.iam;

import static org.assertj.core.api.Assertions.assertThat;

import awsleuth.iam.policy.Policy;
import awsleuth.iam.policy.PolicyParser;
import awsleuth.iam.policy.PolicyType;
import awsleuth.iam.reference.Reference;
import awsleuth.iam.request.Context;
import awsleuth.iam.request.ContextValue.Present;
import awsleuth.iam.request.Principal;
import awsleuth.iam.request.Request;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Policy variables: where they are replaced, by what, and what they are where they have no value
 * (IAM user guide, "IAM policy elements: Variables and tags" and "Version",
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_variables.html).
 */
class VariableTableTest {

  /** Version; the Resource of an Allow; the request's resource; whether it is covered. */
  private static final String RESOURCES =
      """
      2012-10-17 | arn:aws:s3:::b/${aws:username}/*                     | arn:aws:s3:::b/alice/k         | yes
      2012-10-17 | arn:aws:s3:::b/${aws:username}/*                     | arn:aws:s3:::b/bob/k           | no
      2012-10-17 | arn:aws:s3:::b/${AWS:UserName}/*                     | arn:aws:s3:::b/alice/k         | yes
      2008-10-17 | arn:aws:s3:::b/${aws:username}/*                     | arn:aws:s3:::b/alice/k         | no
      2008-10-17 | arn:aws:s3:::b/${aws:username}/*                     | arn:aws:s3:::b/${aws:username}/k | yes
      none       | arn:aws:s3:::b/${aws:username}/*                     | arn:aws:s3:::b/alice/k         | no
      none       | arn:aws:s3:::b/${aws:username}/*                     | arn:aws:s3:::b/${aws:username}/k | yes
      2012-10-17 | arn:aws:s3:::b/${aws:PrincipalTag/none, 'x'}/k       | arn:aws:s3:::b/x/k             | yes
      2012-10-17 | arn:aws:s3:::b/${aws:PrincipalTag/none, 'x'}/k       | arn:aws:s3:::b/y/k             | no
      2012-10-17 | arn:aws:s3:::b/${aws:PrincipalTag/team, 'x'}/k       | arn:aws:s3:::b/red/k           | yes
      2012-10-17 | arn:aws:s3:::b/${aws:PrincipalTag/team, 'x'}/k       | arn:aws:s3:::b/x/k             | no
      2012-10-17 | arn:aws:s3:::b/${aws:username, 'x'}/k                | arn:aws:s3:::b/alice/k         | yes
      2012-10-17 | arn:aws:s3:::b/${aws:PrincipalTag/none}/k            | arn:aws:s3:::b//k              | no
      2012-10-17 | arn:aws:s3:::b/${aws:PrincipalTag/empty}/k           | arn:aws:s3:::b//k              | yes
      2012-10-17 | arn:aws:s3:::b/${aws:TagKeys}/k                      | arn:aws:s3:::b/Owner/k         | no
      2012-10-17 | arn:aws:s3:::b/${*}/k                                | arn:aws:s3:::b/*/k             | yes
      2012-10-17 | arn:aws:s3:::b/${*}/k                                | arn:aws:s3:::b/a/k             | no
      2012-10-17 | arn:aws:s3:::b/a${?}                                 | arn:aws:s3:::b/a?              | yes
      2012-10-17 | arn:aws:s3:::b/a${?}                                 | arn:aws:s3:::b/ab              | no
      2012-10-17 | arn:aws:s3:::b/${$}5                                 | arn:aws:s3:::b/$5              | yes
      2012-10-17 | arn:aws:s3:::b/${$}{aws:username}                    | arn:aws:s3:::b/${aws:username} | yes
      2012-10-17 | arn:aws:s3:::b/${$}{aws:username}                    | arn:aws:s3:::b/alice           | no
      2008-10-17 | arn:aws:s3:::b/a${?}                                 | arn:aws:s3:::b/a?              | no
      2008-10-17 | arn:aws:s3:::b/a${?}                                 | arn:aws:s3:::b/a${x}           | yes
      2012-10-17 | arn:aws:s3:::b/${aws:PrincipalTag/star}/k            | arn:aws:s3:::b/*/k             | yes
      2012-10-17 | arn:aws:s3:::b/${aws:PrincipalTag/star}/k            | arn:aws:s3:::b/a/k             | no
      2012-10-17 | arn:aws:s3:::b/${aws:username}-${aws:PrincipalTag/team}/* | arn:aws:s3:::b/alice-red/k | yes
      """;

  /** Version; operator; the policy's value for the tag; the tag's value; whether it is met. */
  private static final String CONDITIONS =
      """
      2012-10-17 | StringEquals              | ${aws:username}                 | alice | yes
      2012-10-17 | StringEquals              | ${aws:username}                 | bob   | no
      2012-10-17 | StringEqualsIgnoreCase    | ${aws:username}                 | ALICE | yes
      2012-10-17 | StringLike                | ${aws:username}-*               | alice-1 | yes
      2012-10-17 | StringNotEquals           | ${aws:username}                 | alice | no
      2012-10-17 | StringEquals              | ${aws:PrincipalTag/none}        | alice | no
      2012-10-17 | StringNotEquals           | ${aws:PrincipalTag/none}        | alice | yes
      2012-10-17 | StringNotLike             | ${aws:PrincipalTag/none}        | alice | yes
      2012-10-17 | StringEquals              | ${aws:PrincipalTag/none, 'x'}   | x     | yes
      2012-10-17 | StringNotEquals           | ${aws:PrincipalTag/none, 'x'}   | x     | no
      2012-10-17 | StringEquals              | ${*}                            | *     | yes
      2012-10-17 | StringEquals              | ${?}                            | ?     | yes
      2012-10-17 | StringEquals              | ${$}                            | $     | yes
      2012-10-17 | StringLike                | a${*}                           | a*    | yes
      2012-10-17 | StringLike                | a${*}                           | ab    | no
      2012-10-17 | StringLike                | ${aws:PrincipalTag/star}        | *     | yes
      2012-10-17 | StringLike                | ${aws:PrincipalTag/star}        | a     | no
      2008-10-17 | StringEquals              | ${aws:username}                 | alice | no
      2008-10-17 | StringEquals              | ${aws:username}                 | ${aws:username} | yes
      2008-10-17 | StringNotEquals           | ${aws:username}                 | alice | yes
      2008-10-17 | StringEquals              | ${*}                            | *     | no
      2012-10-17 | ArnLike                   | arn:aws:s3:::${aws:username}    | arn:aws:s3:::alice | yes
      2012-10-17 | ArnEquals                 | arn:aws:s3:::${aws:username}    | arn:aws:s3:::bob   | no
      2012-10-17 | ArnNotEquals              | arn:aws:s3:::${aws:PrincipalTag/none} | arn:aws:s3:::bob | yes
      """;

  static Stream<Arguments> resources() {
    return rows(RESOURCES);
  }

  static Stream<Arguments> conditions() {
    return rows(CONDITIONS);
  }

  private static Stream<Arguments> rows(String table) {
    return table.lines().map(line -> Arguments.of((Object[]) line.strip().split("\\s*\\|\\s*")));
  }

  @ParameterizedTest
  @MethodSource("resources")
  void aVariableInAResourceIsItsValue(
      String version, String pattern, String resource, String covered) {
    assertThat(decide(version, "\"Resource\": \"" + pattern + "\"", resource, "x"))
        .isEqualTo(covered.equals("yes"));
  }

  @ParameterizedTest
  @MethodSource("conditions")
  void aVariableInAConditionIsItsValue(
      String version, String operator, String wanted, String actual, String met) {
    String condition =
        "\"Resource\": \"*\", \"Condition\": {\""
            + operator
            + "\": {\"aws:RequestTag/t\": \""
            + wanted
            + "\"}}";
    assertThat(decide(version, condition, "arn:aws:s3:::b/k", actual)).isEqualTo(met.equals("yes"));
  }

  @ParameterizedTest
  @MethodSource("resources")
  void anExceptionThatDoesNotCoverDoesNotExcept(
      String version, String pattern, String resource, String covered) {
    assertThat(decide(version, "\"NotResource\": \"" + pattern + "\"", resource, "x"))
        .isEqualTo(covered.equals("no"));
  }

  /** Whether a statement allows, by the engine and by the reference. */
  private static boolean decide(String version, String elements, String resource, String tag) {
    String text =
        "{"
            + (version.equals("none") ? "" : "\"Version\": \"" + version + "\", ")
            + "\"Statement\": {\"Effect\": \"Allow\", \"Action\": \"s3:GetObject\", "
            + elements
            + "}}";
    Policy policy = PolicyParser.parse("p", PolicyType.IDENTITY, text).policy().orElseThrow();
    PolicySet set = PolicySet.NONE.withIdentity(List.of(policy));
    Context context =
        Context.EMPTY
            .with("aws:RequestTag/t", tag)
            .with("aws:PrincipalTag/team", "red")
            .with("aws:PrincipalTag/empty", "")
            .with("aws:PrincipalTag/star", "*")
            .with("aws:TagKeys", Present.of(List.of("Owner")));
    Principal alice = Principal.parse("arn:aws:iam::111122223333:user/alice").orElseThrow();
    Request request = new Request(alice, "s3:GetObject", resource, "", context);
    Result engine = Authorizer.of(set).decide(request);
    assertThat(Reference.decide(set, request)).isEqualTo(engine);
    return engine == Result.ALLOWED;
  }
}
