package awsleuth.collect.wire;

import awsleuth.boto.config.Found;
import awsleuth.boto.config.Session;
import awsleuth.collect.wire.Route.Trust;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;

/**
 * The CA bundle that botocore verifies by: {@code AWS_CA_BUNDLE}, {@code ca_bundle} of the profile,
 * {@code REQUESTS_CA_BUNDLE}, else that of certifi or its own. One that is set to nothing turns the
 * verification off. Read when it is first asked for.
 *
 * @see <a
 *     href="https://github.com/boto/botocore/blob/develop/botocore/endpoint.py">_get_verify_value</a>
 */
public final class BotoTrust implements Supplier<Trust> {

  private static final String REQUESTS = "REQUESTS_CA_BUNDLE";

  private final Session session;
  private final Supplier<Optional<String>> python;
  private final CompletableFuture<Trust> trust = new CompletableFuture<>();

  /**
   * Of a session.
   *
   * @param python gives the path of the bundle that the python has; empty where it is not known
   */
  public BotoTrust(Session session, Supplier<Optional<String>> python) {
    this.session = session;
    this.python = python;
  }

  /** The path that a setting names, an empty text where it names nothing; empty where none is. */
  public Optional<String> configured() {
    return set().map(Found::value);
  }

  private Optional<Found<String>> set() {
    return session.either("AWS_CA_BUNDLE", "ca_bundle").or(() -> session.variable(REQUESTS));
  }

  @Override
  public Trust get() {
    if (!trust.isDone()) {
      trust.complete(find());
    }
    return trust.join();
  }

  private Trust find() {
    Optional<Found<String>> set = set();
    if (set.isEmpty()) {
      return ofPython();
    }
    String origin = set.get().origin().words();
    return set.get().value().isEmpty()
        ? new Trust.Bundle(
            CaBundle.UNVERIFIED.labelled(
                "nothing is verified, since "
                    + origin
                    + " is empty: take it out, or name a bundle in it"))
        : labelled(Trust.file(set.get().value()), set.get().value() + " (" + origin + ")");
  }

  private Trust ofPython() {
    Optional<String> path = python.get();
    if (path.isEmpty()) {
      CaBundle java = CaBundle.ofJava();
      return new Trust.Bundle(java.labelled(java.label() + ", as Python's are not known"));
    }
    String name = path.get().contains("certifi") ? "certifi's bundle" : path.get();
    return labelled(Trust.file(path.get()), name);
  }

  private static Trust labelled(Trust trust, String words) {
    return trust instanceof Trust.Bundle(CaBundle bundle)
        ? new Trust.Bundle(bundle.labelled(words))
        : trust;
  }
}
