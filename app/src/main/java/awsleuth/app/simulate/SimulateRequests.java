package awsleuth.app.simulate;

import awsleuth.app.input.InputException;
import awsleuth.app.terminal.Printable;
import awsleuth.iam.request.Context;
import awsleuth.iam.request.DocumentedKeys;
import awsleuth.iam.request.Principal;
import awsleuth.iam.request.Request;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine;

/** The requests that options and an event ask about: each action on each resource. */
final class SimulateRequests {

  private SimulateRequests() {}

  static List<Request> of(CommandLine.ParseResult parsed, Optional<EventFile> event)
      throws InputException {
    Principal principal = principal(parsed, event);
    List<String> actions =
        values(parsed, "--action", event.map(e -> e.request().actions()).orElse(List.of()));
    if (actions.isEmpty()) {
      throw new InputException("simulate needs --action, or an --event that tells it");
    }
    List<String> given = values(parsed, "--resource", List.of());
    String account =
        parsed.matchedOptionValue(
            "--resource-account", event.map(e -> e.request().resourceAccount()).orElse(""));
    checkAccount(account);
    for (String resource : given) {
      checkResource(resource);
    }
    Context context =
        SimulateContext.of(
            event.map(e -> e.request().context()).orElse(Context.OPEN),
            values(parsed, "--context", List.of()),
            values(parsed, "--absent", List.of()),
            parsed.hasMatchedOption("--complete"));
    Context documented = DocumentedKeys.complete(context, principal);
    List<Request> requests = new ArrayList<>();
    for (String action : actions) {
      checkAction(action);
      for (String resource : given.isEmpty() ? told(event, action) : given) {
        requests.add(new Request(principal, action, resource, account, documented));
      }
    }
    return requests;
  }

  /** The resources that the event tells; any where there is no event. */
  private static List<String> told(Optional<EventFile> event, String action) throws InputException {
    if (event.isEmpty()) {
      return List.of("*");
    }
    List<String> told = event.get().request().resources().getOrDefault(action, List.of());
    if (told.isEmpty()) {
      throw new InputException("the event does not tell the resource; give it with --resource");
    }
    return told;
  }

  private static void checkAction(String action) throws InputException {
    boolean whole =
        action.indexOf(':') > 0
            && action.indexOf(':') == action.lastIndexOf(':')
            && !action.endsWith(":")
            && action.chars().noneMatch(c -> c <= ' ' || c == '*' || c == '?');
    if (!whole) {
      throw new InputException(
          "--action is one action of the form service:Action, not `"
              + Printable.line(action)
              + "`");
    }
  }

  private static void checkResource(String resource) throws InputException {
    String[] parts = resource.split(":", 6);
    boolean arn = parts.length == 6 && parts[0].equals("arn") && !parts[5].isEmpty();
    if (!arn && !resource.equals("*")) {
      throw new InputException("--resource is an ARN or *, not `" + Printable.line(resource) + "`");
    }
  }

  private static void checkAccount(String account) throws InputException {
    if (!account.isEmpty() && !isAccount(account)) {
      throw new InputException(
          "--resource-account is twelve digits, not `" + Printable.line(account) + "`");
    }
  }

  private static boolean isAccount(String text) {
    return text.length() == 12 && text.chars().allMatch(c -> c >= '0' && c <= '9');
  }

  /** Nobody who has signed: by AWS's word, and as policies name everybody. */
  private static boolean isAnonymous(String text) {
    return text.equals("*") || text.equalsIgnoreCase("anonymous");
  }

  private static Principal principal(CommandLine.ParseResult parsed, Optional<EventFile> event)
      throws InputException {
    String given = parsed.matchedOptionValue("--principal", "");
    if (!given.isEmpty()) {
      Optional<Principal> principal =
          Principal.parse(isAnonymous(given) ? Principal.ANONYMOUS : given);
      boolean whole =
          principal.filter(p -> p.account().isEmpty() || isAccount(p.account())).isPresent();
      if (!whole) {
        throw new InputException(
            "--principal is the ARN of a user, role or session, a service such as"
                + " lambda.amazonaws.com, or anonymous, not `"
                + Printable.line(given)
                + "`");
      }
      return principal.get();
    }
    Optional<Principal> told = event.flatMap(e -> e.request().principal());
    if (told.isEmpty()) {
      throw new InputException("simulate needs --principal, or an --event that tells it");
    }
    return told.get();
  }

  /** The event; {@code --event -} takes it from standard input. */
  static Optional<EventFile> event(CommandLine.ParseResult parsed, InputStream in)
      throws InputException {
    String path = parsed.matchedOptionValue("--event", "");
    return path.isEmpty() ? Optional.empty() : Optional.of(EventFile.read(path, in));
  }

  private static List<String> values(
      CommandLine.ParseResult parsed, String option, List<String> byDefault) {
    return parsed.matchedOptionValue(option, byDefault);
  }
}
