package awsleuth.core.evidence;

import java.util.Map;
import java.util.OptionalDouble;
import java.util.OptionalInt;

/**
 * A client of botocore as it was seen in the program that ran. An empty string means that it was
 * not seen.
 *
 * @param service the boto3 client name
 * @param region {@code client.meta.region_name}
 * @param endpoint {@code client.meta.endpoint_url}: scheme and host alone
 * @param method the provider of its credentials, such as {@code env}
 * @param keyId the fingerprint of the access key id
 * @param mode the retry mode
 * @param attempts the most requests of a call, the first one included; empty where the mode decides
 * @param readTimeout {@code read_timeout} in seconds; empty where it was not seen or is none
 * @param signature how its requests are signed, such as {@code v4}
 * @param given what the program gave it as arguments, by their names: {@code region_name}, {@code
 *     endpoint_url}, {@code config} and others
 * @param retries the retry mode among those arguments; empty where none is
 * @param place where the program made it, such as {@code app.py:3}
 * @param source where it was seen
 */
public record WatchedClient(
    String service,
    String region,
    String endpoint,
    String method,
    String keyId,
    String mode,
    OptionalInt attempts,
    OptionalDouble readTimeout,
    String signature,
    Map<String, String> given,
    String retries,
    String place,
    Source source) {}
