package awsleuth.core.page;

import static awsleuth.core.page.Incident.file;
import static awsleuth.core.page.Incident.first;
import static org.assertj.core.api.Assertions.assertThat;

import awsleuth.core.Artifact.Kind;
import awsleuth.core.cause.Fix;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A change of a policy is proposed once, whether it goes with a change of the call or is one. */
class ChangesOnceTest {

  @Test
  void theSessionsPolicyBesideADenyOutsideOfAnEndpoint() {
    String queue = "arn:aws:sqs:eu-west-1:111122223333:jobs";
    String text =
        "An error occurred (AccessDenied) when calling the SendMessage operation: User:"
            + " arn:aws:sts::111122223333:assumed-role/app/i-1 is not authorized to perform:"
            + " sqs:SendMessage on resource: "
            + queue
            + " with an explicit deny in a resource-based policy";
    String deny =
        "{\"Version\": \"2012-10-17\", \"Statement\": [{\"Sid\": \"Only\", \"Effect\": \"Deny\","
            + " \"Principal\": \"*\", \"Action\": \"sqs:SendMessage\", \"Resource\": \""
            + queue
            + "\", \"Condition\": {\"StringNotEquals\": {\"aws:SourceVpce\": \"vpce-0aa\"}}}]}";
    String allow =
        "{\"Version\": \"2012-10-17\", \"Statement\": [{\"Effect\": \"Allow\", \"Action\":"
            + " \"%s:*\", \"Resource\": \"*\"}]}";
    List<Fix> fixes =
        first(
                text,
                file(Kind.POLICY_RESOURCE, deny),
                file(Kind.POLICY_IDENTITY, allow.formatted("sqs")),
                file(Kind.POLICY_SESSION, allow.formatted("s3")))
            .fixes();
    assertThat(fixes).extracting(Fix::title).anyMatch(t -> t.endsWith("make the next change too"));
    assertThat(fixes).filteredOn(f -> f.text().contains("+++ ")).hasSize(1);
  }
}
