package awsleuth.boto.request;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Takes out of a URL what is new in every call. */
final class Masks {

  private static final Pattern UUID =
      Pattern.compile("[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}");
  private static final List<String> OF_THE_CLOCK =
      List.of("Signature=", "Timestamp=", "Expires=", "Date=");

  private Masks() {}

  static String of(String url) {
    int mark = url.indexOf('?');
    String start = mark < 0 ? url : url.substring(0, mark + 1);
    List<String> parts = new ArrayList<>();
    for (String part : mark < 0 ? new String[0] : url.substring(mark + 1).split("&", -1)) {
      parts.add(part(part));
    }
    return UUID.matcher(start + String.join("&", parts)).replaceAll("<uuid>");
  }

  private static String part(String part) {
    String plain = part.startsWith("X-Amz-") ? part.substring("X-Amz-".length()) : part;
    for (String name : OF_THE_CLOCK) {
      if (plain.startsWith(name)) {
        return part.substring(0, part.indexOf('=') + 1) + "<masked>";
      }
    }
    return part;
  }
}
