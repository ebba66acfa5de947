package awsleuth.iam.policy;

import static awsleuth.iam.policy.FaultRows.OK;
import static awsleuth.iam.policy.FaultRows.deny;
import static awsleuth.iam.policy.FaultRows.row;
import static awsleuth.iam.policy.FaultRows.statement;

import awsleuth.iam.policy.Fault.Code;
import java.util.List;
import org.junit.jupiter.params.provider.Arguments;

/** Faults of elements: which there are, and which go together. */
final class ElementFaultRows {

  private ElementFaultRows() {}

  static List<Arguments> rows() {
    return List.of(
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
            "a Sid twice",
            Code.UNIQUE_SIDS_REQUIRED,
            "{'Version': '2012-10-17', 'Statement': [{'Sid': 'A', 'Effect': 'Deny', 'Action': '*', 'Resource': '*'}, «{'Sid': 'A', 'Effect': 'Deny', 'Action': '*', 'Resource': '*'}»]}"),
        row(
            "a Sid with a space",
            Code.INVALID_SID,
            statement("'Sid': «'my statement'», 'Action': '*', 'Resource': '*'")));
  }
}
