package awsleuth.trail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import awsleuth.trail.Archive.Asked;
import awsleuth.trail.ask.Failures;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ArchiveTest {

  private static final int FILES = 40;

  @TempDir Path folder;
  private Path logs;

  @BeforeEach
  void write() throws IOException {
    logs = Files.createDirectories(folder.resolve("logs"));
    for (int i = 0; i < FILES; i++) {
      try (OutputStream out =
          new GZIPOutputStream(Files.newOutputStream(logs.resolve(i + ".json.gz")))) {
        out.write(Events.records(i * 100, 100).getBytes(java.nio.charset.StandardCharsets.UTF_8));
      }
    }
  }

  private Archive archive() {
    return new Archive(List.of(logs), Filter.ALL);
  }

  private static void assertWhole(Asked<Failures> asked) {
    assertThat(asked.intake().events()).isEqualTo(100 * FILES);
    assertThat(asked.intake().files()).isEqualTo(FILES);
    assertThat(asked.fold().calls()).isEqualTo(100 * FILES);
    assertThat(asked.fold().failed()).isEqualTo((100 * FILES + 2) / 3);
  }

  @Test
  void any_number_of_threads_gives_the_same_answer() {
    for (int threads : new int[] {1, 2, 7}) {
      Asked<Failures> asked = archive().by(threads).ask(() -> new Failures(List.of()));
      assertWhole(asked);
      assertThat(asked.fold().largest(1).getFirst().samples().getFirst().requestId())
          .isEqualTo("R000000");
    }
  }

  @Test
  void damaged_files_are_named_and_the_others_read() throws IOException {
    Files.write(logs.resolve("x.json.gz"), new byte[] {0x1f, (byte) 0x8b, 8, 0});
    Files.writeString(logs.resolve("y.json"), Events.records(0, 3) + "x");
    Files.writeString(logs.resolve("z.json"), "{\"Records\":[1]}");
    Asked<Failures> asked = archive().ask(() -> new Failures(List.of()));
    assertThat(asked.intake().events()).isEqualTo(100 * FILES + 3);
    assertThat(asked.intake().damages())
        .extracting(d -> d.file().substring(logs.toString().length() + 1))
        .containsExactly("x.json.gz", "z.json");
  }

  @Test
  void a_reading_that_is_whole_takes_its_state_away() throws ResumeRefused {
    Path state = folder.resolve("state");
    assertWhole(
        archive().askResumably(() -> new Failures(List.of()), new Kept(state, Kept.Round.ONLY)));
    assertThat(state).doesNotExist();
  }

  @Test
  void the_first_of_two_readings_keeps_what_it_found_and_reads_nothing_again() throws Exception {
    Path state = logs.resolve("state");
    Kept first = new Kept(state, Kept.Round.FIRST);
    assertWhole(archive().askResumably(() -> new Failures(List.of()), first));
    try (Stream<Path> files = Files.list(logs)) {
      for (Path file : files.filter(f -> f.toString().contains(".json")).toList()) {
        Files.write(file, new byte[0]);
      }
    }
    Asked<Failures> gone = archive().askResumably(() -> new Failures(List.of()), first);
    assertWhole(gone);
    assertThat(gone.intake().damages())
        .hasSize(FILES)
        .allMatch(d -> d.what().startsWith("has another size than when it was read"));
    Kept second = new Kept(state, Kept.Round.SECOND);
    assertThat(second.file()).isEqualTo(logs.resolve("state.second"));
    Asked<Failures> again = archive().askResumably(() -> new Failures(List.of()), second);
    assertThat(again.intake().damages())
        .hasSize(FILES)
        .allMatch(d -> d.what().startsWith("is empty"));
    assertThat(state).exists();
    assertThat(second.file()).doesNotExist();
  }

  @Test
  void what_is_no_state_is_refused() throws IOException {
    Path state = folder.resolve("state");
    Files.writeString(state, "what else");
    assertThatThrownBy(() ->
            archive().askResumably(() -> new Failures(List.of()), new Kept(state, Kept.Round.ONLY)))
        .isInstanceOf(ResumeRefused.class)
        .hasMessageContaining("is no state of an interrupted reading");
    assertThat(state).hasContent("what else");
  }

  @Test
  void a_state_of_another_question_is_refused() throws Exception {
    Path state = folder.resolve("state");
    assertThatThrownBy(() ->
            archive().askResumably(() -> new Stopped("one"), new Kept(state, Kept.Round.ONLY)))
        .hasMessage("stopped");
    assertThat(state).exists();
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(state)))
        .isEqualTo("rw-------");
    assertThatThrownBy(() ->
            archive().askResumably(() -> new Stopped("other"), new Kept(state, Kept.Round.ONLY)))
        .isInstanceOf(ResumeRefused.class)
        .hasMessageContaining("is of another question, archive or filter");
    assertThatThrownBy(() ->
            archive().askResumably(() -> new Stopped("one"), new Kept(state, Kept.Round.ONLY)))
        .hasMessage("stopped");
  }

  /** A question in which the first event stops the reading. */
  private record Stopped(String which) implements Fold<Stopped> {
    @Override
    public void add(Event event, RecordText record) {
      throw new IllegalStateException("stopped");
    }

    @Override
    public void merge(Stopped other) {
      // There is nothing to bring together.
    }
  }

  /** Killed as hard as can be, several times, at whatever moment that is. */
  @Test
  void a_reading_that_is_killed_goes_on_without_losing_or_doubling_an_event() throws Exception {
    Path state = folder.resolve("state");
    int killed = 0;
    while (killed < 3) {
      Process process =
          new ProcessBuilder(
                  Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                  "-XX:TieredStopAtLevel=1",
                  "-Dawsleuth.trail.save=20",
                  "-cp",
                  System.getProperty("java.class.path"),
                  Interrupted.class.getName(),
                  logs.toString(),
                  state.toString())
              .redirectError(ProcessBuilder.Redirect.DISCARD)
              .start();
      try (BufferedReader out = process.inputReader()) {
        assertThat(out.readLine()).isEqualTo("begun");
        awaitChange(state, process);
        process.destroyForcibly().waitFor();
      }
      killed++;
    }
    assertThat(state).exists();
    Asked<Interrupted.Slow> asked =
        archive().askResumably(Interrupted.Slow::new, new Kept(state, Kept.Round.ONLY));
    assertThat(asked.intake().events()).isEqualTo(100 * FILES);
    assertThat(asked.intake().files()).isEqualTo(FILES);
    assertThat(asked.fold().failures().calls()).isEqualTo(100 * FILES);
    assertThat(asked.fold().failures().failed()).isEqualTo((100 * FILES + 2) / 3);
    assertThat(state).doesNotExist();
  }

  /** Until what is kept is more than it was, or the process has ended. */
  private static void awaitChange(Path state, Process process) throws IOException {
    byte[] before = Files.exists(state) ? Files.readAllBytes(state) : new byte[0];
    long end = System.nanoTime() + 60_000_000_000L;
    while (process.isAlive() && System.nanoTime() < end) {
      if (Files.exists(state) && !Arrays.equals(Files.readAllBytes(state), before)) {
        return;
      }
      Thread.onSpinWait();
    }
  }
}
