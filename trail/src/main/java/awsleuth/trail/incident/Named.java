package awsleuth.trail.incident;

import awsleuth.core.evidence.TrailEvent;
import awsleuth.trail.change.Change;
import awsleuth.trail.change.Thing;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Whether a call names what was changed: as a parameter, as the end of one or of an ARN, or in
 * AWS's message.
 *
 * @param call the call
 */
record Named(Refused call) {

  /** So short a name may be a word of any message. */
  private static final int SHORTEST = 4;

  /** What may have slashes in its name: `prod/db` is another secret than `db`. */
  private static final Set<String> WITH_SLASHES =
      Set.of("secret", "repository", "parameter", "log group", "log stream");

  /** Services that call what another made. */
  private static final Map<String, String> OF_DATA = Map.of("rdsdata", "rds");

  private static final Pattern ACCOUNT = Pattern.compile("(?<!\\d)\\d{12}(?!\\d)");

  /** Whether a call of the same service names it, in the account and Region where it was. */
  boolean is(Change change) {
    Thing thing = change.thing();
    return isOfService(change.event().service())
        && isThere(change)
        && (isPlaced(thing) || isIn(call.resource(), thing, false) || isSaid(thing));
  }

  /** Whether a call goes to the service, or to that of its data. */
  private boolean isOfService(String service) {
    String called = call.sampled().event().service();
    return service.equals(called) || service.equals(OF_DATA.get(called));
  }

  private boolean isThere(Change change) {
    String account = change.event().account();
    boolean unique = change.thing().account().isEmpty();
    Set<String> told = unique ? Set.of(account) : accounts(change.thing());
    return call.isIn(change.thing().region())
        && (told.isEmpty() ? account.equals(call.account()) : told.contains(account));
  }

  /** Whose the thing is, by what names it or by AWS's message; none where that does not tell. */
  private Set<String> accounts(Thing thing) {
    Set<String> told = new HashSet<>();
    Stream<String> named = places().filter(text -> isIn(text, thing, false));
    Stream.concat(named, Stream.of(call.resource(), message(call.event())))
        .flatMap(text -> ACCOUNT.matcher(text).results())
        .forEach(found -> told.add(found.group()));
    return told;
  }

  /** Whether parameters or listed resources have it. */
  private boolean isPlaced(Thing thing) {
    return places().anyMatch(text -> isIn(text, thing, false));
  }

  private Stream<String> places() {
    return call.event().fields().entrySet().stream()
        .filter(f -> isPlace(f.getKey()))
        .map(Map.Entry::getValue);
  }

  private static boolean isPlace(String path) {
    return path.startsWith("requestParameters.")
        || (path.startsWith("resources.") && path.endsWith(".ARN"));
  }

  /** Whether AWS's message has it. */
  boolean isSaid(String name) {
    return isSaid(new Thing("", "", "", name));
  }

  private boolean isSaid(Thing thing) {
    return thing.name().length() >= SHORTEST && isIn(message(call.event()), thing, true);
  }

  private static String message(TrailEvent event) {
    return event.field("errorMessage");
  }

  /** Whether a text has a name whole, as a part of an ARN, a path or an address of mail. */
  private static boolean isIn(String text, Thing thing, boolean words) {
    String name = thing.name();
    if (name.isEmpty()) {
      return false;
    }
    String edges =
        (WITH_SLASHES.contains(thing.kind()) ? ":@" : "/:@") + (words ? " \t\n,;'\"`()[]=" : "");
    for (int at = text.indexOf(name); at >= 0; at = text.indexOf(name, at + 1)) {
      int end = at + name.length();
      boolean begins =
          at == 0 || isEdge(text.charAt(at - 1), edges) || isBehind(text, at, thing.kind());
      if (begins
          && (end == text.length() || isEdge(text.charAt(end), edges) || isStop(text, end))) {
        return true;
      }
    }
    return false;
  }

  private static boolean isEdge(char c, String edges) {
    return edges.indexOf(c) >= 0;
  }

  /** Whether the kind stands before it, as in the ARN of a repository. */
  private static boolean isBehind(String text, int at, String kind) {
    String before = ":" + kind + "/";
    return text.startsWith(before, at - before.length());
  }

  /** Whether a sentence ends there. */
  private static boolean isStop(String text, int at) {
    return text.charAt(at) == '.' && (at + 1 == text.length() || text.charAt(at + 1) == ' ');
  }
}
