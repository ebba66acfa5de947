package awsleuth.boto.call;

import static org.assertj.core.api.Assertions.assertThat;

import awsleuth.aws.AwsCatalog;
import awsleuth.boto.call.GivenCall.Refusal;
import awsleuth.boto.python.PythonText;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Calls of boto3 that are no plain call of a client's method. */
class BotoCallReaderTest {

  private static GivenCall.Reading reading(String source) {
    return BotoCallReader.read(AwsCatalog.embedded(), source);
  }

  private static GivenCall call(String source) {
    return ((GivenCall.Read) reading(source)).call();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '\0',
      value = {
        "boto3.resource('dynamodb').Table('t').get_item(Key={'id': 5})|dynamodb|GetItem|{'Key':"
            + " {'id': {'N': '5'}}, 'TableName': 't'}",
        "dynamodb.Table('t').put_item(Item={'a': {'b': [True, None,"
            + " {'x'}]}})|dynamodb|PutItem|{'Item': {'a': {'M': {'b': {'L': [{'BOOL': True},"
            + " {'NULL': True}, {'SS': ['x']}]}}}}, 'TableName': 't'}",
        "s3.Bucket('b').objects.filter(Prefix='x')|s3|ListObjects|{'Prefix': 'x', 'Bucket': 'b'}",
        "s3.Bucket('b').Object('k').get(VersionId='v')|s3|GetObject|{'VersionId': 'v', 'Bucket':"
            + " 'b', 'Key': 'k'}",
        "s3.Object(bucket_name='b', key='k').put(Body='x')|s3|PutObject|{'Body': 'x', 'Bucket':"
            + " 'b', 'Key': 'k'}",
        "s3.meta.client.head_object(Bucket='b')|client|head_object|{'Bucket': 'b'}",
        "s3.Bucket('b').upload_file('f', 'k')|s3|PutObject|{'Bucket': 'b', 'Key': 'k'}",
        "s3.upload_file('f', 'b', 'k', ExtraArgs={'ACL': 'private'})|s3|PutObject|{'Bucket': 'b',"
            + " 'Key': 'k', 'ACL': 'private'}",
        "s3.download_fileobj('b', 'k', f)|s3|GetObject|{'Bucket': 'b', 'Key': 'k'}",
        "s3.generate_presigned_url('get_object', Params={'Bucket': 'b', 'Key':"
            + " 'k'})|s3|get_object|{'Bucket': 'b', 'Key': 'k'}",
        "client.get_paginator('list_objects_v2').paginate(Bucket='b', PaginationConfig={'PageSize':"
            + " 3})|client|list_objects_v2|{'Bucket': 'b'}",
        "s3.get_waiter('bucket_exists').wait(Bucket='b', WaiterConfig={'Delay':"
            + " 1})|s3|HeadBucket|{'Bucket': 'b'}",
        ">>> x = await self.client.get_item(  # here|client|get_item|{'TableName': 't'}",
      })
  void theOperationBehindThemIsRead(
      String source, String service, String operation, String params) {
    String whole = source.endsWith("# here") ? source + "\n...   TableName='t',\n... )" : source;
    GivenCall call = call(whole);
    assertThat(call.service()).isEqualTo(service);
    assertThat(call.operation()).isEqualTo(operation);
    assertThat(PythonText.repr(call.params())).isEqualTo(params);
    assertThat(call.refusals()).isEmpty();
  }

  @Test
  void aVariableIsTakenForTheResourceThatItIsNamedAfterAndThatIsSaid() {
    GivenCall call = call("users_table.delete_item(Key={'id': 'a'})");
    assertThat(call.operation()).isEqualTo("DeleteItem");
    assertThat(call.inferred())
        .containsExactly(
            "`users_table` is taken for boto3.resource('dynamodb').Table(…), by its name");
    assertThat(call.unread()).extracting(GivenCall.Unread::name).containsExactly("TableName");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '\0',
      value = {
        "table.put_item(Item={'a': 1.5})|TypeError: Float types are not supported. Use Decimal"
            + " types instead.",
        "table.put_item(Item={'a': datetime(2024, 1, 2)})|TypeError: Unsupported type \"<class"
            + " 'datetime.datetime'>\" for value \"2024-01-02 00:00:00\"",
        "table.put_item({'a': 1})|TypeError: put_item() takes 1 positional argument but 2 were"
            + " given",
        "s3.upload_file('f', 'b')|TypeError: upload_file() missing 1 required positional argument:"
            + " 'Key'",
        "s3.download_file('b', 'k', 'f', ExtraArgs={'ACL': 'x'})|ValueError: Invalid extra_args key"
            + " 'ACL', must be one of: ChecksumMode, VersionId, SSECustomerAlgorithm,"
            + " SSECustomerKey, SSECustomerKeyMD5, RequestPayer, ExpectedBucketOwner",
      })
  void whatBoto3RefusesIsSaidInItsWords(String source, String text) {
    assertThat(call(source).refusals()).extracting(Refusal::text).contains(text);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '\0',
      value = {
        "s3.get_paginator('list_objects_v2')|get_paginator(…) sends nothing; give the call of"
            + " .paginate(…) with it",
        "s3.get_waiter('bucket_exist').wait(Bucket='b')|there is no waiter `bucket_exist` of s3;"
            + " near it: bucket_exists",
        "s3.generate_presigned_url(method)|the text does not tell the ClientMethod to sign",
        "s3.put_object('b')|a boto3 operation takes its parameters by name",
        "os.path.join('a')|`join` is no method of boto3's that calls an operation",
      })
  void whatCallsNoOperationIsSaidInOneLine(String source, String why) {
    assertThat(reading(source))
        .isInstanceOfSatisfying(
            GivenCall.Unreadable.class, u -> assertThat(u.why()).isEqualTo(why));
  }

  @Test
  void ofAnArgumentThatIsNoLiteralWhatIsKnownIsKept() {
    GivenCall call = call("s3.put_object_tagging(Tagging={'TagSet': [{'Key': k, **more}, x]})");
    assertThat(PythonText.repr(call.partly()).replace("'\\uffff'", "?"))
        .isEqualTo("{'Tagging': {'TagSet': [{'Key': ?, ?: ?}, ?]}}");
  }

  @Test
  void noTextMakesItFail() {
    Random random = new Random(5);
    String[] parts = {
      "s3",
      ".",
      "Bucket",
      "(",
      ")",
      "'b'",
      ",",
      "**",
      "x",
      "=",
      "[",
      "]",
      "{",
      "}",
      ":",
      "get_waiter",
      "generate_presigned_url",
      "upload_file",
      "Params",
      "table",
      "put_item",
      "Item",
      "1.5",
      "\n",
      "\"",
    };
    for (int i = 0; i < 20_000; i++) {
      StringBuilder text = new StringBuilder("s3.");
      for (int j = random.nextInt(16); j >= 0; j--) {
        text.append(parts[random.nextInt(parts.length)]);
      }
      assertThat(reading(text.toString())).isNotNull();
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "s3.get_paginator('list_objects_v2').paginate(Bucket='b', PaginationConfig={'MaxItem': 3,"
            + " 'PageSize': 1})|`MaxItem` in PaginationConfig is passed over: it has MaxItems,"
            + " PageSize, StartingToken; near it: MaxItems",
        "rds.get_waiter('db_instance_available').wait(WaiterConfig={'Tries': 3})|`Tries` in"
            + " WaiterConfig is passed over: it has Delay, MaxAttempts",
      })
  void settingsThatBotocoreDoesNotLookAtAreTold(String source, String said) {
    assertThat(((GivenCall.Read) reading(source)).call().inferred()).contains(said);
  }
}
