package awsleuth.app.policy;

import static org.assertj.core.api.Assertions.assertThat;

import awsleuth.app.Command;
import awsleuth.app.terminal.Console;
import awsleuth.testkit.Json;
import awsleuth.testkit.JsonSchema;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * {@code awsleuth policy diff} of the pairs in {@code policy-diff/}. {@code -Dgolden=rewrite}
 * writes their renderings anew.
 */
class PolicyDiffCommandTest {

  private static final Path RESOURCES = Path.of("src/test/resources/awsleuth/app/policy-diff");

  private static String file(String name) {
    return RESOURCES.resolve(name).toString();
  }

  private static Command diff(String pair, String format) {
    return Command.run(
        "policy", "diff", "--format", format, file(pair + ".old.json"), file(pair + ".new.json"));
  }

  @ParameterizedTest
  @CsvSource({
    "identity,text",
    "identity,json",
    "identity,markdown",
    "bucket,text",
    "bucket,json",
    "bucket,markdown",
    "home,text",
    "home,json",
    "home,markdown"
  })
  void aPairIsComparedAsBefore(String pair, String format) throws IOException {
    Command c = diff(pair, format);
    Path golden = RESOURCES.resolve(pair + "." + format + ".golden");
    if (System.getProperty("golden", "").equals("rewrite")) {
      Files.writeString(golden, c.out());
    }
    assertThat(c.out()).isEqualTo(Files.readString(golden));
    assertThat(c.err()).isEmpty();
    assertThat(c.code()).isEqualTo(Console.DIAGNOSED);
  }

  @ParameterizedTest
  @ValueSource(strings = {"identity", "bucket", "home"})
  void theJsonIsAsTheSchemaHasIt(String pair) throws IOException {
    JsonSchema schema = JsonSchema.of(Files.readString(Path.of("../docs/policy-diff.schema.json")));
    assertThat(schema.faults(Json.object(diff(pair, "json").out()))).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"identity", "bucket", "home"})
  void aPolicyDoesNotDifferFromItself(String pair) {
    String old = file(pair + ".old.json");
    Command c = Command.run("policy", "diff", old, old);
    assertThat(c.out()).isEqualTo("no difference: both decide every request alike\n");
    assertThat(c.code()).isEqualTo(Console.FINE);
  }

  @Test
  void aNarrowedPolicyLetsNothingIn() {
    assertThat(diff("home", "text").out())
        .endsWith("no new access: no request is newly allowed or no longer denied\n")
        .doesNotContain("newly allowed\n  actions");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        // What a guard-rail denied, others may allow: of a bucket, of an organization.
        "resource | A *, D * | A * | no | new access: requests are newly allowed",
        "resource | D * | D b/k | by_others | new access where other policies allow it:",
        "scp | A *, D * | A * | no | new access: requests are newly allowed",
        "scp | D b/* | D b/k | by_others | new access where other policies allow it:",
        "identity | D b/* | D b/k | by_others | new access where other policies allow it:",
        "identity | D b/k | D b/* | yes | no new access:",
        "identity | A b/k | A b/k, A b | not_made | new access for no request that AWS makes",
        "identity | A b/k | A b/k, A b, A b/l | no | new access: requests are newly allowed (1 of 2",
        // The value of a tag may have a slash in it, so that the resource is an object.
        "identity | A b/k | A b/k, A b-${aws:PrincipalTag/t} | undecided | undecided:",
      })
  void aDenialThatGoesIsNewAccess(
      String type, String old, String now, String word, String verdict, @TempDir Path folder)
      throws IOException {
    Path before = Files.writeString(folder.resolve("old.json"), statements(type, old));
    Path after = Files.writeString(folder.resolve("new.json"), statements(type, now));
    String[] files = {before.toString(), after.toString()};
    Command json =
        Command.run("policy", "diff", "--type", type, "--format", "json", files[0], files[1]);
    assertThat(json.out()).contains("\"no_new_access\":\"" + word + "\"");
    Command text = Command.run("policy", "diff", "--type", type, files[0], files[1]);
    assertThat(text.out().lines().toList().getLast()).startsWith(verdict);
  }

  @ParameterizedTest
  @ValueSource(strings = {"identity", "bucket", "home"})
  void everyCommandIsDecidedAsItSays(String pair) {
    commandsAreRight(diff(pair, "json").out());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "identity | A *, D b/* | A *",
        "resource | A b/k | A b/*",
        "resource | D b/* | D b/k",
        "scp | A * | A b/*",
        "scp | D * | D b/*",
        "boundary | A b/* | A *",
        "session | A b/* | A *",
        "vpc-endpoint | A b/* | A *",
        "rcp | D b/* | D b/k",
        // What a list and a shell would take for something else.
        "identity | A * if ForAnyValue:StringEquals aws:TagKeys z |"
            + " A * if ForAnyValue:StringEquals aws:TagKeys a,b",
        "identity | A * if StringEquals aws:PrincipalTag/x z |"
            + " A * if StringEquals aws:PrincipalTag/x [a]",
        "identity | A * if StringEquals aws:username z | A * if StringNotEquals aws:username z",
        "resource | A * if StringEquals aws:username z | A * if StringNotEquals aws:username z",
        "resource | A * if ArnLike aws:PrincipalArn arn:aws-cn:iam::111122223333:role/a |"
            + " A * if ArnLike aws:PrincipalArn arn:aws-cn:iam::111122223333:*",
      })
  void everyCommandIsDecidedAsItSaysForEveryType(
      String type, String old, String now, @TempDir Path folder) throws IOException {
    Path before = Files.writeString(folder.resolve("old.json"), statements(type, old));
    Path after = Files.writeString(folder.resolve("new.json"), statements(type, now));
    commandsAreRight(
        Command.run(
                "policy",
                "diff",
                "--type",
                type,
                "--format",
                "json",
                before.toString(),
                after.toString())
            .out());
  }

  private static void commandsAreRight(String json) {
    List<?> differences = (List<?>) Objects.requireNonNull(Json.object(json).get("differences"));
    assertThat(differences).isNotEmpty();
    for (Object each : differences) {
      Map<?, ?> difference = (Map<?, ?>) each;
      String was = decided(difference, "command_before");
      String is = decided(difference, "command");
      String change = String.valueOf(difference.get("change"));
      assertThat(List.of(was.equals("Unknown"), is.equals("Unknown")))
          .as("%s", difference)
          .containsOnly(false);
      assertThat(
              switch (change) {
                case "allowed" -> is.equals("Allowed") && !was.equals("Allowed");
                case "no_longer_allowed" -> was.equals("Allowed") && !is.equals("Allowed");
                case "denied" -> is.equals("ExplicitlyDenied") && !was.equals("ExplicitlyDenied");
                default -> was.equals("ExplicitlyDenied") && !is.equals("ExplicitlyDenied");
              })
          .as("%s, then %s: %s", was, is, difference)
          .isTrue();
    }
  }

  /** How a command that was printed decides, which is quoted for a shell. */
  private static String decided(Map<?, ?> difference, String command) {
    List<String> words = new ArrayList<>();
    Matcher word =
        Pattern.compile("'([^']*)'|([^ ']+)").matcher(String.valueOf(difference.get(command)));
    while (word.find()) {
      words.add(word.group(1) == null ? word.group(2) : word.group(1));
    }
    words.addAll(List.of("--format", "json"));
    Command c = Command.run(words.subList(1, words.size()).toArray(String[]::new));
    Matcher decision = Pattern.compile("\"decision\":\"([A-Za-z]+)\"").matcher(c.out());
    assertThat(decision.find()).as("%s: %s%s", words, c.out(), c.err()).isTrue();
    return decision.group(1);
  }

  /** Statements about s3:GetObject: A allows, D denies; "if" before operator, key and value. */
  private static String statements(String type, String brief) {
    return Arrays.stream(brief.split(", ", -1))
        .map(s -> s.split(" ", 2))
        .map(s ->
            "{'Effect': '"
                + (s[0].equals("A") ? "Allow" : "Deny")
                + (List.of("identity", "scp", "boundary", "session").contains(type)
                    ? ""
                    : "', 'Principal': '*")
                + "', 'Action': 's3:GetObject', 'Resource': '"
                + (s[1].startsWith("*") ? "*" : "arn:aws:s3:::" + s[1])
                + "'"
                + condition(s[1])
                + "}")
        .collect(Collectors.joining(", ", "{'Version': '2012-10-17', 'Statement': [", "]}"))
        .replace('\'', '"');
  }

  private static String condition(String text) {
    String[] words = text.split(" ", -1);
    return words.length < 5
        ? ""
        : ", 'Condition': {'" + words[2] + "': {'" + words[3] + "': '" + words[4] + "'}}";
  }

  @Test
  void policiesOfTwoTypesAreNotCompared() {
    Command c = Command.run("policy", "diff", file("identity.old.json"), file("bucket.old.json"));
    assertThat(c.err()).contains("the policies are of different types");
    assertThat(c.code()).isEqualTo(Console.USAGE);
  }

  @ParameterizedTest
  @CsvSource({
    "scp,as LEVEL=FOLDER or file by file",
    "rcp,as LEVEL=FOLDER or file by file",
    "resource,a resource has one",
    "boundary,a principal has one boundary",
    "vpc-endpoint,an endpoint has one"
  })
  void policiesThatDoNotCountAsOneAreNotTakenTogether(String type, String why, @TempDir Path folder)
      throws IOException {
    Files.writeString(folder.resolve("root.json"), statements(type, "A *"));
    Files.writeString(folder.resolve("unit.json"), statements(type, "A b/*"));
    String one = folder.toString();
    Command c = Command.run("policy", "diff", "--type", type, one, one);
    assertThat(c.err()).contains(one + ": 2 policies: ").contains(why);
    assertThat(c.code()).isEqualTo(Console.USAGE);
  }

  @Test
  void thePoliciesOfOneLevelAreTakenTogether(@TempDir Path folder) throws IOException {
    Files.writeString(folder.resolve("full.json"), statements("scp", "A *"));
    Files.writeString(folder.resolve("no-s3.json"), statements("scp", "D b/*"));
    Path only = Files.writeString(folder.resolve("full.txt"), statements("scp", "A *"));
    Command c = Command.run("policy", "diff", "--type", "scp", "root=" + folder, only.toString());
    assertThat(c.out()).contains("new access: requests are newly allowed");
    assertThat(c.err()).isEmpty();
  }

  @Test
  void whatAwsRefusesIsNotDecided(@TempDir Path folder) throws IOException {
    String role = "arn:aws:iam::111122223333:role/*";
    String policy =
        statements("resource", "A b/*")
            .replace("'*'".replace('\'', '"'), "{\"AWS\": \"" + role + "\"}");
    String file = Files.writeString(folder.resolve("p.json"), policy).toString();
    Command c = Command.run("policy", "diff", "--type", "resource", file, file);
    assertThat(c.out()).contains("undecided", "AWS refuses the policy as it is");
    assertThat(c.code()).isEqualTo(Console.DIAGNOSED);
  }

  @Test
  void whatCannotBeReadIsNotCompared() {
    Command c = Command.run("policy", "diff", file("identity.old.json"), "nosuch.json");
    assertThat(c.err()).contains("nosuch.json: cannot be read");
    assertThat(c.code()).isEqualTo(Console.USAGE);
    assertThat(Command.run("policy", "diff", "one.json").code()).isEqualTo(Console.USAGE);
  }

  @Test
  void aBatchTakesATypeInTheFormThatItWritesItself() {
    String policy = "{\"Statement\": []}";
    for (String type : List.of("vpc-endpoint", "vpc_endpoint")) {
      Command c =
          Command.pipe(
              "{\"name\": \"a\", \"type\": \"%s\", \"old\": %s, \"new\": %s}\n"
                  .formatted(type, policy, policy),
              "policy",
              "diff",
              "--batch");
      assertThat(c.out()).contains("\"vpc_endpoint\"").doesNotContain("errors");
    }
  }
}
