package awsleuth.core.fact;

import awsleuth.boto.python.PyValue;
import java.util.Map;
import java.util.Optional;

/**
 * The Region that a bucket was to be made in, without which the same call in another Region than
 * us-east-1 is refused as it stands (S3 API reference, CreateBucket).
 */
final class BucketLocation {

  private static final String PARAMETER = "CreateBucketConfiguration";
  private static final String MEMBER = "LocationConstraint";

  private BucketLocation() {}

  /** Adds it as the AWS CLI takes it, where the call or its event tells it. */
  static void read(Facts facts, Map<String, String> known) {
    if (facts.call().operation().equals("CreateBucket")) {
      written(facts)
          .or(() -> event(facts))
          .ifPresent(region -> known.putIfAbsent(PARAMETER, MEMBER + "=" + region));
    }
  }

  private static Optional<String> written(Facts facts) {
    return facts
        .written()
        .flatMap(w ->
            w.call().params().get(PARAMETER) instanceof PyValue.Dict d
                    && d.get(MEMBER) instanceof PyValue.Str(String region)
                ? Optional.of(region)
                : Optional.empty());
  }

  private static Optional<String> event(Facts facts) {
    return facts
        .event()
        .filter(e -> e.eventName().equals("CreateBucket"))
        .map(e -> e.field("requestParameters." + PARAMETER + "." + MEMBER))
        .filter(region -> !region.isEmpty());
  }
}
