package awsleuth.boto.call;

import static org.assertj.core.api.Assertions.assertThat;

import awsleuth.aws.AwsCatalog;
import awsleuth.boto.python.PythonText;
import org.junit.jupiter.api.Test;

/** Lines of a program in the place of one call. */
class PastedProgramTest {

  private static GivenCall.Reading read(String text) {
    return BotoCallReader.readProgram(AwsCatalog.embedded(), text);
  }

  private static GivenCall call(String text) {
    return ((GivenCall.Read) read(text)).call();
  }

  @Test
  void theClientOfAnEarlierLineTellsTheService() {
    GivenCall call =
        call("client = boto3.client('lambda')\nr = client.get_function(\n  FunctionName=name)\n");
    assertThat(call.service()).isEqualTo("lambda");
    assertThat(call.operation()).isEqualTo("get_function");
    assertThat(call.inferred())
        .containsExactly("`client` is boto3.client('lambda')", "it is the only call, in line 2");
    assertThat(call.unread().getFirst().line()).isEqualTo(3);
    assertThat(call.written().source()).isEqualTo("client.get_function(\n  FunctionName=name)");
  }

  @Test
  void thePartOfAResourceThatAnEarlierLineMakesIsPutIn() {
    for (String made :
        new String[] {
          "t = boto3.resource('dynamodb').Table('users')",
          "ddb = boto3.resource('dynamodb', region_name='eu-west-1')\nt = ddb.Table(\"users\")"
        }) {
      GivenCall call = call(made + "\n\nt.get_item(Key=k)\n");
      assertThat(call.service()).isEqualTo("dynamodb");
      assertThat(PythonText.repr(call.params())).isEqualTo("{'TableName': 'users'}");
    }
    GivenCall twice =
        call(
            "ddb = boto3.resource('dynamodb')\nt = ddb.Table('a')\nt = ddb.Table('b')\n"
                + "t.get_item(Key=k)\n");
    assertThat(PythonText.repr(twice.params())).isEqualTo("{}");
  }

  @Test
  void aDictOfAnEarlierLineIsPutInWhereItIsSpread() {
    GivenCall call = call("kw = {'Bucket': 'b',\n 'Key': 'k'}\ns3.get_object(**kw)\n");
    assertThat(PythonText.repr(call.params())).isEqualTo("{'Bucket': 'b', 'Key': 'k'}");
    assertThat(call("kw = {'Key': 'k'}\nkw = f()\ns3.get_object(**kw)\n").unread()).hasSize(1);
  }

  @Test
  void onlyAnArgumentSpreadsADict() {
    GivenCall call = call("kw = {'Key': 'k'}; x = 1\ns3.put_object(Bucket='**kw', **kw)\n");
    assertThat(PythonText.repr(call.params())).isEqualTo("{'Bucket': '**kw', 'Key': 'k'}");
  }

  @Test
  void aDictThatIsSpreadVeryOftenIsPutInAsOftenAsIsRead() {
    String dict = "{'Bucket': '" + "b".repeat(1_000) + "'}";
    String spread = "**a, ".repeat(5_000);
    assertThat(read("a = " + dict + "\nprint(s3.put_object(" + spread + "))").toString())
        .hasSizeLessThan(2_000_000);
    assertThat(read("a = {\n".repeat(10_000) + "s3.list_buckets(").toString())
        .hasSizeLessThan(2_000_000);
  }

  @Test
  void theCallIsFoundWhereItIsPartOfAStatement() {
    assertThat(call("for p in ec2.get_paginator('describe_instances').paginate(X=1):").operation())
        .isEqualTo("describe_instances");
    assertThat(call("with s3.get_object(Bucket='b', Key='k') as f:").written().source())
        .isEqualTo("s3.get_object(Bucket='b', Key='k')");
    assertThat(call("log.info('%s', s3.get_object(Bucket='b', Key='k')['Body'])").operation())
        .isEqualTo("get_object");
  }

  @Test
  void theLinesOfSeveralCallsAreTold() {
    assertThat(
            read("import boto3\ns3 = boto3.client('s3')\ns3.list_buckets()\n\ns3.list_buckets()"))
        .isEqualTo(
            new GivenCall.Unreadable(5, 1, "one call at a time; there are calls in lines 3, 5"));
  }

  @Test
  void whatHasNoCallIsToldAsItWas() {
    assertThat(read("x = 1")).isInstanceOf(GivenCall.Unreadable.class);
    assertThat(read("s3.get_object(Bucket='b'")).isInstanceOf(GivenCall.Unreadable.class);
    assertThat(read("a.b.".repeat(5_000))).isInstanceOf(GivenCall.Unreadable.class);
    assertThat(read("s3.get_object(\n".repeat(2_000))).isInstanceOf(GivenCall.Unreadable.class);
  }

  @Test
  void aVariableThatIsNamedAsAServiceHasTheMethodsOfItsResource() {
    GivenCall call = call("ec2.create_instances(ImageId='ami-1', MinCount=1, MaxCount=1)");
    assertThat(call.operation()).isEqualTo("RunInstances");
    assertThat(call.inferred())
        .containsExactly("`ec2` is taken for boto3.resource('ec2'), which has such a method");
  }

  @Test
  void eachCallOfAProgramHasItsLines() {
    String program = "s3 = boto3.client('s3')\ns3.list_buckets()\ns3.get_object(\n  Bucket=b)\n";
    assertThat(BotoCallReader.calls(AwsCatalog.embedded(), program, 9))
        .extracting(c -> c.call().operation() + " " + c.line() + "-" + c.last())
        .containsExactly("list_buckets 2-2", "get_object 3-4");
    assertThat(BotoCallReader.calls(AwsCatalog.embedded(), program, 1)).hasSize(1);
    assertThat(BotoCallReader.calls(AwsCatalog.embedded(), "x = 1\n", 9)).isEmpty();
  }
}
