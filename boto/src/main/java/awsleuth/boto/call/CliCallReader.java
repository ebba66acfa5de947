package awsleuth.boto.call;

import awsleuth.aws.AwsCatalog;
import awsleuth.aws.Operation;
import awsleuth.aws.Service;
import awsleuth.boto.call.CliOption.Values;
import awsleuth.boto.python.PyValue.Dict;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
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
  private final CliKept kept = new CliKept();
  private final boolean lines;
  private String waiting = "";
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
        .filter(at -> isCommandAt(text, at))
        .mapToInt(at -> line(text, at))
        .findFirst();
  }

  /** Whether a text has commands of the AWS CLI, comments and nothing else. */
  public static boolean isAllCommands(String text) {
    List<Integer> starts =
        ShellWords.starts(text).stream().filter(at -> !isComment(text, at)).toList();
    return !starts.isEmpty()
        && starts.size() <= MOST_COMMANDS
        && starts.stream().allMatch(at -> isCommandAt(text, at));
  }

  /**
   * Reads the commands of the AWS CLI in a shell script, in its order; each call has the lines of
   * its own command.
   */
  public static List<PlacedCall> calls(AwsCatalog catalog, String text) {
    List<Integer> starts = ShellWords.starts(text).stream().limit(MOST_COMMANDS).toList();
    List<PlacedCall> calls = new ArrayList<>();
    for (int i = 0; i < starts.size(); i++) {
      int at = starts.get(i);
      int end = i + 1 < starts.size() ? starts.get(i + 1) : text.length();
      String command = text.substring(at, end);
      if (isCommandAt(text, at)
          && read(catalog, command) instanceof GivenCall.Read(GivenCall call)) {
        int line = line(text, at);
        calls.add(new PlacedCall(call, line, line - 1 + (int) command.strip().lines().count()));
      }
    }
    return calls;
  }

  private static boolean isCommandAt(String text, int at) {
    return isCommand(text.substring(at, Math.min(text.length(), at + LONGEST_START)));
  }

  private static boolean isComment(String text, int at) {
    return at == text.length() || text.charAt(at) == '#';
  }

  private static int line(String text, int at) {
    return 1 + (int) text.substring(0, at).chars().filter(c -> c == '\n').count();
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
      kept.option(word.written(), words.subList(start, Math.min(at, words.size())));
    }
    return "";
  }

  private static boolean isFollowed(String word) {
    return CliOptions.main(word).filter(o -> o.values() == Values.ONE).isPresent();
  }

  private GivenCall read(Service service, Operation operation, String written) {
    CliArguments arguments =
        new CliArguments(
            catalog, service, operation, words.subList(at, words.size()), params, kept);
    arguments.take();
    return new GivenCall(
        service.metadata().name(),
        written,
        params.known(),
        params.unread(),
        new Dict(new LinkedHashMap<>()),
        params.refusals(),
        notes(arguments),
        Written.NONE,
        new CliRest(
            true,
            before,
            waiting,
            kept.options(),
            arguments.outfile(),
            params.said(),
            kept.order(),
            lines));
  }

  private List<String> notes(CliArguments arguments) {
    if (!waiting.isEmpty()) {
      return List.of("the waiter asks this operation");
    }
    if (arguments.has(CliParams.SKELETON)) {
      return List.of(
          "with `" + CliParams.SKELETON + "` the CLI prints a skeleton and sends nothing");
    }
    return arguments.has(BINARY) ? List.of() : List.copyOf(params.notes());
  }
}
