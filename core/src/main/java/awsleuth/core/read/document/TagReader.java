package awsleuth.core.read.document;

import awsleuth.core.Artifact;
import awsleuth.core.evidence.Source;
import awsleuth.core.evidence.TagSet;
import awsleuth.core.read.json.JsonValue;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Reads tags out of what AWS's commands print: {@code iam get-role}, {@code get-user} and {@code
 * get-account-authorization-details}, {@code ec2 describe-…}, {@code ec2 describe-tags}, {@code
 * resourcegroupstaggingapi get-resources}, {@code secretsmanager describe-secret}, {@code lambda
 * get-function} and others of these forms. Parameters of a call that sets tags are none. A secret
 * that is described without tags is told by its ARN.
 */
public final class TagReader {

  private static final int DEEPEST = 60;

  private final String artifact;
  private final List<TagSet> found = new ArrayList<>();

  private TagReader(String artifact) {
    this.artifact = artifact;
  }

  /** The tags of each thing in the order of the text; empty where there are none. */
  public static List<TagSet> read(Artifact artifact) {
    TagReader reader = new TagReader(artifact.name());
    for (JsonValue value : JsonValue.parseAll(artifact.text(), 1)) {
      if (value instanceof JsonValue.Members answer) {
        reader.answer(answer);
      }
    }
    return List.copyOf(reader.found);
  }

  private void answer(JsonValue.Members answer) {
    if (answer.get("Tags") instanceof JsonValue.Elements all && isDescribed(all)) {
      described(all);
      return;
    }
    if (answer.get("Configuration") instanceof JsonValue.Members function
        && answer.get("Tags") instanceof JsonValue.Members tags) {
      add(function.text("FunctionArn"), tags);
      return;
    }
    if (isDescription(answer)) {
      thing(answer, "");
    }
    if (answer.get("Tags") == null && answer.text("ARN").contains(":secretsmanager:")) {
      add(answer.text("ARN"), Map.of(), false, answer.line());
    }
    inside(answer, 0);
  }

  /** One thing, whose ARN stands beside more of it than its tags, as a call that sets them has. */
  private static boolean isDescription(JsonValue.Members answer) {
    boolean named = !(answer.text("ARN") + answer.text("Arn") + answer.text("arn")).isEmpty();
    return (named && answer.values().size() > 2)
        || !answer.text("CreatedDate").isEmpty()
        || !answer.text("CreateDate").isEmpty();
  }

  private void inside(JsonValue.Members outer, int depth) {
    outer
        .values()
        .forEach((name, value) -> {
          switch (value) {
            case JsonValue.Members inner -> within(inner, name, depth + 1);
            case JsonValue.Elements all ->
                all.values()
                    .forEach(e -> {
                      if (e instanceof JsonValue.Members inner) {
                        within(inner, name, depth + 1);
                      }
                    });
            case JsonValue.Text _, JsonValue.Scalar _ -> {}
          }
        });
  }

  private void within(JsonValue.Members thing, String name, int depth) {
    thing(thing, name);
    if (depth < DEEPEST) {
      inside(thing, depth);
    }
  }

  /** An object with tags beside what names it. */
  private void thing(JsonValue.Members thing, String listName) {
    JsonValue tags = thing.get(thing.get("TagList") == null ? "Tags" : "TagList");
    if (tags != null) {
      add(name(thing, listName), tags);
    }
  }

  /** Its ARN; where it has none the id that the list of its kind is named for. */
  private static String name(JsonValue.Members thing, String listName) {
    for (Map.Entry<String, JsonValue> e : thing.values().entrySet()) {
      String key = e.getKey().toLowerCase(Locale.ROOT);
      boolean own = key.equals("arn") || key.equals("resourcearn") || isArnOf(key, listName);
      if (own && e.getValue() instanceof JsonValue.Text t && t.value().startsWith("arn:")) {
        return t.value();
      }
    }
    String id = thing.text(singular(listName) + "Id");
    return id.isEmpty() && listName.equals("SecurityGroups") ? thing.text("GroupId") : id;
  }

  private static boolean isArnOf(String key, String listName) {
    return !listName.isEmpty() && key.equals(singular(listName).toLowerCase(Locale.ROOT) + "arn");
  }

  private static String singular(String name) {
    return name.endsWith("s") ? name.substring(0, name.length() - 1) : name;
  }

  private static boolean isDescribed(JsonValue.Elements all) {
    return !all.values().isEmpty()
        && all.values().getFirst() instanceof JsonValue.Members m
        && !m.text("ResourceId").isEmpty();
  }

  /** {@code ec2 describe-tags} has a line for each tag of each resource. */
  private void described(JsonValue.Elements all) {
    Map<String, Map<String, String>> tags = new LinkedHashMap<>();
    Map<String, Integer> lines = new LinkedHashMap<>();
    for (JsonValue value : all.values()) {
      if (value instanceof JsonValue.Members m && !m.text("ResourceId").isEmpty()) {
        String id = m.text("ResourceId");
        tags.computeIfAbsent(id, k -> new LinkedHashMap<>()).put(m.text("Key"), m.text("Value"));
        lines.putIfAbsent(id, m.line());
      }
    }
    tags.forEach((id, own) -> add(id, own, false, lines.getOrDefault(id, all.line())));
  }

  /** A list of keys with values, or an object. */
  private void add(String thing, JsonValue tags) {
    Map<String, String> own = new LinkedHashMap<>();
    switch (tags) {
      case JsonValue.Elements all -> {
        for (JsonValue value : all.values()) {
          if (!(value instanceof JsonValue.Members m) || m.text("Key").isEmpty()) {
            return;
          }
          own.put(m.text("Key"), m.text("Value"));
        }
      }
      case JsonValue.Members m -> m.values().keySet().forEach(key -> own.put(key, m.text(key)));
      case JsonValue.Text _, JsonValue.Scalar _ -> {
        return;
      }
    }
    add(thing, own, true, tags.line());
  }

  private void add(String thing, Map<String, String> tags, boolean whole, int line) {
    if (!thing.isEmpty()) {
      found.add(new TagSet(thing, Map.copyOf(tags), whole, new Source(artifact, line)));
    }
  }
}
