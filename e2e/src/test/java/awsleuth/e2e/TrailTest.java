package awsleuth.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.luben.zstd.Zstd;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.zip.GZIPInputStream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code awsleuth trail} on an archive that it generates, in processes of its own. */
class TrailTest {

  @TempDir Path folder;
  private Path archive;

  @BeforeEach
  void anArchive() throws IOException {
    archive = generated("demo", "12MB");
  }

  private Path generated(String name, String size) throws IOException {
    Path made = folder.resolve(name);
    Run run =
        Awsleuth.run(
            "trail",
            "generate",
            "--seed",
            "7",
            "--size",
            size,
            "--incident",
            "bucket-deny",
            made.toString());
    assertThat(run.exitCode()).as(run.toString()).isZero();
    return made;
  }

  /** The command without a compiler: so slow that something can happen while it reads. */
  private static List<String> slow(String option, String... arguments) {
    List<String> command = new ArrayList<>(Awsleuth.command(arguments));
    command.remove("-XX:TieredStopAtLevel=1");
    command.addAll(1, List.of("-Xint", option));
    return command;
  }

  @Test
  void an_interrupted_reading_goes_on_and_answers_as_one_that_was_not() throws Exception {
    Path state = folder.resolve("state");
    Path larger = generated("larger", "24MB");
    String[] question = {"trail", "failures", "--resume", state.toString(), larger.toString()};
    Process reading =
        new ProcessBuilder(interruptible(slow("-Dawsleuth.trail.save=20", question)))
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .redirectError(folder.resolve("told").toFile())
            .start();
    awaitState(state, reading);
    Run kill = Run.of(List.of("kill", "-INT", String.valueOf(reading.pid())), "", Map.of());
    assertThat(kill.exitCode()).as(kill.toString()).isZero();
    assertThat(reading.waitFor(1, TimeUnit.MINUTES)).isTrue();
    assertThat(reading.exitValue()).isEqualTo(130);
    assertThat(Files.readString(folder.resolve("told")))
        .isEqualTo("awsleuth: interrupted; the same command goes on from what " + state + " has\n");
    assertThat(state).exists();
    Run resumed = Awsleuth.run(question);
    Run whole = Awsleuth.run("trail", "failures", larger.toString());
    assertThat(resumed.out()).isEqualTo(whole.out());
    assertThat(resumed.exitCode()).isEqualTo(whole.exitCode()).isEqualTo(1);
    assertThat(state).doesNotExist();
  }

  /** Whoever starts the build in the background has it ignore INT, which is inherited. */
  private static List<String> interruptible(List<String> command) throws IOException {
    String own =
        "import os, signal, sys; signal.signal(signal.SIGINT, signal.SIG_DFL);"
            + " os.execvp(sys.argv[1], sys.argv[1:])";
    List<String> words = new ArrayList<>(List.of(Python.get().python(), "-c", own));
    words.addAll(command);
    return words;
  }

  /** Until something is kept. */
  private static void awaitState(Path state, Process process) {
    long end = System.nanoTime() + TimeUnit.MINUTES.toNanos(1);
    while (!Files.exists(state)) {
      assertThat(process.isAlive() && System.nanoTime() < end)
          .as("something was kept while it read")
          .isTrue();
      Thread.onSpinWait();
    }
  }

  @Test
  void a_terminal_is_told_how_far_the_reading_has_come_at_what_rate_and_how_long_still()
      throws IOException {
    Path larger = generated("larger", "24MB");
    Run run =
        Run.of(
            slow("-Dawsleuth.stderr=terminal", "trail", "failures", larger.toString()),
            "",
            Map.of());
    assertThat(run.exitCode()).isEqualTo(1);
    assertThat(run.err())
        .containsPattern("\\rawsleuth: \\d+ of \\d+ MB read, \\d+ MB/s, (\\d+ s|some time) left")
        .endsWith("\r\u001b[K");
    assertThat(run.out()).contains("\nread: ").doesNotContain("MB read");
  }

  @Test
  void files_packed_by_zstd_are_read_as_those_packed_by_gzip() throws IOException {
    Run packed = Awsleuth.run("trail", "incident", "--format", "json", archive.toString());
    List<Path> files;
    try (var all = Files.walk(archive)) {
      files = all.filter(f -> f.toString().endsWith(".json.gz")).toList();
    }
    for (Path file : files) {
      byte[] plain =
          new GZIPInputStream(new ByteArrayInputStream(Files.readAllBytes(file))).readAllBytes();
      String name = file.toString().replace(".json.gz", ".json.zst");
      Files.write(Path.of(name), Zstd.compress(plain));
      Files.delete(file);
    }
    Run repacked = Awsleuth.run("trail", "incident", "--format", "json", archive.toString());
    assertThat(repacked.err()).isEmpty();
    assertThat(told(repacked)).isEqualTo(told(packed)).contains("PutBucketPolicy");
  }

  /** Without names and sizes of files. */
  private static String told(Run run) {
    String incidents = run.out().substring(0, run.out().indexOf("\"read\""));
    return incidents.replace(".json.zst", ".json.gz");
  }

  @Test
  void the_picture_is_a_page_that_is_well_formed_and_has_no_script() throws Exception {
    Path picture = folder.resolve("failures.html");
    Run run =
        Awsleuth.run("trail", "timeline", "--picture", picture.toString(), archive.toString());
    assertThat(run.exitCode()).isEqualTo(1);
    String page = Files.readString(picture, StandardCharsets.UTF_8);
    assertThat(page).startsWith("<!doctype html>").doesNotContain("<script").contains("<svg");
    String svg = page.substring(page.indexOf("<svg"), page.indexOf("</svg>") + "</svg>".length());
    assertThat(
            DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new ByteArrayInputStream(svg.getBytes(StandardCharsets.UTF_8)))
                .getElementsByTagName("text")
                .getLength())
        .isPositive();
  }
}
