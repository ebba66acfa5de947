package awsleuth.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** The batch contract: one answer a line, whatever stands in it. */
class BatchTest {

  private static final String GOOD =
      "{\"id\": \"good\", \"text\": \"An error occurred (AccessDenied) when calling the GetObject"
          + " operation: Access Denied\"}";

  private static List<String> answers(String lines) {
    return Command.pipe(lines, "--batch").out().lines().toList();
  }

  @Test
  void aLineThatCannotBeReadIsAnsweredAndTheRestGoesOn() {
    for (String bad :
        List.of(
            "x",
            "{",
            "[1]",
            "7",
            "\"text\"",
            "{\"id\": 3}",
            "{\"id\": 3, \"text\": 7}",
            "{\"id\": 3, \"text\": null}",
            "{\"text\": \"a\"",
            "{\"a\":".repeat(3000) + "1" + "}".repeat(3000),
            "\0\0\0")) {
      List<String> answers = answers(bad + "\n\n" + GOOD + "\n");
      assertThat(answers).as(bad).hasSize(2);
      assertThat(answers.getFirst()).as(bad).contains("\"error\":\"line 1: ");
      assertThat(answers.getLast()).contains("\"id\":\"good\"", "\"code\":\"AccessDenied\"");
    }
  }

  @Test
  void evidenceOfAnotherShapeThanTheContractsIsPassedOverAndSaid() {
    String policies = "\"policies\": [1, {\"type\": \"identity\", \"document\": \"{bad\"}]";
    String odd = policies + ", \"env\": [1], \"trail\": 3, \"config\": {}";
    assertThat(answers(GOOD.replace("\"text\"", odd + ", \"text\"")))
        .singleElement()
        .asString()
        .contains("\"code\":\"AccessDenied\"")
        .endsWith(
            ",\"not_read\":[\"policies[0] is no object\",\"the document of policies[1] is not valid"
                + " JSON\",\"env is neither an object nor a text\",\"trail is neither a list nor an"
                + " object\",\"config is no text\"]}");
    assertThat(answers(GOOD)).singleElement().asString().doesNotContain("not_read");
  }

  @Test
  void evidenceOfAnotherShapeThanTheContractsCostsNothingElse() {
    for (String odd :
        List.of(
            "\"env\": [\"A=1\"]",
            "\"env\": {\"A\": {\"text\": \"x\"}, \"B\": null}",
            "\"policies\": {\"text\": \"x\"}",
            "\"policies\": [1, [], {\"type\": {\"text\": 1}, \"name\": [\"text\"], \"document\":"
                + " 3}]",
            "\"config\": {\"text\": \"x\"}",
            "\"credentials\": [[\"text\"]]",
            "\"trail\": \"x\"",
            "\"other\": {\"text\": \"x\", \"id\": [1, 2]}")) {
      String line = GOOD.replace("\"text\"", odd + ", \"text\"");
      assertThat(answers(line))
          .as(odd)
          .singleElement()
          .asString()
          .contains("\"id\":\"good\"", "\"code\":\"AccessDenied\"");
    }
  }

  @Test
  void anIdOfAnyKindComesBackAsItWas() {
    for (String id : List.of("\"a\"", "7", "null", "[1,{\"b\":2}]", "1e3")) {
      String line = GOOD.replace("\"good\"", id);
      assertThat(answers(line)).singleElement().asString().startsWith("{\"id\":" + id + ",");
    }
  }

  @Test
  void aLineOfTooManyMillionCharactersIsPassedOver() {
    List<String> answers = answers("x".repeat(17 << 20) + "\n" + GOOD);
    assertThat(answers).hasSize(2);
    assertThat(answers.getFirst()).contains("line 1: longer than 16 MB");
    assertThat(answers.getLast()).contains("AccessDenied");
  }

  @Test
  void aByteOrderMarkBeforeTheFirstLineIsPassedOver() {
    for (String command : List.of("diagnose", "params", "endpoint", "retries", "simulate")) {
      Command c = Command.pipe("\ufeff{}\n", command, "--batch");
      assertThat(c.out()).isEqualTo(Command.pipe("{}\n", command, "--batch").out());
    }
    assertThat(answers("\ufeff" + GOOD)).singleElement().asString().contains("AccessDenied");
  }
}
