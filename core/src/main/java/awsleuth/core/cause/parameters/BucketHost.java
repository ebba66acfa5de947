package awsleuth.core.cause.parameters;

import awsleuth.aws.HostName;
import awsleuth.boto.params.BucketAddress;
import awsleuth.core.cause.Again;
import awsleuth.core.cause.Finding;
import awsleuth.core.cause.Fix;
import awsleuth.core.fact.Fact;
import awsleuth.core.fact.Facts;
import awsleuth.core.fact.Literal;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The host of a bucket that was given as the bucket, which botocore puts before the host of S3.
 *
 * @param given what was given
 * @param bucket the bucket's plain name
 */
record BucketHost(String given, String bucket) {

  /** Where a host has S3's own host in the place of the bucket; empty elsewhere. */
  static Optional<BucketHost> in(Facts facts) {
    if (!facts.call().code().isEmpty() || !(facts.host() instanceof Fact.Known<HostName> host)) {
      return Optional.empty();
    }
    return host.value()
        .bucket()
        .flatMap(given ->
            BucketAddress.of("https://" + given)
                .filter(address -> !address.bucket().equals(given))
                .map(address -> new BucketHost(given, address.bucket())));
  }

  /** That the plain name is to be given. */
  Finding finding(Facts facts) {
    return new Finding(
        "the bucket is given as a host",
        Finding.Specificity.MESSAGE,
        List.of(facts.cite("the name is `" + given + "`")),
        List.of(
            Fix.codeEdit(
                "give the bucket's plain name",
                Calls.call(facts, "Bucket=" + Literal.python(bucket)))),
        Again.of(facts, "the endpoint answers", Map.of("Bucket", bucket)));
  }
}
