package awsleuth.core.page;

import static org.assertj.core.api.Assertions.assertThat;

import awsleuth.aws.AwsCatalog;
import awsleuth.core.Artifact;
import awsleuth.core.Artifact.Kind;
import awsleuth.core.Diagnoser;
import awsleuth.core.cause.Finding;
import awsleuth.core.cause.Fix;
import awsleuth.core.cause.Outcome;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Operators that take a star as it is. */
class LiteralStarTest {

  private static Finding finding(String operator) {
    String text =
        "An error occurred (AccessDenied) when calling the PutObject operation: User:"
            + " arn:aws:iam::111122223333:user/a is not authorized to perform: s3:PutObject on"
            + " resource: \"arn:aws:s3:::b/k\" because no identity-based policy allows the"
            + " s3:PutObject action";
    String policy =
        "{\"Version\": \"2012-10-17\", \"Statement\": [{\"Sid\": \"Put\", \"Effect\": \"Allow\","
            + " \"Action\": \"s3:PutObject\", \"Resource\": \"*\", \"Condition\": {\""
            + operator
            + "\": {\"aws:PrincipalArn\": \"arn:aws:iam::111122223333:role/*\"}}}]}";
    Outcome first =
        new Diagnoser(AwsCatalog.embedded())
            .diagnose(
                List.of(
                    new Artifact("err.txt", Kind.TRACEBACK, text),
                    new Artifact("p.json", Kind.POLICY_IDENTITY, policy)))
            .failures()
            .getFirst()
            .verdicts()
            .getFirst()
            .outcome();
    return ((Outcome.Confirmed) first).finding();
  }

  @Test
  void itIsSaidThatAStarIsNoWildcard() {
    String literal = "where `*` is no wildcard; it is under StringLike";
    assertThat(finding("StringEquals").because()).anyMatch(c -> c.text().endsWith(literal));
    assertThat(finding("StringLike").because()).noneMatch(c -> c.text().contains("wildcard"));
  }

  @Test
  void whereTheRoleFitsTheStarByItsNameTheOperatorIsPutRight() {
    String text =
        "An error occurred (AccessDeniedException) when calling the GetItem operation: User:"
            + " arn:aws:sts::444455556666:assumed-role/%s/s is not authorized to perform:"
            + " dynamodb:GetItem on resource: arn:aws:dynamodb:eu-west-1:111122223333:table/facts"
            + " because no resource-based policy allows the dynamodb:GetItem action";
    String statement =
        "{\"Version\": \"2012-10-17\", \"Statement\": [{\"Sid\": \"Etl\", \"Effect\":"
            + " \"Allow\",%s \"Action\": \"dynamodb:GetItem\", \"Resource\": \"*\"%s}]}";
    String condition =
        ", \"Condition\": {\"StringEquals\": {\"aws:PrincipalArn\":"
            + " \"arn:aws:iam::444455556666:role/*etl-*\"}}";
    String shared = statement.formatted(" \"Principal\": \"*\",", condition);
    Artifact policy = new Artifact("t.json", Kind.POLICY_RESOURCE, shared);
    Artifact own = new Artifact("own.json", Kind.POLICY_IDENTITY, statement.formatted("", ""));
    Fix first = Incident.first(text.formatted("etl-a"), policy, own).fixes().getFirst();
    assertThat(first.title()).startsWith("compare `aws:PrincipalArn` by `StringLike`");
    assertThat(((Fix.PolicyEdit) first).proof().orElseThrow().dependsOn())
        .contains("`aws:PrincipalArn` is `arn:aws:iam::444455556666:role/etl-a`");
    for (String role : List.of("web", "AWSReservedSSO_etl-a_0123456789abcdef")) {
      assertThat(Incident.first(text.formatted(role), policy, own).fixes())
          .extracting(Fix::title)
          .noneMatch(t -> t.startsWith("compare"));
    }
  }
}
