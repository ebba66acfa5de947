package awsleuth.core.read.document;

import static awsleuth.core.read.document.ManifestReader.ATTACHED_TO;
import static awsleuth.core.read.document.ManifestReader.FILES;
import static awsleuth.core.read.document.ManifestReader.GROUPS;
import static awsleuth.core.read.document.ManifestReader.KIND;
import static awsleuth.core.read.document.ManifestReader.UNREAD;

import awsleuth.core.Artifact;
import awsleuth.core.evidence.Source;
import awsleuth.core.read.json.JsonValue;
import java.util.ArrayList;
import java.util.List;

/** What of an {@code awsleuth.json} is not understood, so that it would say nothing unnoticed. */
public final class ManifestFaults {

  private final Artifact artifact;
  private final List<String> faults = new ArrayList<>();

  private ManifestFaults(Artifact artifact) {
    this.artifact = artifact;
  }

  /** Each in words behind its file and line; none where all is understood. */
  public static List<String> of(Artifact artifact) {
    ManifestFaults manifest = new ManifestFaults(artifact);
    List<JsonValue> values = JsonValue.parseAll(artifact.text(), 1);
    if (values.size() == 1 && values.getFirst() instanceof JsonValue.Members members) {
      manifest.whole(members);
    } else {
      manifest.add(
          1, "is no JSON object such as {\"files\": {\"role.json\": {\"kind\": \"policy\"}}}");
    }
    return List.copyOf(manifest.faults);
  }

  private void add(int line, String words) {
    faults.add(new Source(artifact.name(), line) + ": " + words);
  }

  private void whole(JsonValue.Members manifest) {
    known(manifest, List.of(FILES, GROUPS, UNREAD));
    groups(manifest);
    unread(manifest);
    switch (manifest.get(FILES)) {
      case null -> {
        if (manifest.get(GROUPS) == null && manifest.get(UNREAD) == null) {
          add(manifest.line(), "has no `files`");
        }
      }
      case JsonValue.Members files ->
          files.values().forEach((name, said) -> file(name, said, files.line()));
      case JsonValue.Elements _, JsonValue.Text _, JsonValue.Scalar _ ->
          add(manifest.line(), "`files` is no object that has files by their names");
    }
  }

  private void groups(JsonValue.Members manifest) {
    JsonValue groups = manifest.get(GROUPS);
    if (groups instanceof JsonValue.Members all) {
      all.values().forEach(this::group);
    } else if (groups != null) {
      add(manifest.line(), "`groups` is no object that has users by the ARNs of their groups");
    }
  }

  private void unread(JsonValue.Members manifest) {
    JsonValue unread = manifest.get(UNREAD);
    int told = NotReadReader.ofManifest(artifact.name(), unread).size();
    int all = unread instanceof JsonValue.Elements many ? many.values().size() : -1;
    if (unread != null && told != all) {
      add(
          manifest.line(),
          "`unread` is no list of objects, each with a `kind` of policy (or `encoded-message`), `attached_to` and `what`");
    }
  }

  private void group(String group, JsonValue users) {
    List<String> arns = ManifestReader.texts(users);
    boolean list = users instanceof JsonValue.Elements all && all.values().size() == arns.size();
    if (!group.contains(":group/")
        || !list
        || !arns.stream().allMatch(arn -> arn.contains(":user/"))) {
      add(
          users.line(),
          "`groups` has `"
              + group
              + "`, which is no ARN of a group with a list of"
              + " users by ARN");
    }
  }

  private void file(String name, JsonValue value, int line) {
    if (!(value instanceof JsonValue.Members said)) {
      add(line, "what is said of `" + name + "` is no object");
      return;
    }
    known(said, List.of(KIND, ATTACHED_TO));
    JsonValue kind = said.get(KIND);
    if (kind != null && !(kind instanceof JsonValue.Text)) {
      add(said.line(), "`kind` of `" + name + "` is no text");
    }
    JsonValue to = said.get(ATTACHED_TO);
    int all = to instanceof JsonValue.Elements many ? many.values().size() : 1;
    List<String> understood = ManifestReader.texts(to);
    if (to != null && (understood.isEmpty() || understood.size() < all)) {
      add(said.line(), "`attached_to` of `" + name + "` is no ARN or id, nor a list of them");
    }
  }

  private void known(JsonValue.Members members, List<String> known) {
    for (String name : members.values().keySet()) {
      if (!known.contains(name)) {
        int last = known.size() - 1;
        String only =
            "`" + String.join("`, `", known.subList(0, last)) + "` and `" + known.get(last) + "`";
        add(members.line(), "`" + name + "` says nothing here, " + only + " would");
      }
    }
  }
}
