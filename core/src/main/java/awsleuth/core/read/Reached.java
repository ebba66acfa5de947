package awsleuth.core.read;

import awsleuth.core.read.text.ClassNames;
import awsleuth.core.read.text.Flat;
import awsleuth.core.read.text.Tracebacks;
import java.util.List;

/**
 * Whom an error of a connection is about, by the hosts that its line names, or the lines next to
 * it: requests and urllib3 carry a program's other calls too, and databases have names under
 * amazonaws.com.
 */
final class Reached {

  /** How many lines above an error a frame of botocore's may stand. */
  private static final int FRAMES = 60;

  private static final int NEXT = 2;
  private static final int LONGEST = 4000;
  private static final int MOST_HOSTS = 20;

  /** What stands right before a host. */
  private static final List<String> LEADS =
      List.of(
          "://",
          "host='",
          "host=\"",
          "lookup ",
          "ENOTFOUND ",
          "EAI_AGAIN ",
          "ECONNREFUSED ",
          "ETIMEDOUT ",
          "resolve host: ",
          "onnecting to ",
          "onnect to host ",
          "dial tcp ",
          "UnknownHostException: ");

  /** The same in another line than the error's, where a URL may be one to read. */
  private static final List<String> SURE_LEADS = LEADS.subList(1, LEADS.size());

  private static final List<String> OF_AWS =
      List.of(
          "amazonaws.com",
          ".api.aws",
          ".on.aws",
          "awsapps.com",
          "amazoncognito.com",
          "169.254.",
          "[fd00:ec2:",
          "minio",
          "localstack",
          "s3.",
          ".s3-");

  /** Names that AWS gives to what a customer runs there: no service's API answers under them. */
  private static final List<String> OF_CUSTOMERS =
      List.of(
          ".rds.amazonaws.com",
          ".cache.amazonaws.com",
          ".docdb.amazonaws.com",
          ".redshift.amazonaws.com",
          ".redshift-serverless.amazonaws.com",
          ".neptune.amazonaws.com",
          ".memorydb.",
          ".kafka.",
          ".elb.amazonaws.com",
          ".mq.",
          ".compute.amazonaws.com",
          ".compute-1.amazonaws.com");

  private static final List<String> LIBRARIES =
      List.of(
          "botocore",
          "boto3",
          "boto/",
          "s3transfer",
          "awscli",
          "s3fs",
          "awswrangler",
          "aws-sdk",
          "awssdk",
          "com.amazonaws",
          "AWSHTTP",
          "smithy");

  private static final List<String> STORE_PORTS =
      List.of(":4566", "port=4566", ":9000", "port=9000");

  private enum Whose {
    NOBODY,
    AWS,
    OTHERS
  }

  private Reached() {}

  /** Whether what cannot be reached is surely no service of AWS, nor what a client of AWS calls. */
  static boolean isElsewhere(Flat flat, int index) {
    Whose whose = whose(head(flat, index), LEADS);
    for (int i = 1; whose == Whose.NOBODY && i <= NEXT; i++) {
      whose = index + i < flat.lines.size() ? whose(head(flat, index + i), SURE_LEADS) : whose;
      boolean above = whose == Whose.NOBODY && index >= i;
      whose = above ? whose(head(flat, index - i), SURE_LEADS) : whose;
    }
    return whose == Whose.OTHERS && !isOfClient(flat, index);
  }

  private static Whose whose(String line, List<String> leads) {
    Whose found = Whose.NOBODY;
    int hosts = 0;
    for (String lead : leads) {
      for (int at = line.indexOf(lead);
          at >= 0 && hosts < MOST_HOSTS;
          at = line.indexOf(lead, at + lead.length())) {
        String host = host(line, at + lead.length());
        hosts++;
        if (isOfAws(host) || isStore(line, at + lead.length())) {
          return Whose.AWS;
        }
        found = host.isEmpty() ? found : Whose.OTHERS;
      }
    }
    return found;
  }

  private static boolean isOfAws(String host) {
    return OF_AWS.stream().anyMatch(host::contains)
        && OF_CUSTOMERS.stream().noneMatch(host::contains);
  }

  /** Whether LocalStack or MinIO listens there, as they come out of the box. */
  private static boolean isStore(String line, int from) {
    String near = line.substring(from, Math.min(line.length(), from + 40));
    boolean local = near.startsWith("127.0.0.1") || near.startsWith("localhost");
    return local && STORE_PORTS.stream().anyMatch(near::contains);
  }

  /** A name with a dot, or one that a port follows; a word of a sentence is none. */
  private static String host(String line, int from) {
    int end = from;
    while (end < line.length() && isHostPart(line.charAt(end))) {
      end++;
    }
    String host = line.substring(from, end);
    boolean named = from > 0 && "/'\"".indexOf(line.charAt(from - 1)) >= 0;
    return named || host.indexOf('.') > 0 || host.indexOf(':') > 0 ? host : "";
  }

  private static boolean isHostPart(char c) {
    return ClassNames.isPart(c) || c == '-' || c == ':' || c == '[' || c == ']';
  }

  /** Whether the error came up through a client of AWS, as the traceback above it shows. */
  private static boolean isOfClient(Flat flat, int index) {
    for (int i = index; i >= Math.max(0, index - FRAMES); i--) {
      String line = head(flat, i);
      if (LIBRARIES.stream().anyMatch(line::contains)) {
        return true;
      }
      boolean traceback =
          line.isBlank()
              || line.charAt(0) == ' '
              || line.charAt(0) == '\t'
              || Tracebacks.isPartOf(line)
              || PythonErrorReader.exceptionColon(line) > 0;
      if (i < index && !traceback) {
        return false;
      }
    }
    return false;
  }

  private static String head(Flat flat, int index) {
    String line = flat.lines.get(index).text();
    return line.length() <= LONGEST ? line : line.substring(0, LONGEST);
  }
}
