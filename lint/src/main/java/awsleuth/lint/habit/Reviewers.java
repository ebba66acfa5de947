package awsleuth.lint.habit;

import awsleuth.aws.Operation;
import awsleuth.aws.Service;
import awsleuth.boto.Boto;
import awsleuth.boto.params.Reviewer;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Reviewers of the operations that were called last: what one has read of the model, it keeps.
 *
 * <p>Not for several threads at once.
 */
final class Reviewers {

  private static final int MOST = 256;

  private final Boto boto;
  private final Map<String, Reviewer> made =
      new LinkedHashMap<>(64, 0.75f, true) {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Reviewer> eldest) {
          return size() > MOST;
        }
      };

  Reviewers(Boto boto) {
    this.boto = boto;
  }

  Reviewer of(Service service, Operation operation) {
    return made.computeIfAbsent(
        service.metadata().name() + "." + operation.name(), k -> boto.reviewer(service, operation));
  }
}
