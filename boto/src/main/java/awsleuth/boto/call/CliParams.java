package awsleuth.boto.call;

import awsleuth.aws.Operation;
import awsleuth.aws.Service;
import awsleuth.aws.Shape;
import awsleuth.boto.call.CliOption.Values;
import awsleuth.boto.call.GivenCall.Refusal;
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
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The parameters that the options of a command give, with what the AWS CLI says of their values.
 */
final class CliParams {

  static final String INPUT = "--cli-input-json";
  static final String YAML = "--cli-input-yaml";
  static final String SKELETON = "--generate-cli-skeleton";

  private final LinkedHashMap<PyValue, PyValue> params = new LinkedHashMap<>();
  private final List<Unread> unread = new ArrayList<>();
  private final List<Refusal> refusals = new ArrayList<>();
  private final List<String> notes = new ArrayList<>();
  private final Map<String, CliRest.Said> said = new LinkedHashMap<>();

  Dict known() {
    return new Dict(params);
  }

  List<Unread> unread() {
    return List.copyOf(unread);
  }

  List<Refusal> refusals() {
    return List.copyOf(refusals);
  }

  /** How values were written, by their parameters. */
  Map<String, CliRest.Said> said() {
    return Map.copyOf(said);
  }

  /** What versions of the CLI make of a value. */
  List<String> notes() {
    return notes;
  }

  void refuse(String text, String what) {
    refusals.add(new Refusal("aws", text, what));
  }

  /** Refuses a value that argparse does not take, which comes before all but its own errors. */
  void refuseEarly(String text, String what) {
    int at = 0;
    while (at < refusals.size() && refusals.get(at).text().startsWith("aws: error: arg")) {
      at++;
    }
    refusals.add(at, new Refusal("aws", text, what));
  }

  /**
   * Takes an option with its words.
   *
   * @param line that they stand in, from 1
   */
  void give(
      Service service,
      Operation operation,
      CliOption option,
      List<ShellWords.Word> values,
      int line) {
    if (InstanceCount.isOf(operation) && option.name().equals(InstanceCount.OPTION)) {
      count(values.getFirst(), line);
    } else if (option.name().equals(INPUT) || option.name().equals(YAML)) {
      whole(option.name(), values, line);
    } else if (option.member().isPresent() && option.values() == Values.NONE) {
      put(option.member().get(), !option.negates());
    } else if (option.member().isPresent()) {
      given(service, option, values, line);
    } else if (CliOptions.main(option.name()).isEmpty() && own(option.name())) {
      unread.add(new Unread("", line, "`" + option.name() + "` is an option of the CLI's own", ""));
    }
  }

  /** Takes the number of an option that the command has not, in {@code --count}. */
  void countPart(String option, List<ShellWords.Word> values) {
    for (ShellWords.Word value : values) {
      if (!InstanceCount.part(option, value.text(), params)) {
        String why = "`" + value.text() + "` is no number of instances";
        unread.add(new Unread(InstanceCount.parameter(option), value.line(), why, ""));
      }
    }
  }

  /** Gives a parameter that is true or false. */
  void put(Shape.Member member, boolean yes) {
    params.put(new Str(member.name()), new Bool(yes));
  }

  /** Whether an option gives no parameter that is read here. */
  static boolean isKept(Operation operation, CliOption option) {
    boolean count = InstanceCount.isOf(operation) && option.name().equals(InstanceCount.OPTION);
    return option.member().isEmpty() && !count && !option.name().equals(INPUT);
  }

  /** Whether an option of the CLI's own gives parameters. */
  private static boolean own(String name) {
    return !name.equals(SKELETON) && !CliOptions.PAGING.contains(name);
  }

  private void count(ShellWords.Word value, int line) {
    if (InstanceCount.read(value.text(), params)) {
      return;
    }
    if (value.known()) {
      refuse(InstanceCount.REFUSAL, "a number, or two with a colon between them");
    }
    String why = value.known() ? "` is no number of instances" : "` is put in by the shell";
    for (String name : List.of("MinCount", "MaxCount")) {
      unread.add(new Unread(name, line, "`" + value.text() + why, ""));
    }
  }

  /** Whether an option is the number of instances, and gives none that is known. */
  boolean isOpenCount(CliOption option) {
    return option.name().equals(InstanceCount.OPTION)
        && unread.stream().anyMatch(u -> u.name().endsWith("Count"));
  }

  /** Puts in what the CLI takes where nothing is given. */
  void complete(Operation operation) {
    if (InstanceCount.isOf(operation)
        && unread.stream().noneMatch(u -> u.name().endsWith("Count"))) {
      InstanceCount.complete(params);
    }
  }

  private void whole(String name, List<ShellWords.Word> values, int line) {
    String text = values.isEmpty() ? "" : values.getFirst().text();
    if (TypedJson.read(text) instanceof TypedJson.Value(Dict d)) {
      d.entries().forEach(params::putIfAbsent);
    } else {
      unread.add(new Unread("", line, "`" + name + "` is not read here", ""));
    }
  }

  private static @Nullable Shape shape(Service service, Shape.Member member) {
    return service.shape(member.shape()).orElse(null);
  }

  private void given(Service service, CliOption option, List<ShellWords.Word> values, int line) {
    Shape.Member member = option.member().orElseThrow();
    Shape shape = shape(service, member);
    for (ShellWords.Word word : values) {
      String text = word.text();
      boolean file = text.startsWith("file://") || text.startsWith("fileb://");
      if (file || !word.known()) {
        String why = file ? "is a file, which is not read" : "is put in by the shell";
        unread.add(new Unread(member.name(), line, "`" + text + "` " + why, written(values)));
        return;
      }
    }
    if (service.isStreaming(member)) {
      String why = "it names a file, which is not read";
      unread.add(new Unread(member.name(), line, why, written(values)));
      return;
    }
    if (shape instanceof Shape.Scalar s && s.type().equals("blob") && !values.isEmpty()) {
      notes.add(CliBinary.note(option.name(), values.getFirst().text()));
    }
    List<String> faults = new ArrayList<>();
    PyValue value = new CliValues(service, option.name(), faults).of(shape, texts(values));
    CliSyntax syntax = new CliSyntax(service);
    faults.forEach(f -> refuse(f, syntax.meant(f, shape, texts(values))));
    params.put(new Str(member.name()), value);
    boolean shorthand = values.stream().noneMatch(w -> CliValues.looksLikeJson(w.text()));
    said.put(member.name(), new CliRest.Said(value, written(values), shorthand));
  }

  /** Words as they may be put behind an option again. */
  private static String written(List<ShellWords.Word> values) {
    return values.stream().map(ShellWords.Word::written).collect(Collectors.joining(" "));
  }

  private static List<String> texts(List<ShellWords.Word> values) {
    return values.stream().map(ShellWords.Word::text).toList();
  }
}
