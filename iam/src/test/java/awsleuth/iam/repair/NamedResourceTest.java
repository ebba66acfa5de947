package awsleuth.iam.repair;

import static awsleuth.iam.repair.Repaired.EVERYTHING;
import static awsleuth.iam.repair.Repaired.assertAllowed;
import static awsleuth.iam.repair.Repaired.policy;
import static awsleuth.iam.repair.Repaired.repair;
import static awsleuth.iam.repair.Repaired.request;
import static org.assertj.core.api.Assertions.assertThat;

import awsleuth.iam.PolicySet;
import awsleuth.iam.policy.Policy;
import awsleuth.iam.policy.PolicyType;
import awsleuth.iam.request.Request;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What AWS names in the refusal of an action that is for no resource is in no change. */
class NamedResourceTest {

  private static final Request LIST = request("s3:ListAllMyBuckets", "arn:aws:s3:::*", Map.of());

  private static Policy statement(String elements) {
    return policy(
        PolicyType.IDENTITY,
        "{\"Version\": \"2012-10-17\", \"Statement\": [{\"Sid\": \"S\", %s}]}".formatted(elements));
  }

  @Test
  void aNewStatementIsAboutAll() {
    PolicySet set =
        PolicySet.NONE.withIdentity(
            List.of(
                statement(
                    """
                    "Effect": "Allow", "Action": ["s3:ListAllMyBuckets", "s3:GetObject"],
                    "Resource": "arn:aws:s3:::b/*"\
                    """)));
    List<Proposal> all = repair(set, LIST, "s3:ListAllMyBuckets");
    assertAllowed(set, all, LIST);
    assertThat(all)
        .extracting(Proposal::title)
        .containsExactly("allow `s3:ListAllMyBuckets` on `*` in identity.json");
    assertThat(all.getFirst().policies().getFirst().after()).contains("\"Resource\": \"*\"");
  }

  @Test
  void anExceptionIsAboutTheActionAlone() {
    PolicySet set =
        PolicySet.NONE.withIdentity(
            List.of(
                EVERYTHING,
                statement(
                    """
                    "Effect": "Deny", "Action": "*", "NotResource": "arn:aws:s3:::b/*"\
                    """)));
    List<Proposal> all = repair(set, LIST, "s3:ListAllMyBuckets");
    assertAllowed(set, all, LIST);
    assertThat(all)
        .extracting(Proposal::title)
        .containsExactly("except `s3:ListAllMyBuckets` from the deny `S` (identity.json:1)");
  }
}
