package awsleuth.app.completion;

import awsleuth.aws.AwsCatalog;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/**
 * What a shell may complete of a command.
 *
 * @param name the command
 * @param description one line about it
 * @param options its options
 * @param argument what its arguments may be
 * @param operations whether an operation may follow that is of the service before it
 */
record Completable(
    String name, String description, List<Option> options, Values argument, boolean operations) {

  /**
   * An option.
   *
   * @param name with its dashes
   * @param description one line about it
   * @param values what may follow it
   */
  record Option(String name, String description, Values values) {}

  /**
   * What may stand in a place.
   *
   * @param place which kind of thing it is
   * @param words the words that may stand there
   */
  record Values(Place place, List<String> words) {}

  /** What kind of thing stands in a place. */
  enum Place {
    /** Nothing: a flag. */
    NOTHING,
    /** One of the words and nothing else. */
    WORD,
    /** A file or folder. */
    FILE,
    /** A folder, or one of the words. */
    FOLDER
  }

  static Completable of(CommandSpec spec) {
    List<Option> options = new ArrayList<>();
    for (OptionSpec o : spec.options()) {
      Values values = o.arity().max() == 0 ? new Values(Place.NOTHING, List.of()) : values(o);
      options.add(new Option(o.longestName(), o.description()[0], values));
    }
    Values argument =
        spec.positionalParameters().isEmpty()
            ? new Values(Place.NOTHING, List.of())
            : values(
                spec.positionalParameters().stream()
                    .filter(p -> p.completionCandidates() != null)
                    .findFirst()
                    .orElseGet(() -> spec.positionalParameters().getLast()));
    boolean operations =
        !spec.name().equals("completion")
            && argument.words().equals(AwsCatalog.embedded().services());
    return new Completable(
        spec.name(), spec.usageMessage().description()[0], options, argument, operations);
  }

  private static Values values(ArgSpec arg) {
    List<String> words = new ArrayList<>();
    if (arg.completionCandidates() != null) {
      arg.completionCandidates().forEach(words::add);
    }
    return new Values(
        switch (arg.paramLabel()) {
          case "FILE" -> Place.FILE;
          case "DIR" -> Place.FOLDER;
          default -> Place.WORD;
        },
        words);
  }
}
