package awsleuth.e2e;

import awsleuth.testkit.Certificates;
import awsleuth.testkit.ScriptedServer;
import awsleuth.testkit.ScriptedServer.Talk;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.Map;

/** The servers of all faults, by the names that the table of faults calls them by. */
final class FaultServers implements AutoCloseable {

  private static final String IDENTITY =
      "<GetCallerIdentityResponse xmlns=\"https://sts.amazonaws.com/doc/2011-06-15/\">"
          + "<GetCallerIdentityResult><Arn>arn:aws:iam::123456789012:user/alice</Arn>"
          + "<UserId>AIDAEXAMPLE</UserId><Account>123456789012</Account>"
          + "</GetCallerIdentityResult></GetCallerIdentityResponse>";

  private final Map<String, ScriptedServer> servers = new LinkedHashMap<>();
  private final Path ca;
  private final Path broken;
  private final Path token;

  FaultServers(Path folder) throws IOException, GeneralSecurityException {
    Certificates certificates = Certificates.in(folder);
    ca = certificates.ca();
    broken =
        Files.writeString(
            folder.resolve("broken.pem"),
            Files.readString(ca)
                + "-----BEGIN CERTIFICATE-----\nnot base64!\n-----END CERTIFICATE-----\n");
    token = Files.writeString(folder.resolve("eks-pod-identity-token"), "a-token");
    add("good", identity(0));
    servers.put("closed", ScriptedServer.refusing());
    servers.put("deaf", ScriptedServer.deaf());
    add("silent", ScriptedServer.silent());
    add("resets", ScriptedServer.resetting());
    add("closes", ScriptedServer.closing());
    add("stalls", ScriptedServer.stalling());
    add("ssh", ScriptedServer.saying("SSH-2.0-OpenSSH_9.6\r\n"));
    add("plain", ScriptedServer.saying("HTTP/1.1 400 Bad Request\r\nContent-Length: 0\r\n\r\n"));
    for (String certificate :
        new String[] {"good", "expired", "future", "other", "self", "foreign"}) {
      add(
          "tls-" + certificate,
          ScriptedServer.secure(certificates.server(certificate), identity(0)));
    }
    add("portal", answering("200 OK", "<html><body>Please log in<br></body></html>"));
    add(
        "refuses-key",
        error(
            "403 Forbidden",
            "InvalidClientTokenId",
            "The security token included in the request is invalid."));
    add(
        "expired-token",
        error(
            "403 Forbidden",
            "ExpiredToken",
            "The security token included in the request is expired"));
    add(
        "bad-signature",
        error(
            "403 Forbidden",
            "SignatureDoesNotMatch",
            "The request signature we calculated does not match the signature you provided."));
    add(
        "behind",
        clock(
            3600,
            "Signature expired: 20260101T000000Z is now earlier than 20260101T005500Z"
                + " (20260101T010000Z - 5 min.)"));
    add(
        "ahead",
        clock(
            -3600,
            "Signature not yet current: 20260101T010000Z is still later than 20260101T000500Z"
                + " (20260101T000000Z + 5 min.)"));
    add("unavailable", error("503 Service Unavailable", "ServiceUnavailable", "Try later."));
    add("proxy", ScriptedServer.proxy("", server("tls-good").port()));
    add("proxy-407", ScriptedServer.proxy("user:password", server("tls-good").port()));
    add("proxy-403", ScriptedServer.answering(r -> ScriptedServer.answer("403 Forbidden", "", "")));
    add("metadata-hops", hops());
    add(
        "metadata-no-role",
        ScriptedServer.answering(r ->
            r.startsWith("PUT ")
                ? ScriptedServer.answer("200 OK", "", "token")
                : ScriptedServer.answer("404 Not Found", "", "")));
    add("metadata-off", answering("403 Forbidden", ""));
    add(
        "metadata-no-keys",
        ScriptedServer.answering(r ->
            ScriptedServer.answer(
                "200 OK",
                "",
                r.startsWith("PUT ")
                    ? "token"
                    : r.startsWith("GET /latest/meta-data/iam/security-credentials/ ")
                        ? "app"
                        : "{\"Code\": \"AssumeRoleUnauthorizedAccess\", \"Message\": \"EC2 cannot"
                            + " assume the role app.\"}")));
    add("keys-500", answering("500 Internal Server Error", "no"));
    add("keys-none", answering("200 OK", "{}"));
    add("keys-403", answering("403 Forbidden", "{\"message\": \"Access denied\"}"));
    add("sso-no-role", json("403 Forbidden", "ForbiddenException", "{\"message\": \"No access\"}"));
    add(
        "sso-no-login",
        json(
            "401 Unauthorized",
            "UnauthorizedException",
            "{\"message\": \"Session token not found or invalid\"}"));
    add(
        "no-assume",
        error(
            "403 Forbidden",
            "AccessDenied",
            "User: arn:aws:iam::123456789012:user/alice is not authorized to perform:"
                + " sts:AssumeRole on resource: arn:aws:iam::123456789012:role/r"));
  }

  private void add(String name, Talk talk) throws IOException {
    servers.put(name, ScriptedServer.of(talk));
  }

  private ScriptedServer server(String name) {
    return java.util.Objects.requireNonNull(servers.get(name), name);
  }

  /**
   * A text with {@code NAME.http}, {@code NAME.https}, {@code NAME.port}, {@code CA}, {@code
   * CA-BROKEN} and {@code TOKEN} filled in.
   */
  String fill(String text) {
    String filled =
        text.replace("{CA}", ca.toString())
            .replace("{CA-BROKEN}", broken.toString())
            .replace("{TOKEN}", token.toString());
    for (Map.Entry<String, ScriptedServer> each : servers.entrySet()) {
      ScriptedServer server = each.getValue();
      filled =
          filled
              .replace("{" + each.getKey() + ".http}", server.http())
              .replace("{" + each.getKey() + ".https}", server.https())
              .replace("{" + each.getKey() + ".port}", String.valueOf(server.port()));
    }
    return filled;
  }

  /** STS whose clock is so many seconds ahead. */
  static Talk identity(long ahead) {
    return ScriptedServer.answering(r ->
        r.startsWith("POST")
            ? ScriptedServer.answer("200 OK", "Date: " + date(ahead), IDENTITY)
            : ScriptedServer.answer("302 Found", "Date: " + date(ahead), ""));
  }

  private static Talk answering(String status, String body) {
    return ScriptedServer.answering(r -> ScriptedServer.answer(status, "Date: " + date(0), body));
  }

  private static Talk clock(long ahead, String message) {
    return ScriptedServer.answering(r ->
        ScriptedServer.answer(
            r.startsWith("POST") ? "403 Forbidden" : "302 Found",
            "Date: " + date(ahead),
            r.startsWith("POST") ? xml("SignatureDoesNotMatch", message) : ""));
  }

  private static Talk json(String status, String code, String body) {
    return ScriptedServer.answering(
        r -> ScriptedServer.answer(status, "x-amzn-ErrorType: " + code, body));
  }

  private static Talk error(String status, String code, String message) {
    return answering(status, xml(code, message));
  }

  private static String xml(String code, String message) {
    return "<ErrorResponse><Error><Type>Sender</Type><Code>"
        + code
        + "</Code><Message>"
        + message
        + "</Message></Error><RequestId>c6104cbe-af31-11e0-8154-cbc7ccf896c7</RequestId>"
        + "</ErrorResponse>";
  }

  /** Metadata whose answers to PUT are lost on the way. */
  private static Talk hops() {
    Talk refusing =
        ScriptedServer.answering(r -> ScriptedServer.answer("401 Unauthorized", "", ""));
    return socket -> {
      if (socket.getInputStream().read() == 'P') {
        ScriptedServer.silent().with(socket);
      } else {
        refusing.with(socket);
      }
    };
  }

  private static String date(long ahead) {
    return DateTimeFormatter.RFC_1123_DATE_TIME.format(
        ZonedDateTime.now(ZoneOffset.UTC).plusSeconds(ahead));
  }

  @Override
  public void close() throws IOException {
    for (ScriptedServer server : servers.values()) {
      server.close();
    }
  }
}
