package awsleuth.boto.call;

import awsleuth.aws.AwsCatalog;
import awsleuth.aws.Operation;
import awsleuth.aws.Service;
import awsleuth.aws.Shape;
import awsleuth.boto.call.CliOption.Values;
import awsleuth.boto.python.PyValue.Dict;
import awsleuth.boto.python.PyValue.Str;
import awsleuth.boto.python.PythonText;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Reads a command of the AWS CLI into the parameters that it would give botocore. Files are not
 * read; what the CLI refuses before it makes a call is told in its words.
 *
 * @see <a href="https://github.com/aws/aws-cli/blob/develop/awscli/argparser.py">argparser.py</a>
 */
public final class CliCallReader {

  private static final String BINARY = "--cli-binary-format";

  /** Commands of a text that are looked at. */
  private static final int MOST_COMMANDS = 1_000;

  /** What stands before {@code aws} is no longer than this, in characters. */
  private static final int LONGEST_START = 1_000;

  private static final Pattern CONTINUED = Pattern.compile("[\\\\`^]\\r?\\n");

  private final AwsCatalog catalog;
  private final String before;
  private final List<ShellWords.Word> words;
  private final CliParams params = new CliParams();
  private final List<String> unknown = new ArrayList<>();
  private final List<String> meant = new ArrayList<>();
  private final Set<String> given = new LinkedHashSet<>();
  private final List<String> rest = new ArrayList<>();
  private final List<String> order = new ArrayList<>();
  private final boolean lines;
  private String outfile = "";
  private String waiting = "";
  private Optional<CliOption> flag = Optional.empty();
  private int at;

  private CliCallReader(AwsCatalog catalog, CliStart start) {
    this.catalog = catalog;
    this.before = start.before();
    this.words = ShellWords.of(start.command());
    this.lines = CONTINUED.matcher(start.command()).find();
  }

  /** Where the quote is that a command does not close, from 0; empty where it closes all. */
  public static OptionalInt openQuote(String command) {
    return CliStart.of(command).isPresent() ? ShellWords.openQuote(command) : OptionalInt.empty();
  }

  /** Whether a text begins as a command of the AWS CLI does. */
  public static boolean isCommand(String text) {
    return CliStart.of(text).isPresent();
  }

  /** The line, from 1, of the next command of the AWS CLI behind the first; empty without one. */
  public static OptionalInt next(String text) {
    return ShellWords.starts(text).stream()
        .limit(MOST_COMMANDS)
        .skip(1)
        .filter(at -> isCommand(text.substring(at, Math.min(text.length(), at + LONGEST_START))))
        .mapToInt(at -> 1 + (int) text.substring(0, at).chars().filter(c -> c == '\n').count())
        .findFirst();
  }

  /** Reads a command, with the models of a catalog. */
  public static GivenCall.Reading read(AwsCatalog catalog, String command) {
    CliStart start = CliStart.of(command).orElseGet(() -> new CliStart("", command.stripLeading()));
    return new CliCallReader(catalog, start).command();
  }

  private GivenCall.Reading command() {
    at = 1;
    String service = plain();
    String operation = plain();
    if (service.isEmpty() || operation.isEmpty()) {
      return new GivenCall.Unreadable(1, 1, "this names no service and operation");
    }
    String client = client(service);
    Optional<Service> known = catalog.service(client);
    boolean waits = operation.equals("wait") && known.isPresent();
    if (waits) {
      Waiters waiters = new Waiters(catalog);
      String waiter = plain();
      Optional<String> asked = waiters.operation(client, waiter);
      if (asked.isEmpty()) {
        return new GivenCall.Unreadable(1, 1, waiters.none(client, waiter));
      }
      waiting = "wait " + waiter;
      operation = asked.get();
    }
    String written =
        service.equals("s3") || catalog.operationName(client, operation).isPresent()
            ? operation
            : meant(known, operation);
    Optional<String> name = catalog.operationName(client, written);
    if (name.isEmpty() || known.isEmpty()) {
      return new GivenCall.Read(GivenCall.of(client, written, params.known(), List.of()));
    }
    return new GivenCall.Read(
        read(known.get(), known.get().operation(name.get()).orElseThrow(), written));
  }

  /** The command that a word misspells; the word itself where it misspells none. */
  private String meant(Optional<Service> service, String written) {
    List<String> names = service.map(Service::operationNames).orElse(List.of());
    Optional<String> near =
        catalog.misspelt(written, names.stream().map(catalog::commandName).toList());
    near.ifPresent(n ->
        params.refuse(
            "aws: error: argument operation: Invalid choice",
            "`" + written + "` is near `" + n + "`"));
    return near.orElse(written);
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
      ShellWords.Word word = words.get(at++);
      if (!word.text().startsWith("-")) {
        return word.text();
      }
      int start = at;
      at += isFollowed(word.text()) ? 1 : 0;
      keep(word.written(), words.subList(start, Math.min(at, words.size())));
    }
    return "";
  }

  private static boolean isFollowed(String word) {
    return CliOptions.main(word).filter(o -> o.values() == Values.ONE).isPresent();
  }

  /** Keeps an option that gives no parameter. */
  private void keep(String option, List<ShellWords.Word> values) {
    StringBuilder kept = new StringBuilder(option);
    values.forEach(v -> kept.append(' ').append(v.written()));
    rest.add(kept.toString());
    order.add(" " + kept);
  }

  private GivenCall read(Service service, Operation operation, String written) {
    CliOptions options = CliOptions.of(catalog, service, operation);
    boolean file = catalog.cliWritesFile(service.metadata().name(), operation.name());
    while (at < words.size()) {
      ShellWords.Word word = words.get(at++);
      if (options.isOption(word.text())) {
        option(service, operation, options, word);
      } else if (file) {
        outfile = word.written();
        file = false;
      } else {
        unknown.add(word.text());
        flagged(word.text());
      }
    }
    List<String> missing = new CliDemands(given).missing(options, file);
    behind(service, operation, options, missing);
    if (!missing.isEmpty()) {
      params.refuse(
          "aws: error: the following arguments are required: " + String.join(", ", missing),
          unknown.isEmpty()
              ? "to be given too: `" + String.join("`, `", missing) + "`"
              : String.join("; ", meant));
    }
    params.complete(operation);
    if (!unknown.isEmpty()) {
      params.refuse("Unknown options: " + String.join(", ", inOrder()), String.join("; ", meant));
    }
    new CliDemands(given).paging().ifPresent(text -> params.refuse(text, ""));
    return new GivenCall(
        service.metadata().name(),
        written,
        params.known(),
        params.unread(),
        new Dict(new LinkedHashMap<>()),
        params.refusals(),
        notes(),
        Written.NONE,
        new CliRest(
            true,
            before,
            waiting,
            List.copyOf(rest),
            outfile,
            params.said(),
            List.copyOf(order),
            lines));
  }

  /** Words without an option, which belong to the only one that is missing. */
  private void behind(
      Service service, Operation operation, CliOptions options, List<String> missing) {
    boolean plain = unknown.stream().noneMatch(options::isOption);
    if (missing.size() == 1 && plain && !unknown.isEmpty() && meant.isEmpty()) {
      List<CliOption> named = options.named(missing.getFirst());
      if (named.size() == 1 && (unknown.size() == 1 || named.getFirst().values() == Values.ANY)) {
        params.give(
            service,
            operation,
            named.getFirst(),
            unknown.stream().map(w -> new ShellWords.Word(w, true, 1)).toList(),
            1);
        meant.add(
            "`"
                + String.join(" ", unknown)
                + "` is near `"
                + missing.getFirst()
                + "`, which stands before it");
      }
    }
  }

  /** As the CLI lists them: the first word that is no option stands last. */
  private List<String> inOrder() {
    List<String> listed = new ArrayList<>(unknown);
    for (String word : unknown) {
      if (!word.startsWith("-")) {
        listed.remove(word);
        listed.add(word);
        return listed;
      }
    }
    return listed;
  }

  /** A word behind a flag that was meant as its value. */
  private void flagged(String word) {
    Optional<Shape.Member> member = flag.flatMap(CliOption::member);
    boolean no = word.equalsIgnoreCase("false");
    if (member.isPresent() && (no || word.equalsIgnoreCase("true"))) {
      String name = flag.map(CliOption::name).orElseThrow();
      String plain = name.startsWith("--no-") ? "--" + name.substring("--no-".length()) : name;
      boolean yes = no == flag.get().negates();
      meant.add(
          "`"
              + name
              + "` takes no value; meant is `"
              + (yes ? plain : "--no-" + plain.substring(2))
              + "`");
      params.put(member.get(), yes);
    }
  }

  private void option(
      Service service, Operation operation, CliOptions options, ShellWords.Word word) {
    int equals = word.text().indexOf('=');
    String name = equals > 0 ? word.text().substring(0, equals) : word.text();
    List<CliOption> named = options.named(name);
    if (named.size() > 1) {
      String all = String.join(", ", named.stream().map(CliOption::name).toList());
      params.refuse("aws: error: ambiguous option: " + word.text() + " could match " + all, "");
      values(options, Values.ANY);
    } else if (named.size() == 1) {
      take(service, operation, options, named.getFirst(), explicit(word, equals));
    } else {
      unknown(service, operation, options, name, word, equals);
    }
  }

  /** The value behind the equals sign of an option; empty where there is none. */
  private static List<ShellWords.Word> explicit(ShellWords.Word word, int equals) {
    return equals > 0
        ? List.of(new ShellWords.Word(word.text().substring(equals + 1), word.known(), word.line()))
        : List.of();
  }

  private void unknown(
      Service service,
      Operation operation,
      CliOptions options,
      String name,
      ShellWords.Word word,
      int equals) {
    unknown.add(word.text());
    List<String> near = catalog.nearest(name, options.names(), 1);
    int start = at;
    if (InstanceCount.isPart(operation, name)) {
      String both = "`--count MIN:MAX` stands for `--min-count` and `--max-count`";
      if (!meant.contains(both)) {
        meant.add(both);
      }
      params.countPart(name, equals > 0 ? explicit(word, equals) : values(options, Values.ONE));
    } else if (near.isEmpty()) {
      meant.add("`" + name + "` is near no option of this command");
      values(options, Values.ANY);
    } else if (given.contains(near.getFirst())) {
      meant.add("`" + name + "` is near `" + near.getFirst() + "`, which is given too");
      values(options, Values.ANY);
    } else {
      meant.add("`" + name + "` is near `" + near.getFirst() + "`");
      take(
          service,
          operation,
          options,
          options.named(near.getFirst()).getFirst(),
          explicit(word, equals));
      given.remove(near.getFirst());
    }
    words.subList(start, at).forEach(w -> unknown.add(w.text()));
  }

  /** The words that follow an option. */
  private List<ShellWords.Word> values(CliOptions options, Values values) {
    int most =
        switch (values) {
          case NONE -> 0;
          case ONE, PERHAPS_ONE -> 1;
          case ANY -> Integer.MAX_VALUE;
        };
    int start = at;
    while (at < words.size() && at - start < most && !options.isOption(words.get(at).text())) {
      at++;
    }
    return words.subList(start, at);
  }

  private void take(
      Service service,
      Operation operation,
      CliOptions options,
      CliOption option,
      List<ShellWords.Word> explicit) {
    boolean none = option.values() == Values.NONE;
    List<ShellWords.Word> values = explicit.isEmpty() ? values(options, option.values()) : explicit;
    given.add(option.name());
    flag = Optional.of(option).filter(_ -> none);
    if (none && !explicit.isEmpty()) {
      String value = PythonText.repr(new Str(explicit.getFirst().text()));
      params.refuse(
          "aws: error: argument " + option.name() + ": ignored explicit argument " + value,
          "a flag has no value: `" + option.name() + "` or `--no-…`");
    } else if (option.values() == Values.ONE && values.isEmpty()) {
      params.refuse("aws: error: argument " + option.name() + ": expected one argument", "");
    } else {
      int line = words.get(Math.min(at, words.size()) - 1).line();
      params.give(service, operation, option, values, line);
      option.member().map(Shape.Member::name).ifPresent(order::add);
      if (option.name().equals(InstanceCount.OPTION)) {
        order.add(InstanceCount.parameter("--min-count"));
      }
      Optional<String> refusal = CliNumbers.refusal(service, operation, option.name(), values);
      refusal.ifPresent(text -> params.refuseEarly(text, "a whole number"));
      if (CliParams.isKept(operation, option) || params.isOpenCount(option)) {
        keep(option.name(), refusal.isPresent() ? CliNumbers.instead(line) : values);
      }
    }
  }

  private List<String> notes() {
    if (!waiting.isEmpty()) {
      return List.of("the waiter asks this operation");
    }
    if (given.contains(CliParams.SKELETON)) {
      return List.of(
          "with `" + CliParams.SKELETON + "` the CLI prints a skeleton and sends nothing");
    }
    return given.contains(BINARY) ? List.of() : List.copyOf(params.notes());
  }
}
