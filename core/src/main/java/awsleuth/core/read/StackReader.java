package awsleuth.core.read;

import awsleuth.aws.AwsCatalog;
import awsleuth.core.read.text.ClassNames;
import awsleuth.core.read.text.Flat;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Reads the error that stands above a stack of Java, .NET or JavaScript which passes through an AWS
 * SDK.
 */
final class StackReader {

  private static final int MOST_LINES = 80;
  private static final int LONGEST = 2000;
  private static final List<String> SDKS =
      List.of(
          "software.amazon.awssdk.",
          "com.amazonaws.",
          "@aws-sdk/",
          "aws-sdk/",
          "@smithy/",
          "at Amazon.");

  private StackReader() {}

  static List<Sighting> read(Flat flat, AwsCatalog catalog) {
    List<Sighting> found = new ArrayList<>();
    int done = -1;
    for (int i = 0; i < flat.lines.size(); i++) {
      if (i > done && isSdkFrame(flat.lines.get(i).text())) {
        int top = top(flat, i);
        if (top > done && add(flat, top, found)) {
          call(flat, i, found.getLast(), catalog);
        }
        done = i;
        while (done + 1 < flat.lines.size() && isFrame(flat.lines.get(done + 1).text())) {
          done++;
        }
      }
    }
    return found;
  }

  private static boolean isFrame(String line) {
    String bare = line.strip();
    return bare.startsWith("at ") || bare.startsWith("--- End of "); // of .NET, between two stacks
  }

  private static boolean isSdkFrame(String line) {
    return isFrame(line) && line.length() < LONGEST && SDKS.stream().anyMatch(line::contains);
  }

  /** The line above the stack that a frame is in; -1 where the text begins within it. */
  private static int top(Flat flat, int frame) {
    int i = frame - 1;
    while (i >= 0 && frame - i < MOST_LINES && isFrame(flat.lines.get(i).text())) {
      i--;
    }
    return i >= 0 && !isFrame(flat.lines.get(i).text()) ? i : -1;
  }

  private static boolean add(Flat flat, int index, List<Sighting> found) {
    String line = flat.lines.get(index).text();
    int limit = Math.min(line.length(), LONGEST);
    for (int i = line.indexOf(": "); i >= 0 && i < limit; i = line.indexOf(": ", i + 1)) {
      int number = line.charAt(Math.max(0, i - 1)) == ')' ? line.lastIndexOf(" (", i) : -1;
      String name = ClassNames.endingAt(line, number < 0 ? i : number); // SocketException (11001)
      if (ClassNames.isException(name) || name.equals("Error")) {
        Sighting s = new Sighting(flat.startOf(index), flat.lines.get(index).number());
        s.strength = Sighting.Strength.FAINT;
        s.exception = ClassNames.simple(name);
        s.message = line.substring(i + 2, limit).strip();
        s.end = flat.endOf(index);
        found.add(s);
        return true;
      }
    }
    return false;
  }

  /** The operation in a Java client's frame, {@code …services.s3.AmazonS3Client.getObject(}. */
  private static void call(Flat flat, int from, Sighting s, AwsCatalog catalog) {
    for (int i = from; i < flat.lines.size() && i < from + MOST_LINES; i++) {
      String line = flat.lines.get(i).text();
      if (!isFrame(line)) {
        return;
      }
      dotNet(line, s);
      int client = line.indexOf("Client.");
      int open = line.indexOf('(', Math.max(0, client));
      int services = line.indexOf(".services.");
      if (client > services && services > 0 && open > client) {
        String method = line.substring(client + "Client.".length(), open);
        int start = services + ".services.".length();
        String service = line.substring(start, line.indexOf('.', start));
        Optional<String> known = catalog.serviceOfId(service);
        Optional<String> operation =
            method.isEmpty() || known.isEmpty()
                ? Optional.empty()
                : catalog.operationName(known.get(), method); // invoke is any call's, too
        if (operation.isPresent()) {
          s.operation = operation.get();
          s.service = service;
          return;
        }
      }
    }
  }

  /** The service of a frame of the SDK for .NET, {@code at Amazon.S3.AmazonS3Client.…}. */
  private static void dotNet(String line, Sighting s) {
    String mark = "at Amazon.";
    int at = line.indexOf(mark);
    int dot = at < 0 ? -1 : line.indexOf('.', at + mark.length());
    String name = dot < 0 ? "" : line.substring(at + mark.length(), dot);
    if (s.service.isEmpty() && !name.isEmpty() && !name.equals("Runtime") && !name.equals("Util")) {
      s.service = name;
    }
  }
}
