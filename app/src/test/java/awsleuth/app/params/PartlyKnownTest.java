package awsleuth.app.params;

import static org.assertj.core.api.Assertions.assertThat;

import awsleuth.app.Command;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Calls in Python whose arguments have literals and variables in them. */
class PartlyKnownTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '\0',
      value = {
        "dynamodb.put_item(TableName='ttt', Item={'id': {'S': uid}, 'n': {'N':"
            + " 5}})|dynamodb.put_item(TableName='ttt', Item={'id': {'S': uid}, 'n': {'N': '5'}})",
        "dynamodb.put_item(TableName=t, Item={'n': 5, 'x': {'S': f(a, {'b':"
            + " 1})}})|dynamodb.put_item(TableName=t, Item={'n': {'N': '5'}, 'x': {'S': f(a, {'b':"
            + " 1})}})",
        "iam.create_policy(PolicyName='p', PolicyDocument={'Statement':"
            + " s})|iam.create_policy(PolicyName='p', PolicyDocument=json.dumps({'Statement':"
            + " s}))",
        "iam.create_user(UserName=[name])|iam.create_user(UserName=name)",
        "ec2.describe_instances(Filters={'Name': 'a', 'Value': v['x']})|ec2.describe_instances("
            + "Filters=[{'Name': 'a', 'Values': v['x']}])",
        "x = s3.put_object_tagging(Bucket=b, Key=k, Tagging={'TagSet': [{'Key': k, 'Valu':"
            + " v}]})|x = s3.put_object_tagging(Bucket=b, Key=k, Tagging={'TagSet': [{'Key': k,"
            + " 'Value': v}]})",
      })
  void whatIsNoLiteralStaysInTheCorrectedArgument(String call, String corrected) {
    assertThat(Command.run("params", call).out())
        .contains("[ready]")
        .contains("            " + corrected + "\n");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "s3.put_object(Bucket=b, Key=k, Metadata={'n': 5, **more})",
        "s3.put_object_tagging(Bucket=b, Key=k, Tagging={'TagSet': {k: v}})",
      })
  void anArgumentWithEntriesOfUnknownNamesIsLeftToTheProgram(String call) {
    assertThat(Command.run("params", call).out()).startsWith("refused").doesNotContain("fix  ");
  }

  @Test
  void whatIsSensitiveInItIsNotShown() {
    String out = Command.run("params", "lambda_client.invoke(Payload={'a': x, 'pw': 5})").out();
    assertThat(out)
        .contains("value: (secret)")
        .contains("Payload=json.dumps(<Payload>)")
        .contains("[template]")
        .contains("not read  Payload: it is no literal")
        .doesNotContain("'pw'");
  }

  @Test
  void inJsonWhatIsNotKnownIsToBePutIn() {
    assertThat(Command.run("params", "--as", "json", "s3.get_object(Bucket=b, Key=5)").out())
        .isEqualTo("{\"Bucket\": \"<Bucket>\", \"Key\": \"5\"}\n");
  }
}
