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

/** A call written in Python or as a command of the AWS CLI. */
public final class CallText {

  /** Characters of a line of Python. */
  static final int WIDTH = 88;

  private CallText() {}

  /** {@code s3.put_object(Bucket='b', Key='k')}, each argument in its line where it is long. */
  public static String python(Service service, Operation operation, Dict params) {
    return python(service, operation, params, List.of());
  }

  /**
   * Likewise, with the arguments before it that are no literals, as they are written.
   *
   * @param unread those whose expression is not known are left out
   */
  public static String python(
      Service service, Operation operation, Dict params, List<Unread> unread) {
    List<String> arguments = new ArrayList<>();
    for (Unread u : unread) {
      if (!u.written().isEmpty()) {
        arguments.add((u.name().isEmpty() ? "" : u.name() + "=") + u.written());
      }
    }
    boolean spread = !params.entries().keySet().stream().allMatch(CallText::isName);
    if (spread) {
      arguments.add("**" + PythonText.repr(params));
    } else {
      params
          .entries()
          .forEach(
              (name, value) -> arguments.add(PythonText.str(name) + "=" + PythonText.repr(value)));
    }
    String name = client(service.metadata().name()) + "." + operation.methodName() + "(";
    String line = name + String.join(", ", arguments) + ")";
    return spread || line.length() <= WIDTH
        ? line
        : name + "\n    " + String.join(",\n    ", arguments) + ",\n)";
  }

  /** The client: its name where that can be a variable. */
  private static String client(String service) {
    return isName(new Str(service)) ? service : "boto3.client('" + service + "')";
  }

  private static boolean isName(PyValue key) {
    return key instanceof Str s
        && !s.value().isEmpty()
        && Character.isJavaIdentifierStart(s.value().charAt(0))
        && s.value().chars().allMatch(Character::isJavaIdentifierPart)
        && !List.of("from", "return", "import", "in", "is", "not", "and", "or", "lambda")
            .contains(s.value());
  }

  /**
   * {@code aws s3api put-object --bucket b --key k}. A parameter that the CLI reads from a file is
   * {@code <file>}, the file that it writes an answer's stream to {@code <outfile>}; where there
   * are bytes, {@code --cli-binary-format} says how they are written.
   */
  public static String cli(AwsCatalog catalog, Service service, Operation operation, Dict params) {
    return cli(catalog, service, operation, params, List.of(), CliRest.NONE);
  }

  /**
   * Likewise, with the options before it whose values are not known, as they are written, and with
   * what else the command had.
   *
   * @param unread those whose words are not known are left out
   */
  public static String cli(
      AwsCatalog catalog,
      Service service,
      Operation operation,
      Dict given,
      List<Unread> unread,
      CliRest rest) {
    String client = service.metadata().name();
    StringBuilder command = new StringBuilder("aws ");
    command.append(catalog.cliName(client)).append(' ');
    command.append(catalog.cliCommand(client, operation.name()).orElse(operation.commandName()));
    for (Unread u : unread) {
      Optional<String> option = catalog.cliOption(client, operation.name(), u.name());
      if (option.isPresent() && !u.written().isEmpty()) {
        command.append(" --").append(option.get()).append(' ').append(u.written());
      }
    }
    CliBinary.Texts texts =
        rest.command() ? new CliBinary.Texts("", given) : CliBinary.of(service, operation, given);
    Dict params = texts.params();
    command.append(texts.option());
    Optional<Shape.Structure> input = service.input(operation.name());
    for (Map.Entry<PyValue, PyValue> e : params.entries().entrySet()) {
      String name = PythonText.str(e.getKey());
      Optional<String> option = catalog.cliOption(client, operation.name(), name);
      boolean streams = input.flatMap(i -> i.member(name)).filter(service::isStreaming).isPresent();
      if (option.isPresent()) {
        boolean negated = e.getValue() instanceof Bool b && !b.value();
        command.append(negated ? " --no-" : " --").append(option.get());
        command.append(streams ? " <file>" : value(e.getValue()));
      }
    }
    command.append(InstanceCount.option(operation, params));
    rest.options().forEach(o -> command.append(' ').append(o));
    if (catalog.cliWritesFile(client, operation.name())) {
      command.append(' ').append(rest.outfile().isEmpty() ? "<outfile>" : rest.outfile());
    }
    return command.toString();
  }

  private static String value(PyValue value) {
    return switch (value) {
      case Bool _ -> "";
      case PyList l when texts(l.items()) -> words(l.items());
      case Tuple t when texts(t.items()) -> words(t.items());
      case PyList _, Tuple _, Dict _, PyValue.PySet _ -> " " + quoted(JsonText.line(plain(value)));
      default -> " " + quoted(PythonText.str(plain(value)));
    };
  }

  private static boolean texts(List<PyValue> items) {
    return !items.isEmpty()
        && items.stream()
            .allMatch(i ->
                i instanceof Str s
                    && !s.value().startsWith("-")
                    && !s.value().startsWith("[")
                    && !s.value().startsWith("{"));
  }

  private static String words(List<PyValue> items) {
    StringBuilder words = new StringBuilder();
    items.forEach(i -> words.append(' ').append(quoted(PythonText.str(i))));
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
      case PyList l -> new PyList(l.items().stream().map(CallText::plain).toList());
      case Tuple t -> new PyList(t.items().stream().map(CallText::plain).toList());
      case PyValue.PySet s -> new PyList(s.items().stream().map(CallText::plain).toList());
      case Dict d -> {
        LinkedHashMap<PyValue, PyValue> entries = new LinkedHashMap<>();
        d.entries().forEach((k, v) -> entries.put(k, plain(v)));
        yield new Dict(entries);
      }
      default -> value;
    };
  }

  /** A word for a POSIX shell. */
  static String quoted(String word) {
    boolean safe =
        !word.isEmpty()
            && word.chars()
                .allMatch(c ->
                    c < 0x80 && (Character.isLetterOrDigit(c) || "-_./:@%+,=".indexOf(c) >= 0));
    return safe ? word : "'" + word.replace("'", "'\\''") + "'";
  }
}
