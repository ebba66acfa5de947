package awsleuth.core.page;

import static org.assertj.core.api.Assertions.assertThat;

import awsleuth.aws.AwsCatalog;
import awsleuth.core.Artifact;
import awsleuth.core.Artifact.Kind;
import awsleuth.core.Diagnoser;
import awsleuth.core.cause.Finding;
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
}
