package awsleuth.app.credentials;

import static org.assertj.core.api.Assertions.assertThat;

import awsleuth.app.Command;
import awsleuth.app.terminal.Console;
import awsleuth.testkit.Json;
import awsleuth.testkit.JsonSchema;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/**
 * What {@code awsleuth credentials} shows for the machines in {@code credentials/}: each has a file
 * {@code env} and the files of {@code ~/.aws} in {@code home/aws}. {@code -Dgolden=rewrite} writes
 * the renderings anew.
 */
class CredentialsCommandTest {

  private static final Path FOLDER = Path.of("src/test/resources/awsleuth/app/credentials");

  @TempDir Path home;

  @TestFactory
  Stream<DynamicTest> theRenderingIsAsBefore() throws IOException {
    List<DynamicTest> tests = new ArrayList<>();
    for (Path machine : machines()) {
      for (String form : List.of("text", "json", "markdown")) {
        String name = machine.getFileName() + "." + form;
        tests.add(DynamicTest.dynamicTest(name, () -> compare(machine, form)));
      }
    }
    assertThat(tests).hasSizeGreaterThan(15);
    return tests.stream();
  }

  @Test
  void theJsonIsAsTheSchemaHasIt() throws IOException {
    JsonSchema schema = JsonSchema.of(Files.readString(Path.of("../docs/credentials.schema.json")));
    for (Path machine : machines()) {
      assertThat(schema.faults(Json.object(render(machine, "json").out())))
          .as(machine.toString())
          .isEmpty();
    }
  }

  @Test
  void theExitCodeTellsWhetherThereAreCredentials() throws IOException {
    assertThat(render(FOLDER.resolve("role"), "text").code()).isEqualTo(Console.FINE);
    assertThat(render(FOLDER.resolve("nothing"), "text").code()).isEqualTo(Console.DIAGNOSED);
    assertThat(render(FOLDER.resolve("unreadable"), "text").code()).isEqualTo(Console.DIAGNOSED);
  }

  @Test
  void wrongUseIsToldInOneLine() {
    assertThat(Command.run("credentials", "--format", "xml").code()).isEqualTo(Console.USAGE);
    assertThat(Command.run("credentials", "--reveal").err()).contains("--batch");
    assertThat(Command.run("credentials", "--env", "nosuch").err()).contains("cannot be read");
  }

  @Test
  void aProfileOnTheCommandLineTakesTheVariablesOut() throws IOException {
    Command c = render(FOLDER.resolve("shadowed"), "text", "--profile", "dev");
    assertThat(c.out())
        .contains("boto3 uses shared-credentials-file", "AKIA…MPLE")
        .contains("env  taken out");
  }

  @Test
  void remarksOnOtherProfilesAreCountedAndShownWhenAsked() throws IOException {
    Path machine = FOLDER.resolve("role");
    assertThat(render(machine, "text", "--profile", "base").out())
        .contains("config:14:1  the quotes")
        .contains("4 remarks on other profiles (--all)")
        .doesNotContain("config:11:1");
    assertThat(render(machine, "text", "--profile", "base", "--all").out())
        .contains("config:14:1  the quotes", "config:11:1")
        .doesNotContain("other profiles");
    assertThat(render(machine, "json", "--profile", "base").out()).contains("\"other_remarks\":4");
  }

  @Test
  void aTemporaryKeyWithoutItsTokenIsSaidWhereverItIs() throws IOException {
    Path env = home.resolve("variables");
    Files.writeString(
        env,
        """
        AWS_ACCESS_KEY_ID=ASIAIOSFODNN7EXAMPLE
        AWS_SECRET_ACCESS_KEY=wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY
        """);
    Command c = Command.run("credentials", "--home", home.toString(), "--env", env.toString());
    assertThat(c.out())
        .contains("first call AWS refuses it: a temporary key without its session token");
    assertThat(c.code()).isEqualTo(Console.FINE);
    Files.writeString(env, "AWS_SESSION_TOKEN=abc\n", java.nio.file.StandardOpenOption.APPEND);
    Command whole = Command.run("credentials", "--home", home.toString(), "--env", env.toString());
    assertThat(whole.out()).doesNotContain("first call");
  }

  @Test
  void theBatchKeepsOrderAndIds() {
    Command c =
        Command.pipe(
            "{\"id\": 7, \"env\": {}}\nnot json\n{\"id\": \"x\"}\n", "credentials", "--batch");
    assertThat(c.code()).isEqualTo(Console.FINE);
    assertThat(c.out().lines().map(l -> l.substring(0, 10)))
        .containsExactly("{\"id\": 7, ", "{\"id\": nul", "{\"id\": \"x\"");
  }

  private static List<Path> machines() throws IOException {
    try (Stream<Path> machines = Files.list(FOLDER)) {
      return machines.filter(Files::isDirectory).sorted().toList();
    }
  }

  private Command render(Path machine, String form, String... more) throws IOException {
    Path user = home.resolve(machine.getFileName());
    Path aws = Files.createDirectories(user.resolve(".aws"));
    Path from = machine.resolve("home").resolve("aws");
    for (String name : List.of("config", "credentials")) {
      if (Files.exists(from.resolve(name))) {
        Files.writeString(aws.resolve(name), Files.readString(from.resolve(name)));
        aws.resolve(name).toFile().setReadable(false, false);
        aws.resolve(name).toFile().setReadable(true, true);
      }
    }
    List<String> args = new ArrayList<>(List.of("credentials", "--format", form));
    args.addAll(List.of("--home", user.toString()));
    args.addAll(List.of("--env", machine.resolve("env").toString()));
    args.addAll(List.of(more));
    return Command.run(args.toArray(String[]::new));
  }

  private void compare(Path machine, String form) throws IOException {
    Path golden = FOLDER.resolve(machine.getFileName() + "." + form);
    String shown = render(machine, form).out();
    if (System.getProperty("golden", "").equals("rewrite")) {
      Files.writeString(golden, shown);
    }
    assertThat(shown).isEqualTo(Files.readString(golden));
  }
}
