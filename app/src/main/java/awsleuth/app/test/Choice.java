package awsleuth.app.test;

import awsleuth.app.input.InputException;
import awsleuth.app.terminal.Console;
import awsleuth.aws.AwsCatalog;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Which kind tests a diagnosis, and why another does not. What is chosen is said. */
final class Choice {

  private final Subject subject;
  private final AwsCatalog catalog;
  private final Console console;
  private final Treatment treatment;

  Choice(Subject subject, AwsCatalog catalog, Console console) {
    this.subject = subject;
    this.catalog = catalog;
    this.console = console;
    this.treatment = Treatment.of(subject.cause().id());
  }

  /** The text of the best kind that is possible. */
  String best() throws InputException {
    if (treatment.kinds().isEmpty()) {
      throw new InputException(untestable());
    }
    List<String> remarks = new ArrayList<>();
    for (TestKind kind : treatment.kinds()) {
      switch (generate(kind, List.copyOf(remarks))) {
        case Generated.File(String text) -> {
          remarks.forEach(console::say);
          console.say("kind: " + kind.label() + ", of " + subject.cause().id());
          return text;
        }
        case Generated.NotPossible(String why) -> remarks.add(not(kind, why));
      }
    }
    throw new InputException(String.join("; ", remarks));
  }

  /** The text of a kind; of another where moto would not tell the truth. */
  String of(TestKind kind) throws InputException {
    if (treatment.kinds().isEmpty()) {
      throw new InputException(untestable());
    }
    if (kind == TestKind.MOTO && !treatment.kinds().contains(kind)) {
      return instead();
    }
    if (!treatment.kinds().contains(kind)) {
      throw new InputException(
          subject.cause().id() + " is not tested by --kind " + kind.label() + "; " + can(kind));
    }
    return switch (generate(kind, List.of())) {
      case Generated.File(String text) -> text;
      case Generated.NotPossible(String why) ->
          throw new InputException(not(kind, why) + "; " + can(kind));
    };
  }

  /** moto decides no policies, throttles nobody and has no network. */
  private String instead() throws InputException {
    List<String> remarks = new ArrayList<>(List.of(untrue()));
    for (TestKind kind : treatment.kinds()) {
      switch (generate(kind, List.copyOf(remarks))) {
        case Generated.File(String text) -> {
          remarks.forEach(console::say);
          console.say("kind: " + kind.label() + " in place of moto, of " + subject.cause().id());
          return text;
        }
        case Generated.NotPossible(String why) -> remarks.add(not(kind, why));
      }
    }
    throw new InputException(String.join("; ", remarks));
  }

  private String untrue() {
    String bucket = subject.cause().id().replaceFirst("/.*", "");
    return "moto does not tell the truth here: "
        + switch (bucket) {
          case "permissions" -> "it lets requests through that conditions and policies deny";
          case "throttling" -> "it throttles nobody";
          case "network", "service" -> "it answers always and at once, with no network between";
          case "credentials" -> "it takes any credentials";
          default -> "botocore fails before a service is asked";
        };
  }

  private String untestable() {
    String command = subject.cause().command();
    return subject.cause().id()
        + " is of the program or its installation: no test of a call reproduces it"
        + (command.isEmpty() ? "" : "; this tells whether it is gone: " + command);
  }

  private static String not(TestKind kind, String why) {
    return "not by " + kind.label() + ": " + why;
  }

  private String can(TestKind refused) {
    String others =
        treatment.kinds().stream()
            .filter(k -> k != refused)
            .filter(k -> generate(k, List.of()) instanceof Generated.File)
            .map(k -> "--kind " + k.label())
            .collect(Collectors.joining(" or "));
    return others.isEmpty() ? "no other kind can" : others + " can";
  }

  private Generated generate(TestKind kind, List<String> remarks) {
    Wanted wanted = treatment.by(kind).orElseThrow();
    return switch (kind) {
      case POLICY -> new PolicyWriter(subject).write(remarks);
      case SERVER -> new ServerWriter(subject, catalog, wanted).write(remarks);
      case MOTO -> new HandlingWriter(subject, catalog, kind).write(wanted, remarks);
      case STUBBER ->
          wanted == Wanted.ACCEPTED
              ? switch (new AcceptedWriter(subject, catalog).write(remarks)) {
                case Generated.File file -> file;
                case Generated.NotPossible _ ->
                    new HandlingWriter(subject, catalog, kind).write(wanted, remarks);
              }
              : new HandlingWriter(subject, catalog, kind).write(wanted, remarks);
    };
  }
}
