package awsleuth.boto.params;

import awsleuth.boto.Raised;
import awsleuth.boto.python.PyValue.Str;
import awsleuth.boto.python.PythonText;
import java.text.Normalizer;
import java.util.Set;

/**
 * Copies from another Region carry a presigned URL of that Region, which botocore makes from the
 * parameter; what is no part of a host makes Python's {@code urlsplit} fail.
 */
final class CopyPresigning {

  private static final Set<String> WITH_URL =
      Set.of(
          "ec2.CopySnapshot",
          "rds.CopyDBClusterSnapshot",
          "rds.CreateDBCluster",
          "rds.CopyDBSnapshot",
          "rds.CreateDBInstanceReadReplica",
          "rds.StartDBInstanceAutomatedBackupsReplication",
          "neptune.CopyDBClusterSnapshot",
          "neptune.CreateDBCluster",
          "docdb.CopyDBClusterSnapshot",
          "docdb.CreateDBCluster");

  private CopyPresigning() {}

  /**
   * @param operation the client's name, a point and the operation
   */
  static void run(String operation, CallParams params) throws Refusal {
    boolean given = params.has("PresignedUrl") || params.has("PreSignedUrl");
    if (WITH_URL.contains(operation) && !given && params.get("SourceRegion") instanceof Str s) {
      host((operation.startsWith("ec2") ? "ec2." : "rds.") + s.value() + ".amazonaws.com/");
    }
  }

  private static void host(String url) throws Refusal {
    String plain = url.replace("\t", "").replace("\r", "").replace("\n", "");
    int end = 0;
    while ("/?#".indexOf(plain.charAt(end)) < 0) {
      end++;
    }
    String host = plain.substring(0, end);
    if (host.indexOf('[') >= 0 || host.indexOf(']') >= 0) {
      brackets(host);
      return;
    }
    if (host.chars().anyMatch(c -> c >= 0x80) && spoilt(host)) {
      throw value("netloc '" + host + "' contains invalid characters under NFKC normalization");
    }
    String machine = host.substring(host.lastIndexOf('@') + 1);
    int colon = machine.indexOf(':');
    String port = colon < 0 ? "" : machine.substring(colon + 1);
    if (!port.isEmpty()) {
      port(port);
    }
  }

  /** Brackets stand around an address of IPv6. */
  private static void brackets(String host) throws Refusal {
    int open = host.indexOf('[');
    int close = host.indexOf(']', Math.max(open, 0));
    if (open < 0 || close < 0) {
      throw value("Invalid IPv6 URL");
    }
    String address = host.substring(open + 1, close);
    boolean ipv6 =
        address.matches("[0-9a-fA-F:.]{2,45}")
            && (address.contains("::") || address.chars().filter(c -> c == ':').count() == 7);
    if (!ipv6) {
      throw value("'" + address + "' does not appear to be an IPv4 or IPv6 address");
    }
  }

  private static boolean spoilt(String host) {
    String letters = host.replaceAll("[@:#?]", "");
    String normal = Normalizer.normalize(letters, Normalizer.Form.NFKC);
    return !normal.equals(letters) && normal.chars().anyMatch(c -> "/?#@:".indexOf(c) >= 0);
  }

  private static void port(String port) throws Refusal {
    if (!port.chars().allMatch(c -> c >= '0' && c <= '9')) {
      throw value("Port could not be cast to integer value as " + PythonText.repr(new Str(port)));
    }
    if (port.replaceFirst("^0+", "").length() > 5 || Long.parseLong(port) > 65_535) {
      throw value("Port out of range 0-65535");
    }
  }

  private static Refusal value(String message) {
    return new Refusal(new Raised("ValueError", message));
  }
}
