package awsleuth.collect.call;

import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import javax.net.ssl.TrustManager;

/**
 * How requests are carried.
 *
 * @param timeout for a connection, and again for an answer
 * @param proxy of a URL; empty where there is none
 * @param trust who is trusted over TLS; none where the machine's own certificates count
 */
public record Transport(Duration timeout, Proxies proxy, Optional<TrustManager[]> trust) {

  /** The proxy by which a URL is asked for. */
  public interface Proxies {
    /** Its URL, user and password in it; empty where there is none. */
    Optional<URI> of(URI url);
  }
}
