package awsleuth.core.read.document;

import awsleuth.core.Artifact;
import awsleuth.core.evidence.NoBoundary;
import awsleuth.core.evidence.Source;
import awsleuth.core.read.json.JsonValue;
import awsleuth.core.read.json.JsonValue.Members;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reads which roles and users have no permissions boundary: in the output of {@code aws iam
 * get-role}, {@code get-user} and {@code get-account-authorization-details}, which have the
 * boundary where there is one. What has no unique id is not taken for the whole answer.
 */
public final class BoundaryReader {

  private static final String BOUNDARY = "PermissionsBoundary";

  private final String artifact;
  private final List<NoBoundary> found = new ArrayList<>();

  private BoundaryReader(String artifact) {
    this.artifact = artifact;
  }

  /** Those that a text says it of; empty where it is something else. */
  public static List<NoBoundary> read(Artifact artifact) {
    String text = artifact.text();
    if (!text.contains("\"RoleId\"") && !text.contains("\"UserId\"")) {
      return List.of();
    }
    BoundaryReader reader = new BoundaryReader(artifact.name());
    for (JsonValue value : JsonValue.parseAll(text, 1)) {
      if (value instanceof Members m) {
        reader.whole(m);
        reader.whole(m.get("Role"));
        reader.whole(m.get("User"));
        reader.all(m.get("RoleDetailList"));
        reader.all(m.get("UserDetailList"));
      }
    }
    return List.copyOf(reader.found);
  }

  private void all(@Nullable JsonValue details) {
    if (details instanceof JsonValue.Elements many) {
      many.values().forEach(this::whole);
    }
  }

  private void whole(@Nullable JsonValue value) {
    if (value instanceof Members m && m.get(BOUNDARY) == null && isWhole(m)) {
      found.add(new NoBoundary(m.text("Arn"), new Source(artifact, m.line())));
    }
  }

  /** Of the caller's identity the id has another name. */
  private static boolean isWhole(Members m) {
    String arn = m.text("Arn");
    return (arn.contains(":role/") && !m.text("RoleId").isEmpty() && !m.text("RoleName").isEmpty())
        || (arn.contains(":user/") && !m.text("UserId").isEmpty() && !m.text("UserName").isEmpty());
  }
}
