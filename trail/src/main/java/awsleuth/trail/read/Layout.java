package awsleuth.trail.read;

import awsleuth.trail.Filter;
import awsleuth.trail.Kept;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Tells by the path of a file or folder that nothing in it can be asked for. CloudTrail writes to
 * {@code
 * AWSLogs/[o-…/]ACCOUNT/CloudTrail/REGION/YYYY/MM/DD/ACCOUNT_CloudTrail_REGION_YYYYMMDDTHHmmZ_….json.gz},
 * by the time at which it delivers ("CloudTrail log file examples", CloudTrail user guide): events
 * are older than that. Of files that were delivered more than a day after the time that is asked
 * about it is taken that they have nothing of it: delivery takes five minutes on average.
 */
final class Layout {

  private static final String ROOT = "AWSLogs";

  /**
   * Where CloudTrail Lake saves results of queries, by the time of the query ("Find your saved
   * query results", CloudTrail user guide), and what signs them.
   */
  private static final String LAKE = "CloudTrail-Lake";

  /** Network activity events lie beside the others ("Finding your CloudTrail log files"). */
  private static final Set<String> OF_EVENTS = Set.of("CloudTrail", "CloudTrail-NetworkActivity");

  private static final String SIGNATURE = "result_sign.json";
  private static final Pattern ORGANIZATION = Pattern.compile("o-[a-z0-9]{1,40}");
  private static final Pattern ACCOUNT = Pattern.compile("\\d{12}");
  private static final Pattern NAME =
      Pattern.compile(
          "(\\d{12})_CloudTrail(?:-NetworkActivity)?_([a-z0-9-]{1,40})_(\\d{8})T(\\d{2})(\\d{2})Z_.*");
  private static final Pattern OTHER =
      Pattern.compile("\\d{12}_CloudTrail-(?:Digest|Insight|Aggregated)_.*");

  private static final long HOUR = 3_600_000;
  private static final long DAY = 24 * HOUR;

  /** Events of services that are in no Region may be in the files of any. */
  private static final List<String> GLOBAL =
      List.of("us-east-1", "us-gov-west-1", "cn-north-1", "cn-northwest-1");

  private final Filter filter;
  private final boolean byRegion;
  private final List<List<String>> own;

  /** For the events that a filter keeps. */
  Layout(Filter filter) {
    this(filter, Optional.empty());
  }

  /**
   * Likewise.
   *
   * @param own what the reading itself writes, which may lie among the other files
   */
  Layout(Filter filter, Optional<Kept> own) {
    this.filter = filter;
    this.own =
        own.stream()
            .flatMap(kept -> Stream.of(kept.state(), kept.file()))
            .flatMap(file -> Stream.of(file, StateFile.beside(file)))
            .map(file -> new OnDisk(file).path())
            .toList();
    byRegion =
        !filter.regions().isEmpty()
            && GLOBAL.stream().noneMatch(r -> Filter.matches(filter.regions(), r));
  }

  /** The last of some names; empty of none. */
  static String last(List<String> names) {
    return names.isEmpty() ? "" : names.getLast();
  }

  /** Whether a file is called as CloudTrail calls those that it writes events to. */
  static boolean isOfEvents(String file) {
    return NAME.matcher(file.substring(file.lastIndexOf('/') + 1)).matches();
  }

  /** Whether a file may hold what is asked for, by the names of its folders and its own. */
  boolean mayHold(List<String> path) {
    String name = last(path);
    if (OTHER.matcher(name).matches() || name.equals(SIGNATURE) || own.contains(path)) {
      return false;
    }
    Matcher parts = NAME.matcher(name);
    return !parts.matches()
        || (account(parts.group(1)) && region(parts.group(2)) && delivered(parts));
  }

  private boolean delivered(Matcher parts) {
    try {
      LocalDate day =
          LocalDate.parse(parts.group(3), java.time.format.DateTimeFormatter.BASIC_ISO_DATE);
      LocalDateTime time =
          day.atTime(Integer.parseInt(parts.group(4)), Integer.parseInt(parts.group(5)));
      long at = time.toInstant(ZoneOffset.UTC).toEpochMilli();
      return between(at, at + HOUR);
    } catch (DateTimeException e) {
      return true;
    }
  }

  /** Whether a folder may. */
  boolean mayHoldBelow(List<String> path) {
    List<String> names = belowRoot(path);
    int at = !names.isEmpty() && ORGANIZATION.matcher(names.getFirst()).matches() ? 1 : 0;
    if (names.size() <= at || !ACCOUNT.matcher(names.get(at)).matches()) {
      return true;
    }
    if (names.size() > at + 1 && names.get(at + 1).equals(LAKE)) {
      return account(names.get(at));
    }
    return account(names.get(at))
        && (names.size() <= at + 1 || OF_EVENTS.contains(names.get(at + 1)))
        && (names.size() <= at + 2 || region(names.get(at + 2)))
        && (names.size() <= at + 3 || date(names.subList(at + 3, names.size())));
  }

  private static List<String> belowRoot(List<String> names) {
    int root = names.lastIndexOf(ROOT);
    return root < 0 ? List.of() : names.subList(root + 1, names.size());
  }

  private boolean account(String account) {
    return filter.accounts().isEmpty() || Filter.matches(filter.accounts(), account);
  }

  private boolean region(String region) {
    return !byRegion || Filter.matches(filter.regions(), region);
  }

  /** A year, or with a month, or with a day. */
  private boolean date(List<String> parts) {
    try {
      LocalDate first =
          LocalDate.of(
              Integer.parseInt(parts.getFirst()),
              parts.size() > 1 ? Integer.parseInt(parts.get(1)) : 1,
              parts.size() > 2 ? Integer.parseInt(parts.get(2)) : 1);
      LocalDate end =
          switch (parts.size()) {
            case 1 -> first.plusYears(1);
            case 2 -> first.plusMonths(1);
            default -> first.plusDays(1);
          };
      return between(first.toEpochDay() * DAY, end.toEpochDay() * DAY);
    } catch (DateTimeException | NumberFormatException e) {
      return true;
    }
  }

  /** Whether what was delivered between two moments may be asked for. */
  private boolean between(long first, long end) {
    return (filter.since() == Long.MIN_VALUE || end + HOUR > filter.since())
        && (filter.until() == Long.MAX_VALUE || first - DAY < filter.until());
  }
}
