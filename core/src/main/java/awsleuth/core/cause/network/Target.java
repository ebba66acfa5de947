package awsleuth.core.cause.network;

import awsleuth.aws.HostName;
import awsleuth.core.fact.Fact;
import awsleuth.core.fact.Facts;
import awsleuth.core.fact.Literal;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What the call was sent to and whether there can be such an endpoint.
 *
 * @param host the host name; empty where the text has no URL
 * @param aws the host taken apart where it is an AWS endpoint
 * @param local whether it is on this machine or in a private network by its name or address
 * @param region what is wrong with the Region in the name
 */
record Target(String host, Optional<HostName> aws, boolean local, RegionFault region) {

  private static final Pattern HOST = Pattern.compile("[A-Za-z0-9._:-]{1,255}");

  /** The host as a word of a command; a placeholder where it is not known or can be no host's. */
  String word() {
    return HOST.matcher(host).matches() ? Literal.shell(host) : "<host>";
  }

  /** Whether the Region in the host's name is wrong. */
  boolean isFaulty() {
    return !region.words().isEmpty();
  }

  /** Works out the target of the failed call. */
  static Target of(Facts facts) {
    String host = host(facts.call().endpoint());
    Optional<HostName> aws =
        facts.host() instanceof Fact.Known<HostName> k ? Optional.of(k.value()) : Optional.empty();
    return new Target(
        host, aws, isLocal(host), aws.map(h -> RegionFault.of(h, facts)).orElse(RegionFault.NONE));
  }

  /**
   * Whether the name is one that AWS does not publish, or of a service that botocore calls by
   * another name in that Region.
   */
  boolean mayNotExist(Facts facts) {
    return aws.isPresent() ? !isPublished(facts) || isElsewhere(facts) : !isCustom();
  }

  /** Whether it is surely no endpoint of AWS. */
  boolean isCustom() {
    return !host.isEmpty()
        && aws.isEmpty()
        && !host.contains("amazonaws")
        && !host.contains(".aws");
  }

  /** Whether botocore calls the one service of the name by the one name for its partition. */
  boolean isElsewhere(Facts facts) {
    return aws.isPresent() && isElsewhere(aws.get(), facts);
  }

  private static boolean isElsewhere(HostName h, Facts facts) {
    return h.services().size() == 1
        && h.regionKnown()
        && RightEndpoint.url(facts, h.services().getFirst(), h.region().orElse(""))
            .filter(url -> !url.contains("." + h.region().orElse("") + "."))
            .isPresent();
  }

  /** Whether AWS publishes that the service has this endpoint, so that its name is right. */
  boolean isPublished(Facts facts) {
    return aws.isPresent()
        && !isFaulty()
        && withoutFips(facts).isEmpty()
        && (aws.get().region().isEmpty()
            ? !aws.get().services().isEmpty()
            : aws.get().services().stream()
                .anyMatch(s ->
                    facts
                        .catalog()
                        .serviceInRegion(s, aws.get().region().orElse(""))
                        .orElse(false)));
  }

  /** That botocore lists no such FIPS endpoint; empty where it does, and for other names. */
  Optional<RegionFault> withoutFips(Facts facts) {
    return aws.flatMap(h -> RegionFault.ofFips(h, facts));
  }

  static Target in(Facts facts) {
    return facts.once(Target.class, Target::of);
  }

  /** Whether the host is where instances and containers get credentials. */
  boolean isMetadata() {
    return host.startsWith("169.254.")
        || host.equals("[fd00:ec2::254]")
        || host.startsWith("[fd00:ec2");
  }

  /** Whether it is the machine itself on which the program runs. */
  boolean isLoopback() {
    return host.equals("localhost") || host.startsWith("127.") || host.equals("[::1]");
  }

  /** Whether the host is an address, not a name. */
  boolean isAddress() {
    return host.startsWith("[")
        || (!host.isEmpty() && host.chars().allMatch(c -> c == '.' || (c >= '0' && c <= '9')));
  }

  /** Whether a host is this machine or in a private network, by its name or address. */
  static boolean isLocal(String host) {
    return host.equals("localhost")
        || host.startsWith("127.")
        || host.startsWith("10.")
        || host.startsWith("192.168.")
        || is172(host)
        || host.equals("[::1]")
        || host.endsWith(".local")
        || host.endsWith(".internal")
        || (!host.isEmpty() && host.indexOf('.') < 0);
  }

  private static boolean is172(String host) {
    if (!host.startsWith("172.")) {
      return false;
    }
    int dot = host.indexOf('.', 4);
    String second = dot < 0 ? "" : host.substring(4, dot);
    return second.length() == 2 && second.compareTo("16") >= 0 && second.compareTo("31") <= 0;
  }

  static String host(String url) {
    int start = url.indexOf("://");
    int from = start < 0 ? 0 : start + 3;
    int i = from;
    boolean bracket = from < url.length() && url.charAt(from) == '[';
    while (i < url.length()
        && "/?#".indexOf(url.charAt(i)) < 0
        && (bracket || url.charAt(i) != ':')) {
      bracket = bracket && url.charAt(i) != ']';
      i++;
    }
    return url.substring(from, i);
  }
}
