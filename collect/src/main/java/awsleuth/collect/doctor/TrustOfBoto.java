package awsleuth.collect.doctor;

import awsleuth.boto.config.Found;
import awsleuth.boto.config.Session;
import awsleuth.collect.wire.CaBundle;
import awsleuth.collect.wire.Deadline;
import awsleuth.collect.wire.Route.Trust;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;

/**
 * The CA bundle that botocore verifies by: {@code AWS_CA_BUNDLE}, {@code ca_bundle} of the profile,
 * {@code REQUESTS_CA_BUNDLE}, else that of certifi or its own. One that is set to nothing turns the
 * verification off.
 *
 * @see <a
 *     href="https://github.com/boto/botocore/blob/develop/botocore/endpoint.py">_get_verify_value</a>
 */
final class TrustOfBoto implements Supplier<Trust> {

  private static final String REQUESTS = "REQUESTS_CA_BUNDLE";

  private final Session session;
  private final CompletableFuture<Optional<String>> python;
  private final Deadline deadline;
  private final CompletableFuture<Trust> trust = new CompletableFuture<>();

  /**
   * Of a session.
   *
   * @param python the bundle that the python has, once it is known
   */
  TrustOfBoto(Session session, CompletableFuture<Optional<String>> python, Deadline deadline) {
    this.session = session;
    this.python = python;
    this.deadline = deadline;
  }

  /** The path that a setting names; empty where none does. */
  Optional<String> configured() {
    return set().map(Found::value).filter(v -> !v.isEmpty());
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
    String origin = Local.place(set.get().origin());
    return set.get().value().isEmpty()
        ? new Trust.Bundle(
            CaBundle.UNVERIFIED.labelled("nothing is verified, since " + origin + " is empty"))
        : labelled(Trust.file(set.get().value()), set.get().value() + " (" + origin + ")");
  }

  private Trust ofPython() {
    Optional<String> path = bundle();
    if (path.isEmpty()) {
      CaBundle java = CaBundle.ofJava();
      return new Trust.Bundle(java.labelled(java.label() + ", as Python's are not known"));
    }
    String name = path.get().contains("certifi") ? "certifi's bundle" : path.get();
    return labelled(Trust.file(path.get()), name);
  }

  private Optional<String> bundle() {
    try {
      return python.get(deadline.millis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return Optional.empty();
    } catch (ExecutionException | TimeoutException e) {
      return Optional.empty();
    }
  }

  private static Trust labelled(Trust trust, String words) {
    return trust instanceof Trust.Bundle(CaBundle bundle)
        ? new Trust.Bundle(bundle.labelled(words))
        : trust;
  }
}
