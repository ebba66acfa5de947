package awsleuth.core.page;

import static awsleuth.core.page.FolderFiles.log;
import static awsleuth.core.page.FolderFiles.policy;
import static org.assertj.core.api.Assertions.assertThat;

import awsleuth.aws.AwsCatalog;
import awsleuth.core.Artifact;
import awsleuth.core.Diagnoser;
import awsleuth.core.conflict.Conflict;
import java.util.List;
import org.junit.jupiter.api.Test;

/** That a policy given allows what AWS found none of its type to allow is said. */
class AllowedByGivenTest {

  private static final String ALLOW =
      "{\"Effect\": \"Allow\", \"Action\": \"%s\", \"Resource\": \"*\"}";

  private static List<String> conflicts(String type, Artifact policy) {
    String sentence =
        "User: arn:aws:sts::111122223333:assumed-role/app/i is not authorized to perform:"
            + " sqs:sendmessage on resource: arn:aws:sqs:eu-west-1:111122223333:q because no "
            + type
            + " allows the sqs:sendmessage action";
    return new Diagnoser(AwsCatalog.embedded())
            .diagnose(List.of(log("AccessDenied", "SendMessage", sentence), policy))
            .failures()
            .getFirst()
            .conflicts()
            .stream()
            .map(Conflict::taken)
            .map(t -> t.words())
            .toList();
  }

  @Test
  void theBoundaryAllowsIt() {
    Artifact boundary = policy("app-boundary.json", ALLOW.formatted("sqs:*"));
    assertThat(conflicts("permissions boundary", boundary))
        .singleElement()
        .asString()
        .endsWith("the text is older, or it is another permissions boundary that counts");
    assertThat(conflicts("identity-based policy", boundary)).isEmpty();
  }

  @Test
  void theBoundaryAllowsSomethingElse() {
    Artifact boundary = policy("app-boundary.json", ALLOW.formatted("sqs:ReceiveMessage"));
    assertThat(conflicts("permissions boundary", boundary)).isEmpty();
  }

  @Test
  void theLevelsOfAnOrganizationAreNotKnownToBeWhole() {
    Artifact scp = policy("scp.json", ALLOW.formatted("*"));
    assertThat(conflicts("service control policy", scp)).isEmpty();
  }
}
