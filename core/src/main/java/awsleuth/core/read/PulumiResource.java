package awsleuth.core.read;

import awsleuth.core.read.text.Flat;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The resource that Pulumi was working on, which it heads its messages with: {@code aws:s3:BucketV2
 * (logs):}. Its provider calls by the SDK for Go, whose errors stand in the lines below. Type and
 * name come into the captures {@code pulumi_type} and {@code pulumi_name}.
 */
final class PulumiResource {

  private static final Pattern HEAD =
      Pattern.compile(
          " {0,20}[+~-]{0,2} {0,4}aws:(\\w{1,60}):([A-Z]\\w{1,60}) \\(([^)\\s]{1,100})\\)");

  private static final int LINES_ABOVE = 6;

  private PulumiResource() {}

  /** Marks the errors that stand below such a head. */
  static void mark(Flat flat, List<Sighting> errors) {
    for (Sighting s : errors) {
      int index = flat.indexAt(s.position);
      for (int i = index; i >= Math.max(0, index - LINES_ABOVE); i--) {
        Matcher head = HEAD.matcher(flat.lines.get(i).text());
        if (head.lookingAt()) {
          String type = head.group(2);
          String module = Character.toLowerCase(type.charAt(0)) + type.substring(1);
          s.captures.put("pulumi_type", "aws:" + head.group(1) + "/" + module + ":" + type);
          s.captures.put("pulumi_name", head.group(3));
          break;
        }
      }
    }
  }
}
