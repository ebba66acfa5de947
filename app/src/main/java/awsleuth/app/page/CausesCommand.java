package awsleuth.app.page;

import awsleuth.app.command.Action;
import awsleuth.app.command.Options;
import awsleuth.app.command.WrongUsage;
import awsleuth.app.terminal.Console;
import awsleuth.app.terminal.Paragraph;
import awsleuth.app.terminal.Screen;
import awsleuth.core.Bucket;
import awsleuth.core.cause.Cause;
import awsleuth.core.cause.Causes;
import awsleuth.core.page.Page;
import java.util.Arrays;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/** {@code awsleuth causes [BUCKET]}: all causes with their titles. */
public final class CausesCommand implements Action {

  private static final int COLUMN = 40;

  /** Where titles have less room than this beside the ids, they stand below them. */
  private static final int LEAST = 30;

  private static final int BELOW = 4;

  static final List<String> FORMATS = List.of("text", "json");

  private final Console console;

  /** On a console. */
  public CausesCommand(Console console) {
    this.console = console;
  }

  @Override
  public CommandSpec spec() {
    CommandSpec spec =
        Options.command(
            "causes",
            "causes [OPTION…] [BUCKET]",
            "Lists the causes that awsleuth knows.",
            "  awsleuth causes",
            "  awsleuth causes credentials",
            "  awsleuth causes --format json | jq -r '.causes[].id'");
    spec.addPositional(
        PositionalParamSpec.builder()
            .paramLabel("BUCKET")
            .arity("0..1")
            .type(String.class)
            .completionCandidates(buckets())
            .description("only the causes of this bucket: " + WrongUsage.listed(buckets()))
            .build());
    Options.words(spec, "--format", "FORM", FORMATS, "text (the default) or json");
    return spec;
  }

  static List<String> buckets() {
    return Arrays.stream(Bucket.values()).map(Bucket::id).toList();
  }

  @Override
  public int run(CommandLine.ParseResult parsed) {
    String bucket = parsed.matchedPositionalValue(0, "");
    if (!bucket.isEmpty() && !buckets().contains(bucket)) {
      console.say(
          "there is no bucket `" + bucket + "`; it is one of " + String.join(", ", buckets()));
      return Console.USAGE;
    }
    List<Cause> causes =
        Causes.all().stream()
            .filter(c -> bucket.isEmpty() || c.id().startsWith(bucket + "/"))
            .toList();
    switch (parsed.matchedOptionValue("--format", "text")) {
      case "text" -> causes.forEach(c -> line(c.id()));
      case "json" -> console.out().print(PagesJson.causes(causes));
      case String other -> {
        return console.usage("--format is text or json, not `" + other + "`", "causes");
      }
    }
    return Console.FINE;
  }

  private void line(String id) {
    Screen screen = console.screen();
    String title = Page.of(id).map(Page::title).orElse("");
    boolean beside = screen.width() == 0 || screen.width() >= COLUMN + LEAST;
    String start = screen.cyan(id);
    if (beside) {
      start += " ".repeat(Math.max(1, COLUMN - id.length()));
    } else {
      console.out().println(start);
      start = " ".repeat(BELOW);
    }
    int column = beside ? COLUMN : BELOW;
    console.out().print(Paragraph.beside(start, column, title, screen.width(), l -> l));
  }
}
