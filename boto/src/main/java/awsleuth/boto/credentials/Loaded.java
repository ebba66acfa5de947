package awsleuth.boto.credentials;

import awsleuth.boto.Raised;
import awsleuth.boto.python.PyValue.DateTime;
import awsleuth.boto.python.PythonText;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;

/** Credentials that a provider gave, some of them only a promise. */
sealed interface Loaded {

  /** Seconds before the end at which botocore begins to look for new ones. */
  long ADVISORY = 900;

  /** Seconds before the end from which it has to have new ones. */
  long MANDATORY = 600;

  /** The class of botocore. */
  String type();

  /** The keys that the first call is signed with, and when they end. */
  Fresh freeze(Instant now) throws Raise, Unanswered;

  /** Looks for new ones. */
  interface Refresh {
    Fresh get() throws Raise, Unanswered;
  }

  /** Keys, and when they end as their giver writes it; empty where they do not. */
  record Fresh(Keys keys, String expiry) {

    /** Whether they end, and when as Python writes it. */
    Optional<String> end(Instant now) {
      try {
        return expiry.isEmpty()
            ? Optional.empty()
            : Optional.of(PythonText.isoformat(Dates.parse(expiry, now), 'T'));
      } catch (Raise unreadable) {
        return Optional.empty();
      }
    }
  }

  /** They do not end. */
  record Fixed(Keys keys) implements Loaded {
    @Override
    public String type() {
      return "Credentials";
    }

    @Override
    public Fresh freeze(Instant now) {
      return new Fresh(keys, "");
    }
  }

  /**
   * An end that botocore does not take as it is.
   *
   * @param end as the giver writes it
   */
  record Told(String end, PutOff putOff) {}

  /**
   * They end, and then there may be new ones.
   *
   * @param expiry the end that botocore takes
   * @param told the end that it may take another for; empty where it takes what it is told
   */
  record Expiring(Keys keys, DateTime expiry, Refresh refresh, Optional<Told> told)
      implements Loaded {

    /** That end as it is told. */
    Expiring(Keys keys, DateTime expiry, Refresh refresh) {
      this(keys, expiry, refresh, Optional.empty());
    }

    @Override
    public String type() {
      return "RefreshableCredentials";
    }

    @Override
    public Fresh freeze(Instant now) throws Raise, Unanswered {
      Fresh known = new Fresh(keys, PythonText.isoformat(expiry, 'T'));
      double left = secondsLeft(expiry, now);
      if (left >= ADVISORY) {
        return known;
      }
      try {
        return fresh(refresh.get(), now);
      } catch (Raise failure) {
        if (left < MANDATORY) {
          throw failure;
        }
        return known;
      }
    }
  }

  /** They are looked for when they are needed. */
  record Deferred(Refresh refresh) implements Loaded {
    @Override
    public String type() {
      return "DeferredRefreshableCredentials";
    }

    @Override
    public Fresh freeze(Instant now) throws Raise, Unanswered {
      return fresh(refresh.get(), now);
    }
  }

  private static Fresh fresh(Fresh fresh, Instant now) throws Raise {
    if (secondsLeft(Dates.parse(fresh.expiry(), now), now) < 0) {
      throw new Raise(
          new Raised(
              "RuntimeError",
              "Credentials were refreshed, but the refreshed credentials are still expired."));
    }
    return fresh;
  }

  /** Seconds until they end, as Python subtracts. */
  static double secondsLeft(DateTime expiry, Instant now) throws Raise {
    if (expiry.offsetSeconds().isEmpty()) {
      throw new Raise(
          new Raised("TypeError", "can't subtract offset-naive and offset-aware datetimes"));
    }
    Instant end =
        expiry.local().toInstant(ZoneOffset.UTC).minusSeconds(expiry.offsetSeconds().getAsInt());
    return Duration.between(now, end).toMillis() / 1000.0;
  }
}
