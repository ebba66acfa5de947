package awsleuth.app;

import static org.assertj.core.api.Assertions.assertThat;

import awsleuth.app.command.Overview;
import awsleuth.app.terminal.Console;
import awsleuth.app.terminal.Screen;
import java.util.List;
import org.junit.jupiter.api.Test;
import picocli.CommandLine.Model.OptionSpec;

/** What a person is told who asks for help or types something wrong. */
class UsageTest {

  private static String err(String... args) {
    Command c = Command.run(args);
    assertThat(c.code()).isEqualTo(2);
    assertThat(c.out()).isEmpty();
    return c.err();
  }

  @Test
  void aWrongOptionGetsTheNearest() {
    assertThat(err("--formt", "json"))
        .isEqualTo(
            """
            awsleuth: there is no option `--formt`; near it: --format
            try: awsleuth diagnose --help
            """);
    assertThat(err("--polcy:identity=x")).contains("near it: --policy:identity");
    assertThat(err("explain", "--al")).contains("there is no option `--al`");
  }

  @Test
  void whatIsMissingIsNamedWithItsValues() {
    assertThat(err("--env")).startsWith("awsleuth: --env needs FILE\n");
    assertThat(err("--format")).startsWith("awsleuth: --format needs FORM: text, json or markdown");
    assertThat(err("explain")).startsWith("awsleuth: explain needs CAUSE\n");
    assertThat(err("completion")).startsWith("awsleuth: completion needs SHELL: bash, zsh or fish");
  }

  @Test
  void aWrongValueGetsThoseThatThereAre() {
    assertThat(err("--format", "yaml")).contains("--format is text, json or markdown, not `yaml`");
    assertThat(err("causes", "credential")).contains("one of credentials, permissions");
    assertThat(err("completion", "ksh")).contains("bash, zsh or fish, not `ksh`");
    assertThat(err("explain", "a", "b")).contains("`b` is one argument too many");
    assertThat(err("help", "explian")).contains("near it: explain");
    assertThat(err("--batch", "x.jsonl")).contains("no FILE and no --format");
  }

  @Test
  void aWrongCauseGetsThoseWithNearOrEqualWords() {
    assertThat(err("explain", "expird-token")).contains("near it: credentials/expired-token");
    assertThat(err("explain", "token")).contains("credentials/missing-session-token");
    assertThat(err("explain", "endpont")).contains("network/no-such-endpoint");
    assertThat(err("explain", "throttling")).contains("`awsleuth causes throttling`");
    assertThat(err("explain", "qqqq")).contains("`awsleuth causes` lists them");
  }

  @Test
  void optionsOfOneQuestionStandByThemselves() {
    assertThat(Command.run("help", "trail").out())
        .contains(
            """

            options of timeline:
              --picture FILE  write it as a picture too, to FILE.svg or FILE.html

            options of changes:
              --failed  those too that were tried and refused
            """)
        .doesNotContain("timeline: show", "incident: look");
  }

  @Test
  void everyCommandHasHelpWithExamplesThatFitsATerminal() {
    for (String name : Overview.COMMANDS) {
      Command c = Command.run(name, "--help");
      assertThat(c.code()).isZero();
      assertThat(c.out()).isEqualTo(Command.run("help", name).out());
      assertThat(c.out()).contains("\nusage: awsleuth ", "\nexamples:\n  ");
      assertThat(c.out().lines()).allSatisfy(l -> assertThat(l).hasSizeLessThanOrEqualTo(80));
      Command parsed = Command.run("help");
      assertThat(parsed.out()).contains(name);
    }
    assertThat(Command.run("--help").out().lines())
        .allSatisfy(l -> assertThat(l).hasSizeLessThanOrEqualTo(80));
  }

  @Test
  void everyOptionIsInTheHelpAndInEachCompletion() {
    Console console =
        new Console(java.io.InputStream.nullInputStream(), System.out, System.err, Screen.PIPE);
    for (String name : Overview.COMMANDS) {
      String help = Command.run("help", name).out();
      for (OptionSpec o : CommandTree.action(name, console).spec().options()) {
        assertThat(help).contains(o.longestName());
        assertThat(Command.run("completion", "bash").out()).contains(o.longestName());
        assertThat(Command.run("completion", "zsh").out())
            .contains(o.longestName().replace(":", "\\:"));
        assertThat(Command.run("completion", "fish").out())
            .contains(" -l " + o.longestName().substring(2) + " ");
      }
    }
  }

  @Test
  void theValuesOfOptionsAndArgumentsAreInEachCompletion() {
    for (String shell : List.of("bash", "zsh", "fish")) {
      assertThat(Command.run("completion", shell).out())
          .contains("text json markdown")
          .contains("credentials permissions throttling")
          .contains("bash zsh fish")
          .contains("auto")
          .contains("credentials/expired-token");
    }
  }

  @Test
  void theOperationsOfAServiceAreCompletedBehindIt() {
    for (String shell : List.of("bash", "zsh", "fish")) {
      Command names = Command.run("completion", shell, "dynamodb");
      assertThat(names.code()).isZero();
      assertThat(names.out().lines()).contains("put_item", "PutItem").doesNotContain("get_object");
      assertThat(Command.run("completion", shell, "dynamo").out()).isEmpty();
      assertThat(Command.run("completion", shell).out())
          .contains(" completion " + shell + " ")
          .contains("2>/dev/null");
    }
  }
}
