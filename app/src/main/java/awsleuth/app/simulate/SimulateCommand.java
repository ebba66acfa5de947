package awsleuth.app.simulate;

import awsleuth.app.command.Action;
import awsleuth.app.command.BatchLines;
import awsleuth.app.input.InputException;
import awsleuth.app.terminal.Console;
import awsleuth.app.terminal.Printable;
import awsleuth.aws.IamAction;
import awsleuth.aws.IamCatalog;
import awsleuth.iam.Authorizer;
import awsleuth.iam.Decision;
import awsleuth.iam.Result;
import awsleuth.iam.check.ActionsOn;
import awsleuth.iam.check.CheckedRequest;
import awsleuth.iam.repair.Beside;
import awsleuth.iam.repair.Proposals;
import awsleuth.iam.repair.Repairs;
import awsleuth.iam.request.Request;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;

/** {@code awsleuth simulate}: decides requests against policies, and says why. */
public final class SimulateCommand implements Action {

  private final Console console;

  /** On a console. */
  public SimulateCommand(Console console) {
    this.console = console;
  }

  @Override
  public CommandSpec spec() {
    return SimulateOptions.spec();
  }

  @Override
  public int run(CommandLine.ParseResult parsed) {
    try {
      if (parsed.hasMatchedOption("--batch")) {
        return BatchLines.answer(console, new SimulationBatch());
      }
      return simulate(parsed);
    } catch (InputException e) {
      String.valueOf(e.getMessage()).lines().forEach(console::say);
      return Console.USAGE;
    }
  }

  private int simulate(CommandLine.ParseResult parsed) throws InputException {
    String expected = oneOf(parsed, "--expect", "", SimulateOptions.RESULTS);
    boolean json = oneOf(parsed, "--format", "text", SimulateOptions.FORMATS).equals("json");
    Optional<EventFile> event = SimulateRequests.event(parsed, console.in());
    event.flatMap(EventFile::note).ifPresent(console::say);
    SimulatePolicies policies = SimulatePolicies.read(parsed);
    policies.remarks().forEach(console::say);
    Authorizer authorizer = Authorizer.of(policies.set());
    IamCatalog catalog = IamCatalog.embedded();
    List<CheckedRequest> requests =
        SimulateRequests.of(parsed, event).stream()
            .map(r -> checked(parsed, r, catalog))
            .distinct()
            .toList();
    requests.stream()
        .map(CheckedRequest::request)
        .map(Request::action)
        .distinct()
        .forEach(a -> unknown(a, catalog));
    keys(parsed, requests, catalog);
    Map<String, String> origins = new HashMap<>();
    event.ifPresent(
        e -> e.request().origins().forEach((key, origin) -> origins.put(key, origin.toString())));
    List<Simulation> simulations = new ArrayList<>();
    for (CheckedRequest checked : requests) {
      Decision decision = authorizer.explain(checked.request());
      Proposals proposals =
          parsed.hasMatchedOption("--fix") && checked.isMade()
              ? Repairs.of(
                  policies.set(),
                  decision,
                  pattern -> ActionsOn.of(pattern, checked.request().resource(), catalog),
                  Beside.NONE)
              : Proposals.NONE;
      List<String> notes = new ArrayList<>(checked.remarks());
      notes.addAll(SimulationNotes.of(policies.set(), decision, parsed));
      simulations.add(new Simulation(decision, origins, proposals, notes));
    }
    SimulationText text =
        new SimulationText(
            console.screen(), parsed.hasMatchedOption("--why"), parsed.hasMatchedOption("--all"));
    console.out().print(json ? SimulationJson.document(simulations) : text.render(simulations));
    return code(simulations, expected);
  }

  private static CheckedRequest checked(
      CommandLine.ParseResult parsed, Request request, IamCatalog catalog) {
    return parsed.hasMatchedOption("--resource-as-given")
        ? new CheckedRequest(request, List.of())
        : CheckedRequest.of(request, catalog);
  }

  /** Says so where requests of an action cannot have a key that was given. */
  private void keys(
      CommandLine.ParseResult parsed, List<CheckedRequest> requests, IamCatalog catalog) {
    List<IamAction> actions =
        requests.stream()
            .flatMap(r -> catalog.action(r.request().action()).stream())
            .distinct()
            .toList();
    for (String pair : parsed.matchedOptionValue("--context", List.<String>of())) {
      String key = pair.substring(0, Math.max(0, pair.indexOf('='))).strip();
      boolean never =
          !actions.isEmpty()
              && actions.stream().noneMatch(a -> catalog.conditionKeys().canHave(a, key));
      if (never) {
        List<String> nearest =
            catalog.conditionKeys().canHave(actions.getFirst(), "aws:" + key)
                ? List.of("aws:" + key)
                : catalog.conditionKeys().nearest(actions.getFirst(), key, 2);
        console.say(
            "requests of `"
                + actions.getFirst().fullName()
                + "` have no context key `"
                + Printable.of(key)
                + "`"
                + (nearest.isEmpty() ? "" : "; the nearest: " + String.join(", ", nearest)));
      }
    }
  }

  /** Says so where AWS has no such action, which is often an operation's name. */
  private void unknown(String action, IamCatalog catalog) {
    boolean known =
        !catalog.hasPrefix(action.substring(0, action.indexOf(':')))
            || catalog.action(action).isPresent();
    if (!known) {
      List<String> nearest = catalog.nearestActions(action, 3);
      console.say(
          "AWS has no action `"
              + Printable.of(action)
              + "`"
              + (nearest.isEmpty() ? "" : "; the nearest: " + String.join(", ", nearest)));
    }
  }

  private static int code(List<Simulation> simulations, String expected) {
    boolean denied = expected.equals("denied");
    boolean asWanted =
        simulations.stream()
            .map(Simulation::decision)
            .allMatch(d -> denied ? d.denied() : d.result() == Result.ALLOWED);
    return asWanted ? Console.FINE : Console.DIAGNOSED;
  }

  private static String oneOf(
      CommandLine.ParseResult parsed, String option, String byDefault, List<String> allowed)
      throws InputException {
    String value = parsed.matchedOptionValue(option, byDefault);
    if (!value.equals(byDefault) && !allowed.contains(value)) {
      throw new InputException(
          option + " is " + String.join(" or ", allowed) + ", not `" + Printable.of(value) + "`");
    }
    return value;
  }
}
