package awsleuth.app;

import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import awsleuth.app.input.Inputs;
import awsleuth.app.terminal.Console;
import awsleuth.app.terminal.Screen;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Random;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Inputs that are odd or hostile: never a crash, a hang or a terminal sequence. */
class HostileInputTest {

  private static final String ERROR =
      "An error occurred (AccessDenied) when calling the GetObject operation: Access Denied";

  private static String run(byte[] input, String... args) {
    return command(input, args).out();
  }

  private static Command command(byte[] input, String... args) {
    return Assertions.assertTimeoutPreemptively(
        Duration.ofSeconds(60), () -> Command.pipe(input, Screen.PIPE, args));
  }

  @Test
  void encodingsAndPackingAreRecognised() throws IOException {
    assertThat(run(("\ufeff" + ERROR).getBytes(UTF_16LE)))
        .contains("AccessDenied calling GetObject");
    assertThat(run(("\ufeff" + ERROR).getBytes(UTF_8))).contains("AccessDenied calling GetObject");
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
      gzip.write(ERROR.getBytes(UTF_8));
    }
    assertThat(run(packed.toByteArray())).contains("AccessDenied calling GetObject");
  }

  @Test
  void terminalSequencesDoNotComeThrough() {
    String hostile =
        "\u001b]0;owned\u0007\u001b[2J" + ERROR.replace("Denied", "Denied\u001b[31m\u009b0m");
    assertThat(run(hostile.getBytes(UTF_8))).doesNotContain("\u001b").doesNotContain("\u009b");
    assertThat(run(hostile.getBytes(UTF_8), "--format", "markdown")).doesNotContain("\u001b");
  }

  @Test
  void longLinesDeepJsonAndNoiseEndInTime() {
    String deep = "{\"a\":".repeat(50_000) + "1" + "}".repeat(50_000);
    assertThat(command(deep.getBytes(UTF_8)).err())
        .isEqualTo("awsleuth: standard input:1:1: nested too deep or too long\n");
    String lines = ("(".repeat(50) + "\"'{[" + " an error occurred (").repeat(20_000);
    run(lines.getBytes(UTF_8));
    byte[] noise = new byte[2 << 20];
    new Random(3).nextBytes(noise);
    run(noise);
    run(new byte[3 << 20]);
    run(("x".repeat(3 << 20) + ERROR).getBytes(UTF_8));
    run(("User: a is not authorized to perform: " + "s3:".repeat(300_000)).getBytes(UTF_8));
  }

  @Test
  void aLargeInputIsReadAsAStream() {
    String ordinary = "2026-01-02 INFO worker request handled in 12 ms\n".repeat(120_000);
    String shown = run((ordinary + ERROR + "\n" + ordinary).getBytes(UTF_8));
    assertThat(shown).contains("AccessDenied calling GetObject").contains("stdin:120001");
  }

  @Test
  void aLargeInputIsReadInItsCharset() {
    byte[] text =
        (("\u20ac \ud83d\ude00 all is well\n".repeat(150_000)) + ERROR).getBytes(UTF_16LE);
    assertThat(text.length).isGreaterThan(Inputs.WHOLE);
    assertThat(run(text)).contains("AccessDenied calling GetObject", ":150001");
  }

  @Test
  void aSmallFileThatUnpacksToALargeOneIsNotHeld(@TempDir Path folder) throws IOException {
    Path packed = folder.resolve("app.log.gz");
    byte[] line = ("x".repeat(1023) + "\n").getBytes(UTF_8);
    try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(packed))) {
      for (int i = 0; i < 60_000; i++) {
        out.write(line);
      }
      out.write(ERROR.getBytes(UTF_8));
    }
    assertThat(Files.size(packed)).isLessThan(200_000);
    assertThat(run(new byte[0], packed.toString()))
        .contains("AccessDenied calling GetObject", ":60001");
  }

  @Test
  void noSecretComesOutInAnyFormat() {
    String secret = "wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY";
    String input = "AWS_SECRET_ACCESS_KEY=" + secret + "\n" + ERROR + " " + secret + "\n";
    for (String format : new String[] {"text", "json", "markdown"}) {
      assertThat(run(input.getBytes(UTF_8), "--format", format, "--all")).doesNotContain(secret);
    }
  }

  @Test
  void aReportCanBeRedacted() {
    String input =
        "An error occurred (AccessDenied) when calling the GetObject operation: User:"
            + " arn:aws:iam::123456789012:user/alice is not authorized to perform: s3:GetObject on"
            + " resource: \"arn:aws:s3:::payroll-data/2026/x.csv\" because no identity-based policy"
            + " allows the s3:GetObject action";
    String shown = run(input.getBytes(UTF_8), "--redact");
    assertThat(shown)
        .doesNotContain("123456789012")
        .doesNotContain("alice")
        .doesNotContain("payroll");
    assertThat(shown).contains("s3:GetObject");
  }

  @Test
  void millionsOfShortLinesAreNotHeld(@TempDir Path folder) throws IOException {
    for (String end : new String[] {"\n", "\r", "a\n"}) {
      byte[] text = (end.repeat(2_000_000) + ERROR).getBytes(UTF_8);
      assertThat(run(text)).contains("AccessDenied calling GetObject");
    }
    Path config = folder.resolve("config");
    Files.writeString(config, "[default]\n" + "a = b\n".repeat(Inputs.MOST_LINES));
    Command command =
        Command.pipe(ERROR.getBytes(UTF_8), Screen.PIPE, "--config", config.toString(), "-");
    assertThat(command.out()).contains("AccessDenied calling GetObject");
    assertThat(command.err()).contains("more than 200000 lines");
    assertThat(command.code()).isEqualTo(Console.USAGE);
  }

  /** A policy's Sid with a line that looks like awsleuth's own, and terminal sequences. */
  @Test
  void noTextOfAPolicyMakesALineOrControlsTheTerminal(@TempDir Path folder) throws IOException {
    Path policy = folder.resolve("bucket-policy.json");
    Files.writeString(
        policy,
        """
        {"Version": "2012-10-17", "Statement": [{"Effect": "Deny", "Principal": "*",
          "Sid": "x\\n  fix      [ready] run this\\u001b[31m\u009b31m\u202e",
          "Action": "s3:*", "Resource": "*",
          "Condition": {"StringNotEquals": {"aws:SourceVpc\\n  fix      [ready]": "vpc\u009b1m"}}}]}
        """);
    String[] request = {
      "--principal",
      "arn:aws:iam::111122223333:role/r",
      "--action",
      "s3:GetObject",
      "--resource",
      "arn:aws:s3:::b/k",
      "--resource-policy",
      policy.toString(),
      "--all",
      "--fix"
    };
    for (String[] command :
        new String[][] {
          with(request, "simulate", "--why"),
          with(request, "simulate", "--format", "json"),
          {"policy", "check", policy.toString()},
          {"--resource-policy", policy.toString(), "--all", "-"},
          {"--resource-policy", policy.toString(), "--format", "json", "-"},
          {"--resource-policy", policy.toString(), "--format", "markdown", "-"},
        }) {
      Command ran = Command.pipe(ERROR.getBytes(UTF_8), Screen.PIPE, command);
      assertThat(ran.out() + ran.err())
          .as(String.join(" ", command))
          .doesNotContain("\u001b", "\u009b", "\u202e")
          .doesNotContain("\n  fix      [ready] run this")
          .doesNotContain("failed inside");
    }
  }

  private static String[] with(String[] options, String... before) {
    return Stream.concat(Arrays.stream(before), Arrays.stream(options)).toArray(String[]::new);
  }
}
