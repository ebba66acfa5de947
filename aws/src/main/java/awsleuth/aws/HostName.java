package awsleuth.aws;

import java.util.List;
import java.util.Optional;

/**
 * The host of an AWS endpoint, taken apart.
 *
 * @param host the host as written
 * @param services boto3 client names that the host fits, the likeliest first; never empty
 * @param region the Region as written, even where there is none of that name; empty for a host
 *     without a Region
 * @param regionKnown whether there is a Region of that name
 * @param availabilityZoneOf the Region, where an availability zone stands in its place
 * @param bucket the bucket of a virtual-hosted-style S3 host
 * @param dnsSuffix such as {@code amazonaws.com}
 * @param fips whether it is a FIPS endpoint
 * @param dualStack whether it is a dual-stack endpoint
 */
public record HostName(
    String host,
    List<String> services,
    Optional<String> region,
    boolean regionKnown,
    Optional<String> availabilityZoneOf,
    Optional<String> bucket,
    String dnsSuffix,
    boolean fips,
    boolean dualStack) {}
