package awsleuth.iam.repair;

import awsleuth.iam.Layer;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Resources beside the one that is to be allowed, in words, each kind wider than those before. */
final class OtherResources {

  private static final String ANY = "any-other";

  private final String resource;
  private final String path;
  private final boolean s3;
  private final Map<String, String> others = new LinkedHashMap<>();

  private OtherResources(String resource) {
    String[] parts = resource.split(":", 6);
    this.resource = resource;
    this.path = parts[parts.length - 1];
    this.s3 = resource.startsWith("arn:") && resource.contains(":s3:::");
  }

  /**
   * An example of each kind, by what to call the kind. A resource's own policy is about that one,
   * whatever its Resource element says; of a bucket's policy its objects are.
   */
  static Map<String, String> of(String resource, List<PolicyChange> changes) {
    OtherResources of = new OtherResources(resource);
    boolean own = changes.stream().allMatch(c -> c.layer() == Layer.RESOURCE);
    if (!own) {
      of.names();
    }
    if (!own || of.s3) {
      of.inside();
    }
    if (!own) {
      of.all();
    }
    return of.others;
  }

  private void names() {
    String name = s3 ? path.substring(path.indexOf('/') + 1) : path.substring(lastCut() + 1);
    String kind = !s3 ? "names" : path.indexOf('/') < 0 ? "bucket names" : "keys";
    others.put("other " + kind + " that begin with `" + name + "`", resource + "x");
  }

  private int lastCut() {
    return Math.max(path.lastIndexOf('/'), path.lastIndexOf(':'));
  }

  private void inside() {
    int slash = path.indexOf('/');
    int last = path.lastIndexOf('/');
    if (last > slash) {
      others.put(
          "everything under `" + path.substring(s3 ? slash + 1 : 0, last + 1) + "`",
          resource.substring(0, resource.length() - path.length() + last + 1) + ANY);
    }
    if (slash > 0) {
      String first = path.substring(0, slash);
      others.put(
          s3
              ? "every object of the bucket `" + first + "`"
              : "everything under `" + first + "/`" + where(),
          resource.substring(0, resource.length() - path.length() + slash + 1) + ANY);
    }
  }

  private void all() {
    int colon = path.lastIndexOf(':');
    String words =
        s3
            ? path.indexOf('/') < 0 ? "every bucket" : "the objects of every bucket"
            : colon > 0
                ? "everything that begins with `" + path.substring(0, colon + 1) + "`"
                : "every resource of " + service() + where();
    boolean bucket = s3 && path.indexOf('/') < 0;
    String any = bucket ? ANY : ANY + "/" + ANY;
    others.put(words, resource.substring(0, resource.lastIndexOf(':') + 1) + any);
  }

  /** An ARN may have no account, as that of a model of Amazon Bedrock, and no Region. */
  private String where() {
    String[] parts = resource.split(":", 6);
    return parts.length < 6 || !parts[4].isEmpty()
        ? " in that account"
        : parts[3].isEmpty() ? "" : " in that Region";
  }

  private String service() {
    String[] parts = resource.split(":", 6);
    return parts.length == 6 ? "`" + parts[2] + "`" : "the service";
  }
}
