package awsleuth.trail.make;

import java.util.Comparator;

/**
 * An event before it is written.
 *
 * @param time milliseconds since 1970 UTC
 * @param account the account whose trail it is in
 * @param region {@code awsRegion}
 * @param by who called
 * @param call what
 * @param id the event's ID
 */
record Dated(long time, String account, String region, Caller by, Call call, String id) {

  static final Comparator<Dated> ORDER =
      Comparator.comparingLong(Dated::time).thenComparing(Dated::id);
}
