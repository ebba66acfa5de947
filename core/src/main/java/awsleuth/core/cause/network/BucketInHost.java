package awsleuth.core.cause.network;

import awsleuth.aws.HostName;
import awsleuth.aws.Shape;
import awsleuth.core.fact.Facts;
import java.util.List;
import java.util.Optional;

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
    if (isInPath(facts, bucket.isEmpty() ? first(target.host()) : bucket)) {
      return TWICE;
    }
    boolean named =
        facts.parameter("Bucket").filter(b -> target.host().startsWith(b + ".")).isPresent();
    boolean machine = MACHINES.stream().anyMatch(target.host()::endsWith);
    return target.isCustom() && (named || machine) ? CUSTOM : NOT;
  }

  /** What stands before S3's own name in a host; empty where that is not there. */
  private static String first(String host) {
    int s3 = host.indexOf(".s3");
    boolean own = s3 > 0 && s3 + 3 < host.length() && ".-".indexOf(host.charAt(s3 + 3)) >= 0;
    return own ? host.substring(0, s3) : "";
  }

  /**
   * Whether the path begins with the bucket of the host, and not because the key does: where the
   * operation has no key, or the key is known, or the URL was seen to be set.
   */
  private static boolean isInPath(Facts facts, String bucket) {
    String endpoint = facts.call().endpoint();
    int host = endpoint.indexOf("://") + "://".length();
    int slash = host < "://".length() ? -1 : endpoint.indexOf('/', host);
    String path = slash < 0 ? "" : endpoint.substring(slash + 1).split("[?#]", 2)[0];
    if (bucket.isEmpty() || !(path.equals(bucket) || path.startsWith(bucket + "/"))) {
      return false;
    }
    Optional<Shape.Structure> input =
        facts.catalog().service("s3").flatMap(s -> s.input(facts.call().operation()));
    boolean keyless = input.filter(i -> i.member("Key").isEmpty()).isPresent();
    return keyless
        || facts.parameter("Key").filter(key -> path.equals(bucket + "/" + key)).isPresent()
        || !EndpointSetting.cited(facts).isEmpty();
  }
}
