package awsleuth.iam.policy;

import static awsleuth.iam.policy.FaultRows.OK;
import static awsleuth.iam.policy.FaultRows.condition;
import static awsleuth.iam.policy.FaultRows.row;
import static awsleuth.iam.policy.FaultRows.statement;

import awsleuth.iam.policy.Fault.Code;
import java.util.List;
import org.junit.jupiter.params.provider.Arguments;

/** Faults of a text as JSON, and of the kinds of its values. */
final class JsonFaultRows {

  private JsonFaultRows() {}

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
            statement("'Principal': «[]», 'Action': '*', 'Resource': '*'")));
  }
}
