package awsleuth.iam;

import static org.assertj.core.api.Assertions.assertThat;

import awsleuth.iam.batch.BatchLine;
import awsleuth.iam.generate.JsonText;
import awsleuth.iam.reference.Reference;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every operator with every prefix and suffix for every state of the key (IAM user guide, "IAM JSON
 * policy elements: Condition operators" and "Single-valued vs. multivalued context keys").
 */
class OperatorTableTest {

  /**
   * Operator; a policy value; a request value that equals, or stands to it as the name says; one
   * that does not.
   */
  private static final String OPERATORS =
      """
      StringEquals              | abc              | abc              | abd
      StringEqualsIgnoreCase    | abc              | ABC              | abd
      StringLike                | a*               | abd              | xbd
      NumericEquals             | 10               | 10.0             | 11
      NumericLessThan           | 10               | 9                | 10
      NumericLessThanEquals     | 10               | 10               | 11
      NumericGreaterThan        | 10               | 11               | 10
      NumericGreaterThanEquals  | 10               | 10               | 9
      DateEquals                | 2026-01-01       | 1767225600       | 2026-01-02
      DateLessThan              | 2026-01-01       | 2025-12-31       | 2026-01-01
      DateLessThanEquals        | 2026-01-01       | 2026-01-01       | 2026-01-02
      DateGreaterThan           | 2026-01-01       | 2026-01-02       | 2026-01-01
      DateGreaterThanEquals     | 2026-01-01       | 2026-01-01       | 2025-12-31
      Bool                      | true             | TRUE             | false
      BinaryEquals              | QUJD             | QUJD             | QUJE
      IpAddress                 | 203.0.113.0/24   | 203.0.113.7      | 198.51.100.7
      ArnEquals                 | arn:aws:s3:::a*  | arn:aws:s3:::ab  | arn:aws:s3:::b
      ArnLike                   | arn:aws:s3:::a*  | arn:aws:s3:::ab  | arn:aws:s3:::b
      StringNotEquals           | abc              | abd              | abc
      StringNotEqualsIgnoreCase | abc              | abd              | ABC
      StringNotLike             | a*               | xbd              | abd
      NumericNotEquals          | 10               | 11               | 10.0
      DateNotEquals             | 2026-01-01       | 2026-01-02       | 1767225600
      NotIpAddress              | 203.0.113.0/24   | 198.51.100.7     | 203.0.113.7
      ArnNotEquals              | arn:aws:s3:::a*  | arn:aws:s3:::b   | arn:aws:s3:::ab
      ArnNotLike                | arn:aws:s3:::a*  | arn:aws:s3:::b   | arn:aws:s3:::ab
      """;

  /**
   * Whether the condition is met: the key is absent; an empty list; one value that passes; one that
   * fails; a list of two that pass; of one that passes and one that fails; of two that fail.
   * Absence meets a negated operator, which stands behind the stroke; several values without a set
   * operator meet no positive one.
   */
  private static final String STATES =
      """
      OPERATOR                 | no/yes | -   | yes | no  | no/yes | no/no  | no
      OPERATORIfExists         | yes    | -   | yes | no  | no/yes | no/no  | no
      ForAllValues:OPERATOR    | yes    | yes | yes | no  | yes    | no     | no
      ForAllValues:OPERATORIfExists | yes | yes | yes | no | yes   | no     | no
      ForAnyValue:OPERATOR     | no     | no  | yes | no  | yes    | yes    | no
      ForAnyValue:OPERATORIfExists | yes | no | yes | no  | yes    | yes    | no
      """;

  static List<Arguments> rows() {
    List<Arguments> rows = new ArrayList<>();
    for (String[] operator : cells(OPERATORS)) {
      for (String[] state : cells(STATES)) {
        rows.add(Arguments.of(state[0].replace("OPERATOR", operator[0]), operator, state));
      }
    }
    return rows;
  }

  private static List<String[]> cells(String table) {
    return table.lines().map(line -> line.strip().split(" *\\| *")).toList();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("rows")
  void metAsTheTableSays(String operator, String[] values, String[] states) {
    boolean negated = values[0].contains("Not");
    String pass = values[2];
    String fail = values[3];
    List<Object> actual =
        List.of(
            "absent",
            List.of(),
            pass,
            fail,
            List.of(pass, pass),
            List.of(pass, fail),
            List.of(fail, fail));
    for (int i = 0; i < actual.size(); i++) {
      String cell = states[i + 1];
      if (!cell.equals("-")) {
        String wanted = cell.contains("/") ? cell.split("/")[negated ? 1 : 0] : cell;
        assertMet(operator, values[1], actual.get(i), wanted.equals("yes"));
      }
    }
  }

  private static void assertMet(String operator, String wanted, Object actual, boolean met) {
    Map<String, Object> context = new LinkedHashMap<>();
    if (!actual.equals("absent")) {
      context.put("x:Key", actual);
    }
    Map<String, Object> statement = new LinkedHashMap<>();
    statement.put("Effect", "Allow");
    statement.put("Action", "*");
    statement.put("Resource", "*");
    statement.put("Condition", Map.of(operator, Map.of("x:Key", wanted)));
    Map<String, Object> request = new LinkedHashMap<>();
    request.put("principal", "arn:aws:iam::111122223333:user/alice");
    request.put("action", "s3:GetObject");
    request.put("resource", "arn:aws:s3:::b/k");
    request.put("context", context);
    Object policy = Map.of("Version", "2012-10-17", "Statement", statement);
    String line = JsonText.of(Map.of("request", request, "identityPolicies", List.of(policy)));
    BatchLine read = BatchLine.read(line);
    Result expected = met ? Result.ALLOWED : Result.IMPLICIT_DENY;
    assertThat(Authorizer.of(read.policies()).decide(read.request().orElseThrow()))
        .as(line)
        .isEqualTo(expected);
    assertThat(Reference.decide(read.policies(), read.request().orElseThrow()))
        .as("the reference: %s", line)
        .isEqualTo(expected);
  }
}
