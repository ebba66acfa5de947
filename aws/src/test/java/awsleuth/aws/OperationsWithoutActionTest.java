package awsleuth.aws;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** Of which operations of botocore it is not known which IAM actions they need. */
class OperationsWithoutActionTest {

  private static final AwsCatalog CATALOG = AwsCatalog.embedded();
  private static final IamActions TABLE = new IamActions();

  @Test
  void theseOperationsAloneHaveNoKnownAction() {
    Set<String> kept = new TreeSet<>();
    HandTable.open("operations-without-action.txt").lines().forEach(l -> kept.add(l.getFirst()));
    Set<String> unknown = new TreeSet<>();
    for (String service : CATALOG.services()) {
      for (String operation : CATALOG.service(service).orElseThrow().operationNames()) {
        if (CATALOG.iamActions(service, operation).isEmpty()
            && !TABLE.isWithout(service, operation)) {
          unknown.add(service + ":" + operation);
        }
      }
    }
    assertThat(unknown).isEqualTo(kept);
  }
}
