package awsleuth.core.read;

import awsleuth.core.read.text.ClassNames;
import awsleuth.core.read.text.ErrorCodes;
import awsleuth.core.read.text.Flat;
import awsleuth.core.read.text.Numbers;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads errors of the AWS SDK for JavaScript, version 3, that were printed with their fields: the
 * head and stack of the error, then {@code $fault}, {@code $metadata: { httpStatusCode: 403,
 * requestId: '…' }} and what the service sent, in any order, as an object, as JSON, or bare.
 *
 * <p>The capture {@code sdk_client} holds the package of the client in the stack, {@code s3} of
 * {@code @aws-sdk/client-s3}; {@code reason} the member of that name.
 */
final class JavaScriptErrors {

  private static final String ANCHOR = "$metadata";
  private static final String PACKAGE = "@aws-sdk/client-";
  private static final int REACH = 6000;
  private static final int MOST_FRAMES = 40;
  private static final int MOST_FIELDS = 12;
  private static final int LONGEST_LINE = 2000;

  private final Flat flat;
  private final List<Sighting> found = new ArrayList<>();

  private JavaScriptErrors(Flat flat) {
    this.flat = flat;
  }

  static List<Sighting> read(Flat flat) {
    JavaScriptErrors reader = new JavaScriptErrors(flat);
    int at = flat.text.indexOf(ANCHOR);
    while (at >= 0) {
      int end = Math.max(at + 1, reader.error(at));
      at = flat.text.indexOf(ANCHOR, end);
    }
    return reader.found;
  }

  /** Reads the error that a place is in; where it ends. */
  private int error(int at) {
    int floor = found.isEmpty() ? 0 : found.getLast().end;
    int open = open(at, floor);
    int from = open < 0 ? firstField(at, floor) : open;
    int to = open < 0 ? afterLastField(at) : close(at);
    String object = flat.text.substring(from, to);
    JavaScriptHead head = open < 0 ? JavaScriptHead.NONE : head(open, floor);
    int start = Math.max(floor, head.position(from));
    Sighting s = new Sighting(start, flat.numberAt(start));
    s.code = code(object, head);
    s.message = message(object, head);
    s.status = Numbers.statusAt(JavaScriptFields.value(object, "httpStatusCode"), 0);
    s.requestId = JavaScriptFields.value(object, "requestId");
    s.service = JavaScriptFields.value(object, "$service");
    s.operation = operation(flat.text.substring(s.position, from));
    capture(s, object, flat.text.substring(s.position, to));
    s.end = to;
    if (!s.code.isEmpty() || s.status.isPresent()) {
      found.add(s);
    }
    return to;
  }

  private static String code(String object, JavaScriptHead head) {
    String type = ErrorCodes.ofType(JavaScriptFields.value(object, "__type"));
    for (String code :
        List.of(
            JavaScriptFields.value(object, "Code"),
            head.code(),
            JavaScriptFields.value(object, "name"),
            type,
            JavaScriptFields.value(object, "code"))) {
      if (isCode(code)) {
        return code;
      }
    }
    return "";
  }

  /** Whether a name is the service's code, not the class that all errors have in common. */
  private static boolean isCode(String name) {
    return !name.isEmpty()
        && !name.equals("Error")
        && !name.equals("Unknown")
        && !name.equals("UnknownError")
        && (!name.endsWith("ServiceException") || name.equals("ServiceException"));
  }

  private static String message(String object, JavaScriptHead head) {
    String told = head.message();
    for (String name : List.of("message", "Message", "errorMessage")) {
      told = told.isEmpty() ? JavaScriptFields.value(object, name) : told;
    }
    return told.equals("UnknownError") ? "" : told;
  }

  private static void capture(Sighting s, String object, String whole) {
    String reason = JavaScriptFields.value(object, "Reason");
    if (!reason.isEmpty()) {
      s.captures.put("reason", reason);
    }
    // Of S3's answers and few others' the SDK takes x-amz-id-2; codes of JSON services end so.
    boolean extended = !JavaScriptFields.value(object, "extendedRequestId").isEmpty();
    if (extended && !s.code.endsWith("Exception")) {
      s.captures.put("body_host_id", JavaScriptFields.value(object, "extendedRequestId"));
    }
    int client = whole.indexOf(PACKAGE);
    if (client >= 0) {
      int from = client + PACKAGE.length();
      int end = from;
      while (end < whole.length()
          && (ClassNames.isPart(whole.charAt(end)) || whole.charAt(end) == '-')) {
        end++;
      }
      s.captures.put("sdk_client", whole.substring(from, end));
    }
  }

  /** The operation in a frame of older clients: {@code de_PutItemCommandError}; empty if none. */
  private static String operation(String frames) {
    for (int end = frames.indexOf("CommandError"); end >= 0; ) {
      String name = ClassNames.endingAt(frames, end);
      String bare = name.startsWith("deserializeAws_") ? afterProtocol(name) : after(name, "de_");
      if (!bare.isEmpty()) {
        return bare;
      }
      end = frames.indexOf("CommandError", end + 1);
    }
    return "";
  }

  private static String after(String name, String start) {
    return name.startsWith(start) ? name.substring(start.length()) : "";
  }

  /** {@code GetItem} of {@code deserializeAws_json1_0GetItem}, {@code restXml}, {@code query}. */
  private static String afterProtocol(String name) {
    for (String protocol :
        List.of("json1_0", "json1_1", "restJson1", "restXml", "query", "ec2", "rpcv2Cbor")) {
      String bare = after(name, "deserializeAws_" + protocol);
      if (!bare.isEmpty()) {
        return bare;
      }
    }
    return "";
  }

  /** The brace that opens the object which a place is a member of; -1 where none is near. */
  private int open(int at, int floor) {
    int depth = 0;
    for (int i = at - 1; i >= Math.max(floor, at - REACH); i--) {
      char c = flat.text.charAt(i);
      depth += c == '}' ? 1 : c == '{' ? -1 : 0;
      if (depth < 0) {
        return i;
      }
    }
    return -1;
  }

  /** The place after the brace that closes the object; the end of what is looked at without. */
  private int close(int at) {
    int depth = 0;
    int limit = Math.min(flat.text.length(), at + REACH);
    for (int i = at; i < limit; i++) {
      char c = flat.text.charAt(i);
      depth += c == '{' ? 1 : c == '}' ? -1 : 0;
      if (depth < 0) {
        return i + 1;
      }
    }
    return limit;
  }

  private int firstField(int at, int floor) {
    int i = flat.indexAt(at);
    for (int n = 0;
        n < MOST_FIELDS && i > 0 && isField(i - 1) && flat.startOf(i - 1) >= floor;
        n++) {
      i--;
    }
    return Math.max(Math.max(floor, flat.startOf(i)), at - REACH);
  }

  private int afterLastField(int at) {
    int i = flat.indexAt(at);
    for (int n = 0; n < MOST_FIELDS && i + 1 < flat.lines.size() && isField(i + 1); n++) {
      i++;
    }
    return Math.min(flat.endOf(i), at + REACH);
  }

  private boolean isField(int index) {
    String line = flat.lines.get(index).text();
    return line.length() < LONGEST_LINE && JavaScriptFields.isField(line.strip());
  }

  /** What stands above the stack of frames on whose last line the object opens. */
  private JavaScriptHead head(int open, int floor) {
    int line = flat.indexAt(open);
    int top = line;
    while (top > 0 && line - top < MOST_FRAMES && isFrame(top) && flat.startOf(top - 1) >= floor) {
      top--;
    }
    int last = top == line ? open : Math.min(flat.endOf(top), flat.startOf(top) + LONGEST_LINE);
    return JavaScriptHead.read(flat, top, last, floor);
  }

  private boolean isFrame(int index) {
    return flat.lines.get(index).text().stripLeading().startsWith("at ");
  }
}
