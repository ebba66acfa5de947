package awsleuth.app.command;

import awsleuth.aws.AwsCatalog;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/** What is said of a command line that cannot be understood, and the name that was meant. */
public final class WrongUsage {

  private static final int MOST = 3;

  private WrongUsage() {}

  /** One line without a final period. */
  public static String of(CommandLine.ParameterException e, CommandSpec spec) {
    return switch (e) {
      case CommandLine.UnmatchedArgumentException u -> unmatched(u.getUnmatched().getFirst(), spec);
      case CommandLine.MissingParameterException m -> missing(m.getMissing().getFirst(), spec);
      default -> {
        String first = String.valueOf(e.getMessage()).lines().findFirst().orElse("wrong usage");
        yield first.substring(0, 1).toLowerCase(java.util.Locale.ROOT) + first.substring(1);
      }
    };
  }

  /** {@code ; near it: a, b}, or nothing where no name is near. */
  public static String near(String word, List<String> among) {
    List<String> near = AwsCatalog.embedded().nearest(word, among, MOST);
    return near.isEmpty() ? "" : "; near it: " + String.join(", ", near);
  }

  private static String unmatched(String word, CommandSpec spec) {
    if (!word.startsWith("-")) {
      return "`" + word + "` is one argument too many";
    }
    int equals = word.indexOf('=');
    String name = equals < 0 ? word : word.substring(0, equals);
    List<String> names = new ArrayList<>();
    spec.options().forEach(o -> names.addAll(List.of(o.names())));
    return "there is no option `" + name + "`" + near(name, names);
  }

  /** What is said where an argument, or the value of an option, is missing. */
  public static String missing(ArgSpec missing, CommandSpec spec) {
    String of = missing instanceof OptionSpec o ? o.longestName() : spec.name();
    return of + " needs " + missing.paramLabel() + values(missing);
  }

  /** The values that an argument may have, where they can be listed in a line. */
  private static String values(ArgSpec arg) {
    List<String> values = new ArrayList<>();
    if (arg.completionCandidates() != null) {
      arg.completionCandidates().forEach(values::add);
    }
    return values.isEmpty() || values.size() > 10 ? "" : ": " + listed(values);
  }

  /** {@code text, json or markdown}. */
  public static String listed(List<String> values) {
    int last = values.size() - 1;
    return last < 1
        ? String.join("", values)
        : String.join(", ", values.subList(0, last)) + " or " + values.get(last);
  }
}
