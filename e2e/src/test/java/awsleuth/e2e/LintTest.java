package awsleuth.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import awsleuth.testkit.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What {@code awsleuth lint} says, against the real libraries: of their sources, and of calls. */
class LintTest {

  private static final Path KEPT = Path.of("..", "docs", "lint-findings.md");

  /** Findings that other versions of the libraries may have beside the kept ones. */
  private static final int MOST_NEW = 5;

  @TempDir Path folder;

  private static String python(String code) throws IOException {
    Run run = Run.of(List.of(Python.get().python(), "-c", code), "", Map.of());
    assertThat(run.err()).isEmpty();
    return run.out().strip();
  }

  /** A line for each finding: package, place and id, as in the document. */
  private static List<String> findings(String name) throws IOException {
    Path source = Path.of(python("import " + name + "; print(" + name + ".__path__[0])"));
    Run run = Awsleuth.run("lint", "--format", "json", source.toString());
    assertThat(run.exitCode()).as(run.err()).isLessThan(2);
    List<String> lines = new ArrayList<>();
    for (Object each : (List<?>) Objects.requireNonNull(Json.object(run.out()).get("findings"))) {
      Map<?, ?> f = (Map<?, ?>) each;
      Path path = source.relativize(Path.of(String.valueOf(f.get("path"))));
      lines.add(
          name
              + "/"
              + path.toString().replace('\\', '/')
              + ":"
              + f.get("line")
              + " "
              + f.get("id"));
    }
    return lines;
  }

  @Test
  void theLibrariesThemselvesHaveTheKeptFindings() throws IOException {
    String kept = Files.readString(KEPT);
    for (String name : List.of("boto3", "s3transfer", "moto")) {
      String version = python("import " + name + "; print(" + name + ".__version__)");
      List<String> found = findings(name);
      List<String> wanted =
          kept.lines()
              .filter(l -> l.startsWith("- `" + name + "/"))
              .map(l -> l.substring(3, l.indexOf('`', 3)))
              .toList();
      if (kept.contains(name + " " + version)) {
        assertThat(new TreeSet<>(found)).isEqualTo(new TreeSet<>(wanted));
      } else {
        assertThat(found).hasSizeLessThanOrEqualTo(wanted.size() + MOST_NEW);
      }
    }
  }

  @Test
  void parametersAreRefusedInBotocoresWords() throws IOException {
    for (String call :
        List.of(
            "client('s3').get_object(Bucket='reports')",
            "client('sqs').send_message(QueueUrl='https://q', MessageBody='m', DelaySeconds='5')",
            "client('dynamodb').describe_table(TableNames=['a'], TableName='abc')",
            "client('glacier').create_vault(vaultName=5)")) {
      String code =
          "import boto3\n"
              + "boto3.setup_default_session(aws_access_key_id='a', aws_secret_access_key='b', region_name='eu-west-1')\n"
              + "try:\n    boto3."
              + call
              + "\nexcept Exception as e:\n    print(e)\n";
      List<String> said = python(code).lines().skip(1).toList();
      Path file = Files.writeString(folder.resolve("app.py"), "import boto3\nboto3." + call + "\n");
      Run run = Awsleuth.run("lint", file.toString());
      assertThat(said).isNotEmpty();
      assertThat(run.out()).contains(String.join("; ", said));
    }
  }

  @Test
  void whatBotocoreAcceptsIsNoFinding() throws IOException {
    String program =
        """
        import boto3
        boto3.client("glacier").create_vault(vaultName="v")
        boto3.client("ec2").describe_flow_logs(Filters=[{"Name": n, "Values": ["a"]}])
        boto3.client("s3").copy_object(Bucket="b", Key="k", CopySource={"Bucket": b, "Key": "k"})
        boto3.client("logs").create_export_task(logGroupName="g", fromTime=1, to=2, destination=d)
        """;
    Path file = Files.writeString(folder.resolve("app.py"), program);
    Run run = Awsleuth.run("lint", file.toString());
    assertThat(run.out()).isEqualTo("0 findings in 1 file\n");
  }

  @Test
  void theFixOfTheNumberOfRetriesChangesNoNumber() throws IOException {
    String program =
        """
        import boto3
        from botocore.config import Config
        for mode in "legacy", "standard", "adaptive":
            config = Config(retries={"max_attempts": 1, "mode": mode})
            print(sorted(boto3.client("s3", "eu-west-1", config=config).meta.config.retries.items()))
        """;
    Path file = Files.writeString(folder.resolve("app.py"), program);
    String before = python(program);
    assertThat(Awsleuth.run("lint", "--fix", file.toString()).out()).contains("1 fixed");
    String fixed = Files.readString(file);
    assertThat(fixed).contains("{\"total_max_attempts\": 2, \"mode\": mode}");
    assertThat(python(fixed)).isEqualTo(before).contains("('total_max_attempts', 2)");
  }

  @Test
  void testsOfAnOlderMotoRunAfterTheFix() throws IOException {
    String program =
        """
        import boto3
        from moto import mock_s3, mock_sqs

        @mock_s3
        @mock_sqs
        def test():
            s3 = boto3.client("s3", region_name="us-east-1")
            s3.create_bucket(Bucket="reports")
            return [b["Name"] for b in s3.list_buckets()["Buckets"]]

        print(test())
        """;
    Path file = Files.writeString(folder.resolve("app.py"), program);
    Run before = Run.of(List.of(Python.get().python(), file.toString()), "", Map.of());
    assertThat(before.err()).contains("ImportError");
    assertThat(Awsleuth.run("lint", "--fix", file.toString()).out()).contains("1 fixed");
    assertThat(python(Files.readString(file))).isEqualTo("['reports']");
  }
}
