package awsleuth.app.params;

import awsleuth.app.command.Action;
import awsleuth.app.command.BatchLines;
import awsleuth.app.command.CatalogOption;
import awsleuth.app.command.Options;
import awsleuth.app.command.Today;
import awsleuth.app.command.WrongUsage;
import awsleuth.app.input.InputException;
import awsleuth.app.terminal.Console;
import awsleuth.app.terminal.Printable;
import awsleuth.aws.AwsCatalog;
import awsleuth.boto.Boto;
import awsleuth.boto.call.Skeleton;
import awsleuth.boto.params.ParamsBatch;
import awsleuth.boto.params.Review;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.stream.Collectors;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/** {@code awsleuth params}: what botocore, and then the service, says of a call's parameters. */
public final class ParamsCommand implements Action {

  private static final List<String> FORMATS = List.of("text", "json", "markdown");
  private static final List<String> FORMS = List.of("python", "cli", "json");

  private final Console console;

  /** On a console. */
  public ParamsCommand(Console console) {
    this.console = console;
  }

  @Override
  public CommandSpec spec() {
    CommandSpec spec =
        Options.command(
            "params",
            "params [OPTION…] [SERVICE OPERATION] [FILE]",
            "Says what botocore says of the parameters of a call, what the service will refuse,"
                + " and corrects them. The call is JSON, Python or a command of the AWS CLI.",
            "  awsleuth params s3 put_object_tagging call.json",
            "  awsleuth params \"s3.put_object(Bucket='b', Key='k', Body=5)\"",
            "  awsleuth params --as python \"aws sqs send-message --queue-url q\"",
            "  awsleuth params --skeleton dynamodb PutItem",
            "  awsleuth params --batch < calls.jsonl");
    spec.addPositional(
        PositionalParamSpec.builder()
            .paramLabel("WORD")
            .arity("0..*")
            .type(List.class)
            .auxiliaryTypes(String.class)
            .completionCandidates(() -> AwsCatalog.embedded().services().iterator())
            .description(
                "the service and the operation, in API or Python form, where the call does not"
                    + " name them; then the file with the call, or the call itself; - is standard"
                    + " input")
            .build());
    Options.words(
        spec, "--as", "FORM", FORMS, "print only the corrected call, as Python, CLI or JSON");
    Options.flag(spec, "--skeleton", "print all parameters of an operation");
    Options.words(spec, "--format", "FORM", FORMATS, "text (the default), json or markdown");
    CatalogOption.add(spec);
    Options.batch(spec);
    return spec;
  }

  @Override
  public int run(CommandLine.ParseResult parsed) {
    String format = parsed.matchedOptionValue("--format", "text");
    String form = parsed.matchedOptionValue("--as", "");
    if (!FORMATS.contains(format)) {
      return usage("--format is " + WrongUsage.listed(FORMATS) + ", not `" + format + "`");
    }
    if (!form.isEmpty() && !FORMS.contains(form)) {
      return usage("--as is " + WrongUsage.listed(FORMS) + ", not `" + form + "`");
    }
    List<String> words = parsed.matchedPositionalValue(0, List.<String>of());
    try {
      Boto boto = Boto.of(CatalogOption.of(parsed), Today.local());
      if (parsed.hasMatchedOption("--batch")) {
        ParamsBatch batch = new ParamsBatch(boto);
        return words.isEmpty()
            ? BatchLines.answer(console, (line, number) -> batch.answer(line))
            : usage("--batch reads standard input: no SERVICE and no FILE");
      }
      ParamsInput input = new ParamsInput(boto.catalog(), console.in());
      boolean skeleton = parsed.hasMatchedOption("--skeleton");
      boolean typed = words.isEmpty() || words.size() == 2 || words.getLast().equals("-");
      if (typed && !skeleton && console.isTyped()) {
        console.say("type the call, then Ctrl-D; a call without parameters is Ctrl-D alone");
      }
      return skeleton
          ? skeleton(input, words, form)
          : review(boto, input.call(words), format, form);
    } catch (InputException e) {
      console.say(String.valueOf(e.getMessage()));
      return Console.USAGE;
    }
  }

  private int usage(String message) {
    return console.usage(message, "params");
  }

  private int skeleton(ParamsInput input, List<String> words, String form) throws InputException {
    if (words.size() != 2) {
      return usage("--skeleton needs SERVICE and OPERATION");
    }
    ParamsCall call = input.named(words.get(0), words.get(1));
    ParamsCall whole =
        form.equals("cli")
            ? call.with(Skeleton.command(call.service(), call.operation()))
            : call.with(Skeleton.of(call.service(), call.operation()));
    console.out().println(Printable.of(whole.text(form.isEmpty() ? "json" : form)));
    return Console.FINE;
  }

  private int review(Boto boto, ParamsCall call, String format, String form) {
    Review review =
        boto.reviewer(call.service(), call.operation())
            .review(
                call.given().params(),
                call.given().unread().stream()
                    .map(u -> u.name())
                    .collect(Collectors.toCollection(LinkedHashSet::new)),
                call.given().partly());
    if (form.isEmpty()) {
      String origin = boto.catalog().origin();
      console
          .out()
          .print(
              switch (format) {
                case "json" -> ParamsJson.of(call, review, origin);
                case "markdown" -> ParamsMarkdown.of(call, review);
                default -> new ParamsText(console.screen()).of(call, review);
              });
    } else {
      ParamsView view = new ParamsView(call, review);
      console.out().println(view.masked(view.corrected(form)));
      if (view.wrong()) {
        console.say(view.summary());
      }
      view.losses(form).forEach(console::say);
      if (view.hidesValues()) {
        console.say(
            "values that AWS calls sensitive are masked: put them in for `<NAME>` before you send"
                + " the call");
        return Console.DIAGNOSED;
      }
    }
    return new ParamsView(call, review).wrong() ? Console.DIAGNOSED : Console.FINE;
  }
}
