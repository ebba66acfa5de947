package awsleuth.app.completion;

import awsleuth.app.completion.Completable.Option;
import awsleuth.app.completion.Completable.Values;
import java.util.List;
import java.util.stream.Collectors;

/** The script for fish. */
final class FishCompletion {

  private FishCompletion() {}

  static String script(List<Completable> commands) {
    StringBuilder out = new StringBuilder();
    String others =
        commands.stream()
            .map(Completable::name)
            .filter(n -> !n.equals("diagnose"))
            .collect(Collectors.joining(" ", "", " help"));
    for (Completable c : commands) {
      line(out, "__fish_use_subcommand", "-a " + c.name(), c.description());
      String when =
          c.name().equals("diagnose")
              ? "not __fish_seen_subcommand_from " + others
              : "__fish_seen_subcommand_from " + c.name();
      for (Option o : c.options()) {
        line(out, when, "-l " + o.name().substring(2) + values(o.values()), o.description());
      }
      if (c.argument().place() == Completable.Place.WORD) {
        line(out, when, "-f" + words(c.argument()), "");
      }
      if (c.operations()) {
        String third = when + "; and test (count (commandline -opc)) -eq 3";
        String asked = "(awsleuth completion fish (commandline -opc)[3] 2>/dev/null)";
        line(out, third, "-f -a '" + asked + "'", "");
      }
    }
    line(out, "__fish_use_subcommand", "-a help", "Shows the help of awsleuth or of a command.");
    String names = commands.stream().map(Completable::name).collect(Collectors.joining(" "));
    line(out, "__fish_seen_subcommand_from help", "-f -a '" + names + "'", "");
    return out.toString();
  }

  private static void line(StringBuilder out, String when, String what, String description) {
    out.append("complete -c awsleuth -n '").append(when).append("' ").append(what);
    if (!description.isEmpty()) {
      out.append(" -d '")
          .append(description.replace("\\", "\\\\").replace("'", "\\'"))
          .append('\'');
    }
    out.append('\n');
  }

  private static String values(Values values) {
    return switch (values.place()) {
      case NOTHING -> "";
      case WORD -> " -x" + words(values);
      case FILE -> " -r -F";
      case FOLDER ->
          " -x -a '" + String.join(" ", values.words()) + " (__fish_complete_directories)'";
    };
  }

  private static String words(Values values) {
    return values.words().isEmpty() ? "" : " -a '" + String.join(" ", values.words()) + "'";
  }
}
