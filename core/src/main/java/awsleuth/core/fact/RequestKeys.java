package awsleuth.core.fact;

import awsleuth.aws.AwsCatalog;
import awsleuth.core.evidence.TrailEvent;
import awsleuth.iam.request.ContextValue;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** The condition keys of services that a CloudTrail event's request parameters tell. */
final class RequestKeys {

  private static final String PARAMETERS = "requestParameters.";

  /** Keys of S3 that are a request's parameter or header (S3 user guide, "Condition keys"). */
  private static final List<String> S3 =
      List.of(
          "prefix",
          "delimiter",
          "max-keys",
          "x-amz-acl",
          "x-amz-content-sha256",
          "x-amz-copy-source",
          "x-amz-grant-full-control",
          "x-amz-grant-read",
          "x-amz-grant-read-acp",
          "x-amz-grant-write",
          "x-amz-grant-write-acp",
          "x-amz-metadata-directive",
          "x-amz-server-side-encryption",
          "x-amz-server-side-encryption-aws-kms-key-id",
          "x-amz-server-side-encryption-customer-algorithm",
          "x-amz-storage-class",
          "x-amz-website-redirect-location");

  private static final Set<String> TAG_PARAMETERS =
      Set.of("tag", "taglist", "tagset", "tagging", "tagspecification", "tagspecificationset");

  /**
   * Keys of STS by the parameter that they are (IAM user guide, "AWS STS condition context keys").
   */
  private static final Map<String, String> STS =
      Map.of(
          "sts:ExternalId", "externalId",
          "sts:RoleSessionName", "roleSessionName",
          "sts:SourceIdentity", "sourceIdentity");

  /**
   * What an event tells of a key.
   *
   * @param value the value, or absent
   * @param why what in the event tells it
   * @param path the field that tells it; empty where none does
   */
  record Told(ContextValue value, String why, String path) {}

  private final TrailEvent event;
  private final Map<String, Told> told = new LinkedHashMap<>();

  private RequestKeys(TrailEvent event) {
    this.event = event;
  }

  static Map<String, Told> of(
      TrailEvent event, String action, String resource, AwsCatalog catalog) {
    RequestKeys keys = new RequestKeys(event);
    boolean parameters =
        event.fields().keySet().stream().anyMatch(path -> path.startsWith(PARAMETERS));
    if (!parameters) {
      return Map.of();
    }
    String prefix = action.substring(0, Math.max(0, action.indexOf(':'))).toLowerCase(Locale.ROOT);
    switch (prefix) {
      case "s3" -> S3.forEach(name -> keys.parameter("s3:" + name, name));
      case "sts" -> STS.forEach(keys::parameter);
      case "kms" -> keys.encryptionContext();
      case "ec2" -> keys.given("ec2:InstanceType", "instanceType");
      case "iam" -> keys.boundary();
      default -> {}
    }
    keys.sameNamed(action, resource, catalog);
    keys.tags();
    return keys.told;
  }

  /** Of the parameters that are keys; what the request has not, a default may stand for. */
  private void sameNamed(String action, String resource, AwsCatalog catalog) {
    catalog
        .serviceOfId(event.eventSource())
        .flatMap(catalog::service)
        .flatMap(service -> service.input(event.operation()))
        .map(input -> KeyParameters.of(action, resource, input, event.operation()))
        .orElse(Map.of())
        .forEach((key, member) -> {
          String name = Character.toLowerCase(member.charAt(0)) + member.substring(1);
          String value = event.field(PARAMETERS + name);
          if (!value.isEmpty() && !EventParameters.isHidden(value)) {
            KeyParameters.value(key, value, resource)
                .ifPresent(v -> told.putIfAbsent(key, told(v, PARAMETERS + name)));
          }
        });
  }

  private void parameter(String key, String name) {
    String value = event.field(PARAMETERS + name);
    told.put(
        key,
        value.isEmpty()
            ? new Told(ContextValue.ABSENT, "the request has no `" + name + "`", "")
            : told(value, PARAMETERS + name));
  }

  /** A parameter that is told where the request has it; another may stand for it. */
  private void given(String key, String name) {
    String value = event.field(PARAMETERS + name);
    if (!value.isEmpty()) {
      told.put(key, told(value, PARAMETERS + name));
    }
  }

  /** The boundary that a role or user is made with; of others it is the one that they have. */
  private void boundary() {
    if (List.of("CreateRole", "CreateUser").contains(event.eventName())) {
      parameter("iam:PermissionsBoundary", "permissionsBoundary");
    }
  }

  private static Told told(String value, String path) {
    return new Told(ContextValue.Present.of(value), "the event's `" + path + "`", path);
  }

  private void encryptionContext() {
    String path = PARAMETERS + "encryptionContext.";
    event
        .fields()
        .forEach((name, value) -> {
          if (name.startsWith(path)) {
            told.put("kms:EncryptionContext:" + name.substring(path.length()), told(value, name));
          }
        });
  }

  /** Tags in the request: a list of keys with values, or an object. */
  private void tags() {
    Map<String, String> tags = new TreeMap<>();
    Map<String, String> paths = new TreeMap<>();
    boolean mentions = false;
    for (Map.Entry<String, String> e : event.fields().entrySet()) {
      String path = e.getKey();
      if (!path.startsWith(PARAMETERS) || !isTag(path)) {
        continue;
      }
      mentions = true;
      if (path.endsWith(".key") || path.endsWith(".Key") || path.endsWith(".tagKey")) {
        String value =
            path.substring(0, path.length() - 3) + (path.endsWith(".Key") ? "Value" : "value");
        paths.put(e.getValue(), path);
        tags.put(
            e.getValue(),
            path.endsWith(".tagKey")
                ? event.field(path.substring(0, path.length() - 3) + "Value")
                : event.field(value));
      }
    }
    if (!mentions) {
      told.put("aws:TagKeys", new Told(ContextValue.ABSENT, "the request carries no tags", ""));
      return;
    }
    if (!tags.isEmpty()) {
      told.put(
          "aws:TagKeys",
          new Told(
              ContextValue.Present.of(List.copyOf(tags.keySet())),
              "the event's tags",
              paths.getOrDefault(tags.keySet().iterator().next(), "")));
      tags.forEach((key, value) ->
          told.put(
              "aws:RequestTag/" + key,
              new Told(
                  ContextValue.Present.of(value),
                  "the event's tags",
                  paths.getOrDefault(key, ""))));
    }
  }

  /**
   * Whether a part of a path is a parameter for tags, such as tags, tagSet or tagSpecificationSet.
   */
  private static boolean isTag(String path) {
    for (String part : path.toLowerCase(Locale.ROOT).split("\\.", -1)) {
      if (part.endsWith("tags") || TAG_PARAMETERS.contains(part)) {
        return true;
      }
    }
    return false;
  }
}
