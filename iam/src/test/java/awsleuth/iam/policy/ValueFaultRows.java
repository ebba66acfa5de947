package awsleuth.iam.policy;

import static awsleuth.iam.policy.FaultRows.condition;
import static awsleuth.iam.policy.FaultRows.deny;
import static awsleuth.iam.policy.FaultRows.row;
import static awsleuth.iam.policy.FaultRows.statement;

import awsleuth.iam.policy.Fault.Code;
import java.util.List;
import org.junit.jupiter.params.provider.Arguments;

/** Faults of what elements say. */
final class ValueFaultRows {

  private ValueFaultRows() {}

  static List<Arguments> rows() {
    return List.of(
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
            "a service without its domain",
            Code.INVALID_PRINCIPAL_FORMAT,
            PolicyType.TRUST,
            statement("'Principal': {'Service': «'lambda'»}, 'Action': 'sts:AssumeRole'")),
        row(
            "an account of eleven digits",
            Code.INVALID_PRINCIPAL_FORMAT,
            PolicyType.RESOURCE,
            statement("'Principal': {'AWS': «'11112222333'»}, 'Action': '*', 'Resource': '*'")),
        row(
            "an account of eleven digits in an ARN",
            Code.INVALID_PRINCIPAL_FORMAT,
            PolicyType.TRUST,
            statement(
                "'Principal': {'AWS': «'arn:aws:iam::11112222333:root'»}, 'Action': 'sts:AssumeRole'")),
        row(
            "a service that is named as an account",
            Code.INVALID_PRINCIPAL_FORMAT,
            PolicyType.TRUST,
            statement(
                "'Principal': {'AWS': «'lambda.amazonaws.com'»}, 'Action': 'sts:AssumeRole'")),
        row(
            "an ARN of another service",
            Code.INVALID_PRINCIPAL_FORMAT,
            PolicyType.RESOURCE,
            statement("'Principal': {'AWS': «'arn:aws:s3:::b'»}, 'Action': '*', 'Resource': '*'")),
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
            "an empty list of actions",
            Code.EMPTY_LIST,
            statement("'Action': «[]», 'Resource': '*'")),
        row("an empty list of values", Code.EMPTY_LIST, condition("'StringEquals': {'a:b': «[]»}")),
        row("an operator without keys", Code.EMPTY_OBJECT, condition("'StringEquals': «{}»")));
  }
}
