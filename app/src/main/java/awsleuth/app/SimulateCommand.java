package awsleuth.app;

import awsleuth.aws.IamCatalog;
import awsleuth.iam.Authorizer;
import awsleuth.iam.Decision;
import awsleuth.iam.Result;
import awsleuth.iam.repair.Proposal;
import awsleuth.iam.repair.Repairs;
import awsleuth.iam.request.Context;
import awsleuth.iam.request.DocumentedKeys;
import awsleuth.iam.request.Principal;
import awsleuth.iam.request.Request;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/** {@code awsleuth simulate}: decides requests against policies, and says why. */
final class SimulateCommand implements CommandTree.Action {

  private static final List<String> RESULTS = List.of("allowed", "denied");
  private static final List<String> FORMATS = List.of("text", "json");

  private final Main main;

  SimulateCommand(Main main) {
    this.main = main;
  }

  @Override
  public CommandSpec spec() {
    CommandSpec spec =
        CommandTree.command(
            "simulate",
            "simulate [OPTION…]",
            "Decides requests against policies, offline, statement by statement and condition by"
                + " condition. A context key that is not given is unknown.",
            "  awsleuth simulate --policy role.json --action s3:GetObject \\",
            "    --principal arn:aws:iam::111122223333:role/app --resource arn:aws:s3:::b/k",
            "  awsleuth simulate --event event.json --policy role.json --scp scp.json --fix",
            "  awsleuth simulate --event event.json --policy fixed.json --expect allowed",
            "  awsleuth simulate --batch < requests.jsonl");
    text(spec, "--principal", "ARN", "who makes the request; a service is lambda.amazonaws.com");
    list(spec, "--action", "ACTION", "the IAM action, such as s3:GetObject; may be given again");
    list(spec, "--resource", "ARN", "the resource; may be given again; * where there is none");
    text(spec, "--resource-account", "ID", "the account that owns the resource");
    list(
        spec,
        "--context",
        "KEY=VALUE",
        "a context key; given again, or as [a,b], it has several values");
    list(spec, "--absent", "KEY", "a context key that the request does not have");
    flag(spec, "--complete", "the request has no context keys but those given");
    text(spec, "--event", "FILE", "take the request from the CloudTrail event in FILE");
    for (PolicyOption option : PolicyOption.values()) {
      list(spec, option.option(), option.label(), option.description());
    }
    flag(spec, "--service-linked-role", "the principal is a service-linked role");
    flag(spec, "--management-account", "the principal is in the management account");
    flag(spec, "--block-public-access", "S3 Block Public Access restricts public buckets");
    flag(spec, "--fix", "on a denial, propose the least changes that allow the request");
    flag(spec, "--why", "go through the statements also where the request is allowed");
    flag(spec, "--all", "show also statements about other services");
    words(spec, "--expect", "RESULT", RESULTS, "exit with 0 if it is so, else with 1");
    words(spec, "--format", "FORM", FORMATS, "text (the default) or json");
    flag(spec, "--batch", "read one JSON object a line from standard input, answer likewise");
    return spec;
  }

  private static void text(CommandSpec spec, String name, String label, String description) {
    spec.addOption(
        OptionSpec.builder(name)
            .type(String.class)
            .paramLabel(label)
            .description(description)
            .build());
  }

  private static void words(
      CommandSpec spec, String name, String label, List<String> words, String description) {
    spec.addOption(
        OptionSpec.builder(name)
            .type(String.class)
            .paramLabel(label)
            .completionCandidates(words)
            .description(description)
            .build());
  }

  private static void list(CommandSpec spec, String name, String label, String description) {
    spec.addOption(
        OptionSpec.builder(name)
            .type(List.class)
            .auxiliaryTypes(String.class)
            .paramLabel(label)
            .description(description)
            .build());
  }

  private static void flag(CommandSpec spec, String name, String description) {
    spec.addOption(OptionSpec.builder(name).description(description).build());
  }

  @Override
  public int run(CommandLine.ParseResult parsed) {
    try {
      if (parsed.hasMatchedOption("--batch")) {
        SimulationBatch.run(main.in(), main.out());
        return Main.FINE;
      }
      return simulate(parsed);
    } catch (InputException e) {
      String.valueOf(e.getMessage()).lines().forEach(main::say);
      return Main.USAGE;
    } catch (IOException e) {
      main.say("standard input cannot be read (" + e.getMessage() + ")");
      return Main.USAGE;
    }
  }

  private int simulate(CommandLine.ParseResult parsed) throws InputException {
    String expected = oneOf(parsed, "--expect", "", RESULTS);
    boolean json = oneOf(parsed, "--format", "text", FORMATS).equals("json");
    Optional<EventFile> event = event(parsed);
    SimulatePolicies policies = SimulatePolicies.read(parsed);
    policies.remarks().forEach(main::say);
    Authorizer authorizer = Authorizer.of(policies.set());
    IamCatalog catalog = IamCatalog.embedded();
    List<Request> requests = requests(parsed, event);
    requests.stream().map(Request::action).distinct().forEach(a -> unknown(a, catalog));
    Map<String, String> origins = event.map(e -> e.request().origins()).orElse(Map.of());
    List<Simulation> simulations = new ArrayList<>();
    for (Request request : requests) {
      Decision decision = authorizer.explain(request);
      List<Proposal> proposals =
          parsed.hasMatchedOption("--fix")
              ? Repairs.of(policies.set(), decision, catalog::expand)
              : List.of();
      simulations.add(new Simulation(decision, origins, proposals));
    }
    SimulationText text =
        new SimulationText(
            main.screen(), parsed.hasMatchedOption("--why"), parsed.hasMatchedOption("--all"));
    main.out().print(json ? SimulationJson.document(simulations) : text.render(simulations));
    return code(simulations, expected);
  }

  /** Says so where AWS has no such action, which is often an operation's name. */
  private void unknown(String action, IamCatalog catalog) {
    boolean known =
        !catalog.hasPrefix(action.substring(0, action.indexOf(':')))
            || catalog.action(action).isPresent();
    if (!known) {
      List<String> nearest = catalog.nearestActions(action, 3);
      main.say(
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
            .map(s -> s.decision().result())
            .allMatch(r -> denied ? r.denied() : r == Result.ALLOWED);
    return asWanted ? Main.FINE : Main.DIAGNOSED;
  }

  private static List<Request> requests(CommandLine.ParseResult parsed, Optional<EventFile> event)
      throws InputException {
    Principal principal = principal(parsed, event);
    List<String> actions =
        values(parsed, "--action", event.map(e -> e.request().actions()).orElse(List.of()));
    if (actions.isEmpty()) {
      throw new InputException("simulate needs --action, or an --event that tells it");
    }
    List<String> resources =
        values(
            parsed,
            "--resource",
            event.map(e -> e.request().resource()).filter(r -> !r.isEmpty()).stream().toList());
    if (resources.isEmpty() && event.isPresent()) {
      throw new InputException("the event does not tell the resource; give it with --resource");
    }
    String account =
        parsed.matchedOptionValue(
            "--resource-account", event.map(e -> e.request().resourceAccount()).orElse(""));
    Context context =
        SimulateContext.of(
            event.map(e -> e.request().context()).orElse(Context.OPEN),
            values(parsed, "--context", List.of()),
            values(parsed, "--absent", List.of()),
            parsed.hasMatchedOption("--complete"));
    Context documented = DocumentedKeys.complete(context, principal);
    List<Request> requests = new ArrayList<>();
    for (String action : actions) {
      if (action.indexOf(':') <= 0) {
        throw new InputException(
            "--action is of the form service:Action, not `" + Printable.of(action) + "`");
      }
      for (String resource : resources.isEmpty() ? List.of("*") : resources) {
        requests.add(new Request(principal, action, resource, account, documented));
      }
    }
    return requests;
  }

  private static Principal principal(CommandLine.ParseResult parsed, Optional<EventFile> event)
      throws InputException {
    String given = parsed.matchedOptionValue("--principal", "");
    if (!given.isEmpty()) {
      Optional<Principal> principal = Principal.parse(given);
      if (principal.isEmpty()) {
        throw new InputException("`" + Printable.of(given) + "` is no principal");
      }
      return principal.get();
    }
    Optional<Principal> told = event.flatMap(e -> e.request().principal());
    if (told.isEmpty()) {
      throw new InputException("simulate needs --principal, or an --event that tells it");
    }
    return told.get();
  }

  private static Optional<EventFile> event(CommandLine.ParseResult parsed) throws InputException {
    String path = parsed.matchedOptionValue("--event", "");
    return path.isEmpty() ? Optional.empty() : Optional.of(EventFile.read(path));
  }

  private static List<String> values(
      CommandLine.ParseResult parsed, String option, List<String> byDefault) {
    return parsed.matchedOptionValue(option, byDefault);
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
