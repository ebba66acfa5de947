package awsleuth.boto.retry.script;

import awsleuth.aws.Service;
import java.util.List;

/** The wire protocols of AWS, as far as botocore reads errors of them differently. */
public enum Protocol {
  JSON("json"),
  REST_JSON("rest-json"),
  REST_XML("rest-xml"),
  CBOR("smithy-rpc-v2-cbor"),
  QUERY("query"),
  EC2("ec2");

  private final String word;

  Protocol(String word) {
    this.word = word;
  }

  /**
   * The one that botocore uses with a service: the first of these that the service has.
   *
   * @see <a href="https://github.com/boto/botocore/blob/develop/botocore/utils.py">utils.py</a>
   */
  public static Protocol of(Service service) {
    List<String> offered = service.metadata().protocols();
    for (Protocol protocol : values()) {
      if (offered.contains(protocol.word)) {
        return protocol;
      }
    }
    throw new IllegalArgumentException("no known protocol in " + offered);
  }

  /** Whether errors are XML. */
  public boolean isXml() {
    return this == REST_XML || this == QUERY || this == EC2;
  }
}
