package awsleuth.trail.incident;

import java.net.InetAddress;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The ways by which some calls came: through which VPC endpoints, and from which addresses.
 *
 * @param calls the calls
 */
record Ways(List<Sampled> calls) {

  /** So unlikely by chance it must be that all addresses are new. */
  private static final double BY_CHANCE = 0.01;

  /**
   * Whether later calls come another way: through other endpoints all of them, or from other public
   * addresses where addresses do not change anyway. A host's private address does not depend on the
   * way that its packets take, and many hosts have many.
   */
  boolean areLeftBy(Ways later) {
    if (calls.isEmpty() || later.calls.isEmpty()) {
      return false;
    }
    Set<String> endpoints = later.endpoints();
    return endpoints().stream().noneMatch(endpoints::contains) || isFromElsewhere(later);
  }

  private Set<String> endpoints() {
    Set<String> all = new HashSet<>();
    calls.forEach(c -> all.add(endpoint(c)));
    return all;
  }

  /** The endpoint that a call came through; empty for none. */
  static String endpoint(Sampled call) {
    return call.whole().map(e -> e.field("vpcEndpointId")).orElse("");
  }

  private boolean isFromElsewhere(Ways later) {
    Map<String, Integer> own = addresses();
    Set<String> others = later.addresses().keySet();
    boolean isPublic =
        own.keySet().stream().anyMatch(Ways::isPublic) || others.stream().anyMatch(Ways::isPublic);
    return isPublic
        && others.stream().noneMatch(own::containsKey)
        && Math.pow(unseen(own), others.size()) < BY_CHANCE;
  }

  private Map<String, Integer> addresses() {
    Map<String, Integer> all = new HashMap<>();
    calls.forEach(c -> all.merge(c.event().address(), 1, Integer::sum));
    return all;
  }

  /**
   * How probable it is that the next call comes from an address that was not seen: the share of
   * those seen once (Good-Turing).
   */
  private double unseen(Map<String, Integer> addresses) {
    long once = addresses.values().stream().filter(n -> n == 1).count();
    return (double) once / calls.size();
  }

  /** Whether it is an address of the Internet, and not of a network of one's own or a name. */
  private static boolean isPublic(String address) {
    try {
      InetAddress read = InetAddress.ofLiteral(address);
      byte[] bytes = read.getAddress();
      boolean local = bytes.length == 16 && (bytes[0] & 0xfe) == 0xfc;
      boolean shared = bytes.length == 4 && bytes[0] == 100 && (bytes[1] & 0xc0) == 0x40;
      return !read.isSiteLocalAddress() && !local && !shared;
    } catch (IllegalArgumentException name) {
      return false;
    }
  }
}
