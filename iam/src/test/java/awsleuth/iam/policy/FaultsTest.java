package awsleuth.iam.policy;

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

/** Every kind of fault where it stands: what is between « and ». */
class FaultsTest {

  private static final String OK =
      "{'Version': '2012-10-17', 'Statement': {'Effect': 'Allow', 'Action': '*', 'Resource': '*'}}";

  static List<Arguments> rows() {
    return List.of(
        row("no closing brace", Code.JSON_SYNTAX_ERROR, "{'Statement': ["),
        row("no value", Code.JSON_SYNTAX_ERROR, "{'Statement': }"),
        row("no text", Code.JSON_SYNTAX_ERROR, "«»"),
        row("white space alone", Code.JSON_SYNTAX_ERROR, "«»  \n "),
        row("two documents", Code.JSON_SYNTAX_ERROR, OK + " «{»}"),
        row("text behind", Code.JSON_SYNTAX_ERROR, OK + " x"),
        row("single quotes", Code.JSON_SYNTAX_ERROR, "{#Statement#: []}".replace('#', '`')),
        row("a comment at the end of a line", Code.COMMENT, OK + "«// open to all»\n"),
        row("a comment with a number sign", Code.COMMENT, OK + "«# open»\r\n"),
        row(
            "a comment in between",
            Code.COMMENT,
            OK.replace("Deny", "").replaceFirst(",", ",«/* a */»")),
        row("a comma before a brace", Code.TRAILING_COMMA, OK.replace("'*'}}", "'*'«,» }}")),
        row(
            "a comma before a bracket",
            Code.TRAILING_COMMA,
            statement("'Action': ['*'«,»], 'Resource': '*'")),
        row(
            "a key twice in the document",
            Code.DUPLICATE_KEY,
            OK.replace("{'Version'", "{'Version': '2012-10-17', «'Version'»")),
        row(
            "a key twice in a statement",
            Code.DUPLICATE_KEY,
            statement("'Action': 'a:B', «'Action'»: '*', 'Resource': '*'")),
        row(
            "a key twice in a principal",
            Code.DUPLICATE_KEY,
            PolicyType.RESOURCE,
            statement("'Principal': {'AWS': '*', «'AWS'»: '*'}, 'Action': '*', 'Resource': '*'")),
        row(
            "an operator twice",
            Code.DUPLICATE_KEY,
            condition("'Bool': {'aws:SecureTransport': 'true'}, «'Bool'»: {'a:b': 'true'}")),
        row(
            "a condition key twice",
            Code.DUPLICATE_KEY,
            condition("'Bool': {'a:b': 'true', «'a:b'»: 'true'}")),
        row(
            "a condition key twice in other letter case",
            Code.DUPLICATE_KEYS_WITH_DIFFERENT_CASE,
            condition("'Bool': {'a:b': 'true', «'A:B'»: 'true'}")),
        row("a byte order mark", Code.BYTE_ORDER_MARK, "«\uFEFF»" + OK),
        row("a list as document", Code.DATA_TYPE_MISMATCH, "«[]»"),
        row(
            "a text as Statement",
            Code.DATA_TYPE_MISMATCH,
            "{'Version': '2012-10-17', 'Statement': «'x'»}"),
        row(
            "a text as statement",
            Code.DATA_TYPE_MISMATCH,
            "{'Version': '2012-10-17', 'Statement': [«'x'»]}"),
        row(
            "an object as Action",
            Code.DATA_TYPE_MISMATCH,
            statement("'Action': «{}», 'Resource': '*'")),
        row(
            "null as Resource",
            Code.DATA_TYPE_MISMATCH,
            statement("'Action': '*', 'Resource': «null»")),
        row(
            "a list in Action",
            Code.DATA_TYPE_MISMATCH,
            statement("'Action': ['a:B', «[]»], 'Resource': '*'")),
        row(
            "a list as Sid",
            Code.DATA_TYPE_MISMATCH,
            statement("'Sid': «[]», 'Action': '*', 'Resource': '*'")),
        row(
            "a text as Condition",
            Code.DATA_TYPE_MISMATCH,
            statement("'Action': '*', 'Resource': '*', 'Condition': «'x'»")),
        row("a text as operator", Code.DATA_TYPE_MISMATCH, condition("'Bool': «'true'»")),
        row(
            "an object as value",
            Code.DATA_TYPE_MISMATCH,
            condition("'StringEquals': {'a:b': «{}»}")),
        row(
            "an ARN as Principal",
            Code.DATA_TYPE_MISMATCH,
            PolicyType.RESOURCE,
            statement(
                "'Principal': «'arn:aws:iam::111122223333:root'», 'Action': '*', 'Resource': '*'")),
        row(
            "a list as Principal",
            Code.DATA_TYPE_MISMATCH,
            PolicyType.RESOURCE,
            statement("'Principal': «[]», 'Action': '*', 'Resource': '*'")),
        row(
            "an unknown element of the document",
            Code.INVALID_POLICY_ELEMENT,
            OK.replace("{'Version'", "{«'Name'»: 'x', 'Version'")),
        row(
            "an element in lower case",
            Code.INVALID_POLICY_ELEMENT,
            OK.replace("{'Version'", "{«'id'»: 'x', 'Version'")),
        row(
            "an unknown element of a statement",
            Code.INVALID_POLICY_ELEMENT,
            statement("«'Actions'»: 'x', 'Action': '*', 'Resource': '*'")),
        row("another Version", Code.INVALID_VERSION, OK.replace("'2012-10-17'", "«'2012-10-18'»")),
        row("a Version that is no text", Code.INVALID_VERSION, OK.replace("'2012-10-17'", "«[]»")),
        row("no Version", Code.MISSING_VERSION, "«{'Statement': []}»", Code.EMPTY_STATEMENT),
        row("no Statement", Code.MISSING_STATEMENT, "«{'Version': '2012-10-17'}»"),
        row("no statements", Code.EMPTY_STATEMENT, "{'Version': '2012-10-17', 'Statement': «[]»}"),
        row(
            "no Effect",
            Code.MISSING_EFFECT,
            "{'Version': '2012-10-17', 'Statement': [«{'Action': '*', 'Resource': '*'}»]}"),
        row("an Effect in lower case", Code.INVALID_EFFECT, OK.replace("'Allow'", "«'allow'»")),
        row("an Effect that is no text", Code.INVALID_EFFECT, OK.replace("'Allow'", "«null»")),
        row(
            "no Action",
            Code.MISSING_ACTION,
            "{'Version': '2012-10-17', 'Statement': [«{'Effect': 'Deny', 'Resource': '*'}»]}"),
        row(
            "no Resource",
            Code.MISSING_RESOURCE,
            "{'Version': '2012-10-17', 'Statement': [«{'Effect': 'Deny', 'Action': '*'}»]}"),
        row(
            "no Principal",
            Code.MISSING_PRINCIPAL,
            PolicyType.RESOURCE,
            "{'Version': '2012-10-17', 'Statement': [«{'Effect': 'Deny', 'Action': '*', 'Resource': '*'}»]}"),
        row(
            "no Principal in a trust policy",
            Code.MISSING_PRINCIPAL,
            PolicyType.TRUST,
            "{'Version': '2012-10-17', 'Statement': [«{'Effect': 'Deny', 'Action': '*'}»]}"),
        row(
            "Action and NotAction",
            Code.UNSUPPORTED_ELEMENT_COMBINATION,
            statement("'Action': '*', 'NotAction': «'a:B'», 'Resource': '*'")),
        row(
            "Resource and NotResource",
            Code.UNSUPPORTED_ELEMENT_COMBINATION,
            statement("'Action': '*', 'NotResource': «['*']», 'Resource': '*'")),
        row(
            "Principal and NotPrincipal",
            Code.UNSUPPORTED_ELEMENT_COMBINATION,
            PolicyType.RESOURCE,
            deny("'Principal': '*', 'NotPrincipal': «'*'», 'Action': '*', 'Resource': '*'")),
        row(
            "a Principal in an identity policy",
            Code.UNSUPPORTED_PRINCIPAL,
            statement("'Principal': «'*'», 'Action': '*', 'Resource': '*'")),
        row(
            "a Principal in an SCP",
            Code.UNSUPPORTED_PRINCIPAL,
            PolicyType.SCP,
            statement("'Principal': «'*'», 'Action': '*', 'Resource': '*'")),
        row(
            "a Resource in a trust policy",
            Code.UNSUPPORTED_RESOURCE,
            PolicyType.TRUST,
            statement("'Principal': '*', 'Action': 'sts:AssumeRole', 'Resource': «'*'»")),
        row(
            "NotPrincipal with Allow",
            Code.UNSUPPORTED_NOTPRINCIPAL,
            PolicyType.RESOURCE,
            statement("'NotPrincipal': «{'AWS': '111122223333'}», 'Action': '*', 'Resource': '*'")),
        row(
            "an RCP that allows",
            Code.UNSUPPORTED_RCP_ELEMENT,
            PolicyType.RCP,
            "{'Version': '2012-10-17', 'Statement': «{'Effect': 'Allow', 'Principal': '*', 'Action': 's3:*', 'Resource': '*'}»}"),
        row(
            "an RCP with NotAction",
            Code.UNSUPPORTED_RCP_ELEMENT,
            PolicyType.RCP,
            "{'Version': '2012-10-17', 'Statement': «{'Effect': 'Deny', 'Principal': '*', 'NotAction': 's3:*', 'Resource': '*'}»}"),
        row(
            "an unknown kind of principal",
            Code.INVALID_PRINCIPAL_KEY,
            PolicyType.RESOURCE,
            statement("'Principal': {«'User'»: '*'}, 'Action': '*', 'Resource': '*'")),
        row(
            "a wildcard in a principal",
            Code.INVALID_PRINCIPAL_FORMAT,
            PolicyType.RESOURCE,
            statement(
                "'Principal': {'AWS': «'arn:aws:iam::111122223333:user/*'»}, 'Action': '*', 'Resource': '*'")),
        row(
            "an action without a service",
            Code.INVALID_ACTION,
            statement("'Action': «'GetObject'», 'Resource': '*'")),
        row(
            "an action without a name",
            Code.INVALID_ACTION,
            statement("'Action': ['s3:Get*', «'s3:'»], 'Resource': '*'")),
        row(
            "an action with two colons",
            Code.INVALID_ACTION,
            statement("'Action': «'s3:Get:Object'», 'Resource': '*'")),
        row(
            "a wildcard in a service",
            Code.INVALID_ACTION,
            statement("'Action': «'s*:Get'», 'Resource': '*'")),
        row(
            "a name as resource",
            Code.INVALID_ARN,
            statement("'Action': '*', 'Resource': ['*', «'my-bucket/*'»]")),
        row(
            "an incomplete ARN in an SCP",
            Code.INVALID_ARN,
            PolicyType.SCP,
            deny("'Action': '*', 'Resource': «'arn:aws:sqs'»")),
        row(
            "an unknown operator",
            Code.INVALID_CONDITION_OPERATOR,
            condition("«'StringLikes'»: {'a:b': 'x'}")),
        row(
            "an unknown prefix of an operator",
            Code.INVALID_CONDITION_OPERATOR,
            condition("«'ForEachValue:StringLike'»: {'a:b': 'x'}")),
        row(
            "a set prefix of Null",
            Code.INVALID_CONDITION_OPERATOR,
            condition("«'ForAnyValue:Null'»: {'a:b': 'true'}")),
        row(
            "Null with IfExists",
            Code.NULL_WITH_IF_EXISTS,
            condition("«'NullIfExists'»: {'a:b': 'true'}")),
        row(
            "text as number",
            Code.INVALID_CONDITION_VALUE,
            condition("'NumericEquals': {'a:b': ['1', «'ten'»]}")),
        row(
            "text as date",
            Code.INVALID_CONDITION_VALUE,
            condition("'DateLessThan': {'a:b': «'soon'»}")),
        row("text as boolean", Code.INVALID_CONDITION_VALUE, condition("'Bool': {'a:b': «'yes'»}")),
        row(
            "text as address",
            Code.INVALID_CONDITION_VALUE,
            condition("'IpAddress': {'a:b': «'10.0.0.0/33'»}")),
        row(
            "text as base64",
            Code.INVALID_CONDITION_VALUE,
            condition("'BinaryEquals': {'a:b': «'***'»}")),
        row("text as ARN", Code.INVALID_CONDITION_VALUE, condition("'ArnLike': {'a:b': «'*'»}")),
        row(
            "a variable as number",
            Code.UNSUPPORTED_VARIABLE,
            condition("'NumericEquals': {'a:b': «'${aws:x}'»}")),
        row(
            "a Sid twice",
            Code.UNIQUE_SIDS_REQUIRED,
            "{'Version': '2012-10-17', 'Statement': [{'Sid': 'A', 'Effect': 'Deny', 'Action': '*', 'Resource': '*'}, «{'Sid': 'A', 'Effect': 'Deny', 'Action': '*', 'Resource': '*'}»]}"),
        row(
            "a Sid with a space",
            Code.INVALID_SID,
            statement("'Sid': «'my statement'», 'Action': '*', 'Resource': '*'")),
        row(
            "an empty list of actions",
            Code.EMPTY_LIST,
            statement("'Action': «[]», 'Resource': '*'")),
        row(
            "an empty list of values",
            Code.EMPTY_LIST,
            condition("'StringEquals': {'a:b': «[]»}")));
  }

  private static Arguments row(String name, Code code, String marked, Code... more) {
    return row(name, code, PolicyType.IDENTITY, marked, more);
  }

  private static Arguments row(
      String name, Code code, PolicyType type, String marked, Code... more) {
    List<Code> codes = new ArrayList<>(List.of(code));
    codes.addAll(Arrays.asList(more));
    return Arguments.of(name, type, marked.replace('\'', '"'), codes);
  }

  private static String statement(String rest) {
    return "{'Version': '2012-10-17', 'Statement': {'Effect': 'Allow', " + rest + "}}";
  }

  private static String deny(String rest) {
    return "{'Version': '2012-10-17', 'Statement': {'Effect': 'Deny', " + rest + "}}";
  }

  private static String condition(String block) {
    return statement("'Action': '*', 'Resource': '*', 'Condition': {" + block + "}");
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

  @ParameterizedTest
  @MethodSource("sound")
  void soundPoliciesHaveNoFaults(PolicyType type, String text) {
    Reading reading = PolicyParser.parse("p", type, text.replace('\'', '"'));
    assertThat(reading.faults()).isEmpty();
    assertThat(reading.policy()).isPresent();
  }

  static List<Arguments> sound() {
    return List.of(
        Arguments.of(PolicyType.IDENTITY, OK),
        Arguments.of(PolicyType.BOUNDARY, OK),
        Arguments.of(PolicyType.SESSION, OK),
        Arguments.of(PolicyType.SCP, OK),
        Arguments.of(PolicyType.SCP, OK.replace("'Version': '2012-10-17', ", "")),
        Arguments.of(PolicyType.IDENTITY, OK.replace("2012", "2008")),
        Arguments.of(
            PolicyType.IDENTITY,
            statement("'Sid': 'A1', 'NotAction': ['iam:*'], 'NotResource': ['arn:aws:s3:::b/*']")),
        Arguments.of(PolicyType.IDENTITY, statement("'Action': 's3:*', 'Resource': 'arn:aws:sqs'")),
        Arguments.of(
            PolicyType.SESSION,
            statement("'Action': 'sns:*', 'Resource': 'arn:aws:sns:us-east-1:*'")),
        Arguments.of(
            PolicyType.RESOURCE,
            statement(
                "'Sid': 'with spaces', 'Principal': {'AWS': ['111122223333', '*'], 'Service': 'sns.amazonaws.com', 'CanonicalUser': 'ab', 'Federated': 'x'}, 'Action': '*', 'Resource': '*'")),
        Arguments.of(
            PolicyType.RESOURCE,
            deny("'NotPrincipal': {'AWS': '111122223333'}, 'Action': '*', 'Resource': '*'")),
        // Repository policies of ECR are about their repository.
        Arguments.of(
            PolicyType.RESOURCE, statement("'Principal': '*', 'Action': 'ecr:BatchGetImage'")),
        Arguments.of(
            PolicyType.TRUST,
            statement(
                "'Principal': {'Service': 'lambda.amazonaws.com'}, 'Action': 'sts:AssumeRole'")),
        Arguments.of(PolicyType.RCP, deny("'Principal': '*', 'Action': 's3:*', 'Resource': '*'")),
        Arguments.of(
            PolicyType.VPC_ENDPOINT,
            "{'Statement': [{'Effect': 'Allow', 'Principal': '*', 'Action': '*', 'Resource': '*'}]}"),
        Arguments.of(
            PolicyType.IDENTITY,
            condition(
                "'ForAllValues:StringLikeIfExists': {'aws:TagKeys': ['a', 'b']}, 'Null': {'aws:TagKeys': false}, 'NumericLessThan': {'a:b': 1e3}, 'IpAddress': {'aws:SourceIp': ['10.0.0.0/8', '2001:db8::/32']}, 'DateLessThan': {'aws:CurrentTime': '2026-01-01T00:00:00Z'}, 'ArnLike': {'aws:SourceArn': 'arn:aws:s3:::*'}, 'BinaryEquals': {'k:d': 'QUJD'}")));
  }
}
