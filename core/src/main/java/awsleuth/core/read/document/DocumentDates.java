package awsleuth.core.read.document;

import awsleuth.core.Artifact;
import awsleuth.core.evidence.Source;
import awsleuth.core.read.json.JsonValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * The dates in JSON that AWS gives: when roles, policies and their versions were made, until when
 * credentials are good.
 */
public final class DocumentDates {

  /**
   * A date.
   *
   * @param written as it is written
   * @param words what it is the date of
   * @param isExpiry whether something ends then
   * @param source where it stands
   */
  public record Dated(String written, String words, boolean isExpiry, Source source) {}

  private static final int DEEPEST = 40;
  private static final int MOST = 2000;

  /** What a member's name says of the thing that it is the date of. */
  private static final Map<String, String> WORDS =
      Map.of(
          "CreateDate", "was made",
          "CreatedAt", "was made",
          "UpdateDate", "was last changed",
          "LastModified", "was last changed",
          "LastModifiedDate", "was last changed",
          "LastUsedDate", "was last used",
          "CreationDate", "was made");

  private static final Map<String, String> EXPIRIES =
      Map.of(
          "Expiration", "expires",
          "expiresAt", "expires",
          "registrationExpiresAt", "is registered until then",
          "ExpirationDate", "expires");

  /** Members that name a thing, and what the thing is. */
  private static final Map<String, String> NAMES =
      Map.of(
          "PolicyName", "policy",
          "RoleName", "role",
          "UserName", "user",
          "GroupName", "group",
          "InstanceProfileName", "instance profile",
          "FunctionName", "function",
          "AccessKeyId", "access key",
          "startUrl", "the SSO token of");

  private final String artifact;
  private final List<Dated> found = new ArrayList<>();

  private DocumentDates(String artifact) {
    this.artifact = artifact;
  }

  /** The dates of a document, in the order they stand in; none where it is no JSON. */
  public static List<Dated> of(Artifact document) {
    DocumentDates dates = new DocumentDates(document.name());
    JsonValue.parseAll(document.text(), 1).forEach(v -> dates.look(v, "", 0));
    return List.copyOf(dates.found);
  }

  private void look(JsonValue value, String subject, int depth) {
    if (depth > DEEPEST || found.size() >= MOST) {
      return;
    }
    switch (value) {
      case JsonValue.Members m -> members(m, subject, depth);
      case JsonValue.Elements e -> e.values().forEach(v -> look(v, subject, depth + 1));
      case JsonValue.Text _ -> {}
      case JsonValue.Scalar _ -> {}
    }
  }

  private void members(JsonValue.Members m, String outer, int depth) {
    String subject = subject(m, outer);
    m.values()
        .forEach((name, value) -> {
          if (value instanceof JsonValue.Text date && isDate(date.value())) {
            date(name, date, subject);
          } else {
            look(value, subject, depth + 1);
          }
        });
  }

  private void date(String name, JsonValue.Text date, String subject) {
    Source source = new Source(artifact, date.line());
    if (WORDS.containsKey(name) && !subject.isEmpty()) {
      found.add(new Dated(date.value(), subject + " " + WORDS.get(name), false, source));
    } else if (EXPIRIES.containsKey(name)) {
      String what = subject.isEmpty() ? "what the file holds" : subject;
      found.add(new Dated(date.value(), what + " " + EXPIRIES.get(name), true, source));
    }
  }

  private static String subject(JsonValue.Members m, String outer) {
    String version = m.text("VersionId");
    if (!version.isEmpty() && m.get("CreateDate") != null) {
      boolean used =
          m.get("IsDefaultVersion") instanceof JsonValue.Scalar s && s.literal().equals("true");
      return "version `"
          + version
          + "` of "
          + (outer.isEmpty() ? "the policy" : outer)
          + (used ? ", the one in force," : "");
    }
    for (String name : NAMES.keySet().stream().sorted().toList()) {
      if (!m.text(name).isEmpty()) {
        return NAMES.get(name) + " `" + m.text(name) + "`";
      }
    }
    return outer;
  }

  /** Whether a text begins with a year, a month and a day. */
  private static boolean isDate(String text) {
    return text.length() >= 10
        && text.length() <= 40
        && Character.isDigit(text.charAt(0))
        && text.charAt(4) == '-'
        && text.charAt(7) == '-';
  }
}
