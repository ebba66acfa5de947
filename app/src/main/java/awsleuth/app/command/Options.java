package awsleuth.app.command;

import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.UsageMessageSpec;

/** The kinds of options that commands have, each added by one call. */
public final class Options {

  private Options() {}

  /**
   * A command with the options that all have.
   *
   * @param arguments what follows its name, as the first line of its help shows it
   */
  public static CommandSpec command(
      String name, String arguments, String description, String... examples) {
    CommandSpec spec = CommandSpec.wrapWithoutInspection(null, Options::create).name(name);
    spec.usageMessage(
        new UsageMessageSpec().customSynopsis(arguments).description(description).footer(examples));
    spec.addOption(
        OptionSpec.builder("-h", "--help").usageHelp(true).description("show this help").build());
    spec.addOption(
        OptionSpec.builder("--debug").description("show where awsleuth itself failed").build());
    return spec;
  }

  /** A command, its options added, that is ready to read arguments. */
  public static CommandLine commandLine(CommandSpec spec) {
    return new CommandLine(spec, Options::create).setOverwrittenOptionsAllowed(true);
  }

  /**
   * In place of picocli's own factory, which looks for a class of Groovy and so opens every jar.
   * Nothing is declared by annotations, so it is asked for what holds repeated values alone.
   */
  private static <T> T create(Class<T> type) {
    if (type == List.class) {
      return type.cast(new ArrayList<>());
    }
    throw new IllegalStateException("no " + type + " is made for options");
  }

  /** An option that a text follows. */
  public static void text(CommandSpec spec, String name, String label, String description) {
    spec.addOption(
        OptionSpec.builder(name)
            .type(String.class)
            .paramLabel(label)
            .description(description)
            .build());
  }

  /** An option that one of some words follows, which completion offers and asks for only then. */
  public static void words(
      CommandSpec spec, String name, String label, Iterable<String> words, String description) {
    spec.addOption(
        OptionSpec.builder(name)
            .type(String.class)
            .paramLabel(label)
            .completionCandidates(words)
            .description(description)
            .build());
  }

  /** An option that a text follows and that may be given again. */
  public static void list(CommandSpec spec, String name, String label, String description) {
    spec.addOption(
        OptionSpec.builder(name)
            .type(List.class)
            .auxiliaryTypes(String.class)
            .paramLabel(label)
            .description(description)
            .build());
  }

  /** An option that a whole number follows. */
  public static void number(CommandSpec spec, String name, String description) {
    spec.addOption(
        OptionSpec.builder(name)
            .type(Integer.class)
            .paramLabel("N")
            .description(description)
            .build());
  }

  /** An option by itself. */
  public static void flag(CommandSpec spec, String name, String description) {
    spec.addOption(OptionSpec.builder(name).description(description).build());
  }

  /** {@code --batch}. */
  public static void batch(CommandSpec spec) {
    flag(spec, "--batch", "read one JSON object a line from standard input, answer likewise");
  }
}
