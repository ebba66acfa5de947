package awsleuth.boto.request;

import awsleuth.aws.ServiceMetadata;
import java.util.List;

/** The protocol that botocore speaks with a service of several. */
final class Protocols {

  /** The first that a service has is spoken. */
  private static final List<String> PREFERRED =
      List.of("json", "rest-json", "rest-xml", "smithy-rpc-v2-cbor", "query", "ec2");

  private Protocols() {}

  static String of(ServiceMetadata metadata) {
    return PREFERRED.stream()
        .filter(metadata.protocols()::contains)
        .findFirst()
        .orElse(metadata.protocols().getFirst());
  }
}
