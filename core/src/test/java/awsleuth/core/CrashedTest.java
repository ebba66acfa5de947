package awsleuth.core;

import static org.assertj.core.api.Assertions.assertThat;

import awsleuth.aws.AwsCatalog;
import awsleuth.core.Artifact.Kind;
import awsleuth.core.Diagnosis.Verdict;
import awsleuth.core.cause.Outcome;
import awsleuth.core.evidence.Evidence;
import awsleuth.core.evidence.Source;
import awsleuth.core.evidence.TrailEvent;
import awsleuth.core.read.Readers;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A bug in what is worked out beside the causes costs none of their answers. */
class CrashedTest {

  /** An event whose source cannot be asked for. */
  private static TrailEvent broken() {
    Map<String, String> fields =
        new HashMap<>() {
          private static final long serialVersionUID = 1;

          @Override
          public String getOrDefault(Object key, String otherwise) {
            if (key.equals("eventSource")) {
              throw new IllegalStateException("broken");
            }
            return super.getOrDefault(key, otherwise);
          }
        };
    fields.put("eventTime", "2026-10-05T09:00:00Z");
    fields.put("eventName", "PutBucketPolicy");
    return new TrailEvent(fields, Map.of(), new Source("trail.json", 1));
  }

  @Test
  void thatPoliciesCannotBeLookedForInTheTrailIsToldLast() {
    AwsCatalog catalog = AwsCatalog.embedded();
    String text =
        "botocore.exceptions.ClientError: An error occurred (ExpiredToken) when calling the"
            + " GetCallerIdentity operation: The security token included in the request is expired";
    List<Evidence> evidence =
        new ArrayList<>(Readers.read(new Artifact("t", Kind.TRACEBACK, text), catalog));
    evidence.add(broken());
    List<Verdict> verdicts =
        new Diagnoser(catalog).diagnoseEvidence(evidence).failures().getFirst().verdicts();
    assertThat(verdicts.getFirst().id()).isEqualTo("credentials/expired-token");
    assertThat(verdicts)
        .anySatisfy(v -> {
          assertThat(v.id()).isEqualTo("fact/written-policies");
          assertThat(v.outcome()).isInstanceOf(Outcome.Crashed.class);
          assertThat(v.outcome().toString()).contains("broken");
        });
  }
}
