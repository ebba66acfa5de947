package awsleuth.trail.incident;

import awsleuth.core.evidence.TrailEvent;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * The access list that a call of S3 came with, as far as its event tells (S3 user guide, "Access
 * control list (ACL) overview").
 *
 * @param fields paths and values
 */
record AccessList(Map<String, String> fields) {

  private static final List<String> PLACES =
      List.of(
          "requestParameters.x-amz-acl",
          "requestParameters.x-amz-grant",
          "requestParameters.AccessControl");

  /** Canned lists, and groups, that the whole world is in. */
  private static final List<String> PUBLIC =
      List.of("public-read", "public-read-write", "authenticated-read");

  private static final List<String> GROUPS =
      List.of("/groups/global/AllUsers", "/groups/global/AuthenticatedUsers");

  static AccessList of(TrailEvent event) {
    Map<String, String> all = new TreeMap<>();
    event
        .fields()
        .forEach((path, value) -> {
          if (PLACES.stream().anyMatch(path::startsWith)) {
            all.put(path, value);
          }
        });
    return new AccessList(all);
  }

  /** Whether it lets in everybody, or everybody with any AWS account. */
  boolean isPublic() {
    return fields.values().stream()
        .anyMatch(v -> PUBLIC.contains(v) || GROUPS.stream().anyMatch(v::contains));
  }

  /** The name of the canned list, or of the group, that makes it public; empty where none does. */
  String words() {
    return fields.values().stream()
        .flatMap(v ->
            PUBLIC.contains(v)
                ? Stream.of(v)
                : GROUPS.stream().filter(v::contains).map(g -> g.substring(g.lastIndexOf('/') + 1)))
        .findFirst()
        .orElse("");
  }
}
