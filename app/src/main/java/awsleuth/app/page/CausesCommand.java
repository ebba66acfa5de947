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
            "causes [BUCKET]",
            "Lists the causes that awsleuth knows.",
            "  awsleuth causes",
            "  awsleuth causes credentials");
    spec.addPositional(
        PositionalParamSpec.builder()
            .paramLabel("BUCKET")
            .arity("0..1")
            .type(String.class)
            .completionCandidates(buckets())
            .description("only the causes of this bucket: " + WrongUsage.listed(buckets()))
            .build());
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
    for (Cause c : Causes.all()) {
      if (bucket.isEmpty() || c.id().startsWith(bucket + "/")) {
        line(c.id());
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
