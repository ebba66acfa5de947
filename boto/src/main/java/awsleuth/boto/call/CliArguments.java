package awsleuth.boto.call;

import awsleuth.aws.AwsCatalog;
import awsleuth.aws.Operation;
import awsleuth.aws.Service;
import awsleuth.aws.Shape;
import awsleuth.boto.call.CliOption.Values;
import awsleuth.boto.python.PyValue.Str;
import awsleuth.boto.python.PythonText;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The words behind a command's operation: its options with their values, and words without one.
 *
 * @see <a href="https://github.com/aws/aws-cli/blob/develop/awscli/argparser.py">argparser.py</a>
 */
final class CliArguments {

  private final AwsCatalog catalog;
  private final Service service;
  private final Operation operation;
  private final CliOptions options;
  private final List<ShellWords.Word> words;
  private final CliParams params;
  private final CliKept kept;
  private final List<String> unknown = new ArrayList<>();
  private final List<String> meant = new ArrayList<>();
  private final Set<String> given = new LinkedHashSet<>();
  private String outfile = "";
  private Optional<CliOption> flag = Optional.empty();
  private int at;

  /**
   * None taken yet.
   *
   * @param words the words behind the operation
   * @param params where parameters and refusals go
   * @param kept where options go that give no parameter
   */
  CliArguments(
      AwsCatalog catalog,
      Service service,
      Operation operation,
      List<ShellWords.Word> words,
      CliParams params,
      CliKept kept) {
    this.catalog = catalog;
    this.service = service;
    this.operation = operation;
    this.options = CliOptions.of(catalog, service, operation);
    this.words = words;
    this.params = params;
    this.kept = kept;
  }

  /** Takes all words; what the CLI refuses is among the refusals then. */
  void take() {
    boolean file = catalog.cliWritesFile(service.metadata().name(), operation.name());
    while (at < words.size()) {
      ShellWords.Word word = words.get(at++);
      if (options.isOption(word.text())) {
        option(word);
      } else if (file) {
        outfile = word.written();
        file = false;
      } else {
        unknown.add(word.text());
        flagged(word.text());
      }
    }
    List<String> missing = new CliDemands(given).missing(options, file);
    behind(missing);
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
  }

  /** The file that the answer goes to; empty for none. */
  String outfile() {
    return outfile;
  }

  /** Whether an option is given. */
  boolean has(String option) {
    return given.contains(option);
  }

  /** Words without an option, which belong to the only one that is missing. */
  private void behind(List<String> missing) {
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

  private void option(ShellWords.Word word) {
    int equals = word.text().indexOf('=');
    String name = equals > 0 ? word.text().substring(0, equals) : word.text();
    List<CliOption> named = options.named(name);
    if (named.size() > 1) {
      String all = String.join(", ", named.stream().map(CliOption::name).toList());
      params.refuse("aws: error: ambiguous option: " + word.text() + " could match " + all, "");
      values(Values.ANY);
    } else if (named.size() == 1) {
      take(named.getFirst(), explicit(word, equals));
    } else {
      unknown(name, word, equals);
    }
  }

  /** The value behind the equals sign of an option; empty where there is none. */
  private static List<ShellWords.Word> explicit(ShellWords.Word word, int equals) {
    return equals > 0
        ? List.of(new ShellWords.Word(word.text().substring(equals + 1), word.known(), word.line()))
        : List.of();
  }

  private void unknown(String name, ShellWords.Word word, int equals) {
    unknown.add(word.text());
    List<String> near = catalog.nearest(name, options.names(), 1);
    int start = at;
    if (InstanceCount.isPart(operation, name)) {
      String both = "`--count MIN:MAX` stands for `--min-count` and `--max-count`";
      if (!meant.contains(both)) {
        meant.add(both);
      }
      params.countPart(name, equals > 0 ? explicit(word, equals) : values(Values.ONE));
    } else if (near.isEmpty()) {
      meant.add("`" + name + "` is near no option of this command");
      values(Values.ANY);
    } else if (given.contains(near.getFirst())) {
      meant.add("`" + name + "` is near `" + near.getFirst() + "`, which is given too");
      values(Values.ANY);
    } else {
      meant.add("`" + name + "` is near `" + near.getFirst() + "`");
      take(options.named(near.getFirst()).getFirst(), explicit(word, equals));
      given.remove(near.getFirst());
    }
    words.subList(start, at).forEach(w -> unknown.add(w.text()));
  }

  /** The words that follow an option. */
  private List<ShellWords.Word> values(Values values) {
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

  private void take(CliOption option, List<ShellWords.Word> explicit) {
    boolean none = option.values() == Values.NONE;
    List<ShellWords.Word> values = explicit.isEmpty() ? values(option.values()) : explicit;
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
      option.member().map(Shape.Member::name).ifPresent(kept::parameter);
      if (option.name().equals(InstanceCount.OPTION)) {
        kept.parameter(InstanceCount.parameter("--min-count"));
      }
      Optional<String> refusal = CliNumbers.refusal(service, operation, option.name(), values);
      refusal.ifPresent(text -> params.refuseEarly(text, "a whole number"));
      if (CliParams.isKept(operation, option) || params.isOpenCount(option)) {
        kept.option(option.name(), refusal.isPresent() ? CliNumbers.instead(line) : values);
      }
    }
  }
}
