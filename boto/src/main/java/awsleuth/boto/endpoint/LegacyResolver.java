package awsleuth.boto.endpoint;

import awsleuth.boto.python.Raising;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Looks endpoints up in {@code endpoints.json}. botocore still does so for every client, before the
 * rules: for the Region that the client names, and for the default Region and name of signatures.
 *
 * @param partitions without their services
 * @param services by partition, of the endpoint prefix {@code prefix} alone
 * @see <a href="https://github.com/boto/botocore/blob/develop/botocore/regions.py">regions.py</a>
 */
record LegacyResolver(
    String prefix, List<Map<String, Object>> partitions, Map<String, Object> services) {

  private static final Set<String> WITHOUT_DUAL_STACK = Set.of("aws-iso", "aws-iso-b");

  /**
   * The kind of endpoint that is wanted.
   *
   * @param dualStack also over IP version 6
   * @param fips with cryptography of FIPS 140
   */
  record Variant(boolean dualStack, boolean fips) {

    List<String> tags() {
      List<String> tags = new ArrayList<>();
      if (dualStack) {
        tags.add("dualstack");
      }
      if (fips) {
        tags.add("fips");
      }
      return tags;
    }
  }

  /**
   * The endpoint in a Region; null if no partition knows the Region.
   *
   * @param region null for the one endpoint of a service without Regions
   * @throws Raising {@code NoRegionError} or {@code EndpointVariantError}
   */
  @Nullable LegacyEndpoint find(@Nullable String region, Variant variant) {
    String wanted =
        prefix.equals("s3") && variant.dualStack() && region == null ? "us-east-1" : region;
    for (Map<String, Object> partition : partitions) {
      if (variant.dualStack() && WITHOUT_DUAL_STACK.contains(name(partition))) {
        continue;
      }
      LegacyEndpoint found = inPartition(partition, wanted, variant, false);
      if (found != null) {
        return found;
      }
    }
    return null;
  }

  /** As {@link #find}, in the partition {@code aws}, whatever the Region. */
  @Nullable LegacyEndpoint inAws(@Nullable String region, Variant variant) {
    for (Map<String, Object> partition : partitions) {
      if (name(partition).equals("aws")) {
        return inPartition(partition, region, variant, true);
      }
    }
    return null;
  }

  private static String name(Map<String, Object> partition) {
    return Json.text(partition, "partition");
  }

  private @Nullable LegacyEndpoint inPartition(
      Map<String, Object> partition, @Nullable String given, Variant variant, boolean forced) {
    Map<String, Object> service = Json.object(services, name(partition));
    String global = Json.text(service, "partitionEndpoint");
    String region = given;
    if (region == null) {
      if (global.isEmpty()) {
        throw Raising.botocore("NoRegionError", "You must specify a region.");
      }
      region = global;
    }
    if (Json.object(service, "endpoints").containsKey(region)) {
      return endpoint(partition, service, region, variant);
    }
    if (!forced && !hasRegion(partition, region)) {
      return null;
    }
    boolean one = Boolean.FALSE.equals(service.get("isRegionalized")) && !global.isEmpty();
    return endpoint(partition, service, one ? global : region, variant);
  }

  private static boolean hasRegion(Map<String, Object> partition, String region) {
    String regex = Json.text(partition, "regionRegex");
    return Json.object(partition, "regions").containsKey(region)
        || (!regex.isEmpty() && Partitions.pattern(regex).matcher(region).lookingAt());
  }

  private LegacyEndpoint endpoint(
      Map<String, Object> partition, Map<String, Object> service, String region, Variant variant) {
    Map<String, Object> own = Json.object(Json.object(service, "endpoints"), region);
    List<Map<String, Object>> levels =
        List.of(own, Json.object(service, "defaults"), Json.object(partition, "defaults"));
    Map<String, Object> merged = new LinkedHashMap<>();
    List<String> tags = variant.tags();
    if (!tags.isEmpty()) {
      levels.forEach(level -> variantOf(level, tags).forEach(merged::putIfAbsent));
      if (merged.isEmpty()) {
        throw Raising.botocore(
            "EndpointVariantError",
            "Unable to construct a modeled endpoint with the following variant(s) "
                + Python.repr(tags)
                + ": ");
      }
    }
    own.forEach(merged::putIfAbsent);
    merged.putIfAbsent("dnsSuffix", Json.text(partition, "dnsSuffix"));
    levels.forEach(level -> level.forEach(merged::putIfAbsent));
    String host =
        Json.text(merged, "hostname")
            .replace("{service}", prefix)
            .replace("{region}", region)
            .replace("{dnsSuffix}", Json.text(merged, "dnsSuffix"));
    Map<String, Object> scope = Json.object(merged, "credentialScope");
    return new LegacyEndpoint(
        name(partition),
        region,
        host,
        Json.texts(merged, "protocols"),
        Json.texts(merged, "signatureVersions"),
        Json.text(scope, "region"),
        Json.text(scope, "service"),
        Json.texts(merged, "tags"));
  }

  private static Map<String, Object> variantOf(Map<String, Object> level, List<String> tags) {
    for (Map<String, Object> variant : Json.objects(level, "variants")) {
      if (new HashSet<>(Json.texts(variant, "tags")).equals(new HashSet<>(tags))) {
        return variant;
      }
    }
    return Map.of();
  }

  /** The Regions of each partition that has an endpoint, in the order of the file. */
  Map<String, List<String>> regions() {
    Map<String, List<String>> regions = new LinkedHashMap<>();
    for (Map<String, Object> partition : partitions) {
      List<String> names =
          new ArrayList<>(
              Json.object(Json.object(services, name(partition)), "endpoints").keySet());
      names.retainAll(Json.object(partition, "regions").keySet());
      if (!names.isEmpty()) {
        regions.put(name(partition), names);
      }
    }
    return regions;
  }

  /**
   * The name of the one endpoint that a service has in a partition, such as {@code aws-global};
   * empty if it has Regions.
   */
  String global(String partition) {
    Map<String, Object> service = Json.object(services, partition);
    boolean one =
        Boolean.FALSE.equals(service.get("isRegionalized")) || !regions().containsKey(partition);
    return one ? Json.text(service, "partitionEndpoint") : "";
  }

  /** The Regions of a partition in which an endpoint has its own FIPS form. */
  List<String> fips(String partition) {
    Map<String, Object> endpoints = Json.object(Json.object(services, partition), "endpoints");
    return regions().getOrDefault(partition, List.of()).stream()
        .filter(region ->
            endpoints.containsKey("fips-" + region)
                || Json.objects(Json.object(endpoints, region), "variants").stream()
                    .anyMatch(variant -> Json.texts(variant, "tags").contains("fips")))
        .toList();
  }

  /** The first Region that has a name such as {@code Frankfurt}; empty if none has. */
  Optional<String> named(String place) {
    if (letters(place).isEmpty()) {
      return Optional.empty();
    }
    for (Map<String, Object> partition : partitions) {
      Map<String, Object> regions = Json.object(partition, "regions");
      for (String region : regions.keySet()) {
        String description = Json.text(Json.object(regions, region), "description");
        if (letters(description.substring(description.indexOf('(') + 1)).equals(letters(place))
            || letters(description).equals(letters(place))) {
          return Optional.of(region);
        }
      }
    }
    return Optional.empty();
  }

  private static String letters(String text) {
    StringBuilder letters = new StringBuilder();
    text.toLowerCase(Locale.ROOT)
        .chars()
        .filter(Character::isLetter)
        .forEach(letters::appendCodePoint);
    return letters.toString();
  }
}
