package awsleuth.aws;

import java.util.List;

/**
 * What the model of a service says of the service itself.
 *
 * @param name the boto3 client name, such as {@code stepfunctions}
 * @param apiVersions the API versions that botocore has, oldest first; the last one is described
 * @param serviceId such as {@code SFN}
 * @param fullName such as {@code AWS Step Functions}
 * @param abbreviation such as {@code AWS SFN}; empty if none
 * @param endpointPrefix such as {@code states}
 * @param signingName the service in the credential scope of a signature; the endpoint prefix where
 *     the model has none
 * @param globalEndpoint the host of a service without Regions; empty for most
 * @param protocols the wire protocols, the model's main one first
 * @param signatureVersion such as {@code v4} or {@code s3v4}
 * @param auth the schemes of authentication, such as {@code aws.auth#sigv4}, the preferred first;
 *     empty where the model has none, so that the signature version counts
 * @param clientParameters the parameters of the endpoint rules that a client's configuration sets
 * @param targetPrefix what stands before the operation in the header {@code X-Amz-Target}; empty if
 *     none
 * @param jsonVersion of the protocol {@code json}, such as {@code 1.1}; empty of others
 * @param queryCompatible whether its errors are those of an older query protocol
 */
public record ServiceMetadata(
    String name,
    List<String> apiVersions,
    String serviceId,
    String fullName,
    String abbreviation,
    String endpointPrefix,
    String signingName,
    String globalEndpoint,
    List<String> protocols,
    String signatureVersion,
    List<String> auth,
    List<String> clientParameters,
    String targetPrefix,
    String jsonVersion,
    boolean queryCompatible) {

  /** The newest API version, such as {@code 2016-11-23}. */
  public String apiVersion() {
    return apiVersions.getLast();
  }

  /**
   * The class of boto3's client, such as {@code CloudWatchLogs}.
   *
   * @see <a href="https://github.com/boto/botocore/blob/develop/botocore/utils.py">{@code
   *     get_service_module_name}</a>
   */
  public String className() {
    String name =
        !abbreviation.isEmpty() ? abbreviation : fullName.isEmpty() ? this.name : fullName;
    return name.replace("Amazon", "").replace("AWS", "").replaceAll("\\W+", "");
  }
}
