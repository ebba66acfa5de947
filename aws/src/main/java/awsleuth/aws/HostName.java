package awsleuth.aws;

import java.util.List;
import java.util.Optional;

/**
 * The host of an AWS endpoint, taken apart.
 *
 * @param host the host as written, without port
 * @param services boto3 client names whose endpoints have such a host, the likeliest first; empty
 *     where the host has the form of an endpoint but no service is known by it
 * @param region the Region as written, even where there is none of that name; present and empty
 *     where its place between two dots is empty ({@code s3..amazonaws.com}); absent for a host
 *     without a place for it, but for the legacy hosts that stand for one Region, such as {@code
 *     queue.amazonaws.com}
 * @param regionKnown whether there is a Region of that name
 * @param availabilityZoneOf the Region where an Availability Zone such as {@code eu-west-1a} stands
 *     in its place
 * @param bucket the bucket of a virtual-hosted-style S3 host; absent for path style and for access
 *     points
 * @param dnsSuffix such as {@code amazonaws.com} or {@code api.aws}
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
