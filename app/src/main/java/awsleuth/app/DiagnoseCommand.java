package awsleuth.app;

import awsleuth.aws.AwsCatalog;
import awsleuth.core.Artifact;
import awsleuth.core.Diagnoser;
import awsleuth.core.evidence.Failure;
import awsleuth.core.read.Readers;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import picocli.CommandLine;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/** {@code awsleuth [diagnose] [FILE…]}: the main job. */
final class DiagnoseCommand implements CommandTree.Action {

  private final Main main;

  DiagnoseCommand(Main main) {
    this.main = main;
  }

  @Override
  public CommandSpec spec() {
    CommandSpec spec =
        CommandTree.command(
            "diagnose",
            "Says which AWS calls failed in the files, folders or the pipe given, why, how to fix"
                + " it and how to check the fix.",
            "  python app.py 2>&1 | awsleuth",
            "  awsleuth app.log",
            "  awsleuth incident/",
            "  awsleuth --traceback err.txt --env env.txt --policy:identity role.json",
            "  awsleuth --format json app.log | jq '.failures[0].causes[0].id'");
    for (Artifact.Kind kind : Artifact.Kind.values()) {
      if (kind != Artifact.Kind.ANY) {
        spec.addOption(evidence(kind));
      }
    }
    spec.addOption(
        OptionSpec.builder("--format")
            .type(String.class)
            .paramLabel("FORM")
            .description("text (default), json or markdown")
            .build());
    spec.addOption(flag("--all", "Show every cause, those ruled out too, and every failure."));
    spec.addOption(
        flag("--batch", "Read one JSON object a line from standard input, answer likewise."));
    spec.addOption(flag("--redact", "Replace account ids, names in ARNs and host names."));
    spec.addOption(
        OptionSpec.builder("--botocore")
            .type(String.class)
            .paramLabel("DIR")
            .description(
                "Use the data of the botocore in DIR, or `auto` for the python on the PATH.")
            .build());
    spec.addPositional(
        PositionalParamSpec.builder()
            .paramLabel("FILE")
            .arity("0..*")
            .type(List.class)
            .auxiliaryTypes(String.class)
            .description("Files or folders; - is standard input.")
            .build());
    return spec;
  }

  private static OptionSpec evidence(Artifact.Kind kind) {
    return OptionSpec.builder("--" + kind.label())
        .type(List.class)
        .auxiliaryTypes(String.class)
        .paramLabel("FILE")
        .description("Take FILE for " + kind.label() + ".")
        .build();
  }

  private static OptionSpec flag(String name, String description) {
    return OptionSpec.builder(name).description(description).build();
  }

  @Override
  public int run(CommandLine.ParseResult parsed) {
    String format = parsed.matchedOptionValue("--format", "text");
    View view;
    switch (format) {
      case "text" -> view = View.TEXT;
      case "json" -> view = View.JSON;
      case "markdown" -> view = View.MARKDOWN;
      default -> {
        main.say("--format is text, json or markdown, not `" + format + "`");
        return Main.USAGE;
      }
    }
    Redaction redaction = parsed.hasMatchedOption("--redact") ? Redaction.fresh() : Redaction.NONE;
    boolean all = parsed.hasMatchedOption("--all");
    AwsCatalog catalog;
    try {
      catalog = catalog(parsed.matchedOptionValue("--botocore", ""));
    } catch (InputException e) {
      main.say(String.valueOf(e.getMessage()));
      return Main.USAGE;
    }
    Diagnoser diagnoser = new Diagnoser(catalog);
    if (parsed.hasMatchedOption("--batch")) {
      return batch(new Batch(diagnoser, all, redaction));
    }
    List<Named> named = named(parsed);
    if (named.isEmpty()) {
      if (!System.getProperty("awsleuth.stdin", "").isEmpty()) {
        Help.print(main, new String[0]);
        return Main.USAGE;
      }
      named.add(new Named("-", Artifact.Kind.ANY));
    }
    return diagnose(named, diagnoser, catalog, view, all, redaction);
  }

  private static AwsCatalog catalog(String botocore) throws InputException {
    return botocore.isEmpty()
        ? AwsCatalog.embedded()
        : AwsCatalog.ofBotocore(InstalledBotocore.find(botocore));
  }

  private int diagnose(
      List<Named> named,
      Diagnoser diagnoser,
      AwsCatalog catalog,
      View view,
      boolean all,
      Redaction redaction) {
    Inputs.Read read = Inputs.read(named, main.in());
    for (String error : read.errors()) {
      main.say(error);
    }
    if (read.artifacts().isEmpty() && read.large().isEmpty() && !read.errors().isEmpty()) {
      return Main.USAGE;
    }
    read.artifacts().forEach(a -> redaction.learn(a.text()));
    List<Failure> large = large(read, catalog);
    Diagnosed diagnosed =
        new Diagnosed(diagnoser.diagnose(read.artifacts(), large), catalog.origin(), read.names());
    main.out().print(redaction.apply(view.render(diagnosed, all, main.screen())));
    if (!read.errors().isEmpty()) {
      return Main.USAGE;
    }
    return diagnosed.diagnosis().failures().isEmpty() ? Main.FINE : Main.DIAGNOSED;
  }

  private List<Failure> large(Inputs.Read read, AwsCatalog catalog) {
    List<Failure> failures = new ArrayList<>();
    for (Inputs.Large large : read.large()) {
      try (InputStream in = large.opening().open()) {
        failures.addAll(Readers.readStream(large.name(), new Progress(in, main.err()), catalog));
      } catch (IOException e) {
        main.say(large.name() + ": cannot be read (" + e.getMessage() + ")");
        read.errors().add(large.name());
      }
    }
    return failures;
  }

  private int batch(Batch batch) {
    try {
      batch.run(main.in(), main.out());
      return Main.FINE;
    } catch (IOException e) {
      main.say("standard input cannot be read (" + e.getMessage() + ")");
      return Main.USAGE;
    }
  }

  private static List<Named> named(CommandLine.ParseResult parsed) {
    List<Named> named = new ArrayList<>();
    for (ArgSpec arg : parsed.matchedArgs()) {
      if (arg instanceof OptionSpec option) {
        Artifact.Kind kind = kind(option.longestName());
        if (kind != null) {
          add(named, option.<List<String>>getValue(), kind);
        }
      } else {
        add(named, arg.<List<String>>getValue(), Artifact.Kind.ANY);
      }
    }
    return named;
  }

  private static void add(List<Named> named, List<String> paths, Artifact.Kind kind) {
    for (String path : paths) {
      Named n = new Named(path, kind);
      if (!named.contains(n)) {
        named.add(n);
      }
    }
  }

  private static Artifact.@org.jspecify.annotations.Nullable Kind kind(String option) {
    String label = option.substring(2).toLowerCase(Locale.ROOT);
    for (Artifact.Kind kind : Artifact.Kind.values()) {
      if (kind != Artifact.Kind.ANY && kind.label().equals(label)) {
        return kind;
      }
    }
    return null;
  }
}
