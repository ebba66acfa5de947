package awsleuth.boto.call;

import awsleuth.aws.AwsCatalog;
import awsleuth.aws.Operation;
import awsleuth.aws.Service;
import awsleuth.aws.Shape;
import awsleuth.boto.call.CliOption.Values;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The options of a command of the AWS CLI, in its order.
 *
 * @param own those of the command
 * @see <a href="https://github.com/aws/aws-cli/blob/develop/awscli/clidriver.py">clidriver.py</a>
 */
record CliOptions(Map<String, CliOption> own) {

  /** Options of {@code aws} itself; it takes them, and what they are short for, before the rest. */
  private static final Map<String, CliOption> MAIN = new LinkedHashMap<>();

  static final Set<String> PAGING = Set.of("--starting-token", "--page-size", "--max-items");

  static {
    for (String one :
        List.of(
            "--endpoint-url",
            "--output",
            "--query",
            "--profile",
            "--region",
            "--color",
            "--ca-bundle",
            "--cli-read-timeout",
            "--cli-connect-timeout",
            "--cli-binary-format")) {
      MAIN.put(one, CliOption.own(one, Values.ONE));
    }
    for (String none :
        List.of(
            "--debug",
            "--no-verify-ssl",
            "--no-paginate",
            "--version",
            "--no-sign-request",
            "--no-cli-pager",
            "--cli-auto-prompt",
            "--no-cli-auto-prompt")) {
      MAIN.put(none, CliOption.own(none, Values.NONE));
    }
  }

  /** The options of the command of an operation. */
  static CliOptions of(AwsCatalog catalog, Service service, Operation operation) {
    Map<String, CliOption> own = new LinkedHashMap<>();
    String client = service.metadata().name();
    Set<String> free = CliOwnOptions.notRequired(client, operation.name());
    for (Shape.Member m :
        service.input(operation.name()).map(Shape.Structure::members).orElse(List.of())) {
      catalog
          .cliOption(client, operation.name(), m.name())
          .map(o -> "--" + o)
          .ifPresent(name -> add(own, service, m, name, free.contains(name)));
    }
    CliOwnOptions.of(client, operation.name()).forEach(o -> own.put(o.name(), o));
    put(own, "--cli-input-json", Values.ONE);
    put(own, "--cli-input-yaml", Values.ONE);
    put(own, "--generate-cli-skeleton", Values.PERHAPS_ONE);
    if (operation.paginated()) {
      PAGING.stream().sorted().forEach(name -> put(own, name, Values.ONE));
    }
    return new CliOptions(own);
  }

  private static void put(Map<String, CliOption> own, String name, Values values) {
    own.put(name, CliOption.own(name, values));
  }

  private static void add(
      Map<String, CliOption> own, Service service, Shape.Member member, String name, boolean free) {
    Shape shape = service.shape(member.shape()).orElse(null);
    boolean flag = shape instanceof Shape.Scalar s && s.type().equals("boolean");
    Values values = flag ? Values.NONE : shape instanceof Shape.ListOf ? Values.ANY : Values.ONE;
    boolean required = member.required() && !flag && !member.idempotencyToken() && !free;
    own.put(name, new CliOption(name, Optional.of(member), values, false, required));
    if (flag) {
      String no = "--no-" + name.substring(2);
      own.put(no, new CliOption(no, Optional.of(member), values, true, false));
    }
  }

  /** An option of {@code aws} itself of that very name. */
  static Optional<CliOption> main(String name) {
    return Optional.ofNullable(MAIN.get(name));
  }

  /** The options that a name is, or is the beginning of; several where that is ambiguous. */
  List<CliOption> named(String name) {
    List<CliOption> main = begun(MAIN, name);
    return main.isEmpty() || (own.containsKey(name) && !MAIN.containsKey(name))
        ? begun(own, name)
        : main;
  }

  private static List<CliOption> begun(Map<String, CliOption> options, String name) {
    CliOption exact = options.get(name);
    return exact != null
        ? List.of(exact)
        : options.values().stream().filter(o -> o.name().startsWith(name)).toList();
  }

  /**
   * Whether a word is an option, as {@code argparse} has it: a number is no option, nor is what has
   * a space, but for the value of an option behind its equals sign.
   */
  boolean isOption(String word) {
    int equals = word.indexOf('=');
    return word.length() > 1
        && word.startsWith("-")
        && (word.indexOf(' ') < 0 || (equals > 0 && !named(word.substring(0, equals)).isEmpty()))
        && !word.matches("-\\d+|-\\d*\\.\\d+");
  }

  /** All names. */
  List<String> names() {
    List<String> names = new ArrayList<>(own.keySet());
    names.addAll(MAIN.keySet());
    return names;
  }
}
