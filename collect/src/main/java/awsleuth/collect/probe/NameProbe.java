package awsleuth.collect.probe;

import awsleuth.collect.wire.Broken;
import awsleuth.collect.wire.Deadline;
import awsleuth.collect.wire.Names;
import java.net.InetAddress;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * All addresses of a host, and whether they are private, as those of a VPC endpoint are.
 *
 * @param result what is to say of them
 * @param addresses in the order of {@link Names#resolve}; none where there are none
 */
public record NameProbe(Result result, List<InetAddress> addresses) {

  private static final int SHOWN = 4;

  /**
   * Resolves a name.
   *
   * @param aws whether it is a name of AWS, so that private addresses tell of a VPC endpoint
   * @param url where the request goes, for what boto3 raises
   */
  public static NameProbe of(String host, boolean aws, String url, Deadline deadline) {
    try {
      List<InetAddress> found = Names.resolve(host, deadline);
      return new NameProbe(new Result.Ok(words(found, aws), facts(found)), found);
    } catch (Broken e) {
      return new NameProbe(
          Findings.of(
              e.fault(),
              deadline,
              host + ": " + e.fault().words(),
              Map.of("host", host),
              e.fault().raised(url, "")),
          List.of());
    }
  }

  private static String words(List<InetAddress> found, boolean aws) {
    String listed =
        found.stream()
            .limit(SHOWN)
            .map(InetAddress::getHostAddress)
            .collect(Collectors.joining(", "));
    String more = found.size() > SHOWN ? " and " + (found.size() - SHOWN) + " more" : "";
    return listed + more + " (" + kind(found, aws) + ")";
  }

  private static String kind(List<InetAddress> found, boolean aws) {
    long inside = found.stream().filter(Names::isPrivate).count();
    if (found.stream().allMatch(InetAddress::isLoopbackAddress)) {
      return "this machine";
    }
    if (inside == 0) {
      return aws ? "public: no VPC endpoint with private DNS" : "public";
    }
    return inside == found.size()
        ? aws ? "private: a VPC endpoint" : "private"
        : "private and public";
  }

  private static Map<String, String> facts(List<InetAddress> found) {
    Map<String, String> facts = new LinkedHashMap<>();
    facts.put(
        "addresses",
        found.stream().map(InetAddress::getHostAddress).collect(Collectors.joining(" ")));
    facts.put("private", String.valueOf(found.stream().allMatch(Names::isPrivate)));
    return facts;
  }
}
