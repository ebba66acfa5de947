package awsleuth.collect.live;

import awsleuth.boto.endpoint.ClientArguments;
import awsleuth.boto.python.PyValue;
import awsleuth.collect.call.AwsCalls;
import awsleuth.collect.call.CallResult;
import awsleuth.collect.call.Document;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;

/** The calls of one gathering: what was answered, and what stays unknown. */
final class Asking {

  /** A page more is not asked for. */
  private static final int MOST_PAGES = 20;

  private static final int MOST_AGAIN = 2;

  private final AwsCalls calls;
  private final String region;
  private final Gathered all;

  /**
   * Nothing asked yet.
   *
   * @param region where it is asked
   */
  Asking(AwsCalls calls, String region) {
    this(calls, region, new Gathered());
  }

  private Asking(AwsCalls calls, String region, Gathered all) {
    this.calls = calls;
    this.region = region;
    this.all = all;
  }

  /** Whether it is asked in the partition {@code aws}, whose global services are in us-east-1. */
  boolean isCommercial() {
    return !region.startsWith("cn-") && !region.startsWith("us-gov-") && !region.contains("-iso");
  }

  /** The same gathering, asked in another Region. */
  Asking in(String other) {
    return new Asking(calls, other, all);
  }

  /**
   * Asks for the identity-based policies of a role or user: what stays unknown meanwhile is told of
   * them, and that not all were asked for where it breaks off.
   */
  void policiesOf(String arn, Runnable reading) {
    all.policiesOf(arn, reading);
  }

  /** Says what the next questions are about. */
  void about(Gathering.About next) {
    all.about = next;
  }

  /** How fast CloudTrail may be asked. */
  Pace pace() {
    return all.pace;
  }

  /** Says as whom it is asked, by ARN, and in which account. */
  void as(String arn, String number) {
    all.caller = arn;
    all.account = number;
  }

  /** Says which ARN IAM gives to the role or user that an ARN without its path is of. */
  void named(String pathless, String arn) {
    if (!arn.isEmpty()) {
      all.arns.put(pathless, arn);
    }
  }

  /** The ARN of a role or user with its path where IAM gave it; else the one that is given. */
  String whole(String pathless) {
    return all.arns.getOrDefault(pathless, pathless);
  }

  /** Asks this too, next. */
  void then(LiveQuestion question) {
    all.next.add(question);
  }

  /** What is to be asked next because of an answer, once. */
  List<LiveQuestion> next() {
    List<LiveQuestion> due = List.copyOf(all.next);
    all.next.clear();
    return due;
  }

  /** Whether AWS said that the credentials that ask have expired, so that no call tells more. */
  boolean hasExpired() {
    return all.expired;
  }

  /** Who asks, by ARN; empty where it is not known. */
  String caller() {
    return all.caller;
  }

  /** The account that is asked, by its number; empty where it is not known. */
  String account() {
    return all.account;
  }

  /** Calls an operation; empty where it is refused, which is then unknown. */
  Optional<Document> call(
      String what, String service, String operation, Map<String, ?> parameters) {
    return answer(what, service, operation, parameters).map(CallResult.Answered::document);
  }

  /** The same with the whole answer. */
  Optional<CallResult.Answered> answer(
      String what, String service, String operation, Map<String, ?> parameters) {
    ClientArguments client = ClientArguments.of(service).inRegion(region);
    PyValue.Dict dict = CallParameters.dict(parameters);
    CallResult result =
        all.answered.computeIfAbsent(
            new Gathered.Asked(region, service, operation, dict),
            _ -> again(client, operation, dict));
    return switch (result) {
      case CallResult.Answered answered -> {
        if (answered.isPage()) {
          leaveOpen(what, "what answers is a web page, not " + service);
        }
        yield answered.isPage() ? Optional.empty() : Optional.of(answered);
      }
      case CallResult.Refused refused -> {
        if (!Absence.is(operation, refused)) {
          all.leaveOpen(
              what,
              words(service, operation, refused),
              () -> CliCommand.of(calls.catalog(), service, operation, parameters));
        }
        yield Optional.empty();
      }
      case CallResult.NotSent(String why, var _) -> {
        leaveOpen(what, why);
        yield Optional.empty();
      }
      case CallResult.Unreachable(String why, var _, var _) -> {
        leaveOpen(what, why);
        yield Optional.empty();
      }
    };
  }

  /** Whether it was asked, and refused by the answer that there is no such thing. */
  boolean isAbsent(String service, String operation, Map<String, ?> parameters) {
    PyValue.Dict dict = CallParameters.dict(parameters);
    return all.answered.get(new Gathered.Asked(region, service, operation, dict))
            instanceof CallResult.Refused refused
        && Absence.is(operation, refused);
  }

  /** What is throttled is asked again, twice at the most: a policy that is left out misleads. */
  private CallResult again(ClientArguments client, String operation, PyValue.Dict parameters) {
    CallResult result = calls.call(client, operation, parameters);
    for (int times = 0; times < MOST_AGAIN && isThrottled(result); times++) {
      Pace.rest(times);
      result = calls.call(client, operation, parameters);
    }
    return result;
  }

  private static boolean isThrottled(CallResult result) {
    return result instanceof CallResult.Refused refused && refused.isThrottled();
  }

  private String words(String service, String operation, CallResult.Refused refused) {
    if (refused.isOfCredentials()) {
      all.expired |= refused.hasExpired();
      String fault =
          refused.hasExpired()
              ? "the credentials that ask have expired: log in again"
              : "AWS does not take the credentials that ask";
      return fault + " (" + refused.code() + ")";
    }
    if (refused.isUntimely()) {
      String fault =
          refused.mayHaveExpired()
              ? "the credentials that ask have expired, or the clock is off"
              : "it was long on its way, or the clock is off";
      return "AWS does not take the request's time: " + fault + " (" + refused.code() + ")";
    }
    String words =
        refused.isDenied()
            ? permission(service, operation) + " is not allowed"
            : operation + " gives " + refused.statusAndCode();
    return words.strip();
  }

  private String permission(String service, String operation) {
    return operation.equals(AuthorizationDetails.OPERATION)
        ? AuthorizationDetails.PERMISSION
        : calls.permissions(service, operation);
  }

  /**
   * Calls until there are no more pages.
   *
   * @param items the list in the answer
   * @param marker the member of the answer that asks for the next page, and its parameter
   */
  List<Document> pages(
      String what,
      String service,
      String operation,
      Map<String, ?> parameters,
      String items,
      Map.Entry<String, String> marker) {
    List<Document> found = new ArrayList<>();
    Map<String, Object> next = new LinkedHashMap<>(parameters);
    for (int page = 0; page < MOST_PAGES; page++) {
      Optional<Document> answer = call(what, service, operation, next);
      if (answer.isEmpty()) {
        return found;
      }
      found.addAll(answer.get().items(items));
      String more = answer.get().textAt(marker.getKey());
      if (more.isEmpty()) {
        return found;
      }
      next.put(marker.getValue(), more);
    }
    leaveOpen(what, "there are more than " + MOST_PAGES + " pages");
    return found;
  }

  /** Keeps a policy and what it is attached to, by ARN or id; empty where it tells that itself. */
  void keep(String name, String text, String attachedTo) {
    all.keep(name, text, attachedTo);
  }

  /** Keeps evidence under a name of its own, which it gives. */
  String keep(String name, String text) {
    return all.keep(name, text);
  }

  /** Says that something stays unknown, and why. */
  void leaveOpen(String what, String why) {
    all.leaveOpen(what, why, () -> "");
  }

  /** Whether it was said already why something stays unknown. */
  boolean isOpen(String what) {
    return all.unknown.stream().anyMatch(u -> u.what().equals(what));
  }

  /** The error code with which a call that was made was refused; empty where it was not. */
  String refusal(String service, String operation, Map<String, ?> parameters) {
    PyValue.Dict dict = CallParameters.dict(parameters);
    return all.answered.get(new Gathered.Asked(region, service, operation, dict))
            instanceof CallResult.Refused refused
        ? refused.code()
        : "";
  }

  /** Says in the manifest what of a kind was asked for and not shown. */
  void miss(String kind, String of, String what, String why) {
    all.miss(kind, of, what, why);
  }

  /**
   * What was answered: texts by the names of files; a manifest among them where there is something
   * to tell of them all.
   */
  SequencedMap<String, String> files() {
    return all.files();
  }

  /** What stays unknown, and why. */
  List<Gathering.Unknown> unknown() {
    return all.unknown;
  }
}
