package awsleuth.core.read.document;

import awsleuth.core.Artifact;
import awsleuth.core.evidence.Membership;
import awsleuth.core.evidence.Source;
import awsleuth.core.read.json.JsonValue;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads who is in which group: the output of {@code aws iam get-group} and of {@code aws iam
 * list-groups-for-user}, the latter below its command or without (IAM API reference), and the users
 * of {@code get-account-authorization-details}.
 */
public final class GroupReader {

  private static final String GROUPS = "\"Groups\"";
  private static final String LIST = "list-groups-for-user";
  private static final Pattern USER =
      Pattern.compile("--user-name[ =]['\"]?([\\w+=,.@-]{1,64})(?![\\w+=,.@-])");
  private static final int MOST_COMMAND = 2_000;

  private final String artifact;
  private final List<Membership> found = new ArrayList<>();

  private GroupReader(String artifact) {
    this.artifact = artifact;
  }

  /** What a text that is one of these outputs says; empty where it is something else. */
  public static List<Membership> read(Artifact artifact) {
    String text = artifact.text();
    if (!text.contains(GROUPS) && !(text.contains("\"Group\"") && text.contains("\"Users\""))) {
      return List.of();
    }
    GroupReader reader = new GroupReader(artifact.name());
    int begin = text.indexOf('{');
    String command = text.substring(0, begin < 0 ? 0 : begin);
    if (command.isBlank() || (command.length() < MOST_COMMAND && command.contains(LIST))) {
      Matcher user = USER.matcher(command);
      String named = user.find() ? user.group(1) : "";
      int line = 1 + (int) command.chars().filter(c -> c == '\n').count();
      List<JsonValue> values = JsonValue.parseAll(text.substring(command.length()), line);
      if (values.size() == 1 && values.getFirst() instanceof JsonValue.Members m) {
        reader.answer(m, named);
      }
    }
    return List.copyOf(reader.found);
  }

  private void answer(JsonValue.Members m, String user) {
    boolean whole = !isCut(m);
    if (m.get("Group") instanceof JsonValue.Members group
        && group.text("Arn").contains(":group/")
        && m.get("Users") instanceof JsonValue.Elements users) {
      add(Membership.Of.GROUP, group.text("Arn"), arns(users), whole, m);
    } else if (m.get("Groups") instanceof JsonValue.Elements groups) {
      List<String> arns = arns(groups);
      if (arns.size() == groups.values().size()
          && arns.stream().allMatch(a -> a.contains(":iam::") && a.contains(":group/"))) {
        add(Membership.Of.USER, user, arns, whole, m);
      }
    }
  }

  /** The groups of each user of an account's export, which has all; empty for another text. */
  public static List<Membership> ofAccount(Artifact artifact) {
    GroupReader reader = new GroupReader(artifact.name());
    if (artifact.text().contains("\"GroupList\"")) {
      for (JsonValue value : JsonValue.parseAll(artifact.text(), 1)) {
        if (value instanceof JsonValue.Members m
            && m.get("UserDetailList") instanceof JsonValue.Elements users) {
          users.values().forEach(reader::user);
        }
      }
    }
    return List.copyOf(reader.found);
  }

  private void user(JsonValue value) {
    if (value instanceof JsonValue.Members user
        && user.get("GroupList") instanceof JsonValue.Elements groups
        && user.text("Arn").contains(":user/")) {
      String arn = user.text("Arn");
      String account = arn.substring(0, arn.indexOf(":user/"));
      List<String> arns =
          ManifestReader.texts(groups).stream().map(g -> account + ":group/" + g).toList();
      add(Membership.Of.USER, arn, arns, true, user);
    }
  }

  /** What a manifest says of a group's members, who are all. */
  static List<Membership> ofManifest(String artifact, @Nullable JsonValue groups) {
    GroupReader reader = new GroupReader(artifact);
    if (groups instanceof JsonValue.Members all) {
      all.values()
          .forEach((group, users) ->
              reader.add(Membership.Of.GROUP, group, ManifestReader.texts(users), true, users));
    }
    return List.copyOf(reader.found);
  }

  private void add(
      Membership.Of of, String named, List<String> listed, boolean whole, JsonValue at) {
    found.add(new Membership(of, named, listed, whole, new Source(artifact, at.line())));
  }

  /** Whether the command says that there are more. */
  private static boolean isCut(JsonValue.Members m) {
    return !m.text("Marker").isEmpty()
        || !m.text("NextToken").isEmpty()
        || (m.get("IsTruncated") instanceof JsonValue.Scalar s && s.literal().equals("true"));
  }

  private static List<String> arns(JsonValue.Elements things) {
    return things.values().stream()
        .map(v -> v instanceof JsonValue.Members m ? m.text("Arn") : "")
        .filter(arn -> !arn.isEmpty())
        .toList();
  }
}
