package awsleuth.boto.endpoint;

import java.util.List;

/**
 * What {@code endpoints.json} says of a service in a Region.
 *
 * @param partition such as {@code aws}
 * @param name the Region or a name such as {@code aws-global}
 * @param host such as {@code sqs.eu-west-1.amazonaws.com}
 * @param protocols {@code http}, {@code https}
 * @param signatureVersions such as {@code v4}
 * @param signingRegion the Region to sign for; empty where it is the name
 * @param signingName the name to sign for; empty where the model has it
 * @param tags {@code dualstack} and {@code fips}, as far as they hold
 */
record LegacyEndpoint(
    String partition,
    String name,
    String host,
    List<String> protocols,
    List<String> signatureVersions,
    String signingRegion,
    String signingName,
    List<String> tags) {}
