package awsleuth.app.command;

import awsleuth.app.terminal.Console;
import awsleuth.app.terminal.Paragraph;
import awsleuth.app.terminal.Screen;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/** The help of a command. */
public final class Help {

  private static final int NARROW = 80;

  /** Where descriptions have less room than this beside the options, they stand below them. */
  private static final int LEAST = 26;

  private static final String BELOW = "      ";

  private final Screen screen;
  private final int width;
  private final StringBuilder out = new StringBuilder();

  private Help(Screen screen) {
    this.screen = screen;
    this.width = screen.width() == 0 ? NARROW : screen.width();
  }

  /** The help of a command. */
  public static void print(Console console, CommandSpec spec) {
    console.out().print(new Help(console.screen()).of(spec));
  }

  private String of(CommandSpec spec) {
    paragraph("", "", spec.usageMessage().description()[0]);
    out.append('\n');
    paragraph("usage: ", "usage: ", "awsleuth " + spec.usageMessage().customSynopsis()[0]);
    section("arguments", spec.positionalParameters());
    List<OptionSpec> evidence = new ArrayList<>();
    List<OptionSpec> own = new ArrayList<>();
    List<OptionSpec> common = new ArrayList<>();
    Set<String> verbs = verbs(spec);
    Map<String, List<OptionSpec>> byVerb = new LinkedHashMap<>();
    for (OptionSpec o : spec.options()) {
      boolean shared = o.longestName().equals("--help") || o.longestName().equals("--debug");
      boolean kind = o.paramLabel().equals("FILE") && spec.name().equals("diagnose");
      String verb = verb(o, verbs);
      List<OptionSpec> part = kind ? evidence : shared ? common : own;
      (verb.isEmpty() ? part : byVerb.computeIfAbsent(verb, _ -> new ArrayList<>())).add(o);
    }
    own.addAll(common);
    section("options", own);
    byVerb.forEach((verb, options) -> section("options of " + verb, options, verb + ": "));
    section("to say what FILE is, where awsleuth does not see it", evidence);
    out.append('\n').append(screen.bold("examples:")).append('\n');
    for (String example : spec.usageMessage().footer()) {
      out.append(Narrow.example(example, screen.width())).append('\n');
    }
    return out.toString();
  }

  /** What a command can be asked for, where its first argument is one of some words. */
  private static Set<String> verbs(CommandSpec spec) {
    Set<String> verbs = new HashSet<>();
    spec.positionalParameters().stream()
        .limit(1)
        .filter(p -> p.completionCandidates() != null)
        .forEach(p -> p.completionCandidates().forEach(verbs::add));
    return verbs;
  }

  /** For which of them an option is, as its description begins; empty where it is for all. */
  private static String verb(OptionSpec option, Set<String> verbs) {
    String description = String.join(" ", option.description());
    String before = description.substring(0, Math.max(0, description.indexOf(": ")));
    return verbs.containsAll(List.of(before.split(", "))) ? before : "";
  }

  private void section(String title, List<? extends ArgSpec> args) {
    section(title, args, "");
  }

  /** Options, without what their descriptions begin with alike. */
  private void section(String title, List<? extends ArgSpec> args, String begin) {
    if (args.isEmpty()) {
      return;
    }
    out.append('\n').append(Paragraph.beside("", 0, title + ":", width, screen::bold));
    int column = 0;
    for (ArgSpec a : args) {
      column = Math.max(column, label(a).length());
    }
    boolean below = width - column - 4 < LEAST;
    for (ArgSpec a : args) {
      if (below) {
        out.append("  ").append(screen.cyan(label(a))).append('\n');
        paragraph(BELOW, BELOW, description(a, begin));
        continue;
      }
      String pad = " ".repeat(column - label(a).length() + 2);
      paragraph("  " + screen.cyan(label(a)) + pad, "  " + label(a) + pad, description(a, begin));
    }
  }

  private static String description(ArgSpec arg, String begin) {
    return String.join(" ", arg.description()).substring(begin.length());
  }

  private static String label(ArgSpec arg) {
    return switch (arg) {
      case PositionalParamSpec p -> p.paramLabel() + (p.arity().isVariable() ? "…" : "");
      case OptionSpec o ->
          String.join(", ", o.names()) + (o.arity().max() == 0 ? "" : " " + o.paramLabel());
      default -> arg.paramLabel();
    };
  }

  /** A text with something before it, folded so that its lines begin in one column. */
  private void paragraph(String head, String plainHead, String text) {
    out.append(Paragraph.beside(head, plainHead.length(), text, width, l -> l));
  }
}
