package awsleuth.core.fact;

import awsleuth.aws.IamAction;
import awsleuth.core.evidence.TrailEvent;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** What an event has for the parts of an ARN's form, such as {@code ${BucketName}}. */
record EventParts(TrailEvent event, IamAction action) {

  private static final String PARAMETERS = "requestParameters.";
  private static final Set<String> EVERYWHERE = Set.of("Partition", "Region", "Account");

  /** Prefixes of Bedrock's inference profiles, which stand for models of several Regions. */
  private static final Set<String> PROFILES =
      Set.of("us", "eu", "apac", "us-gov", "global", "jp", "au", "ca", "sa", "amer");

  static String partition(TrailEvent event) {
    String region = event.field("awsRegion");
    return region.startsWith("cn-")
        ? "aws-cn"
        : region.startsWith("us-gov-") ? "aws-us-gov" : "aws";
  }

  /**
   * The ARNs of a form with every part filled in, one for each value of a part that has several;
   * empty where the event does not tell one, and for a form that names nothing.
   */
  List<String> fill(String form) {
    List<String> filled = List.of("");
    boolean named = false;
    int from = 0;
    for (int open = form.indexOf("${"); open >= 0; open = form.indexOf("${", from)) {
      int close = form.indexOf('}', open);
      String part = form.substring(open + 2, close);
      named |= !EVERYWHERE.contains(part);
      filled = appended(filled, form.substring(from, open), values(part, form));
      from = close + 1;
    }
    return named ? appended(filled, form.substring(from), List.of("")) : List.of();
  }

  private static List<String> appended(List<String> to, String text, List<String> values) {
    List<String> all = new ArrayList<>();
    for (String begun : to) {
      values.forEach(v -> all.add(begun + text + v));
    }
    return all;
  }

  private List<String> values(String part, String form) {
    String value =
        switch (part) {
          case "Partition" -> partition(event);
          case "Region" -> event.field("awsRegion");
          case "Account" -> account();
          case "ObjectName" -> field("key");
          case "QueueName" -> queue(true);
          case "ParameterNameWithoutLeadingSlash" -> unslashed(plain("name"));
          case "ResourceId" -> form.contains("foundation-model/") ? model() : plain("resourceId");
          case "UserNameWithPath", "RoleNameWithPath", "GroupNameWithPath", "PolicyNameWithPath" ->
              created(part);
          case "SecretId" -> ""; // The ARN ends in six characters that only AWS knows.
          default -> plain(Character.toLowerCase(part.charAt(0)) + part.substring(1));
        };
    if (part.equals("InstanceId") && value.isEmpty()) {
      return instances();
    }
    return value.isEmpty() ? List.of() : List.of(value);
  }

  private String field(String name) {
    return event.field(PARAMETERS + name);
  }

  /** A parameter that is a name, not an ARN or an alias. */
  private String plain(String name) {
    String value = field(name);
    return value.indexOf(':') >= 0 || value.startsWith("alias/") ? "" : value;
  }

  private String account() {
    String queue = queue(false);
    return queue.isEmpty()
        ? OwnerParameter.of(event).orElseGet(() -> event.field("recipientAccountId"))
        : queue;
  }

  /** The last part of a queue's URL, or the one before it, the account. */
  private String queue(boolean name) {
    String url = field("queueUrl");
    int last = url.lastIndexOf('/');
    int before = last < 0 ? -1 : url.lastIndexOf('/', last - 1);
    return before < 0 ? "" : name ? url.substring(last + 1) : url.substring(before + 1, last);
  }

  private static String unslashed(String name) {
    return name.startsWith("/") ? name.substring(1) : name;
  }

  private String model() {
    String id = plain("modelId");
    int dot = id.indexOf('.');
    return dot > 0 && PROFILES.contains(id.substring(0, dot)) ? "" : id;
  }

  /** With the path that it is created with; of others the event does not tell the path. */
  private String created(String part) {
    String noun = part.substring(0, part.indexOf("NameWithPath"));
    String name = plain(noun.toLowerCase(java.util.Locale.ROOT) + "Name");
    if (!action.name().equals("Create" + noun) || name.isEmpty()) {
      return "";
    }
    String path = field("path");
    return unslashed(path.isEmpty() ? name : path + name);
  }

  private List<String> instances() {
    List<String> ids = new ArrayList<>();
    for (int i = 0; !field("instancesSet.items." + i + ".instanceId").isEmpty(); i++) {
      ids.add(field("instancesSet.items." + i + ".instanceId"));
    }
    return ids;
  }
}
