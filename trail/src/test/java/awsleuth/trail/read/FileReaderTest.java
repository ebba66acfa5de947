package awsleuth.trail.read;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import awsleuth.core.scan.Stretches.ByteSource;
import awsleuth.trail.Damage;
import awsleuth.trail.Event;
import awsleuth.trail.Events;
import com.github.luben.zstd.Zstd;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.LongAdder;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FileReaderTest {

  private static final byte[] RECORDS = Events.records(0, 500).getBytes(StandardCharsets.UTF_8);

  @TempDir Path folder;

  private final List<Event> events = new ArrayList<>();

  private FileReader.Done read(String name, byte[] bytes) {
    return read(name, bytes, false);
  }

  private FileReader.Done read(String name, byte[] bytes, boolean ahead) {
    events.clear();
    try {
      Path file = Files.write(folder.resolve(name), bytes);
      return new FileReader(new LongAdder(), java.util.Optional.empty())
          .read(
              new Found(new OnDisk(file), name, bytes.length),
              ahead,
              (event, record) -> events.add(event));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static byte[] gzip(byte[] bytes) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (OutputStream gzip = new GZIPOutputStream(out)) {
      gzip.write(bytes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toByteArray();
  }

  private static byte[] both(byte[] a, byte[] b) {
    byte[] all = Arrays.copyOf(a, a.length + b.length);
    System.arraycopy(b, 0, all, a.length, b.length);
    return all;
  }

  private static String damage(FileReader.Done done) {
    return String.join("; ", done.damages().stream().map(Damage::what).toList());
  }

  @Test
  void a_file_of_white_space_is_read_to_its_end() {
    byte[] spaces = new byte[300_000];
    Arrays.fill(spaces, (byte) ' ');
    FileReader.Done done = read("a.json", both(spaces, RECORDS));
    assertThat(events).hasSize(500);
    assertThat(damage(done)).isEmpty();
    assertThat(damage(read("b.json", spaces))).isEmpty();
    assertThat(damage(read("bomb.gz", gzip(blank()))))
        .isEqualTo("unpacks to more than 500 times its size; reading stopped there");
  }

  private static byte[] blank() {
    byte[] blank = new byte[270 << 20];
    Arrays.fill(blank, (byte) ' ');
    return blank;
  }

  @Test
  void many_small_bombs_are_stopped_as_one_large_is() throws IOException {
    for (long before : new long[] {0, Meter.MOST_BEYOND}) {
      Meter meter = new Meter(new LongAdder(), new AtomicLong(before));
      ByteSource all = meter.bounded((buffer, offset, length) -> length);
      byte[] buffer = new byte[1 << 20];
      for (int i = 0; i < 16; i++) {
        all.read(buffer, 0, buffer.length);
      }
      if (before == 0) {
        assertThat(all.read(buffer, 0, buffer.length)).isEqualTo(buffer.length);
      } else {
        assertThatThrownBy(() -> all.read(buffer, 0, buffer.length))
            .hasMessageContaining("500 times its size");
      }
    }
  }

  @Test
  void an_event_within_event_data_is_read() {
    String event = Events.records(0, 1).replaceAll("^\\{\"Records\":\\[|\\]\\}$", "");
    read(
        "a.jsonl",
        ("{\"eventVersion\":\"1\",\"eventData\":" + event + "}\n")
            .getBytes(StandardCharsets.UTF_8));
    assertThat(events).hasSize(1);
  }

  @Test
  void results_of_athena_of_too_many_values_are_refused_before_they_are_held() {
    String many = "{\"ResultSet\": {\"Rows\": [" + "1,".repeat(2_000_000) + "1]}}";
    assertThat(damage(read("rows.json", many.getBytes(StandardCharsets.UTF_8))))
        .contains("larger than a page of results of Athena");
  }

  @Test
  void a_time_that_no_event_can_have_is_none() {
    String event = Events.event(3, "ListObjects", "", "");
    for (String year : List.of("1970", "2001", "2150", "+200000000")) {
      String other = event.replace("2026-11-18T", year + "-11-18T");
      read("a.json", ("{\"Records\":[" + other + "]}").getBytes(StandardCharsets.UTF_8));
      assertThat(events).extracting(Event::time).containsExactly(Event.UNKNOWN_TIME);
    }
  }

  @Test
  void plain_gzip_and_zstd_are_told_by_their_bytes() {
    for (byte[] bytes :
        List.of(RECORDS, gzip(RECORDS), Zstd.compress(RECORDS), gzip(gzip(RECORDS)))) {
      for (boolean ahead : new boolean[] {false, true}) {
        FileReader.Done done = read("x", bytes, ahead);
        assertThat(events).hasSize(500);
        assertThat(done.damages()).isEmpty();
        assertThat(done.unpacked()).isEqualTo(RECORDS.length);
        assertThat(done.bytes()).isEqualTo(bytes.length);
      }
    }
  }

  @Test
  void gzip_of_several_members_and_zeros_behind_are_read() {
    String line = Events.event(1, "A", "", "") + "\n";
    byte[] member = gzip(line.getBytes(StandardCharsets.UTF_8));
    FileReader.Done done = read("x.gz", both(both(member, member), new byte[512]));
    assertThat(events).hasSize(2);
    assertThat(done.damages()).isEmpty();
  }

  @Test
  void gzip_that_is_cut_gives_what_comes_before() {
    byte[] whole = gzip(RECORDS);
    for (boolean ahead : new boolean[] {false, true}) {
      FileReader.Done done = read("x.gz", Arrays.copyOf(whole, whole.length / 2), ahead);
      assertThat(events.size()).isBetween(100, 400);
      assertThat(damage(done)).contains("its gzip data ends too early; what comes before is read");
    }
  }

  @Test
  void gzip_cut_at_any_length_never_throws() {
    byte[] whole = gzip(Events.records(0, 5).getBytes(StandardCharsets.UTF_8));
    for (int length = 3; length < whole.length; length++) {
      assertThat(read("x.gz", Arrays.copyOf(whole, length)).damages()).hasSize(1);
    }
    read("x.gz", Arrays.copyOf(whole, whole.length - 12));
    assertThat(events).hasSizeBetween(3, 5);
  }

  @Test
  void gzip_with_a_wrong_byte_is_told() {
    byte[] bytes = gzip(RECORDS);
    bytes[bytes.length - 6] ^= 1;
    assertThat(damage(read("x.gz", bytes))).contains("does not have the sum that it tells");
    assertThat(events).hasSize(500);
    bytes[bytes.length / 2] ^= 64;
    assertThat(read("x.gz", bytes).damages()).isNotEmpty();
  }

  @Test
  void other_data_behind_gzip_is_told() {
    FileReader.Done done =
        read("x.gz", both(gzip(RECORDS), "more".getBytes(StandardCharsets.US_ASCII)));
    assertThat(events).hasSize(500);
    assertThat(damage(done)).isEqualTo("has other data behind its gzip data, which is not read");
  }

  @Test
  void zstd_that_is_cut_or_damaged_gives_what_comes_before() {
    byte[] whole = Zstd.compress(Events.records(0, 5000).getBytes(StandardCharsets.UTF_8), 1);
    FileReader.Done done = read("x.zst", Arrays.copyOf(whole, whole.length - 20));
    assertThat(events.size()).isGreaterThan(1000);
    assertThat(damage(done)).contains("zstd data");
  }

  @Test
  void what_unpacks_to_too_much_is_stopped() {
    byte[] spaces = new byte[270 << 20];
    Arrays.fill(spaces, (byte) ' ');
    spaces[0] = '[';
    byte[] bomb = gzip(gzip(spaces));
    assertThat(bomb.length).isLessThan(100_000);
    FileReader.Done done = read("bomb.gz", bomb);
    assertThat(damage(done))
        .isEqualTo("unpacks to more than 500 times its size; reading stopped there");
    assertThat(done.unpacked()).isLessThan(300L << 20);
  }

  @Test
  void other_packings_are_named() {
    assertThat(damage(read("x.xz", new byte[] {(byte) 0xfd, '7', 'z', 'X', 'Z', 0})))
        .contains("xzcat");
  }

  @Test
  void tables_of_lake_and_athena_are_read() {
    FileReader.Done done =
        read(
            "x.csv",
            """
            eventtime,eventname,eventsource,errorcode,errormessage,useridentity,requestparameters
            2026-11-18 15:42:07.000,GetObject,s3.amazonaws.com,AccessDenied,"no, ""never\""","{type=AssumedRole, arn=arn:aws:sts::111122223333:assumed-role/a/x, sessioncontext={sessionissuer={arn=arn:aws:iam::111122223333:role/a}}}","{""bucketName"":""b""}"
            2026-11-18 15:42:08.000,GetObject,s3.amazonaws.com,,,,
            """
                .getBytes(StandardCharsets.UTF_8));
    assertThat(done.damages()).isEmpty();
    assertThat(events).hasSize(2);
    Event first = events.getFirst();
    assertThat(first.time()).isEqualTo(1_795_016_527_000L);
    assertThat(first.message()).isEqualTo("no, \"never\"");
    assertThat(first.principal()).isEqualTo("arn:aws:iam::111122223333:role/a");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        ", \"ResultSetMetadata\": {}",
        ", \"ResultSetMetadata\": {\"ColumnInfo\": [{\"Name\": \"eventtime\"}, {\"Name\":"
            + " \"eventname\"}, {\"Name\": \"eventsource\"}, {\"Name\": \"errorcode\"}]}"
      })
  void rows_of_a_query_of_athena_are_read(String described) {
    String results =
        """
        {"UpdateCount": 0, "ResultSet": {"Rows": [
          {"Data": [{"VarCharValue": "eventtime"}, {"VarCharValue": "eventname"},
                    {"VarCharValue": "eventsource"}, {"VarCharValue": "errorcode"}]},
          {"Data": [{"VarCharValue": "2026-11-18T15:42:07Z"}, {"VarCharValue": "GetObject"},
                    {"VarCharValue": "s3.amazonaws.com"}, {"VarCharValue": "AccessDenied"}]},
          {"Data": [{"VarCharValue": "2026-11-18T15:42:08Z"}, {"VarCharValue": "GetObject"},
                    {"VarCharValue": "s3.amazonaws.com"}, {}]}]DESCRIBED}}
        """
            .replace("DESCRIBED", described);
    FileReader.Done done = read("x.json", results.getBytes(StandardCharsets.UTF_8));
    assertThat(done.damages()).isEmpty();
    assertThat(events).extracting(Event::code).containsExactly("AccessDenied", "");
    assertThat(events.getFirst().time()).isEqualTo(1_795_016_527_000L);
    FileReader.Done cut =
        read("x.json", results.substring(0, 300).getBytes(StandardCharsets.UTF_8));
    assertThat(cut.damages())
        .extracting(Damage::what)
        .containsExactly("1 record is no JSON (line 1); the others are read");
  }

  @Test
  void columns_that_hold_whole_events_are_read() {
    String quoted = Events.event(1, "A", "", "").replace("\"", "\"\"");
    for (String header : List.of("eventJson", "\ufeff\"eventjson\"", "@timestamp,@message")) {
      String row =
          (header.contains(",") ? "2026-11-18 10:00:00.000," : "") + "\"" + quoted + "\"\n";
      FileReader.Done done =
          read("x.csv", (header + "\n" + row + row).getBytes(StandardCharsets.UTF_8));
      assertThat(done.damages()).isEmpty();
      assertThat(events).extracting(Event::name).containsExactly("A", "A");
    }
  }

  @Test
  void text_in_utf_16_is_named_with_what_to_do() {
    for (var charset : List.of(StandardCharsets.UTF_16LE, StandardCharsets.UTF_16BE)) {
      assertThat(damage(read("x.json", "\ufeff{\"Records\":[]}".getBytes(charset))))
          .startsWith("is UTF-16");
    }
  }

  @Test
  void failed_calls_that_a_log_tells_are_events_without_a_time() {
    FileReader.Done done =
        read(
            "app.log",
            ("2026-11-18 15:42:07 ERROR botocore.exceptions.ClientError: An error occurred"
                    + " (AccessDenied) when calling the ListObjectsV2 operation: Access Denied\n")
                .repeat(3)
                .getBytes(StandardCharsets.UTF_8));
    assertThat(done.damages()).isEmpty();
    assertThat(events).hasSize(3);
    assertThat(events.getFirst().name()).isEqualTo("ListObjectsV2");
    assertThat(events.getFirst().code()).isEqualTo("AccessDenied");
    assertThat(events.getFirst().time()).isEqualTo(Event.UNKNOWN_TIME);
  }

  @Test
  void a_packed_log_that_is_cut_gives_what_comes_before() {
    StringBuilder log = new StringBuilder();
    for (int i = 0; i < 2000; i++) {
      log.append("2026-11-18 15:42:07 INFO request ").append(i * 7919L).append('\n');
      if (i % 100 == 0) {
        log.append("botocore.exceptions.ClientError: An error occurred (AccessDenied) when calling")
            .append(" the ListObjectsV2 operation: Access Denied\n");
      }
    }
    byte[] whole = gzip(log.toString().getBytes(StandardCharsets.UTF_8));
    FileReader.Done done = read("app.log.gz", Arrays.copyOf(whole, whole.length / 2));
    assertThat(events).hasSizeBetween(5, 15);
    assertThat(damage(done)).contains("its gzip data ends too early; what comes before is read");
  }

  /** A gzip whose name, of the first layer's length, never ends. */
  @Test
  @Timeout(60)
  void a_layer_that_unpacks_to_nothing_is_stopped_too() {
    byte[] head = {0x1f, (byte) 0x8b, 8, 8, 0, 0, 0, 0, 0, 3};
    byte[] endless = new byte[300 << 20];
    Arrays.fill(endless, (byte) 'a');
    System.arraycopy(head, 0, endless, 0, head.length);
    FileReader.Done done = read("x.zst", Zstd.compress(endless));
    assertThat(events).isEmpty();
    assertThat(damage(done)).contains("unpacks to more than 500 times its size");
  }

  @Test
  void brackets_alone_make_no_json() {
    assertThat(
            read("config", "[default]\nregion = eu-west-1\n".getBytes(StandardCharsets.UTF_8))
                .damages())
        .isEmpty();
    read(
        "app.log",
        "[ERROR] An error occurred (AccessDenied) when calling the GetObject operation: no\n"
            .getBytes(StandardCharsets.UTF_8));
    assertThat(events).hasSize(1);
  }

  @Test
  void digests_and_empty_files_are_no_damage() {
    assertThat(
            read(
                "d.json",
                "{\"digestS3Object\":\"x\",\"logFiles\":[]}".getBytes(StandardCharsets.UTF_8)))
        .satisfies(done -> assertThat(done.digest()).isTrue())
        .satisfies(done -> assertThat(done.damages()).isEmpty());
    assertThat(read("e.json", new byte[0]).damages()).isEmpty();
    assertThat(read("n.json", "{\"Records\":[]}".getBytes(StandardCharsets.UTF_8)).damages())
        .isEmpty();
  }

  @Test
  void a_file_that_grows_is_read_and_named() throws IOException {
    Path file = Files.write(folder.resolve("x.json"), RECORDS);
    FileReader.Done done =
        new FileReader(new LongAdder(), java.util.Optional.empty())
            .read(
                new Found(new OnDisk(file), "x.json", RECORDS.length - 10),
                false,
                (event, record) -> events.add(event));
    assertThat(events).hasSize(500);
    assertThat(damage(done)).isEqualTo("changed while it was read; what was there then is read");
  }

  @Test
  void what_is_not_there_is_told() {
    FileReader.Done done =
        new FileReader(new LongAdder(), java.util.Optional.empty())
            .read(
                new Found(new OnDisk(folder.resolve("none")), "none", 0),
                false,
                (event, record) -> {});
    assertThat(damage(done)).isEqualTo("cannot be read (it is not there)");
  }
}
