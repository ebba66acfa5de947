package awsleuth.collect.wire;

import java.net.Inet4Address;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Resolves names as the machine does: hosts file, then its resolver. */
public final class Names {

  private Names() {}

  /**
   * All addresses of a name, in the order of the system's resolver, where Java is told to keep it
   * ({@code -Djava.net.preferIPv6Addresses=system}, which the launcher gives); else those of IPv4
   * first.
   *
   * @throws Broken where it has none, or the resolver does not answer in time
   */
  public static List<InetAddress> resolve(String host, Deadline deadline) throws Broken {
    boolean bracketed = host.length() > 2 && host.startsWith("[") && host.endsWith("]");
    String bare = bracketed ? host.substring(1, host.length() - 1) : host;
    CompletableFuture<List<InetAddress>> found = new CompletableFuture<>();
    // The resolver of the system does not let go of the thread that asks it, so it has its own.
    Thread.ofPlatform()
        .daemon()
        .name("resolver")
        .start(() -> {
          try {
            found.complete(List.of(InetAddress.getAllByName(bare)));
          } catch (UnknownHostException | RuntimeException e) {
            found.completeExceptionally(e);
          }
        });
    try {
      return found.get(deadline.millis(), TimeUnit.MILLISECONDS);
    } catch (ExecutionException e) {
      throw notResolved(host, String.valueOf(e.getMessage()));
    } catch (TimeoutException e) {
      throw new Broken(
          Fault.Kind.RESOLVER_TIMED_OUT,
          "the resolver did not answer within " + deadline.words(),
          inner(host, "[Errno -3] Temporary failure in name resolution"));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new Broken(
          Fault.Kind.NOT_RESOLVED, "it was not waited for", inner(host, "interrupted"));
    }
  }

  private static Broken notResolved(String host, String message) {
    boolean later = message.contains("Temporary failure");
    boolean bare = message.contains("No address");
    return later
        ? new Broken(
            Fault.Kind.NOT_RESOLVED,
            "the resolver has no answer for now (temporary failure)",
            inner(host, "[Errno -3] Temporary failure in name resolution"))
        : new Broken(
            Fault.Kind.NOT_RESOLVED,
            bare ? "the name has no address" : "there is no such name",
            inner(
                host,
                bare
                    ? "[Errno -5] No address associated with hostname"
                    : "[Errno -2] Name or service not known"));
  }

  private static String inner(String host, String errno) {
    return "urllib3.exceptions.NameResolutionError: Failed to resolve '"
        + host
        + "' ("
        + errno
        + ")";
  }

  /** Whether an address is of a network that the internet does not route to. */
  public static boolean isPrivate(InetAddress address) {
    return address.isSiteLocalAddress()
        || address.isLinkLocalAddress()
        || address.isLoopbackAddress()
        || (address instanceof Inet6Address && (address.getAddress()[0] & 0xfe) == 0xfc)
        || (address instanceof Inet4Address && isShared(address.getAddress()));
  }

  /** 100.64.0.0/10 (RFC 6598), which VPCs may have too. */
  private static boolean isShared(byte[] four) {
    return four[0] == 100 && (four[1] & 0xc0) == 64;
  }
}
