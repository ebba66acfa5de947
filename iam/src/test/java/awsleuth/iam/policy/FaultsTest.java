package awsleuth.iam.policy;

import static awsleuth.iam.policy.FaultRows.OK;
import static awsleuth.iam.policy.FaultRows.condition;
import static awsleuth.iam.policy.FaultRows.row;
import static org.assertj.core.api.Assertions.assertThat;

import awsleuth.iam.policy.Fault.Code;
import awsleuth.iam.policy.Fault.Severity;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Every kind of fault where it stands. */
class FaultsTest {

  static List<Arguments> rows() {
    List<Arguments> rows = new ArrayList<>(JsonFaultRows.rows());
    rows.addAll(ElementFaultRows.rows());
    rows.addAll(ValueFaultRows.rows());
    return rows;
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("rows")
  void isFoundWhereItStands(String name, PolicyType type, String marked, List<Code> codes) {
    String text = marked.replaceAll("[«»]", "");
    Reading reading = PolicyParser.parse("p", type, text);
    assertThat(reading.faults()).extracting(Fault::code).containsExactlyElementsOf(codes);
    Fault fault = reading.faults().getFirst();
    assertThat(fault.message()).isNotBlank().doesNotContain("\n");
    assertThat(reading.policy().isPresent()).isEqualTo(codes.stream().noneMatch(Code::undecidable));
    if (marked.contains("«")) {
      int start = marked.indexOf('«');
      assertThat(fault.at().start()).isEqualTo(start);
      assertThat(text.substring(fault.at().start(), fault.at().end()))
          .isEqualTo(marked.substring(start + 1, marked.indexOf('»')));
    } else {
      assertThat(fault.at().start()).isBetween(0, text.length());
    }
  }

  @Test
  void everyKindOfFaultHasARow() {
    Set<Code> seen = EnumSet.noneOf(Code.class);
    for (Arguments row : rows()) {
      for (Object code : (List<?>) row.get()[3]) {
        seen.add((Code) code);
      }
    }
    // What AWS's own data tells is PolicyChecksTest's.
    seen.addAll(EnumSet.range(Code.UNKNOWN_SERVICE, Code.DEPENDENT_ACTION));
    assertThat(seen).containsExactlyInAnyOrder(Code.values());
  }

  @Test
  void allFaultsAreToldAtOnceInTheOrderOfTheText() {
    Reading reading =
        PolicyParser.parse(
            "p",
            PolicyType.IDENTITY,
            """
            {
              "Version": "2012-10-18", // the newest
              "Statement": [
                {"Effect": "allow", "Action": ["GetObject", "s3:*"], "Resource": "bucket"},
                {"Effect": "Deny", "Actoin": "s3:*", "Resource": "*",},
                {"Effect": "Allow", "Action": "s3:*", "Resource": "*",
                 "Condition": {"StringEqual": {"a:b": "c"}, "Bool": {"d:e": "maybe"}}}
              ]
            }
            """);
    assertThat(reading.policy()).isEmpty();
    assertThat(reading.faults())
        .extracting(f -> f.at() + " " + f.code())
        .containsExactly(
            "2:14 INVALID_VERSION",
            "2:28 COMMENT",
            "4:16 INVALID_EFFECT",
            "4:36 INVALID_ACTION",
            "5:5 MISSING_ACTION",
            "5:24 INVALID_POLICY_ELEMENT",
            "5:57 TRAILING_COMMA",
            "7:20 INVALID_CONDITION_OPERATOR",
            "7:65 INVALID_CONDITION_VALUE");
  }

  @Test
  void anOperatorThatIsMisspeltBringsTheNearest() {
    Reading reading =
        PolicyParser.parse(
            "p", PolicyType.IDENTITY, condition("'StringLikes': {'a:b': 'x'}").replace('\'', '"'));
    assertThat(reading.faults().getFirst().message()).contains("StringLikes", "StringLike");
  }

  @Test
  void anElementInOtherLettersBringsItsSpelling() {
    Reading reading =
        PolicyParser.parse(
            "p", PolicyType.IDENTITY, OK.replace("'Action'", "'action'").replace('\'', '"'));
    assertThat(reading.faults())
        .filteredOn(f -> f.code() == Code.INVALID_POLICY_ELEMENT)
        .singleElement()
        .satisfies(f -> assertThat(f.message()).contains("`action`", "`Action`"));
  }

  @Test
  void whatAwsRefusesIsAnErrorAndWhatItTakesIsNot() {
    assertThat(Code.MISSING_EFFECT.severity()).isEqualTo(Severity.ERROR);
    assertThat(Code.MISSING_VERSION.severity()).isEqualTo(Severity.WARNING);
    assertThat(Arrays.stream(Code.values()).filter(Code::undecidable))
        .allMatch(code -> code.severity() == Severity.ERROR);
  }
}
