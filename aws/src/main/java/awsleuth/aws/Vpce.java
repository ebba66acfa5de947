package awsleuth.aws;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The host of an interface VPC endpoint: {@code vpce-0a1b-2c3d.sqs.eu-west-1.vpce}.
 *
 * @param rest the labels of the service and the Region
 * @param bucket the labels of the bucket in {@code name.bucket.vpce-…}; empty if there is none
 * @param control whether it is S3's {@code control.vpce-…}
 * @see <a
 *     href="https://docs.aws.amazon.com/AmazonS3/latest/userguide/privatelink-interface-endpoints.html">PrivateLink
 *     for Amazon S3</a>
 */
record Vpce(List<HostLabels.Label> rest, List<HostLabels.Label> bucket, boolean control) {

  /** The endpoint that these labels name; null if they name none. */
  static @Nullable Vpce of(List<HostLabels.Label> labels) {
    int end = labels.size() - 1;
    if (!labels.getLast().plain().equals("vpce")) {
      return null;
    }
    for (int i = end - 1; i >= 0; i--) {
      if (labels.get(i).plain().startsWith("vpce-")) {
        String kind = i == 0 ? "" : labels.get(i - 1).plain();
        int bucketEnd = kind.equals("bucket") ? i - 1 : 0;
        return new Vpce(
            labels.subList(i + 1, end), labels.subList(0, bucketEnd), kind.equals("control"));
      }
    }
    return null;
  }

  /** The services, those that the labels without {@code control} stand for being given. */
  List<String> services(List<String> found) {
    return control ? List.of("s3control") : found;
  }
}
