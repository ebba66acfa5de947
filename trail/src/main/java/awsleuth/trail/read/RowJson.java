package awsleuth.trail.read;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Writes the rows of a table as the events that they were made of. */
final class RowJson {

  private static final String IDENTITY = "userIdentity";

  /** Names as CloudTrail has them; tables may have them in small letters. */
  private static final Map<String, String> NAMES = new HashMap<>();

  /**
   * Columns that hold whole events: {@code eventJson} of CloudTrail Lake, {@code @message} of
   * CloudWatch Logs Insights and {@code _raw} of Splunk, by the names of members that hold them
   * elsewhere.
   */
  private static final Map<String, String> WHOLE =
      Map.of("eventjson", "CloudTrailEvent", "@message", "message", "_raw", "_raw");

  /** What tables have in small letters of the members of {@code resources}. */
  private static final Map<String, String> OF_RESOURCES =
      Map.of("arn", "ARN", "accountid", "accountId");

  static {
    NAMES.putAll(WHOLE);
    for (String name :
        List.of(
            "eventVersion",
            "eventTime",
            "eventSource",
            "eventName",
            "awsRegion",
            "sourceIPAddress",
            "userAgent",
            "errorCode",
            "errorMessage",
            "requestID",
            "eventID",
            "readOnly",
            "eventType",
            "apiVersion",
            "managementEvent",
            "recipientAccountId",
            "sharedEventID",
            "vpcEndpointId",
            "eventCategory",
            IDENTITY)) {
      NAMES.put(name.toLowerCase(Locale.ROOT), name);
    }
    Table.STRUCTURED.forEach(name -> NAMES.put(name.toLowerCase(Locale.ROOT), name));
  }

  private final List<String> names;

  /** Of a table whose columns have these names. */
  RowJson(List<String> header) {
    names =
        header.stream()
            .map(name -> bare(name))
            .map(name -> NAMES.getOrDefault(name.toLowerCase(Locale.ROOT), name))
            .toList();
  }

  /** Whether one of some columns, in small letters, holds whole events. */
  static boolean hasWhole(List<String> header) {
    return header.stream().anyMatch(name -> WHOLE.containsKey(bare(name)));
  }

  private static String bare(String name) {
    return name.replace("\ufeff", "").replace("\"", "").strip();
  }

  /** A row as JSON; empty values are left out. */
  String of(List<String> row) {
    StringBuilder out = new StringBuilder(512).append('{');
    for (int i = 0; i < Math.min(row.size(), names.size()); i++) {
      String value = row.get(i);
      if (!value.isEmpty() && !value.equals("null")) {
        member(out, names.get(i), value);
      }
    }
    return out.append('}').toString();
  }

  private static void member(StringBuilder out, String name, String value) {
    text(next(out), name).append(':');
    if (name.equals(IDENTITY)) {
      identity(out, IdentityText.of(value));
    } else if (Table.STRUCTURED.contains(name)) {
      structured(out, value);
    } else {
      text(out, value);
    }
  }

  /** As JSON, as printed maps, or as a text. */
  private static void structured(StringBuilder out, String value) {
    Optional<Map<String, String>> map = PrintedMap.of(value);
    List<Map<String, String>> list = PrintedMap.list(value);
    if (isJson(value)) {
      out.append(value);
    } else if (map.isPresent()) {
      members(out, map.get());
    } else if (!list.isEmpty()) {
      String comma = "[";
      for (Map<String, String> element : list) {
        members(out.append(comma), element);
        comma = ",";
      }
      out.append(']');
    } else {
      text(out, value);
    }
  }

  private static void members(StringBuilder out, Map<String, String> members) {
    out.append('{');
    members.forEach((name, value) -> {
      text(next(out), OF_RESOURCES.getOrDefault(name, name)).append(':');
      if (isJson(value)) {
        out.append(value);
      } else {
        text(out, value);
      }
    });
    out.append('}');
  }

  private static boolean isJson(String value) {
    byte[] bytes = Padded.utf8(value);
    int length = bytes.length - Words.PADDING;
    return (value.startsWith("{") || value.startsWith("["))
        && new Scanner(new Slots()).nested(bytes, 0, length) == length;
  }

  private static void identity(StringBuilder out, Identity who) {
    out.append('{');
    optional(out, "type", who.type());
    optional(out, "arn", who.arn());
    optional(out, "accountId", who.account());
    optional(out, "invokedBy", who.invokedBy());
    optional(out, "userName", who.name());
    if (!who.issuer().isEmpty()) {
      next(out).append("\"sessionContext\":{\"sessionIssuer\":{");
      optional(out, "arn", who.issuer());
      out.append("}}");
    }
    out.append('}');
  }

  private static void optional(StringBuilder out, String name, String value) {
    if (!value.isEmpty()) {
      text(next(out), name).append(':');
      text(out, value);
    }
  }

  private static StringBuilder next(StringBuilder out) {
    return out.charAt(out.length() - 1) == '{' ? out : out.append(',');
  }

  private static StringBuilder text(StringBuilder out, String value) {
    out.append('"');
    for (int i = 0; i < value.length(); i++) {
      char c = value.charAt(i);
      if (c == '"' || c == '\\') {
        out.append('\\').append(c);
      } else if (c < ' ') {
        out.append(String.format(Locale.ROOT, "\\u%04x", (int) c));
      } else {
        out.append(c);
      }
    }
    return out.append('"');
  }
}
