package awsleuth.collect.wire;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * An answer over HTTP.
 *
 * @param status such as 200
 * @param reason the words behind it; often empty
 * @param headers by name in small letters, the first of each; of challenges all
 * @param body as UTF-8
 */
public record HttpReply(int status, String reason, Map<String, String> headers, String body) {

  /** Bytes of a body; more is not read. */
  static final int LARGEST = 16 << 20;

  /** As {@code http.client} has it, which raises beyond; so with the lines of headers. */
  private static final int LONGEST_LINE = 1 << 16;

  private static final int MOST_LINES = 100;

  /** The version that an answer of SOCKS begins with (RFC 1928). */
  private static final String SOCKS = "\5";

  private static final String CHALLENGE = "proxy-authenticate";
  private static final int MOST_SCHEMES = 4;
  private static final Pattern SCHEME = Pattern.compile("[A-Za-z][A-Za-z0-9-]{0,20}");

  /** Sets how long the next read may take; throws once the time is over. */
  interface Patience {
    void renew() throws IOException;
  }

  static HttpReply head(InputStream in, Deadline deadline, Patience patience) throws Broken {
    try {
      return head(in, patience);
    } catch (SocketTimeoutException e) {
      throw Wire.readTimedOut(deadline, "no answer");
    } catch (IOException e) {
      throw Wire.closed(e);
    }
  }

  static HttpReply whole(InputStream in, String method, Deadline deadline, Patience patience)
      throws Broken {
    HttpReply head = head(in, deadline, patience);
    while (head.status() >= 100 && head.status() < 200) {
      head = head(in, deadline, patience);
    }
    boolean bodiless = method.equals("HEAD") || head.status() == 204 || head.status() == 304;
    try {
      return bodiless ? head : head.with(body(in, head, patience));
    } catch (SocketTimeoutException e) {
      throw Wire.readTimedOut(deadline, "the answer did not end");
    } catch (IOException e) {
      throw Wire.closed(e);
    }
  }

  /**
   * The ways of logging in that a proxy asks for, as its challenges name them (RFC 9110, 11.7.1).
   */
  public String schemes() {
    return Arrays.stream(headers.getOrDefault(CHALLENGE, "").split(",", LONGEST_LINE))
        .map(c -> c.strip().split(" ", 2)[0])
        .filter(c -> SCHEME.matcher(c).matches())
        .distinct()
        .limit(MOST_SCHEMES)
        .collect(Collectors.joining(", "));
  }

  private HttpReply with(byte[] bytes) {
    return new HttpReply(status, reason, headers, new String(bytes, StandardCharsets.UTF_8));
  }

  private static HttpReply head(InputStream in, Patience patience) throws IOException, Broken {
    String first = line(in, patience, "status line");
    if (!first.startsWith("HTTP/")) {
      throw new Broken(
          Fault.Kind.CLOSED,
          "what answers does not speak HTTP"
              + (first.startsWith(SOCKS) ? ", but SOCKS perhaps" : ""),
          "BadStatusLine('" + shown(first) + "')");
    }
    String[] parts = first.split(" ", 3);
    Map<String, String> headers = new LinkedHashMap<>();
    for (int lines = 1; ; lines++) {
      String next = line(in, patience, "header line");
      if (lines > MOST_LINES) {
        String more = "more than " + MOST_LINES + " headers";
        throw new Broken(
            Fault.Kind.CLOSED, "the answer has " + more, "HTTPException('got " + more + "')");
      }
      if (next.isEmpty()) {
        break;
      }
      int colon = next.indexOf(':');
      if (colon > 0) {
        String name = next.substring(0, colon).strip().toLowerCase(Locale.ROOT);
        String value = next.substring(colon + 1).strip();
        headers.merge(name, value, (a, b) -> name.equals(CHALLENGE) ? a + ", " + b : a);
      }
    }
    int status = parts.length > 1 ? number(parts[1], 10) : -1;
    return new HttpReply(status, parts.length > 2 ? shown(parts[2]) : "", headers, "");
  }

  private static String shown(String line) {
    String cut = line.length() > 60 ? line.substring(0, 60) : line;
    return cut.replaceAll("[^\\x20-\\x7e]", "?").replace("'", "");
  }

  private static String line(InputStream in, Patience patience, String what)
      throws IOException, Broken {
    ByteArrayOutputStream line = new ByteArrayOutputStream();
    while (true) {
      patience.renew();
      int c = in.read();
      if (c < 0 && line.size() > 0) {
        return line.toString(StandardCharsets.ISO_8859_1);
      }
      if (c < 0) {
        throw new IOException("closed");
      }
      if (line.size() >= LONGEST_LINE) {
        String more = "more than " + LONGEST_LINE + " bytes";
        throw new Broken(
            Fault.Kind.CLOSED,
            "a line of the answer has " + more,
            "LineTooLong('got " + more + " when reading " + what + "')");
      }
      if (c == '\n') {
        String text = line.toString(StandardCharsets.ISO_8859_1);
        return text.endsWith("\r") ? text.substring(0, text.length() - 1) : text;
      }
      line.write(c);
    }
  }

  private static byte[] body(InputStream in, HttpReply head, Patience patience)
      throws IOException, Broken {
    ByteArrayOutputStream body = new ByteArrayOutputStream();
    String coding = head.headers().getOrDefault("transfer-encoding", "");
    if (coding.toLowerCase(Locale.ROOT).contains("chunked")) {
      for (int size = chunk(in, patience); size > 0; size = chunk(in, patience)) {
        read(in, body, size, patience);
        line(in, patience, "chunk size");
      }
      return body.toByteArray();
    }
    int length = number(head.headers().getOrDefault("content-length", ""), 10);
    read(in, body, length < 0 ? Integer.MAX_VALUE : length, patience);
    if (length > body.size() && body.size() < LARGEST) {
      throw new Broken(
          Fault.Kind.CLOSED,
          "the answer broke off after " + body.size() + " of " + length + " bytes",
          "IncompleteRead("
              + body.size()
              + " bytes read, "
              + (length - body.size())
              + " more expected)");
    }
    return body.toByteArray();
  }

  private static int chunk(InputStream in, Patience patience) throws IOException, Broken {
    String line = line(in, patience, "chunk size");
    int end = line.indexOf(';');
    return number((end < 0 ? line : line.substring(0, end)).strip(), 16);
  }

  private static void read(InputStream in, ByteArrayOutputStream to, int count, Patience patience)
      throws IOException {
    byte[] buffer = new byte[8192];
    long left = Math.min(count, (long) LARGEST - to.size());
    while (left > 0) {
      patience.renew();
      int n = in.read(buffer, 0, (int) Math.min(buffer.length, left));
      if (n < 0) {
        return;
      }
      to.write(buffer, 0, n);
      left -= n;
    }
  }

  private static int number(String digits, int radix) {
    try {
      return Integer.parseInt(digits, radix);
    } catch (NumberFormatException e) {
      return -1;
    }
  }
}
