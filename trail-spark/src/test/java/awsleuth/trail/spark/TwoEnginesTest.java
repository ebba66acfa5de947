package awsleuth.trail.spark;

import static org.assertj.core.api.Assertions.assertThat;

import awsleuth.app.trail.Engine;
import awsleuth.app.trail.ThisMachine;
import awsleuth.trail.make.Generator;
import awsleuth.trail.make.IncidentKind;
import awsleuth.trail.make.Order;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The command on this machine is what the answers of Spark are held against, to the letter. */
@Timeout(180)
class TwoEnginesTest {

  private static final String RECORD =
      """
      {"eventTime":"2026-11-03T10:00:00Z","eventSource":"s3.amazonaws.com",\
      "eventName":"GetObject","awsRegion":"eu-west-1","errorCode":"AccessDenied",\
      "userIdentity":{"type":"AWSService","accountId":"111122223333"},"eventID":"of-%s"}\
      """;

  @TempDir static Path folder;

  private static Cluster cluster;
  private static Path archive;

  @BeforeAll
  static void begin() throws IOException {
    cluster =
        new Cluster(
            TrailJob.conf()
                .setMaster("local[2]")
                .set("spark.ui.enabled", "false")
                .set("spark.driver.host", "127.0.0.1")
                .set("spark.driver.bindAddress", "127.0.0.1")
                .set("spark.local.dir", folder.resolve("local").toString())
                .set("spark.hadoop.fs.disk.impl", DiskFileSystem.class.getName()));
    archive = folder.resolve("archive");
    List<IncidentKind> incidents =
        List.of(
            IncidentKind.BUCKET_DENY,
            IncidentKind.POLICY_REMOVED,
            IncidentKind.THROTTLE_STORM,
            IncidentKind.PROPAGATION_DELAY);
    new Generator(
            new Order(7, 6_000, 60, Instant.parse("2026-11-02T00:00:00Z"), 3, incidents, false))
        .write(archive);
    damage(archive.resolve("damaged"));
  }

  private static void damage(Path damaged) throws IOException {
    Files.createDirectories(damaged);
    byte[] packed = packed("{\"Records\":[" + RECORD.formatted("cut") + "," + RECORD.repeat(9));
    Files.write(damaged.resolve("cut.json.gz"), Arrays.copyOf(packed, packed.length - 9));
    Files.writeString(
        damaged.resolve("half.json"), "{\"Records\":[" + RECORD.formatted("half") + ",17,\"x\",");
    Files.writeString(damaged.resolve("broken.json"), "{\"Records\":[{\"eventTime\":}");
    Files.write(damaged.resolve("binary.log"), new byte[] {0, 1, 2, 3, 0, 0, 7});
    Files.writeString(damaged.resolve("picture.png"), "is passed over");
    Files.writeString(damaged.resolve("empty.json"), "");
    Files.writeString(
        damaged.resolve("of the program: day 1.log"),
        "botocore.exceptions.ClientError: An error occurred (AccessDenied) when calling the"
            + " GetObject operation: Access Denied\n");
  }

  private static byte[] packed(String text) throws IOException {
    java.io.ByteArrayOutputStream bytes = new java.io.ByteArrayOutputStream();
    try (OutputStream out = new GZIPOutputStream(bytes)) {
      out.write(text.getBytes(StandardCharsets.UTF_8));
    }
    return bytes.toByteArray();
  }

  @AfterAll
  static void end() {
    cluster.close();
  }

  private static Answer onThisMachine(String... args) {
    return Answer.of(new ThisMachine(new PrintStream(OutputStream.nullOutputStream())), args);
  }

  private static Engine onSpark(int shares) {
    return new SparkEngine(cluster, Optional.of(shares));
  }

  private static String[] question(String question, Path place) {
    String format = question.contains("--format") ? "" : " --format json";
    return (question + format + " " + place).split(" ", -1);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "failures",
        "failures --since 2026-11-03 --until 2026-11-03T12:00:00Z --service s3",
        "failures --code AccessDenied --region eu-west-1 --top 3",
        "failures --account 111122223333 --operation Get*",
        "timeline",
        "timeline --since 2026-11-03",
        "changes",
        "changes --failed --since 2026-11-04",
        "incident",
        "incident --hours 6 --since 2026-11-03",
        "failures --format text",
        "failures --format markdown --principal role/*",
        "timeline --format text --until 2026-11-04",
        "timeline --format markdown --address 198.51.100.*",
        "changes --format text --principal role/*",
        "changes --format markdown --until 2026-11-04",
        "incident --format text",
        "incident --format markdown --address 198.51.100.*",
        "incident --at 2026-11-03T12:00:00Z"
      })
  void everyQuestionHasTheSameAnswer(String question) {
    Answer expected = onThisMachine(question(question, archive));
    assertThat(expected.err()).contains("cut.json.gz", "half.json", "broken.json", "binary.log");
    assertThat(expected.code()).isEqualTo(2);
    assertThat(Answer.of(new SparkEngine(cluster), question(question, archive)))
        .isEqualTo(expected);
  }

  @Test
  void aGroupIsLookedIntoAndAPictureIsDrawnAlike() throws IOException {
    String incidents = onThisMachine(question("incident", archive)).out();
    Matcher id = Pattern.compile("\"(?:group|id)\":\"([0-9a-f]{6})\"").matcher(incidents);
    assertThat(id.find()).isTrue();
    String group = "incident --group " + id.group(1);
    assertThat(Answer.of(onSpark(3), question(group, archive)))
        .isEqualTo(onThisMachine(question(group, archive)));
    Path mine = folder.resolve("mine.svg");
    Path its = folder.resolve("its.svg");
    onThisMachine(question("timeline --picture " + mine, archive));
    Answer.of(onSpark(3), question("timeline --picture " + its, archive));
    assertThat(its).hasSameTextualContentAs(mine).content().contains("<svg");
  }

  /** More callers than are kept apart, and events that stand there twice. */
  @Test
  void beyondItsBoundsWhatIsKeptIsTheSame() throws IOException {
    Path crowd = Files.createDirectories(folder.resolve("crowd"));
    for (int file = 0; file < 4; file++) {
      StringBuilder records = new StringBuilder("{\"Records\":[");
      for (int i = 0; i < 15_000; i++) {
        int number = Math.min(file, 2) * 15_000 + i;
        records
            .append(i == 0 ? "" : ",")
            .append(
                RECORD
                    .formatted(number)
                    .replace("\"AWSService\"", "\"IAMUser\",\"arn\":\"user/" + number + "\""));
      }
      Files.write(crowd.resolve(file + ".json.gz"), packed(records + "]}"));
    }
    for (String asked : List.of("failures", "timeline", "incident")) {
      assertThat(Answer.of(onSpark(3), question(asked, crowd)))
          .as(asked)
          .isEqualTo(onThisMachine(question(asked, crowd)));
    }
    assertThat(onThisMachine(question("failures", crowd)).out())
        .contains("\"failed\":45000,\"repeated\":15000,\"repeated_share\":0.0,");
  }

  @Test
  void theIncidentsAreFound() {
    assertThat(Answer.of(onSpark(3), question("incident", archive)).out())
        .contains(
            "\"kind\":\"change\"", "\"kind\":\"throttle-storm\"", "\"kind\":\"propagation-delay\"");
  }

  @Test
  void aRequestIsExplainedAlike() {
    String failures = onThisMachine(question("failures", archive)).out();
    Matcher id = Pattern.compile("\"(?:requestId|request_id)\":\"([^\"]+)\"").matcher(failures);
    assertThat(id.find()).isTrue();
    Answer expected = onThisMachine(question("request " + id.group(1), archive));
    assertThat(expected.out()).contains(id.group(1));
    assertThat(Answer.of(onSpark(3), question("request " + id.group(1), archive)))
        .isEqualTo(expected);
    assertThat(Answer.of(onSpark(3), question("request none", archive)))
        .isEqualTo(onThisMachine(question("request none", archive)));
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 3, 7})
  void howFilesAreSharedOutDoesNotMatter(int shares) {
    for (String asked : List.of("failures", "incident")) {
      assertThat(Answer.of(onSpark(shares), question(asked, archive)))
          .isEqualTo(onThisMachine(question(asked, archive)));
    }
  }

  @Test
  void whatTheLayoutLeavesOutIsPassedOverOnBoth() {
    String asked = "failures --since 2026-11-04 --region eu-west-1";
    Answer expected = onThisMachine(question(asked, archive.resolve("AWSLogs")));
    assertThat(Answer.of(onSpark(2), question(asked, archive.resolve("AWSLogs"))))
        .isEqualTo(expected);
    assertThat(expected.out()).doesNotContain("\"passed\":0,");
    assertThat(expected.code()).isEqualTo(1);
  }

  @Test
  void aStorageOfHadoopIsReadLikeADisk() {
    for (String asked : List.of("failures", "changes", "failures --since 2026-11-04")) {
      Answer disk = onThisMachine(question(asked, archive));
      assertThat(Answer.of(onSpark(3), (asked + " --format json disk://" + archive).split(" ", -1)))
          .extracting(a -> new Answer(a.code(), plain(a.out()), plain(a.err())))
          .isEqualTo(disk);
    }
  }

  private static String plain(String told) {
    return told.replace("disk://", "");
  }

  @Test
  void aBombStopsAtTheSameLimitAndTheRestIsRead() throws IOException {
    Path bombs = Files.createDirectories(folder.resolve("bombs"));
    Files.writeString(bombs.resolve("good.json"), "[" + RECORD.formatted("good") + "]");
    byte[] spaces = " ".repeat(1 << 20).getBytes(StandardCharsets.UTF_8);
    try (OutputStream out =
        new GZIPOutputStream(Files.newOutputStream(bombs.resolve("bomb.json.gz")))) {
      out.write("{\"Records\":[".getBytes(StandardCharsets.UTF_8));
      for (int i = 0; i < 260; i++) {
        out.write(spaces);
      }
    }
    Answer expected = onThisMachine(question("failures", bombs));
    assertThat(expected.err()).contains("bomb.json.gz: unpacks to more than 500 times its size");
    assertThat(expected.out()).contains("\"failed\":1,");
    assertThat(Answer.of(onSpark(2), question("failures", bombs))).isEqualTo(expected);
  }

  @Test
  void whatStandardInputBringsIsNamedAlike() {
    String cut = "{\"Records\":[" + RECORD.formatted("piped") + ",17";
    Answer expected = piped(new ThisMachine(new PrintStream(OutputStream.nullOutputStream())), cut);
    assertThat(expected.err()).contains("<stdin>: ");
    assertThat(expected.out()).contains("<stdin>");
    assertThat(piped(onSpark(2), cut)).isEqualTo(expected);
  }

  private static Answer piped(Engine engine, String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    return Answer.of(
        engine, new java.io.ByteArrayInputStream(bytes), "failures", "--format", "json", "-");
  }

  @Test
  void whatCannotBeReachedIsOneLine() {
    Answer gone = Answer.of(onSpark(2), "failures", folder.resolve("none").toString());
    assertThat(gone).isEqualTo(onThisMachine("failures", folder.resolve("none").toString()));
    assertThat(gone.err()).contains("cannot be read (it is not there)");
    Answer storage = Answer.of(onSpark(2), "failures", "nowhere://bucket/AWSLogs");
    assertThat(storage.code()).isEqualTo(2);
    assertThat(storage.err())
        .contains("nowhere://bucket/AWSLogs: its storage cannot be reached")
        .doesNotContain("\tat ");
    try (Cluster none = new Cluster(TrailJob.conf().setMaster("nothing"))) {
      Answer refused = Answer.of(new SparkEngine(none), "failures", archive.toString());
      assertThat(refused.code()).isEqualTo(3);
      assertThat(refused.err().lines()).hasSize(1);
      assertThat(refused.err()).contains("SparkFailed: ", "(--debug shows where)");
    }
    Answer resume = Answer.of(onSpark(2), "failures", "--resume", "state", archive.toString());
    assertThat(resume.code()).isEqualTo(2);
    assertThat(resume.err()).contains("--resume is for one machine");
  }
}
