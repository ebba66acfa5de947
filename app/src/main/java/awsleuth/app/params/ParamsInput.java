package awsleuth.app.params;

import awsleuth.app.command.WrongUsage;
import awsleuth.app.input.InputException;
import awsleuth.app.input.NamedFile;
import awsleuth.aws.AwsCatalog;
import awsleuth.aws.Operation;
import awsleuth.aws.Service;
import awsleuth.boto.call.BotoCallReader;
import awsleuth.boto.call.CliCallReader;
import awsleuth.boto.call.CliOwnCommands;
import awsleuth.boto.call.GivenCall;
import awsleuth.boto.python.PyValue.Dict;
import awsleuth.boto.python.PythonText;
import awsleuth.boto.python.RepeatedKeys;
import awsleuth.boto.python.TypedJson;
import java.io.InputStream;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/** Finds the call that the words of the command line and the text behind them are. */
final class ParamsInput {

  private static final int MOST_NAMES = 4;

  private final AwsCatalog catalog;
  private final InputStream in;

  ParamsInput(AwsCatalog catalog, InputStream in) {
    this.catalog = catalog;
    this.in = in;
  }

  /**
   * The call.
   *
   * @throws InputException if it cannot be read, or names no service and operation that there are
   */
  ParamsCall call(List<String> words) throws InputException {
    if (words.size() > 3) {
      throw new InputException("`" + words.get(3) + "` is one argument too many");
    }
    if (words.size() >= 2) {
      named(words.get(0), words.get(1));
      return read(words.get(0), words.get(1), words.size() == 3 ? words.get(2) : "-");
    }
    String word = words.isEmpty() ? "-" : words.getFirst();
    if (word.isBlank()) {
      throw new InputException("the call, or the name of the file with it, is empty");
    }
    if (!word.equals("-") && !NamedFile.exists(word) && catalog.hasService(word)) {
      throw new InputException("params needs the OPERATION of " + word);
    }
    return read("", "", word);
  }

  /** The call that a word is, or that is in the file of that name. */
  private ParamsCall read(String service, String operation, String word) throws InputException {
    boolean call =
        word.stripLeading().startsWith("{")
            || word.indexOf('(') > 0
            || CliCallReader.isCommand(word);
    return call && !NamedFile.exists(word)
        ? read(service, operation, word, "")
        : read(service, operation, NamedFile.of(word, in).text(), label(word));
  }

  /** The operation that two words name, without parameters. */
  ParamsCall named(String service, String operation) throws InputException {
    GivenCall none = GivenCall.of(service, operation, new Dict(new LinkedHashMap<>()), List.of());
    return call(service(service), operation, none, "json", "");
  }

  private static String label(String file) {
    return file.equals("-") ? "stdin" : file;
  }

  private ParamsCall read(String service, String operation, String text, String place)
      throws InputException {
    String start = text.stripLeading();
    if (start.isEmpty() && operation.isEmpty()) {
      throw new InputException((place.isEmpty() ? "the call" : place) + ": is empty");
    }
    String form =
        start.startsWith("{") || start.startsWith("[") || (start.isEmpty() && !operation.isEmpty())
            ? "json"
            : CliCallReader.isCommand(text) || ShellScript.isOne(text) ? "cli" : "python";
    GivenCall given =
        switch (form) {
          case "json" -> json(text, place);
          case "cli" -> cli(text, place);
          default -> program(text, place);
        };
    String wanted = operation.isEmpty() ? given.operation() : operation;
    if (wanted.isEmpty()) {
      throw new InputException("params needs SERVICE and OPERATION: JSON does not say them");
    }
    Service of = service.isEmpty() ? service(given, form) : service(service);
    boolean told = !service.isEmpty() || names(given.service(), of);
    return call(of, wanted, told ? given : inferred(unknown(given, of), of), form, place);
  }

  private boolean names(String word, Service service) {
    String plain = word.replaceAll("_?client$", "").replace('_', '-');
    String name = service.metadata().name();
    return name.equals(word) || name.equals(plain);
  }

  /** The call, with what botocore says where it makes a client that there is not. */
  private static GivenCall unknown(GivenCall given, Service service) {
    String written = given.service();
    String name = service.metadata().name();
    return given.written().names(written)
        ? given.refused(
            new GivenCall.Refusal(
                "botocore",
                "botocore.exceptions.UnknownServiceError: Unknown service: '" + written + "'",
                "`" + written + "` is near `" + name + "`"),
            given.written().naming(written, name))
        : given;
  }

  private static GivenCall inferred(GivenCall given, Service service) {
    return given.inferred(
        "the service is %s: no other has such a call".formatted(service.metadata().name()));
  }

  private static GivenCall json(String text, String place) throws InputException {
    if (text.isBlank()) {
      // Nothing comes by a pipe where a call has no parameters; a file was meant to hold some.
      if (!place.isEmpty() && !place.equals(label("-"))) {
        throw new InputException(place + ": is empty");
      }
      return GivenCall.of("", "", new Dict(new LinkedHashMap<>()), List.of());
    }
    return switch (TypedJson.read(text)) {
      case TypedJson.Unreadable u -> throw unreadable(place, u.line(), u.column(), u.why());
      case TypedJson.Value v when v.value() instanceof Dict d -> {
        GivenCall call = GivenCall.of("", "", d, List.of());
        yield RepeatedKeys.first(text)
            .map(key -> call.inferred("`" + key + "` is there twice; the last one counts"))
            .orElse(call);
      }
      case TypedJson.Value _ -> throw unreadable(place, 1, 1, "parameters are a JSON object");
    };
  }

  private GivenCall program(String text, String place) throws InputException {
    return given(BotoCallReader.readProgram(catalog, text), place);
  }

  private GivenCall cli(String whole, String place) throws InputException {
    if (CliCallReader.isCommand(whole)) {
      return command(whole, 1, place);
    }
    List<Integer> lines = ShellScript.lines(whole);
    if (lines.size() > 1) {
      throw unreadable(place, lines.get(1), 1, ShellScript.several(lines));
    }
    return command(ShellScript.from(whole, lines.getFirst()), lines.getFirst(), place);
  }

  /** The command that begins in that line of its text, from 1. */
  private GivenCall command(String text, int first, String place) throws InputException {
    OptionalInt open = CliCallReader.openQuote(text);
    if (open.isPresent()) {
      String before = text.substring(0, open.getAsInt());
      int line = first + (int) before.chars().filter(c -> c == '\n').count();
      throw unreadable(
          place, line, open.getAsInt() - before.lastIndexOf('\n'), "this quote is not closed");
    }
    GivenCall call =
        switch (CliCallReader.read(catalog, text)) {
          case GivenCall.Read r -> r.call().fromLine(first);
          case GivenCall.Unreadable u ->
              throw unreadable(place, u.line() + first - 1, u.column(), u.why());
        };
    OptionalInt next = CliCallReader.next(text);
    return next.isEmpty()
        ? call
        : call.inferred(
            "the command in line " + (next.getAsInt() + first - 1) + " is left out: one at a time");
  }

  private static GivenCall given(GivenCall.Reading reading, String place) throws InputException {
    return switch (reading) {
      case GivenCall.Read r -> r.call();
      case GivenCall.Unreadable u -> throw unreadable(place, u.line(), u.column(), u.why());
    };
  }

  private static InputException unreadable(String place, int line, int column, String why) {
    String at = place.isEmpty() ? "the call, " : place + ":";
    return new InputException(at + line + ":" + column + ": " + why);
  }

  /** The service of a call that names it, or whose operation only one service has. */
  private Service service(GivenCall given, String form) throws InputException {
    String name = given.service();
    String plain = name.replaceAll("_?client$", "").replace('_', '-');
    for (String each : List.of(name, plain)) {
      Optional<Service> known = catalog.service(each);
      if (known.isPresent()) {
        return known.get();
      }
    }
    if (form.equals("cli") && CliOwnCommands.isTop(name)) {
      throw new InputException("`aws " + name + "` is a command of the CLI's own, no service");
    }
    if (form.equals("cli")) {
      return service(name);
    }
    List<String> having =
        catalog
            .operationName(given.operation())
            .map(catalog::servicesWithOperation)
            .orElse(List.of());
    List<String> fitting = having.size() == 1 ? having : fitting(having, given);
    if (fitting.size() == 1) {
      return catalog.service(fitting.getFirst()).orElseThrow();
    }
    String shown = String.join(", ", having.subList(0, Math.min(MOST_NAMES, having.size())));
    throw new InputException(
        "the call does not tell the service; give SERVICE and OPERATION before it"
            + (having.isEmpty() ? "" : ": " + shown + (having.size() > MOST_NAMES ? ", …" : "")));
  }

  /** The services whose operation has all parameters that the call names. */
  private List<String> fitting(List<String> services, GivenCall given) {
    Set<String> names = new HashSet<>();
    given.params().entries().keySet().forEach(k -> names.add(PythonText.str(k)));
    given.unread().stream().map(u -> u.name()).filter(n -> !n.isEmpty()).forEach(names::add);
    return services.stream().filter(s -> !names.isEmpty() && has(s, given, names)).toList();
  }

  private boolean has(String service, GivenCall given, Set<String> names) {
    return catalog
        .service(service)
        .flatMap(s -> catalog.operationName(service, given.operation()).flatMap(s::input))
        .filter(input -> names.stream().allMatch(n -> input.member(n).isPresent()))
        .isPresent();
  }

  private Service service(String name) throws InputException {
    Optional<Service> known =
        catalog.hasService(name)
            ? catalog.service(name)
            : catalog.serviceOfId(name).flatMap(catalog::service);
    if (known.isEmpty()) {
      throw new InputException(
          "there is no service `" + name + "`" + WrongUsage.near(name, catalog.services()));
    }
    return known.get();
  }

  private ParamsCall call(
      Service service, String operation, GivenCall given, String form, String place)
      throws InputException {
    String name = service.metadata().name();
    Optional<String> api =
        catalog.operationName(name, operation).or(() -> meant(service, operation, given));
    if (api.isEmpty() && form.equals("cli")) {
      own(given.service(), operation);
    }
    if (api.isEmpty()) {
      throw new InputException(new NoOperation(catalog).words(service, operation));
    }
    Operation known = service.operation(api.get()).orElseThrow();
    return new ParamsCall(catalog, service, known, called(service, known, given), form, place);
  }

  /** Refuses a command that is no operation. */
  private static void own(String service, String operation) throws InputException {
    if (service.equals("s3")) {
      throw new InputException(
          "`aws s3 " + operation + "` is no operation of the API; `aws s3api` has those");
    }
    if (CliOwnCommands.has(service, operation)) {
      throw new InputException(
          "`aws " + service + " " + operation + "` is a command of the CLI's own, no operation");
    }
  }

  /** The operation whose method a call in Python misspells. */
  private Optional<String> meant(Service service, String operation, GivenCall given) {
    boolean python = given.written().calls(operation) && given.operation().equals(operation);
    List<String> methods = service.operationNames().stream().map(catalog::methodName).toList();
    return python
        ? catalog
            .misspelt(operation, methods)
            .flatMap(m -> catalog.operationName(service.metadata().name(), m))
        : Optional.empty();
  }

  /** The call, with what Python says where the client has its method by another name. */
  private static GivenCall called(Service service, Operation operation, GivenCall given) {
    String written = given.operation();
    String method = operation.methodName();
    boolean other = !given.written().source().isEmpty() && !written.equals(method);
    boolean named = written.equals(operation.name()) && !given.written().calls(written);
    if (!other || named) {
      return given;
    }
    String says =
        "AttributeError: '%s' object has no attribute '%s'"
            .formatted(service.metadata().className(), written);
    return given.refused(
        new GivenCall.Refusal("boto3", says, "`" + written + "` is near `" + method + "`"),
        given.written().calling(written, method));
  }
}
