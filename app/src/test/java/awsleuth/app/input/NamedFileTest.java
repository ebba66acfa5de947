package awsleuth.app.input;

import static org.assertj.core.api.Assertions.assertThat;

import awsleuth.app.Command;
import awsleuth.app.terminal.Console;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Every command reads the files that it is given in the same way. */
class NamedFileTest {

  private static final String REQUEST =
      " --principal arn:aws:iam::111122223333:role/app --action s3:GetObject"
          + " --resource arn:aws:s3:::b/k";
  private static final String POLICY =
      """
      {"Version": "2012-10-17",
       "Statement": {"Effect": "Allow", "Action": "s3:GetObject", "Resource": "arn:aws:s3:::b/k"}}
      """;

  /** No file system has a name with half a letter in it. */
  private static final String NO_NAME = "\ud800";

  @TempDir private Path folder;

  private String file(String name, byte[] bytes) throws IOException {
    return Files.write(folder.resolve(name), bytes).toString();
  }

  private String file(String name, String text, Charset charset) throws IOException {
    return file(name, text.getBytes(charset));
  }

  private static byte[] packed(String text) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
      gzip.write(text.getBytes(StandardCharsets.UTF_8));
    }
    return bytes.toByteArray();
  }

  private static Command run(String line, String file) {
    return Command.run(
        List.of(line.split(" ")).stream()
            .map(word -> word.replace("FILE", file))
            .toArray(String[]::new));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "diagnose FILE",
        "diagnose --env FILE",
        "params FILE",
        "params s3 PutObject FILE",
        "params --botocore FILE s3 PutObject x",
        "policy check FILE",
        "simulate --event FILE",
        "simulate --policy FILE" + REQUEST,
        "simulate --scp root=FILE" + REQUEST,
        "simulate --kms-grants FILE" + REQUEST,
        "simulate --object-ownership ObjectWriter --object-acl FILE" + REQUEST,
        "endpoint --env FILE s3",
        "endpoint --config FILE s3",
        "endpoint --botocore FILE s3",
        "retries --env FILE",
        "retries --config FILE",
        "retries --svg FILE --clients 2 --limit 1 --seconds 1",
        "credentials --env FILE",
      })
  void aNameThatNoFileCanHaveIsSaidInOneLine(String line) {
    Command c = run(line, "a" + NO_NAME);
    assertThat(c.code()).isEqualTo(Console.USAGE);
    assertThat(c.err().lines()).hasSize(1);
    assertThat(c.err()).startsWith("awsleuth: a").doesNotContain("inside");
  }

  @Test
  void aCallWithLettersThatTheLocaleHasNotIsReadAllTheSame() {
    Command c = Command.run("params", "s3.put_object(Bucket='b', Key='" + NO_NAME + "')");
    assertThat(c.out()).contains("PutObject of s3");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "params s3 PutObject FILE",
        "policy check FILE",
        "simulate --event FILE",
        "simulate --kms-grants FILE" + REQUEST,
        "endpoint --env FILE s3",
        "endpoint --config FILE s3",
        "credentials --env FILE",
      })
  void aFileThatIsNotThereIsSaidInTheSameWords(String line) {
    Command c = run(line, "nosuch.json");
    assertThat(c.code()).isEqualTo(Console.USAGE);
    assertThat(c.err())
        .isEqualTo("awsleuth: nosuch.json: cannot be read (there is no such file)\n");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "params s3 PutObject FILE",
        "simulate --event FILE",
        "endpoint --env FILE s3",
        "endpoint --config FILE s3",
        "credentials --env FILE",
      })
  void aFolderIsNoFile(String line) {
    Command c = run(line, folder.toString());
    assertThat(c.code()).isEqualTo(Console.USAGE);
    assertThat(c.err()).isEqualTo("awsleuth: " + folder + ": cannot be read (Is a directory)\n");
  }

  @Test
  void gzipIsUnpackedWhereverItIsMet() throws IOException {
    String call = file("call.json.gz", packed("{\"Bucket\": \"b\", \"Key\": \"k\"}"));
    assertThat(Command.run("params", "s3", "PutObject", call).code()).isEqualTo(Console.FINE);
    String policy = file("p.json.gz", packed(POLICY));
    assertThat(run("policy check FILE", policy).code()).isEqualTo(Console.FINE);
    assertThat(run("simulate --policy FILE" + REQUEST, policy).code()).isEqualTo(Console.FINE);
    String event =
        file(
            "event.json.gz",
            packed(
                """
                {"eventSource": "s3.amazonaws.com", "eventName": "GetObject", "eventID": "1",
                 "userIdentity": {"type": "IAMUser", "arn": "arn:aws:iam::111122223333:user/a"},
                 "requestParameters": {"bucketName": "b", "key": "k"}}
                """));
    assertThat(run("simulate --event FILE --policy " + policy, event).out())
        .startsWith("allowed  ");
    String env = file("env.gz", packed("AWS_DEFAULT_REGION=eu-west-1\n"));
    assertThat(run("endpoint --env FILE sqs", env).out()).contains("sqs.eu-west-1.");
    String config = file("config.gz", packed("[default]\nregion = eu-west-3\n"));
    assertThat(run("endpoint --config FILE sqs", config).out()).contains("sqs.eu-west-3.");
  }

  @Test
  void damagedGzipIsNotDecidedOn() throws IOException {
    byte[] whole = packed(POLICY);
    String cut = file("cut.gz", java.util.Arrays.copyOf(whole, whole.length - 12));
    Command c = run("simulate --policy FILE" + REQUEST, cut);
    assertThat(c.code()).isEqualTo(Console.USAGE);
    assertThat(c.err()).contains("cut.gz: its gzip data is damaged or ends too early");
  }

  @Test
  void whatPowerShellWritesIsRead() throws IOException {
    String call = "\ufeff{\"Bucket\": \"b\", \"Key\": \"k\"}";
    String env = "\ufeffAWS_DEFAULT_REGION=eu-west-1\r\n";
    for (Charset charset : List.of(StandardCharsets.UTF_8, StandardCharsets.UTF_16LE)) {
      String json = file("call.json", call, charset);
      assertThat(Command.run("params", "s3", "PutObject", json).code()).isEqualTo(Console.FINE);
      String variables = file("variables", env, charset);
      assertThat(run("endpoint --env FILE sqs", variables).out()).contains("sqs.eu-west-1.");
      assertThat(run("credentials --env FILE", variables).out()).contains("eu-west-1");
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "AWS_DEFAULT_REGION=eu-west-1",
        "export AWS_DEFAULT_REGION=eu-west-1",
        "  export  AWS_DEFAULT_REGION='eu-west-1'",
        "declare -x AWS_DEFAULT_REGION=\"eu-west-1\"",
        "set AWS_DEFAULT_REGION=eu-west-1",
      })
  void allCommandsReadTheSameVariables(String line) throws IOException {
    String env = file("env", line + "\n", StandardCharsets.UTF_8);
    assertThat(run("endpoint --env FILE sqs", env).out()).contains("sqs.eu-west-1.");
    assertThat(run("credentials --env FILE", env).out()).contains("eu-west-1");
  }
}
