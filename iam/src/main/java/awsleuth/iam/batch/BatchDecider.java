package awsleuth.iam.batch;

import awsleuth.iam.Authorizer;
import awsleuth.iam.Decision;
import awsleuth.iam.PolicySet;
import awsleuth.iam.policy.PolicyType;
import awsleuth.iam.policy.Reading;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Decides the lines of a batch. Documents that come again are not read again, and a line with the
 * policies of the one before is decided with what was prepared for it, so that many requests
 * against the policies of one account go by fast and in bounded memory. Not for use by several
 * threads.
 */
public final class BatchDecider {

  private static final int MOST_DOCUMENTS = 512;
  private static final int LONGEST_KEPT = 1 << 16;

  /** A document as it stands in a line. */
  record Written(String place, PolicyType type, String text) {}

  private final Map<Written, Reading> read =
      new LinkedHashMap<>(64, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Written, Reading> eldest) {
          return size() > MOST_DOCUMENTS;
        }
      };

  private @Nullable PolicySet policies;
  private @Nullable Authorizer authorizer;

  /** Reads a line: one JSON object; fields that the contract does not have are passed over. */
  public BatchLine read(String json) {
    return new BatchReader(this).read(json);
  }

  /**
   * Decides what a line asks for.
   *
   * @throws java.util.NoSuchElementException if the line has errors
   */
  public Decision decide(BatchLine line) {
    Authorizer prepared = authorizer;
    if (prepared == null || !line.policies().equals(policies)) {
      prepared = Authorizer.of(line.policies());
      authorizer = prepared;
      policies = line.policies();
    }
    return prepared.explain(line.request().orElseThrow());
  }

  Reading reading(Written written) {
    if (written.text().length() > LONGEST_KEPT) {
      return read(written);
    }
    return read.computeIfAbsent(written, BatchDecider::read);
  }

  private static Reading read(Written written) {
    return awsleuth.iam.policy.PolicyParser.parse(written.place(), written.type(), written.text());
  }
}
