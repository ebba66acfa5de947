package awsleuth.collect.live;

import java.util.Optional;

/**
 * An ARN in its parts.
 *
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference-arns.html">Identify AWS
 *     resources with ARNs</a>
 */
record Arn(String partition, String service, String region, String account, String resource) {

  /** Empty of what is none. */
  static Optional<Arn> of(String text) {
    String[] p = text.split(":", 6);
    return p.length == 6 && p[0].equals("arn")
        ? Optional.of(new Arn(p[1], p[2], p[3], p[4], p[5]))
        : Optional.empty();
  }

  /** The resource behind its last slash: a name without kind and path. */
  String name() {
    return resource.substring(resource.lastIndexOf('/') + 1);
  }
}
