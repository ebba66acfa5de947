package awsleuth.trail.incident;

import awsleuth.core.evidence.TrailEvent;
import awsleuth.core.fact.OwnerParameter;
import awsleuth.trail.change.Change;
import awsleuth.trail.change.Thing;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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

  private static final String PARAMETERS = "requestParameters.";

  /** Parameters that name one kind of thing: others, as `name`, are each operation's own. */
  private static final Pattern OF_KIND =
      Pattern.compile("requestParameters\\.(?!(?:name|id|arn|resourceArn|identifier)$)[A-Za-z]+");

  private static final String CLUSTER = "cluster";
  private static final String DEFAULT = "default";

  /** What some things are in, by their kind: the parameter, and the part of the change. */
  private static final Map<String, String> WITHIN =
      Map.of(
          "service", CLUSTER,
          "glue table", "databaseName",
          "log stream", "logGroupName",
          "package repository", "domain");

  private static final Pattern ACCOUNT = Pattern.compile("(?<!\\d)\\d{12}(?!\\d)");

  /** Whether a call of the same service names it, in the account and Region where it was. */
  boolean is(Change change) {
    Thing thing = change.thing();
    return isOfService(change.event().service())
        && isThere(change)
        && isWithin(change)
        && (isPlaced(change) || isIn(call.resource(), thing, false) || isSaid(thing));
  }

  /** Whether a call goes to what the thing is in, such as the cluster of a service. */
  private boolean isWithin(Change change) {
    String parameter = WITHIN.get(change.thing().kind());
    if (parameter == null) {
      return true;
    }
    String told = call.event().field(PARAMETERS + parameter);
    boolean cluster = parameter.equals(CLUSTER);
    String here = last(told.isEmpty() && cluster ? DEFAULT : told);
    String there = last(change.part().isEmpty() && cluster ? DEFAULT : change.part());
    return here.isEmpty() || there.isEmpty() || here.equals(there);
  }

  private static String last(String name) {
    return name.substring(name.lastIndexOf('/') + 1);
  }

  /** Whether a call goes to the service, or to that of its data. */
  private boolean isOfService(String service) {
    String called = call.sampled().event().service();
    return service.equals(called) || service.equals(OF_DATA.get(called));
  }

  private boolean isThere(Change change) {
    String account = change.event().account();
    boolean unique = change.thing().account().isEmpty();
    Set<String> told = unique ? Set.of(account) : accounts(change);
    return call.isIn(change.thing().region())
        && (told.isEmpty() ? account.equals(call.account()) : told.contains(account));
  }

  /** Whose the thing is, by what names it or by AWS's message; none where that does not tell. */
  private Set<String> accounts(Change change) {
    Optional<String> given = OwnerParameter.of(call.event());
    if (given.isPresent()) {
      return Set.of(given.get());
    }
    Set<String> told = new HashSet<>();
    Stream<String> named = places(change).filter(text -> isIn(text, change.thing(), false));
    Stream.concat(named, Stream.of(call.resource(), message(call.event())))
        .flatMap(text -> ACCOUNT.matcher(text).results())
        .forEach(found -> told.add(found.group()));
    return told;
  }

  /** Whether parameters or listed resources have it. */
  private boolean isPlaced(Change change) {
    return things(change).anyMatch(t -> places(change).anyMatch(text -> isIn(text, t, false)));
  }

  /** Parameters are deleted several at a time. */
  private static Stream<Thing> things(Change change) {
    Thing thing = change.thing();
    return change.part().isEmpty() || !thing.kind().equals("parameter")
        ? Stream.of(thing)
        : Stream.of(change.part().split(", "))
            .map(name -> new Thing(thing.kind(), thing.account(), thing.region(), name));
  }

  /** Of parameters those alone that name such a thing, where the call has one of these. */
  private Stream<String> places(Change change) {
    Map<String, String> fields = call.event().fields();
    List<String> own =
        change.namedBy().stream()
            .filter(p -> OF_KIND.matcher(p).matches() && fields.containsKey(p))
            .toList();
    return fields.entrySet().stream()
        .filter(f -> isPlace(f.getKey()))
        .filter(
            f -> own.isEmpty() || !f.getKey().startsWith(PARAMETERS) || own.contains(f.getKey()))
        .map(Map.Entry::getValue);
  }

  private static boolean isPlace(String path) {
    return path.startsWith(PARAMETERS) || (path.startsWith("resources.") && path.endsWith(".ARN"));
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
