package awsleuth.app.trail;

import awsleuth.trail.Calls;
import awsleuth.trail.Event;
import awsleuth.trail.Filter;
import awsleuth.trail.time.Group;

/**
 * What is read of an archive where changes count too: they are of other services and principals
 * than the failures.
 */
final class Narrowed {

  private Narrowed() {}

  /** The times of a filter alone, from so much earlier on. */
  static Filter times(Filter filter, long earlier) {
    long since = filter.since() == Long.MIN_VALUE ? Long.MIN_VALUE : filter.since() - earlier;
    Filter all = Filter.ALL;
    return new Filter(
            since,
            filter.until(),
            all.principals(),
            all.services(),
            all.operations(),
            all.codes(),
            all.regions(),
            all.accounts(),
            all.addresses())
        .in(filter.zone());
  }

  /** The times of a filter, and where calls come from and go to: what groups do not tell. */
  static Filter places(Filter f) {
    Filter all = Filter.ALL;
    return new Filter(
        f.since(),
        f.until(),
        all.principals(),
        all.services(),
        all.operations(),
        all.codes(),
        f.regions(),
        f.accounts(),
        f.addresses());
  }

  /** A filter without who called and from where: what was before a change may be another's. */
  static Filter byAnyone(Filter f) {
    return new Filter(
            f.since(),
            f.until(),
            Filter.ALL.principals(),
            f.services(),
            f.operations(),
            Filter.ALL.codes(),
            f.regions(),
            f.accounts(),
            Filter.ALL.addresses())
        .in(f.zone());
  }

  /** Whether a filter keeps a group, by its service, operation, principal and code. */
  static boolean keeps(Filter f, Group group) {
    Filter plain =
        new Filter(
            Long.MIN_VALUE,
            Long.MAX_VALUE,
            f.principals(),
            f.services(),
            f.operations(),
            f.codes(),
            Filter.ALL.regions(),
            Filter.ALL.accounts(),
            Filter.ALL.addresses());
    Calls calls = group.calls();
    return plain.keeps(
        new Event(
            0,
            calls.source(),
            calls.name(),
            "",
            "",
            calls.principal(),
            "",
            "",
            group.code(),
            "",
            "",
            "",
            "",
            0));
  }

  /** Whether a filter says more than times. */
  static boolean isNarrow(Filter f) {
    return !times(f, 0).equals(f);
  }
}
