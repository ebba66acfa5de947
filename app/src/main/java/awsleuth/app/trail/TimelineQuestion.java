package awsleuth.app.trail;

import awsleuth.app.command.Options;
import awsleuth.app.input.InputException;
import awsleuth.app.input.NamedFile;
import awsleuth.app.terminal.Console;
import awsleuth.app.terminal.Screen;
import awsleuth.trail.Archive.Asked;
import awsleuth.trail.Intake;
import awsleuth.trail.time.Loads;
import awsleuth.trail.time.Timeline;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.List;
import java.util.Set;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;

/** {@code awsleuth trail timeline}: a picture of the failures over time. */
final class TimelineQuestion implements Question {

  /** So many groups are shown. */
  static final int ROWS = 10;

  private static final int PICTURE_COLUMNS = 240;

  private final Console console;

  TimelineQuestion(Console console) {
    this.console = console;
  }

  @Override
  public String verb() {
    return "timeline";
  }

  @Override
  public void options(CommandSpec spec) {
    Options.text(
        spec, "--picture", "FILE", "timeline: write it as a picture too, to FILE.svg or FILE.html");
  }

  @Override
  public Set<String> takes() {
    return Asking.with("--resume", "--top", "--picture");
  }

  @Override
  public int run(CommandLine.ParseResult parsed, Engine engine, List<String> arguments) {
    try {
      Asking asking = Asking.of(console, engine, parsed, arguments);
      int top = parsed.matchedOptionValue("--top", ROWS);
      String picture = parsed.matchedOptionValue("--picture", "");
      if (top < 1) {
        throw new InputException("--top is a number from 1 on, not " + top);
      }
      if (!picture.isEmpty() && !picture.endsWith(".svg") && !picture.endsWith(".html")) {
        throw new InputException(
            "--picture is a file that ends in .svg or .html, not `" + picture + "`");
      }
      // Calls that did not fail are counted too, so codes choose what is shown, not what is read.
      Asked<Loads> asked = asking.ask(FailuresQuestion.calls(asking.filter()), Loads::new);
      Loads loads = asked.fold().only(g -> Narrowed.keeps(asking.filter(), g));
      console.out().print(rendered(asking.format(), loads, top, asked.intake()));
      if (!picture.isEmpty()) {
        write(picture, Timeline.of(loads, PICTURE_COLUMNS, top));
      }
      say(asked.fold(), asking);
      boolean failed = !loads.result().isEmpty() || loads.undated() > 0;
      return Asking.code(asked.intake(), failed);
    } catch (InputException e) {
      return console.usage(String.valueOf(e.getMessage()), "trail");
    }
  }

  private void say(Loads loads, Asking asking) {
    if (loads.undated() > 0) {
      console.say(
          Asking.count(loads.undated(), "failure")
              + " without a time: not shown"
              + asking.aboutZone());
    }
    if (loads.repeatedShare() > 0) {
      console.say(
          "about "
              + Share.words(loads.repeatedShare())
              + " of the events stand there twice or more, and count as often as they stand");
    }
    if (loads.isOver()) {
      console.say("there are more callers or codes than are kept apart: those left out not shown");
    }
  }

  private String rendered(String format, Loads loads, int top, Intake intake) {
    Screen screen = console.screen();
    return switch (format) {
      case "json" -> TimelineJson.document(Timeline.of(loads, PICTURE_COLUMNS, top), loads, intake);
      case "markdown" ->
          "```\n"
              + TimelineText.render(
                  Timeline.of(loads, TimelineText.columns(Screen.PIPE), top), Screen.PIPE)
              + "```\n";
      default -> TimelineText.render(Timeline.of(loads, TimelineText.columns(screen), top), screen);
    };
  }

  private static void write(String file, Timeline timeline) throws InputException {
    String picture = file.endsWith(".svg") ? TimelineSvg.svg(timeline) : TimelineSvg.html(timeline);
    try {
      // What is no text in UTF-16 becomes question marks.
      Files.write(NamedFile.path(file), picture.getBytes(StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new InputException(file + ": cannot be written");
    }
  }
}
