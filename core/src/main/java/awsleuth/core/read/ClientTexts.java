package awsleuth.core.read;

import awsleuth.core.read.text.ClassNames;
import awsleuth.core.read.text.Flat;
import awsleuth.core.read.text.Urls;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Reads what the network layers and credential providers of other languages and libraries say,
 * where the text shows that it is about AWS.
 */
final class ClientTexts {

  private static final int NEAR = 8;
  private static final int FEW = 3;
  private static final int ANYWHERE = -1;
  private static final int LONGEST = 4000;

  /** Words of failures to connect, which name the host; the same line must speak of AWS. */
  private static final List<String> REACHING =
      List.of(
          "Unable to execute HTTP request",
          "nable to connect to",
          "dial tcp",
          "dial TCP",
          "Inaccessible host",
          "no such host",
          "getaddrinfo ENOTFOUND",
          "getaddrinfo EAI_AGAIN",
          "connect ECONNREFUSED",
          "connect ETIMEDOUT",
          "UnknownHostException",
          "Could not resolve host",
          "TLS handshake timeout",
          "i/o timeout",
          "EHOSTUNREACH");

  /** Words of what happened to a connection; the lines around must speak of AWS. */
  private static final List<String> CONNECTED =
      List.of(
          "CERTIFICATE_VERIFY_FAILED",
          "certificate verify failed",
          "doesn't match either of",
          "returned an invalid certificate",
          "x509: certificate",
          "PKIX path building failed",
          "SELF_SIGNED_CERT_IN_CHAIN",
          "UNABLE_TO_GET_ISSUER_CERT",
          "unable to verify the first certificate",
          "self-signed certificate in certificate chain",
          "self signed certificate in certificate chain",
          "unable to get local issuer certificate",
          "gaierror: [Errno ",
          "Temporary failure in name resolution",
          "read: connection reset by peer",
          "read ECONNRESET",
          "socket hang up",
          "Connection reset by peer",
          "Tunnel connection failed",
          "The argument \"region\" is required",
          "EOF occurred in violation of protocol",
          "SSL_ERROR_SYSCALL",
          "Response payload is not completed");

  /** Words of providers that found no credentials. */
  private static final List<String> PROVIDING =
      List.of(
          "no EC2 IMDS role found",
          "no valid credential sources",
          "requires role_arn, profile ",
          "redentials from the instance profile",
          "nstance metadata service",
          "metadata token from AWS",
          "EC2MetadataError",
          "EC2MetadataClient",
          "ProcessCredentialsProvider");

  /** The same and failures of an SDK's own name, where no more needs to be told. */
  private static final List<String> LACKING =
      List.of(
          "NoCredentialProviders",
          "AWS provider credentials not found",
          "Unable to resolve AWS account to use",
          "No valid credential sources found",
          "Missing credentials in config",
          "Could not load credentials from any providers",
          "Unable to load credentials from any of the providers in the chain",
          "Unable to load AWS credentials from any provider in the chain",
          "No AWS Credentials provided",
          "Unable to get IAM security credentials from EC2",
          "find AWS credentials in environment",
          "AWS_AUTH_CREDENTIALS_PROVIDER_",
          "static credentials are empty",
          "failed to get shared config profile, ",
          "SSOProviderInvalidToken",
          "the SSO session has expired or is invalid",
          "DispatchFailure(",
          "DispatchFailure {",
          "Region is missing",
          "Missing region in config",
          "Unable to find a region via the region provider chain");

  private ClientTexts() {}

  static List<Sighting> read(Flat flat) {
    List<Sighting> found = new ArrayList<>();
    REACHING.forEach(words -> each(flat, words, 0, found));
    CONNECTED.forEach(words -> each(flat, words, NEAR, found));
    PROVIDING.forEach(words -> each(flat, words, ANYWHERE, found));
    metadata(flat, found);
    int faint = found.size();
    LACKING.forEach(words -> each(flat, words, ANYWHERE, found));
    found.subList(faint, found.size()).forEach(s -> s.strength = Sighting.Strength.LIKELY);
    return found;
  }

  private static void each(Flat flat, String words, int near, List<Sighting> found) {
    int last = -1;
    for (int at = flat.text.indexOf(words); at >= 0; at = flat.text.indexOf(words, at + 1)) {
      int index = flat.indexAt(at);
      if (index != last
          && (near == ANYWHERE
              || (tellsOfAws(flat, index, near) && !Reached.isElsewhere(flat, index)))) {
        found.add(sighting(flat, index, at));
      }
      last = index;
    }
  }

  /** Lines that have the address of instance metadata and say that it failed. */
  private static void metadata(Flat flat, List<Sighting> found) {
    String address = "169.254.169.254";
    for (int at = flat.text.indexOf(address); at >= 0; at = flat.text.indexOf(address, at + 1)) {
      int index = flat.indexAt(at);
      String line = head(flat, index).toLowerCase(Locale.ROOT);
      boolean failed = false;
      for (String word :
          List.of("fail", "timed out", "timeout", "refused", "unreachable", "error")) {
        failed |= line.contains(word);
      }
      if (failed) {
        found.add(sighting(flat, index, at));
      }
    }
  }

  /** A text of few lines is somebody's question about AWS, also where it does not name it. */
  private static boolean tellsOfAws(Flat flat, int index, int near) {
    if (near > 0 && flat.lines.size() <= FEW) {
      return true;
    }
    int to = Math.min(flat.lines.size(), index + near + 1);
    for (int i = Math.max(0, index - near); i < to; i++) {
      String line = head(flat, i).toLowerCase(Locale.ROOT);
      if (line.contains("aws")
          || line.contains("boto")
          || line.contains("s3")
          || line.contains("minio")) {
        return true;
      }
    }
    return false;
  }

  private static String head(Flat flat, int index) {
    String line = flat.lines.get(index).text();
    return line.length() <= LONGEST ? line : line.substring(0, LONGEST);
  }

  private static Sighting sighting(Flat flat, int index, int at) {
    int lineStart = flat.startOf(index);
    int start = Math.max(lineStart, at - LONGEST);
    Sighting s = new Sighting(start, flat.lines.get(index).number());
    s.strength = Sighting.Strength.FAINT;
    s.exception = ClassNames.lastIn(flat.text.substring(start, at));
    Messages.Message m = Messages.read(flat, start, '\0');
    s.message = m.text();
    s.end = m.end();
    s.endpoint = endpoint(s.message);
    return s;
  }

  /** The URL or name of an AWS host in a message, else its first URL; empty where it has none. */
  private static String endpoint(String message) {
    for (String mark : List.of("amazonaws.com", "169.254.169.254", "169.254.170.2")) {
      int at = message.indexOf(mark);
      if (at >= 0) {
        int start = at;
        while (start > 0 && isHostPart(message.charAt(start - 1))) {
          start--;
        }
        String scheme = message.startsWith("http://", start - 7) ? "http://" : "https://";
        return scheme + message.substring(start, at + Urls.end(message.substring(at)));
      }
    }
    int url = message.indexOf("http");
    boolean whole =
        url >= 0 && message.startsWith("://", message.startsWith("s", url + 4) ? url + 5 : url + 4);
    return whole
        ? Urls.withoutUser(message.substring(url, url + Urls.end(message.substring(url))))
        : "";
  }

  private static boolean isHostPart(char c) {
    return ClassNames.isPart(c) || c == '-';
  }
}
