package awsleuth.boto.call;

import static org.assertj.core.api.Assertions.assertThat;

import awsleuth.aws.AwsCatalog;
import awsleuth.boto.python.PyValue;
import awsleuth.boto.python.PyValue.Dict;
import java.util.LinkedHashMap;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A call keeps its form when its parameters become others. */
class WrittenTest {

  private static GivenCall call(String source) {
    return ((GivenCall.Read) BotoCallReader.read(AwsCatalog.embedded(), source)).call();
  }

  private static Dict dict(String literal) {
    return (Dict) PythonLiterals.read(literal).orElseThrow();
  }

  private static Optional<String> with(String source, String after) {
    GivenCall call = call(source.replace("~", "\n"));
    return call.written().with(call.params(), dict(after)).map(t -> t.replace("\n", "~"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '\0',
      value = {
        "x = s3.get_object(Bucket=b, key='k')|{'Key': 'k'}|x = s3.get_object(Bucket=b, Key='k')",
        "s3.get_object(Bucket='b')|{'Bucket': 'b', 'Key': 'k'}|s3.get_object(Bucket='b', Key='k')",
        "s3.get_object(Bucket=b,)|{'Key': 'k'}|s3.get_object(Bucket=b, Key='k')",
        "s3.list_buckets()|{'Prefix': 'k'}|s3.list_buckets(Prefix='k')",
        "s3.get_object(Bucket='b', VersionId=None)|{'Bucket': 'b'}|s3.get_object(Bucket='b')",
        "s3.get_object(~  Bucket='b',  # mine~  Key=1,~)|{'Bucket': 'b', 'Key':"
            + " '1'}|s3.get_object(~  Bucket='b',  # mine~  Key='1',~)",
        "s3.get_object(~  Bucket=b,~)|{'Key': 'k'}|s3.get_object(~  Bucket=b,~  Key='k',~)",
        "s3.get_object(~  VersionId=None,~  Bucket='b'~)|{'Bucket': 'b'}|s3.get_object(~ "
            + " Bucket='b'~)",
        "s3.get_object(bucket='b', keey='k')|{'Key': 'k', 'Bucket': 'b'}|s3.get_object(Bucket='b',"
            + " Key='k')",
        "c.get_paginator('list_objects_v2').paginate(bucket='b', PaginationConfig=p)|{'Bucket':"
            + " 'b'}|c.get_paginator('list_objects_v2').paginate(Bucket='b', PaginationConfig=p)",
        "s3.generate_presigned_url('get_object', Params={'bucket': 'b'}, ExpiresIn=t)|{'Bucket':"
            + " 'b'}|s3.generate_presigned_url('get_object', Params={'Bucket': 'b'}, ExpiresIn=t)",
        "s3.generate_presigned_url('get_object', {'bucket': 'b'})|{'Bucket':"
            + " 'b'}|s3.generate_presigned_url('get_object', {'Bucket': 'b'})",
        "s3.upload_file(f, 'b', 'k', ExtraArgs={'ContentTyp': 'x'})|{'Bucket': 'b', 'Key': 'k',"
            + " 'ContentType': 'x'}|s3.upload_file(f, 'b', 'k', ExtraArgs={'ContentType': 'x'})",
        "s3.upload_file(f, 5, 'k')|{'Bucket': '5', 'Key': 'k'}|s3.upload_file(f, '5', 'k')",
        "dynamodb.Table('t').get_item(key={'id': 5})|{'Key': {'id': {'N': '5'}}, 'TableName':"
            + " 't'}|dynamodb.Table('t').get_item(Key={'id': 5})",
        "dynamodb.Table('t').put_item(Item={'p': 9.5, 'n': None})|{'Item': {'p': {'N': '9.5'}, 'n':"
            + " {'NULL': True}}, 'TableName': 't'}|dynamodb.Table('t').put_item(Item={'p':"
            + " Decimal('9.5'), 'n': None})",
      })
  void whatIsOtherIsPutInItsPlace(String source, String after, String text) {
    assertThat(with(source, after)).contains(text);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '\0',
      value = {
        "s3.get_object(**{'bucket': 'b'})|{'Bucket': 'b'}",
        "dynamodb.Table('t t').get_item(Key={'id': 'x'})|{'Key': {'id': {'S': 'x'}}, 'TableName':"
            + " 't'}",
      })
  void whatHasNoPlaceInTheTextIsNotPutAnywhere(String source, String after) {
    assertThat(with(source, after)).isEmpty();
  }

  @Test
  void whatIsPrintedIsTheCall() {
    assertThat(with("print(s3.get_object(bucket='b'))", "{'Bucket': 'b'}"))
        .contains("print(s3.get_object(Bucket='b'))");
  }

  @Test
  void aLineThatGetsTooLongIsLaidOut() {
    String key = "k".repeat(57);
    assertThat(with("s3.get_object(Bucket=b, key='" + key + "')", "{'Key': '" + key + "'}"))
        .contains("s3.get_object(Bucket=b, Key='" + key + "')");
    assertThat(with("s3.get_object(Bucket=b, key='" + key + "k')", "{'Key': '" + key + "k'}"))
        .contains("s3.get_object(~    Bucket=b,~    Key='" + key + "k',~)");
  }

  @Test
  void theMethodIsCalledByItsNameAndTheArgumentsStayInTheirPlaces() {
    GivenCall call = call("r = s3.getobject(bucket='b')");
    assertThat(
            call.written()
                .calling("getobject", "get_object")
                .with(call.params(), dict("{'Bucket': 'b'}")))
        .contains("r = s3.get_object(Bucket='b')");
    assertThat(call.written().calling("object", "x")).isEqualTo(call.written());
  }

  @Test
  void valuesOfEveryTypeLoseTheirTypes() {
    PyValue typed =
        dict(
            "{'a': {'L': [{'S': 'x'}, {'N': '-1'}, {'N': '1.50'}, {'BOOL': False}]},"
                + " 'b': {'M': {'c': {'B': b'z'}}}, 'd': {'SS': ['s']}, 'e': {'NS': ['1', '2.5']},"
                + " 'f': {'X': 'y'}, 'S': 'not typed', 'g': {'NULL': True}}");
    assertThat(UntypedValue.of(typed))
        .isEqualTo(
            dict(
                "{'a': ['x', -1, Decimal('1.50'), False], 'b': {'c': b'z'}, 'd': {'s'},"
                    + " 'e': {1, Decimal('2.5')}, 'f': {'X': 'y'}, 'S': 'not typed', 'g': None}"));
  }

  @Test
  void aTextThatIsNoPythonHasNoForm() {
    GivenCall call =
        GivenCall.of("s3", "GetObject", new Dict(new LinkedHashMap<>()), java.util.List.of());
    assertThat(call.written()).isEqualTo(Written.NONE);
  }
}
