package awsleuth.trail.incident;

import awsleuth.core.evidence.TrailEvent;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

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

  /** The canned list's name, else what it has. */
  String words() {
    return String.join(", ", fields.values());
  }
}
