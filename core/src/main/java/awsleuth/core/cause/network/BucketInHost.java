package awsleuth.core.cause.network;

import awsleuth.aws.HostName;
import awsleuth.core.fact.Facts;
import java.util.List;

/** A bucket in the host of an endpoint where it keeps the name from leading anywhere. */
enum BucketInHost {
  /** The URL that was set has it already, and botocore puts it before it again. */
  TWICE,
  /** It stands before the host of an endpoint that is none of AWS. */
  CUSTOM,
  /** It is not there, or belongs there. */
  NOT;

  /** Names of machines that have no names below them. */
  private static final List<String> MACHINES =
      List.of(".localhost", ".localstack", ".minio", ".host.docker.internal");

  static BucketInHost in(Facts facts) {
    Target target = Target.in(facts);
    String bucket = target.aws().flatMap(HostName::bucket).orElse("");
    int half = bucket.length() / 2;
    if (bucket.length() > 2
        && bucket.charAt(half) == '.'
        && bucket.substring(0, half).equals(bucket.substring(half + 1))) {
      return TWICE;
    }
    boolean named =
        facts.parameter("Bucket").filter(b -> target.host().startsWith(b + ".")).isPresent();
    boolean machine = MACHINES.stream().anyMatch(target.host()::endsWith);
    return target.isCustom() && (named || machine) ? CUSTOM : NOT;
  }
}
