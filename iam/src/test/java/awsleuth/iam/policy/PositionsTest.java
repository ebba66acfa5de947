package awsleuth.iam.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Citations point to what they name, to the character. */
class PositionsTest {

  private static final String TEXT =
      """
      {
        "Version": "2012-10-17",
        "Statement": [
          {
            "Sid": "First",
            "Effect": "Allow",
            "Action": ["s3:Get*", "s3:List*"],
            "Resource": "arn:aws:s3:::b/*",
            "Condition": {
              "IpAddress": {"aws:SourceIp": ["203.0.113.0/24", "10.0.0.0/8"]},
              "Bool": {"aws:SecureTransport": true}
            }
          },
          {"Sid": "Second", "Effect": "Deny", "NotAction": "iam:*", "NotResource": "*"}
        ]
      }
      """;

  private static Policy parse(String text) {
    Reading reading = PolicyParser.parse("p", PolicyType.IDENTITY, text);
    return reading.policy().orElseThrow(() -> new AssertionError(reading.faults()));
  }

  private static String cut(Policy policy, Position at) {
    return policy.text().substring(at.start(), at.end());
  }

  @Test
  void linesAndColumnsCountFromOne() {
    Policy policy = parse(TEXT);
    Statement first = policy.statements().getFirst();
    assertThat(first.at()).hasToString("4:5");
    assertThat(first.actions().at()).hasToString("7:17");
    assertThat(first.actions().values())
        .extracting(v -> v.at().toString())
        .containsExactly("7:18", "7:29");
    assertThat(first.resources().values().getFirst().at()).hasToString("8:19");
    assertThat(first.conditions())
        .extracting(c -> c.at().toString())
        .containsExactly("10:23", "11:18");
    assertThat(first.conditions().getFirst().values())
        .extracting(v -> v.at().toString())
        .containsExactly("10:40", "10:58");
    Statement second = policy.statements().get(1);
    assertThat(second.index()).isEqualTo(1);
    assertThat(second.at()).hasToString("14:5");
    assertThat(second.actions().negated()).isTrue();
    assertThat(second.actions().at()).hasToString("14:54");
    assertThat(second.resources().at()).hasToString("14:78");
  }

  /** What an editor or a shell may do to the text, none of which may move a citation. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "plain",
        "crlf",
        "cr",
        "tabs",
        "one line",
        "emoji in the Id",
        "escapes",
        "spaces behind"
      })
  void everyPlaceIsExactlyWhatItNames(String how) {
    Policy policy =
        parse(
            switch (how) {
              case "crlf" -> TEXT.replace("\n", "\r\n");
              case "cr" -> TEXT.replace('\n', '\r');
              case "tabs" -> TEXT.replace("  ", "\t");
              case "one line" -> TEXT.replace("\n", "");
              case "emoji in the Id" ->
                  TEXT.replaceFirst("\\{", "{\"Id\": \"\uD83D\uDE00\uD83D\uDE00\",");
              case "escapes" ->
                  TEXT.replace("203.0", "\\u0032\\u00303.0").replace("s3:Get", "s3\\u003aGet");
              case "spaces behind" -> TEXT.replace("\n", "   \n\n");
              default -> TEXT;
            });
    for (Statement statement : policy.statements()) {
      assertThat(cut(policy, statement.at()))
          .startsWith("{")
          .endsWith("}")
          .contains(statement.sid());
      assertExact(policy, statement.actions().values());
      assertExact(policy, statement.resources().values());
      for (Condition condition : statement.conditions()) {
        assertExact(policy, List.of(condition.key()));
        assertExact(policy, condition.values());
        assertThat(cut(policy, condition.at())).startsWith("\"" + condition.key().value() + "\"");
        assertThat(cut(policy, condition.at())).doesNotEndWith(" ").containsAnyOf("]", "true");
      }
    }
  }

  private static void assertExact(Policy policy, List<Located> values) {
    for (Located located : values) {
      String written = cut(policy, located.at());
      String bare = written.startsWith("\"") ? written.substring(1, written.length() - 1) : written;
      assertThat(unescaped(bare)).isEqualTo(located.value());
      assertThat(located.at()).isEqualTo(counted(policy.text(), located.at()));
    }
  }

  private static String unescaped(String text) {
    return text.replace("\\u0032", "2").replace("\\u0030", "0").replace("\\u003a", ":");
  }

  /** Line and column, counted anew from the beginning of the text. */
  private static Position counted(String text, Position at) {
    String[] lines = text.substring(0, at.start()).split("\r\n|\r|\n", -1);
    String last = lines[lines.length - 1];
    int column = last.codePointCount(0, last.length()) + 1;
    return new Position(lines.length, column, at.start(), at.end());
  }

  @Test
  void aByteOrderMarkAndCommentsMoveNothing() {
    String text =
        "\uFEFF{ // what it is\n\"Version\": \"2012-10-17\", /* one\nmore */ \"Statement\": {\"Effect\": \"Sometimes\"}}";
    Reading reading = PolicyParser.parse("p", PolicyType.IDENTITY, text);
    Fault fault =
        reading.faults().stream()
            .filter(f -> f.code() == Fault.Code.INVALID_EFFECT)
            .findFirst()
            .orElseThrow();
    assertThat(fault.at()).hasToString("3:33");
    assertThat(text.substring(fault.at().start(), fault.at().end())).isEqualTo("\"Sometimes\"");
  }

  @Test
  void aCharacterBeyondSixteenBitsIsOneColumn() {
    Policy policy =
        parse(
            "{\"Id\": \"\uD83D\uDE00\", \"Version\": \"2012-10-17\", \"Statement\": {\"Effect\": \"Deny\", \"Action\": \"*\", \"Resource\": \"*\"}}");
    assertThat(policy.statements().getFirst().at()).hasToString("1:51");
  }

  @Test
  void slashesAndBracesInsideTextsAreText() {
    Policy policy =
        parse(
            "{\"Version\": \"2012-10-17\", \"Statement\": {\"Effect\": \"Deny\", \"Action\": \"*\", \"Resource\": [\"arn:aws:s3:::b//x\", \"arn:aws:s3:::b/#/*,]\", \"arn:aws:s3:::b/\\\"//\"]}}");
    assertThat(policy.statements().getFirst().resources().values())
        .extracting(Located::value)
        .containsExactly("arn:aws:s3:::b//x", "arn:aws:s3:::b/#/*,]", "arn:aws:s3:::b/\"//");
  }

  @Test
  void theEffectOfADuplicateKeyIsNotGuessed() {
    Reading reading =
        PolicyParser.parse(
            "p",
            PolicyType.IDENTITY,
            "{\"Version\": \"2012-10-17\", \"Statement\": {\"Effect\": \"Deny\", \"Effect\": \"Allow\", \"Action\": \"*\", \"Resource\": \"*\"}}");
    assertThat(reading.policy()).isEmpty();
    assertThat(reading.faults())
        .singleElement()
        .satisfies(f -> assertThat(f.at().column()).isEqualTo(59));
  }
}
