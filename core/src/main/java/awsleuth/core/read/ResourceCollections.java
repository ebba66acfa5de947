package awsleuth.core.read;

import awsleuth.core.evidence.Failure.Frame;
import awsleuth.core.read.text.ClassNames;
import java.util.List;
import java.util.Map;

/**
 * The operations behind the collections of boto3's resources: {@code bucket.objects.filter(…)}
 * lists objects. The names are those of boto3's resource models ({@code hasMany}).
 */
final class ResourceCollections {

  private static final Map<String, String> OPERATIONS =
      Map.ofEntries(
          Map.entry("buckets", "ListBuckets"),
          Map.entry("objects", "ListObjects"),
          Map.entry("object_versions", "ListObjectVersions"),
          Map.entry("multipart_uploads", "ListMultipartUploads"),
          Map.entry("instances", "DescribeInstances"),
          Map.entry("volumes", "DescribeVolumes"),
          Map.entry("snapshots", "DescribeSnapshots"),
          Map.entry("images", "DescribeImages"),
          Map.entry("vpcs", "DescribeVpcs"),
          Map.entry("subnets", "DescribeSubnets"),
          Map.entry("security_groups", "DescribeSecurityGroups"),
          Map.entry("key_pairs", "DescribeKeyPairs"),
          Map.entry("network_interfaces", "DescribeNetworkInterfaces"),
          Map.entry("stacks", "DescribeStacks"),
          Map.entry("alarms", "DescribeAlarms"),
          Map.entry("metrics", "ListMetrics"),
          Map.entry("tables", "ListTables"),
          Map.entry("queues", "ListQueues"),
          Map.entry("topics", "ListTopics"),
          Map.entry("users", "ListUsers"),
          Map.entry("roles", "ListRoles"));

  private static final List<String> METHODS =
      List.of(".all(", ".filter(", ".limit(", ".page_size(", ".pages(");

  private ResourceCollections() {}

  /** Whether a traceback goes through boto3's collections: other libraries have such names too. */
  static boolean areIn(List<Frame> frames) {
    return frames.stream()
        .anyMatch(f -> f.file().replace('\\', '/').endsWith("boto3/resources/collection.py"));
  }

  /** The operation of the collection that a line of code asks for; empty where it asks for none. */
  static String operation(String code) {
    for (String method : METHODS) {
      for (int at = code.indexOf(method); at > 0; at = code.indexOf(method, at + 1)) {
        String name = ClassNames.simple(ClassNames.endingAt(code, at));
        if (OPERATIONS.containsKey(name)) {
          return OPERATIONS.getOrDefault(name, "");
        }
      }
    }
    return "";
  }
}
