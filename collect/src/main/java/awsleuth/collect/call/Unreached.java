package awsleuth.collect.call;

import awsleuth.collect.wire.Fault;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;

/**
 * Hosts that did not answer, so that each is waited for once: a second call would wait as long
 * again. Where several do not answer, those that never did are not tried either.
 */
final class Unreached {

  private static final int MOST = 3;

  private final Set<String> answered = new HashSet<>();
  private final Set<String> failed = new LinkedHashSet<>();

  /** Why a host is not asked any more; empty where it may be. */
  synchronized Optional<String> why(String host) {
    if (failed.contains(host)) {
      return Optional.of(host + " was not reached before");
    }
    return failed.size() >= MOST && !answered.contains(host)
        ? Optional.of("not asked, since " + String.join(", ", failed) + " were not reached")
        : Optional.empty();
  }

  /** What came of a call; a connection that was closed may be better the next time. */
  synchronized void note(String host, CallResult result) {
    if (result instanceof CallResult.Unreachable(String _, Optional<Fault> fault, var _)
        && fault.isPresent()) {
      if (fault.get().kind() != Fault.Kind.CLOSED) {
        failed.add(host);
      }
    } else {
      answered.add(host);
    }
  }
}
