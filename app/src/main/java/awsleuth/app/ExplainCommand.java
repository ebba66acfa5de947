package awsleuth.app;

import awsleuth.aws.AwsCatalog;
import awsleuth.core.cause.Cause;
import awsleuth.core.cause.Causes;
import awsleuth.core.page.Page;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/** {@code awsleuth explain CAUSE}: the page of a cause. */
final class ExplainCommand implements CommandTree.Action {

  private final Main main;

  ExplainCommand(Main main) {
    this.main = main;
  }

  @Override
  public CommandSpec spec() {
    CommandSpec spec =
        CommandTree.command(
            "explain",
            "Shows the page of a cause: what happened, why, the fix, how to check it.",
            "  awsleuth explain credentials/expired-token",
            "  awsleuth explain expired-token");
    spec.addPositional(
        PositionalParamSpec.builder()
            .paramLabel("CAUSE")
            .arity("1")
            .type(String.class)
            .description("A cause's id, with or without its bucket.")
            .build());
    return spec;
  }

  @Override
  public int run(CommandLine.ParseResult parsed) {
    String wanted = parsed.matchedPositionalValue(0, "");
    List<String> ids = ids();
    List<String> matching =
        ids.stream().filter(id -> id.equals(wanted) || id.endsWith("/" + wanted)).toList();
    if (matching.size() == 1) {
      Optional<Page> page = Page.of(matching.getFirst());
      if (page.isPresent()) {
        print(page.get());
        return Main.FINE;
      }
    }
    main.say("no cause is called `" + wanted + "`" + nearest(wanted, ids, matching));
    return Main.USAGE;
  }

  private static List<String> ids() {
    List<String> ids = new ArrayList<>();
    for (Cause c : Causes.all()) {
      ids.add(c.id());
    }
    return ids;
  }

  private static String nearest(String wanted, List<String> ids, List<String> matching) {
    List<String> near = new ArrayList<>(matching);
    AwsCatalog catalog = AwsCatalog.embedded();
    for (String id : catalog.nearest(wanted, ids, 3)) {
      near.add(id);
    }
    List<String> names = ids.stream().map(id -> id.substring(id.indexOf('/') + 1)).toList();
    for (String name : catalog.nearest(wanted.substring(wanted.indexOf('/') + 1), names, 3)) {
      ids.stream().filter(id -> id.endsWith("/" + name) && !near.contains(id)).forEach(near::add);
    }
    return near.isEmpty()
        ? "; `awsleuth causes` lists them"
        : "; the nearest: " + String.join(", ", near.subList(0, Math.min(3, near.size())));
  }

  private void print(Page page) {
    Screen screen = main.screen();
    main.out().println(screen.bold(page.title()) + "  " + screen.cyan(page.id()));
    for (Map.Entry<String, String> section : page.sections().entrySet()) {
      main.out().println();
      main.out().println(screen.bold(section.getKey()));
      for (String line : section.getValue().split("\n", -1)) {
        for (String folded : Paragraph.fold(line, screen.width() == 0 ? 0 : screen.width() - 2)) {
          main.out().println(folded.isEmpty() ? "" : "  " + folded);
        }
      }
    }
  }
}
