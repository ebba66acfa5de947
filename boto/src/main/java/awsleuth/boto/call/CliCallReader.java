package awsleuth.boto.call;

import awsleuth.aws.AwsCatalog;
import awsleuth.aws.Operation;
import awsleuth.aws.Service;
import awsleuth.aws.Shape;
import awsleuth.boto.call.GivenCall.Unread;
import awsleuth.boto.python.PyValue;
import awsleuth.boto.python.PyValue.Bool;
import awsleuth.boto.python.PyValue.Dict;
import awsleuth.boto.python.PyValue.Str;
import awsleuth.boto.python.TypedJson;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Reads a command of the AWS CLI into the parameters that it would give botocore. Files are not
 * read; options of the CLI itself are passed over.
 */
public final class CliCallReader {

  /** Options that a value follows and that are none of the operation's. */
  private static final Set<String> GLOBAL_WITH_VALUE =
      Set.of(
          "--region",
          "--profile",
          "--output",
          "--query",
          "--endpoint-url",
          "--ca-bundle",
          "--color",
          "--cli-read-timeout",
          "--cli-connect-timeout",
          "--cli-binary-format",
          "--max-items",
          "--starting-token",
          "--page-size",
          "--generate-cli-skeleton");

  private static final Set<String> GLOBAL_ALONE =
      Set.of(
          "--debug",
          "--no-verify-ssl",
          "--no-paginate",
          "--no-sign-request",
          "--no-cli-pager",
          "--cli-auto-prompt",
          "--no-cli-auto-prompt");

  private final AwsCatalog catalog;
  private final List<ShellWords.Word> words;
  private final LinkedHashMap<PyValue, PyValue> params = new LinkedHashMap<>();
  private final List<Unread> unread = new ArrayList<>();
  private int at;

  private CliCallReader(AwsCatalog catalog, String command) {
    this.catalog = catalog;
    this.words = ShellWords.of(command);
  }

  /** Whether a text begins as a command of the AWS CLI does. */
  public static boolean isCommand(String text) {
    String start = text.stripLeading();
    return start.startsWith("aws ") || start.startsWith("$ aws ");
  }

  /** Reads a command, with the models of a catalog. */
  public static GivenCall.Reading read(AwsCatalog catalog, String command) {
    String start = command.stripLeading();
    String plain = start.startsWith("$ ") ? start.substring(2) : start;
    return new CliCallReader(catalog, plain).command();
  }

  private GivenCall.Reading command() {
    at = 1;
    String service = plain();
    String operation = plain();
    if (service.isEmpty() || operation.isEmpty()) {
      return new GivenCall.Unreadable(1, 1, "this names no service and operation");
    }
    String client = client(service);
    Optional<String> name = catalog.operationName(client, operation);
    Optional<Service> known = catalog.service(client);
    if (name.isEmpty() || known.isEmpty()) {
      return new GivenCall.Read(new GivenCall(client, operation, new Dict(params), List.of()));
    }
    options(known.get(), known.get().operation(name.get()).orElseThrow());
    return new GivenCall.Read(
        new GivenCall(client, operation, new Dict(params), List.copyOf(unread)));
  }

  /** The boto3 client of a command's first word. */
  private String client(String service) {
    return switch (service) {
      case "s3api" -> "s3";
      case "configservice" -> "config";
      case "deploy" -> "codedeploy";
      default -> service;
    };
  }

  /** The next word that is no option, global options passed over. */
  private String plain() {
    while (at < words.size()) {
      String word = words.get(at++).text();
      if (GLOBAL_WITH_VALUE.contains(word)) {
        at++;
      } else if (!word.startsWith("-")) {
        return word;
      }
    }
    return "";
  }

  private void options(Service service, Operation operation) {
    Map<String, Shape.Member> members = new LinkedHashMap<>();
    for (Shape.Member m :
        service.input(operation.name()).map(Shape.Structure::members).orElse(List.of())) {
      members.put("--" + catalog.commandName(m.name()), m);
      catalog
          .cliOption(service.metadata().name(), operation.name(), m.name())
          .ifPresent(option -> members.put("--" + option, m));
    }
    while (at < words.size()) {
      ShellWords.Word option = words.get(at++);
      String text = option.text();
      int equals = text.indexOf('=');
      String name = equals > 0 ? text.substring(0, equals) : text;
      List<ShellWords.Word> values = new ArrayList<>();
      if (equals > 0) {
        values.add(new ShellWords.Word(text.substring(equals + 1), option.known(), option.line()));
      }
      while (at < words.size() && !isOption(words.get(at).text())) {
        values.add(words.get(at++));
      }
      boolean count =
          InstanceCount.isOf(operation)
              && name.equals(InstanceCount.OPTION)
              && values.size() == 1
              && InstanceCount.read(values.getFirst().text(), params);
      if (!count) {
        option(service, members, name, values, option.line());
      }
    }
  }

  private static boolean isOption(String word) {
    return word.startsWith("--") && word.length() > 2;
  }

  private void option(
      Service service,
      Map<String, Shape.Member> members,
      String name,
      List<ShellWords.Word> values,
      int line) {
    Shape.Member member = members.get(name);
    Shape.Member negated = name.startsWith("--no-") ? members.get("--" + name.substring(5)) : null;
    if (member != null) {
      given(service, member, values, line);
    } else if (name.equals("--cli-input-json")) {
      whole(values, line);
    } else if (negated != null
        && shape(service, negated) instanceof Shape.Scalar s
        && s.type().equals("boolean")) {
      params.put(new Str(negated.name()), new Bool(false));
    } else if (!GLOBAL_WITH_VALUE.contains(name) && !GLOBAL_ALONE.contains(name)) {
      params.put(new Str(parameter(name)), value(values));
    }
  }

  /** The name of a parameter that an unknown option would stand for: {@code TagSet}. */
  private static String parameter(String option) {
    StringBuilder name = new StringBuilder();
    for (String part : option.substring(Math.min(2, option.length())).split("-", -1)) {
      if (!part.isEmpty()) {
        name.append(Character.toUpperCase(part.charAt(0))).append(part.substring(1));
      }
    }
    return name.toString();
  }

  private static PyValue value(List<ShellWords.Word> values) {
    return values.isEmpty() ? new Bool(true) : new Str(values.getFirst().text());
  }

  private void whole(List<ShellWords.Word> values, int line) {
    String text = values.isEmpty() ? "" : values.getFirst().text();
    if (TypedJson.read(text) instanceof TypedJson.Value(Dict d)) {
      d.entries().forEach(params::putIfAbsent);
    } else {
      unread.add(new Unread("", line, "`--cli-input-json` is not read here", ""));
    }
  }

  private static @Nullable Shape shape(Service service, Shape.Member member) {
    return service.shape(member.shape()).orElse(null);
  }

  private void given(Service service, Shape.Member member, List<ShellWords.Word> words, int line) {
    Shape shape = shape(service, member);
    boolean several = shape instanceof Shape.ListOf || words.isEmpty();
    List<ShellWords.Word> values = several ? words : words.subList(0, 1);
    for (ShellWords.Word word : values) {
      String text = word.text();
      boolean file = text.startsWith("file://") || text.startsWith("fileb://");
      if (file || !word.known()) {
        String why = file ? "is a file, which is not read" : "is put in by the shell";
        unread.add(new Unread(member.name(), line, "`" + text + "` " + why, ""));
        return;
      }
    }
    if (shape instanceof Shape.Scalar s && s.streaming()) {
      unread.add(new Unread(member.name(), line, "it names a file, which is not read", ""));
      return;
    }
    params.put(new Str(member.name()), new CliValues(service).of(shape, texts(values)));
  }

  private static List<String> texts(List<ShellWords.Word> values) {
    return values.stream().map(ShellWords.Word::text).toList();
  }
}
