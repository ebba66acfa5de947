package awsleuth.boto.call;

import awsleuth.aws.AwsCatalog;
import awsleuth.aws.Operation;
import awsleuth.aws.Service;
import awsleuth.aws.Shape;
import awsleuth.boto.call.GivenCall.Unread;
import awsleuth.boto.python.JsonText;
import awsleuth.boto.python.PyValue;
import awsleuth.boto.python.PyValue.Bool;
import awsleuth.boto.python.PyValue.Bytes;
import awsleuth.boto.python.PyValue.Date;
import awsleuth.boto.python.PyValue.DateTime;
import awsleuth.boto.python.PyValue.Dict;
import awsleuth.boto.python.PyValue.PyList;
import awsleuth.boto.python.PyValue.Str;
import awsleuth.boto.python.PyValue.Tuple;
import awsleuth.boto.python.PythonText;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Writes a call as a command of the AWS CLI. The value of an option that a command had already
 * stays as it was written; another value is written in the same form, shorthand or JSON, where it
 * has one in shorthand.
 */
record CliText(AwsCatalog catalog, Service service, Operation operation) {

  String of(Dict given, List<Unread> unread, CliRest rest) {
    String client = service.metadata().name();
    StringBuilder command = new StringBuilder(rest.before()).append("aws ");
    command.append(catalog.cliName(client)).append(' ');
    command.append(rest.waiting().isEmpty() ? name(client) : rest.waiting());
    CliBinary.Texts texts =
        rest.command() ? new CliBinary.Texts("", given) : CliBinary.of(service, operation, given);
    command.append(texts.option());
    inOrder(options(unread, texts.params(), rest), rest)
        .forEach(o -> command.append(rest.lines() ? " \\\n   " + o : o));
    if (rest.waiting().isEmpty() && catalog.cliWritesFile(client, operation.name())) {
      command.append(' ').append(rest.outfile().isEmpty() ? "'<outfile>'" : rest.outfile());
    }
    return command.toString();
  }

  /** The options by their parameters, each with a space before it. */
  private Map<String, String> options(List<Unread> unread, Dict params, CliRest rest) {
    Map<String, String> options = new LinkedHashMap<>();
    for (Unread u : unread) {
      Optional<String> option = option(u.name());
      if (option.isPresent() && !u.written().isEmpty()) {
        options.put(u.name(), " --" + option.get() + " " + u.written());
      }
    }
    params
        .entries()
        .forEach((key, value) -> {
          String name = PythonText.str(key);
          options.put(name, parameter(name, value, rest));
        });
    String count = InstanceCount.option(operation, params);
    if (!count.isEmpty()) {
      String least = InstanceCount.parameter("--min-count");
      options.remove(least);
      options.put(least, count);
    }
    options.values().removeIf(String::isEmpty);
    return options;
  }

  /** First those that the command had, as they came. */
  private static List<String> inOrder(Map<String, String> options, CliRest rest) {
    List<String> all = new ArrayList<>();
    List<String> others = new ArrayList<>(rest.options());
    for (String each : rest.order()) {
      String parameter = options.remove(each);
      if (parameter != null) {
        all.add(parameter);
      } else if (others.remove(each.strip())) {
        all.add(each);
      }
    }
    all.addAll(options.values());
    others.forEach(o -> all.add(" " + o));
    return all;
  }

  private String name(String client) {
    return catalog.cliCommand(client, operation.name()).orElse(operation.commandName());
  }

  private Optional<String> option(String parameter) {
    return catalog.cliOption(service.metadata().name(), operation.name(), parameter);
  }

  private Optional<Shape.Member> member(String name) {
    return service.input(operation.name()).flatMap(i -> i.member(name));
  }

  /** An option with its value, a space before it; empty for what the command has no option for. */
  private String parameter(String name, PyValue value, CliRest rest) {
    Optional<String> option = option(name);
    if (option.isEmpty()) {
      return "";
    }
    boolean negated = value instanceof Bool(boolean yes) && !yes;
    String words =
        member(name).filter(service::isStreaming).isPresent()
            ? " '<file>'"
            : words(name, option.get(), value, rest);
    return (negated ? " --no-" : " --") + option.get() + words;
  }

  private String words(String name, String option, PyValue value, CliRest rest) {
    CliRest.Said said = rest.said().get(name);
    if (said == null) {
      return anew(name, value);
    }
    if (said.value().equals(value)) {
      return said.written().isEmpty() ? "" : " " + said.written();
    }
    Optional<Shape> shape = member(name).flatMap(m -> service.shape(m.shape()));
    return shape
        .filter(_ -> said.shorthand())
        .flatMap(s -> new ShorthandText(service, "--" + option).of(s, value))
        .map(words ->
            words.stream().map(w -> " " + CallText.quoted(w)).collect(Collectors.joining()))
        .orElseGet(() -> anew(name, value));
  }

  private static String anew(String name, PyValue value) {
    return switch (value) {
      case Dict d when name.equals("CopySource") -> " " + CallText.quoted(source(d));
      case Bool _ -> "";
      case PyList l when texts(l.items()) -> words(l.items());
      case Tuple t when texts(t.items()) -> words(t.items());
      case PyList _, Tuple _, Dict _, PyValue.PySet _ ->
          " " + CallText.quoted(JsonText.line(plain(value)));
      default -> " " + CallText.quoted(PythonText.str(plain(value)));
    };
  }

  /** The source of a copy as the text that botocore makes of a dict. */
  private static String source(Dict source) {
    StringBuilder text = new StringBuilder();
    for (String part : List.of("Bucket", "Key", "VersionId")) {
      PyValue value = source.get(part);
      if (value != null) {
        text.append(part.equals("Key") ? "/" : part.equals("VersionId") ? "?versionId=" : "");
        text.append(PythonText.str(value));
      }
    }
    return text.toString();
  }

  private static boolean texts(List<PyValue> items) {
    return !items.isEmpty()
        && items.stream()
            .allMatch(i ->
                i instanceof Str(String s)
                    && !s.startsWith("-")
                    && !s.startsWith("[")
                    && !s.startsWith("{"));
  }

  private static String words(List<PyValue> items) {
    StringBuilder words = new StringBuilder();
    items.forEach(i -> words.append(' ').append(CallText.quoted(PythonText.str(i))));
    return words.toString();
  }

  /** The value as the JSON of the CLI has it. */
  private static PyValue plain(PyValue value) {
    return switch (value) {
      case Bytes b ->
          new Str(
              Base64.getEncoder().encodeToString(b.latin1().getBytes(StandardCharsets.ISO_8859_1)));
      case DateTime t -> new Str(PythonText.isoformat(t, 'T'));
      case Date d -> new Str(d.value().toString());
      case PyList l -> new PyList(l.items().stream().map(CliText::plain).toList());
      case Tuple t -> new PyList(t.items().stream().map(CliText::plain).toList());
      case PyValue.PySet s -> new PyList(s.items().stream().map(CliText::plain).toList());
      case Dict d -> {
        LinkedHashMap<PyValue, PyValue> entries = new LinkedHashMap<>();
        for (Map.Entry<PyValue, PyValue> e : d.entries().entrySet()) {
          entries.put(e.getKey(), plain(e.getValue()));
        }
        yield new Dict(entries);
      }
      default -> value;
    };
  }
}
