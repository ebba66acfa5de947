package awsleuth.app;

import awsleuth.core.Bucket;
import awsleuth.core.cause.Cause;
import awsleuth.core.cause.Causes;
import awsleuth.core.page.Page;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/** {@code awsleuth causes [BUCKET]}: all causes with their titles. */
final class CausesCommand implements CommandTree.Action {

  private final Main main;

  CausesCommand(Main main) {
    this.main = main;
  }

  @Override
  public CommandSpec spec() {
    CommandSpec spec =
        CommandTree.command(
            "causes",
            "Lists the causes that awsleuth knows.",
            "  awsleuth causes",
            "  awsleuth causes credentials");
    spec.addPositional(
        PositionalParamSpec.builder()
            .paramLabel("BUCKET")
            .arity("0..1")
            .type(String.class)
            .description("Only the causes of this bucket.")
            .build());
    return spec;
  }

  @Override
  public int run(CommandLine.ParseResult parsed) {
    String bucket = parsed.matchedPositionalValue(0, "");
    boolean known = bucket.isEmpty();
    for (Bucket b : Bucket.values()) {
      known |= b.id().equals(bucket);
    }
    if (!known) {
      main.say("no bucket is called `" + bucket + "`");
      return Main.USAGE;
    }
    Screen screen = main.screen();
    for (Cause c : Causes.all()) {
      if (c.id().startsWith(bucket + "/") || bucket.isEmpty()) {
        String title = Page.of(c.id()).map(Page::title).orElse("");
        String pad = " ".repeat(Math.max(1, 40 - c.id().length()));
        main.out().println(screen.cyan(c.id()) + pad + title);
      }
    }
    return Main.FINE;
  }
}
