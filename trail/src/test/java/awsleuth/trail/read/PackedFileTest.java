package awsleuth.trail.read;

import static awsleuth.trail.read.OneFile.RECORDS;
import static awsleuth.trail.read.OneFile.both;
import static awsleuth.trail.read.OneFile.damage;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import awsleuth.core.scan.Stretches.ByteSource;
import awsleuth.trail.Events;
import com.github.luben.zstd.Zstd;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.LongAdder;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** How a file that is packed is read, or told to be damaged. */
class PackedFileTest {

  @TempDir Path folder;

  private OneFile file;

  @BeforeEach
  void inAFolder() {
    file = new OneFile(folder);
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

  @Test
  void a_file_of_white_space_is_read_to_its_end() {
    byte[] spaces = new byte[300_000];
    Arrays.fill(spaces, (byte) ' ');
    FileReader.Done done = file.read("a.json", both(spaces, RECORDS));
    assertThat(file.events).hasSize(500);
    assertThat(damage(done)).isEmpty();
    assertThat(damage(file.read("b.json", spaces))).isEmpty();
    assertThat(damage(file.read("bomb.gz", gzip(blank()))))
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
  void plain_gzip_and_zstd_are_told_by_their_bytes() {
    for (byte[] bytes :
        List.of(RECORDS, gzip(RECORDS), Zstd.compress(RECORDS), gzip(gzip(RECORDS)))) {
      for (boolean ahead : new boolean[] {false, true}) {
        FileReader.Done done = file.read("x", bytes, ahead);
        assertThat(file.events).hasSize(500);
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
    FileReader.Done done = file.read("x.gz", both(both(member, member), new byte[512]));
    assertThat(file.events).hasSize(2);
    assertThat(done.damages()).isEmpty();
  }

  @Test
  void gzip_that_is_cut_gives_what_comes_before() {
    byte[] whole = gzip(RECORDS);
    for (boolean ahead : new boolean[] {false, true}) {
      FileReader.Done done = file.read("x.gz", Arrays.copyOf(whole, whole.length / 2), ahead);
      assertThat(file.events.size()).isBetween(100, 400);
      assertThat(damage(done)).contains("its gzip data ends too early; what comes before is read");
    }
  }

  @Test
  void gzip_cut_at_any_length_never_throws() {
    byte[] whole = gzip(Events.records(0, 5).getBytes(StandardCharsets.UTF_8));
    for (int length = 3; length < whole.length; length++) {
      assertThat(file.read("x.gz", Arrays.copyOf(whole, length)).damages()).hasSize(1);
    }
    file.read("x.gz", Arrays.copyOf(whole, whole.length - 12));
    assertThat(file.events).hasSizeBetween(3, 5);
  }

  @Test
  void gzip_with_a_wrong_byte_is_told() {
    byte[] bytes = gzip(RECORDS);
    bytes[bytes.length - 6] ^= 1;
    assertThat(damage(file.read("x.gz", bytes))).contains("does not have the sum that it tells");
    assertThat(file.events).hasSize(500);
    bytes[bytes.length / 2] ^= 64;
    assertThat(file.read("x.gz", bytes).damages()).isNotEmpty();
  }

  @Test
  void other_data_behind_gzip_is_told() {
    FileReader.Done done =
        file.read("x.gz", both(gzip(RECORDS), "more".getBytes(StandardCharsets.US_ASCII)));
    assertThat(file.events).hasSize(500);
    assertThat(damage(done)).isEqualTo("has other data behind its gzip data, which is not read");
  }

  @Test
  void zstd_that_is_cut_or_damaged_gives_what_comes_before() {
    byte[] whole = Zstd.compress(Events.records(0, 5000).getBytes(StandardCharsets.UTF_8), 1);
    FileReader.Done done = file.read("x.zst", Arrays.copyOf(whole, whole.length - 20));
    assertThat(file.events.size()).isGreaterThan(1000);
    assertThat(damage(done)).contains("zstd data");
  }

  @Test
  void what_unpacks_to_too_much_is_stopped() {
    byte[] spaces = new byte[270 << 20];
    Arrays.fill(spaces, (byte) ' ');
    spaces[0] = '[';
    byte[] bomb = gzip(gzip(spaces));
    assertThat(bomb.length).isLessThan(100_000);
    FileReader.Done done = file.read("bomb.gz", bomb);
    assertThat(damage(done))
        .isEqualTo("unpacks to more than 500 times its size; reading stopped there");
    assertThat(done.unpacked()).isLessThan(300L << 20);
  }

  @Test
  void other_packings_are_named() {
    assertThat(damage(file.read("x.xz", new byte[] {(byte) 0xfd, '7', 'z', 'X', 'Z', 0})))
        .contains("xzcat");
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
    FileReader.Done done = file.read("app.log.gz", Arrays.copyOf(whole, whole.length / 2));
    assertThat(file.events).hasSizeBetween(5, 15);
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
    FileReader.Done done = file.read("x.zst", Zstd.compress(endless));
    assertThat(file.events).isEmpty();
    assertThat(damage(done)).contains("unpacks to more than 500 times its size");
  }
}
