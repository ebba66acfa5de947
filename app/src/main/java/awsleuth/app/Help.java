package awsleuth.app;

import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/** The help texts. */
final class Help {

  private static final String OVERVIEW =
      """
      awsleuth says why a boto3 or AWS call failed, how to fix it and how to check.

      usage: awsleuth [diagnose] [FILE…]   what failed and why; a pipe works too
             awsleuth simulate OPTION…     what policies decide, and why
             awsleuth policy check FILE…   what is wrong with a policy
             awsleuth params SERVICE OPERATION [FILE]
                                           what botocore says of a call's parameters
             awsleuth endpoint SERVICE     where boto3 sends a call, and why
             awsleuth retries OPTION…      what boto3 repeats, and how often
             awsleuth credentials          which credentials and Region boto3 uses
             awsleuth explain CAUSE        the page of a cause
             awsleuth causes [BUCKET]      all causes
             awsleuth completion SHELL     completion for bash, zsh or fish
             awsleuth COMMAND --help       the options of a command, with examples

      examples:
        python app.py 2>&1 | awsleuth
        awsleuth incident/                 a folder: logs, policies, events, config
        awsleuth explain credentials/expired-token

      exit codes: 0 no failed call found, 1 a diagnosis was given, 2 wrong usage or an
      input that cannot be read, 3 awsleuth itself failed
      """;

  private static final int NARROW = 80;

  private final Screen screen;
  private final int width;
  private final StringBuilder out = new StringBuilder();

  private Help(Screen screen) {
    this.screen = screen;
    this.width = screen.width() == 0 ? NARROW : screen.width();
  }

  /** The overview, or the help of the command named after {@code help}. */
  static int print(Main main, String[] args) {
    String command = args.length > 1 ? args[1] : "";
    if (command.isEmpty() || command.startsWith("-")) {
      main.out().print(OVERVIEW);
      return Main.FINE;
    }
    if (CommandTree.NAMES.contains(command)) {
      print(main, CommandTree.action(command, main).spec());
      return Main.FINE;
    }
    main.say(
        "there is no command `"
            + command
            + "`"
            + WrongUsage.near(command, CommandTree.NAMES)
            + "; `awsleuth help` shows all");
    return Main.USAGE;
  }

  /** The help of a command. */
  static void print(Main main, CommandSpec spec) {
    main.out().print(new Help(main.screen()).of(spec));
  }

  private String of(CommandSpec spec) {
    paragraph("", "", spec.usageMessage().description()[0]);
    out.append('\n');
    paragraph("usage: ", "usage: ", "awsleuth " + spec.usageMessage().customSynopsis()[0]);
    section("arguments", spec.positionalParameters());
    List<OptionSpec> evidence = new ArrayList<>();
    List<OptionSpec> own = new ArrayList<>();
    List<OptionSpec> common = new ArrayList<>();
    for (OptionSpec o : spec.options()) {
      boolean shared = o.longestName().equals("--help") || o.longestName().equals("--debug");
      boolean kind = o.paramLabel().equals("FILE") && spec.name().equals("diagnose");
      (kind ? evidence : shared ? common : own).add(o);
    }
    own.addAll(common);
    section("options", own);
    section("to say what FILE is, where awsleuth does not see it", evidence);
    out.append('\n').append(screen.bold("examples:")).append('\n');
    for (String example : spec.usageMessage().footer()) {
      out.append(example).append('\n');
    }
    return out.toString();
  }

  private void section(String title, List<? extends ArgSpec> args) {
    if (args.isEmpty()) {
      return;
    }
    out.append('\n').append(screen.bold(title + ":")).append('\n');
    int column = 0;
    for (ArgSpec a : args) {
      column = Math.max(column, label(a).length());
    }
    for (ArgSpec a : args) {
      String pad = " ".repeat(column - label(a).length() + 2);
      paragraph(
          "  " + screen.cyan(label(a)) + pad,
          "  " + label(a) + pad,
          String.join(" ", a.description()));
    }
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
    String indent = " ".repeat(plainHead.length());
    String start = head;
    for (String line : Paragraph.fold(text, Math.max(20, width - plainHead.length()))) {
      out.append(start).append(line).append('\n');
      start = indent;
    }
  }
}
