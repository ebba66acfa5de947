package awsleuth.core.scan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

final class StretchesTest {

  private static final byte[] FAILURE =
      bytes("ERROR An error occurred (AccessDenied) when calling the PutObject operation: no\n");

  @Test
  void findsWhatAPlainSearchFindsWhereverTheChunksBorder() throws IOException {
    for (int seed = 0; seed < 6000; seed++) {
      Random random = new Random(seed);
      List<byte[]> anchors = RandomText.anchors(random);
      byte[] text = RandomText.text(random, anchors);
      int back = 1 + random.nextInt(200);
      int reach = 1 + random.nextInt(120);
      int forth = 1 + random.nextInt(150);
      int stretch = back + 2 * reach + forth + random.nextInt(300);
      int chunk = 1 + random.nextInt(random.nextBoolean() ? 40 : 4096);
      Limits limits = new Limits(chunk, reach, back, forth, 8, 6, stretch);
      List<Stretch> found = new ArrayList<>();
      Summary summary =
          Stretches.find(pieces(text, random), found::add, new AnchorSearch(anchors), limits);
      assertThat(told(found))
          .describedAs("seed %d, %s", seed, limits)
          .isEqualTo(told(NaiveStretches.find(text, anchors, limits)));
      assertThat(summary.bytes()).isEqualTo(text.length);
      assertThat(summary.lines()).isEqualTo(lines(text));
      assertThat(summary.stretches()).isEqualTo(found.size());
    }
  }

  @Test
  void findsAnAnchorAcrossTheUsualChunksAtEveryPlace() throws IOException {
    byte[] text = new byte[3 * Limits.USUAL.chunk()];
    for (int shift = 0; shift <= FAILURE.length; shift++) {
      Arrays.fill(text, (byte) 'x');
      int at = Limits.USUAL.chunk() - shift;
      text[at - 1] = '\n';
      System.arraycopy(FAILURE, 0, text, at, FAILURE.length);
      List<Stretch> found = find(text);
      assertThat(found).hasSize(1);
      assertThat(found.getFirst().firstLine()).isEqualTo(2);
      assertThat(found.getFirst().offset()).isEqualTo(at);
      assertThat(found.getFirst().bytes()).isEqualTo(FAILURE);
    }
  }

  @Test
  void bringsTheTracebackEvenWhereEveryLineHasAPrefix() throws IOException {
    String prefix = "2026-03-01T10:00:00Z stdout F ";
    String text =
        (filler(300)
                + """
                upload failed
                Traceback (most recent call last):
                  File "a.py", line 3, in <module>
                    s3.put_object()
                  File "b.py", line 4, in put
                    raise error
                botocore.exceptions.ClientError: An error occurred (X) when calling the Y operation: z
                """
                + filler(300))
            .replace("\n", "\n" + prefix);
    List<Stretch> found = find(bytes(text));
    assertThat(found).hasSize(1);
    String stretch = new String(found.getFirst().bytes(), StandardCharsets.UTF_8);
    assertThat(stretch.lines()).hasSize(1 + 7 + 3);
    assertThat(stretch).contains("upload failed", "Traceback", "operation: z");
    assertThat(found.getFirst().firstLine()).isEqualTo(300);
    assertThat(core(found.getFirst())).startsWith(prefix + "Traceback").endsWith("operation: z\n");
  }

  @Test
  void cutsALineOfAHundredMegabytesAroundItsHits() throws IOException {
    int size = 100 << 20;
    byte[] hit = Arrays.copyOf(FAILURE, FAILURE.length - 1);
    List<Stretch> found = new ArrayList<>();
    Summary summary =
        Stretches.find(
            repeating(
                size,
                (place, buffer, offset, length) ->
                    put(hit, 50 << 20, place, buffer, offset, length)),
            found::add);
    assertThat(summary.lines()).isEqualTo(1);
    assertThat(found).hasSize(1);
    assertThat(found.getFirst().bytes().length).isBetween(128 << 10, 129 << 10);
  }

  @Test
  void goesThroughAStreamOfFailuresInLinearTimeAndKeepsStretchesSmall() throws IOException {
    byte[] text = new byte[8 << 20];
    for (int i = 0; i < text.length; i++) {
      text[i] = FAILURE[i % (FAILURE.length - 1)];
    }
    List<Stretch> found = find(text);
    long covered = 0;
    for (Stretch s : found) {
      assertThat(s.bytes().length).isLessThanOrEqualTo(256 << 10);
      assertThat(s.offset()).isEqualTo(covered);
      covered += s.bytes().length;
    }
    assertThat(covered).isEqualTo(text.length);
  }

  @Test
  void handsOverWhatCameBeforeAnErrorOfTheSource() {
    List<Stretch> found = new ArrayList<>();
    int[] calls = {0};
    assertThatThrownBy(() ->
            Stretches.find(
                (buffer, offset, length) -> {
                  if (calls[0]++ > 0) {
                    throw new IOException("disk");
                  }
                  System.arraycopy(FAILURE, 0, buffer, offset, FAILURE.length);
                  return FAILURE.length;
                },
                found::add))
        .isInstanceOf(IOException.class)
        .hasMessage("disk");
    assertThat(found).hasSize(1);
  }

  @Test
  void endsItsThreadWhenTheSinkThrows() {
    byte[] text = new byte[6 << 20];
    System.arraycopy(FAILURE, 0, text, 1000, FAILURE.length);
    System.arraycopy(FAILURE, 0, text, 3 << 20, FAILURE.length);
    assertThatThrownBy(() ->
            Stretches.find(
                pieces(text, new Random(1)),
                s -> {
                  throw new IllegalStateException("full");
                }))
        .hasMessage("full");
    assertThat(Thread.getAllStackTraces().keySet())
        .noneMatch(t -> t.getName().equals("awsleuth-scan"));
  }

  @Test
  void findsNothingInNothing() throws IOException {
    List<Stretch> found = new ArrayList<>();
    assertThat(Stretches.find((b, o, n) -> -1, found::add)).isEqualTo(new Summary(0, 0, 0, 0));
    assertThat(find(new byte[5 << 20])).isEmpty();
    assertThat(found).isEmpty();
  }

  private static List<Stretch> find(byte[] text) throws IOException {
    List<Stretch> found = new ArrayList<>();
    Stretches.find(pieces(text, new Random(text.length)), found::add);
    return found;
  }

  private static Stretches.ByteSource pieces(byte[] text, Random random) {
    ByteArrayInputStream in = new ByteArrayInputStream(text);
    int most = text.length > 1 << 20 ? 1 << 20 : 1 + random.nextInt(200);
    return (buffer, offset, length) ->
        in.read(buffer, offset, Math.min(length, 1 + random.nextInt(most)));
  }

  private interface Writing {
    void write(long place, byte[] buffer, int offset, int length);
  }

  private static Stretches.ByteSource repeating(long size, Writing writing) {
    long[] place = {0};
    return (buffer, offset, length) -> {
      int n = (int) Math.min(length, size - place[0]);
      if (n == 0) {
        return -1;
      }
      Arrays.fill(buffer, offset, offset + n, (byte) 'x');
      writing.write(place[0], buffer, offset, n);
      place[0] += n;
      return n;
    };
  }

  private static void put(
      byte[] what, long where, long place, byte[] buffer, int offset, int length) {
    for (int i = 0; i < what.length; i++) {
      long at = where + i - place;
      if (at >= 0 && at < length) {
        buffer[offset + (int) at] = what[i];
      }
    }
  }

  private static String filler(int lines) {
    return "INFO all is well\n".repeat(lines);
  }

  private static List<String> told(List<Stretch> stretches) {
    List<String> told = new ArrayList<>();
    for (Stretch s : stretches) {
      told.add(
          s.firstLine() + " " + s.offset() + " " + new String(s.bytes(), StandardCharsets.UTF_8));
    }
    return told;
  }

  private static String core(Stretch s) {
    return new String(s.bytes(), s.coreFrom(), s.coreTo() - s.coreFrom(), StandardCharsets.UTF_8);
  }

  private static long lines(byte[] text) {
    long feeds = 0;
    for (byte b : text) {
      feeds += b == '\n' ? 1 : 0;
    }
    return feeds + (text.length > 0 && text[text.length - 1] != '\n' ? 1 : 0);
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
