package awsleuth.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Threads and groups of tasks that end with a failed call. */
class ThreadHookTest {

  private static final String PROGRAM =
      """
      import threading, boto3
      c = boto3.client("s3", region_name="eu-west-1")
      def caught():
          try:
              c.get_object(Bucket="b")
          except Exception:
              pass
      first = [threading.Thread(target=caught) for _ in range(8)]
      for t in first: t.start()
      for t in first: t.join()
      before = threading.excepthook
      def mine(args):
          print("mine:", args.exc_type.__name__)
          GOES_ON
      threading.excepthook = mine
      t = threading.Thread(target=lambda: c.put_object(Bucket="b"))
      t.start()
      t.join()
      """;

  private static final String RAISING =
      """
      import sys, threading, boto3
      c = boto3.client("s3", region_name="eu-west-1")
      def mine(args):
          raise ValueError("of the hook")
      threading.excepthook = mine
      for _ in range(2):
          t = threading.Thread(target=lambda: c.put_object(Bucket="b"), name="T")
          t.start()
          t.join()
      """;

  private static final String GROUP =
      """
      import asyncio, boto3
      c = boto3.client("s3", region_name="eu-west-1")
      async def main():
          async with asyncio.TaskGroup() as g:
              g.create_task(asyncio.to_thread(c.get_object, Bucket="b"))
      asyncio.run(main())
      """;

  @TempDir Path folder;

  @Test
  void whatAHookRaisesIsPrintedAsWithoutBeingWatched() throws IOException {
    Path program = Files.writeString(folder.resolve("raising.py"), RAISING);
    Path diagnosis = folder.resolve("diagnosis.txt");
    Map<String, String> keys =
        Map.of("AWS_ACCESS_KEY_ID", "AKIAIOSFODNN7EXAMPLE", "AWS_SECRET_ACCESS_KEY", "s");
    List<String> python = List.of(Python.get().python(), program.toString());
    Run plain = Run.of(python, "", keys);
    List<String> watched = Awsleuth.command("run", "--output", diagnosis.toString(), "--");
    watched.addAll(python);
    Run run = Run.of(watched, "", keys);
    assertThat(run.err()).isEqualTo(plain.err()).contains("Exception in threading.excepthook");
    assertThat(Files.readString(diagnosis)).contains("A thread ended with this failure");
  }

  @ParameterizedTest
  @ValueSource(strings = {"before(args)", "pass"})
  void aHookThatTheProgramSetsLaterKeepsNoEndOfAThreadFromBeingSeen(String goesOn)
      throws IOException {
    Path record = folder.resolve("calls.jsonl");
    Run run =
        Awsleuth.with(
            Map.of("AWS_ACCESS_KEY_ID", "AKIAIOSFODNN7EXAMPLE", "AWS_SECRET_ACCESS_KEY", "s"),
            "run",
            "--record",
            record.toString(),
            "--",
            Python.get().python(),
            "-c",
            PROGRAM.replace("GOES_ON", goesOn));
    assertThat(run.out()).isEqualToIgnoringNewLines("mine: ParamValidationError");
    assertThat(run.err())
        .containsSubsequence("A thread ended with this failure", "calling PutObject", "caught")
        .contains("calling GetObject");
    assertThat(Files.readAllLines(record).stream().filter(l -> l.contains("\"thread\"")))
        .as("once")
        .hasSize(1);
  }

  @Test
  void aProgramThatEndsWithAGroupEndsWithTheFailuresInItWhichAreWhereItPassed() throws IOException {
    Path program = Files.writeString(folder.resolve("group.py"), GROUP);
    Run run =
        Awsleuth.with(
            Map.of("AWS_ACCESS_KEY_ID", "AKIAIOSFODNN7EXAMPLE", "AWS_SECRET_ACCESS_KEY", "s"),
            "run",
            "--",
            Python.get().python(),
            program.toString());
    assumeThat(run.err()).as("a Python with groups").doesNotContain("no attribute 'TaskGroup'");
    assertThat(run.err())
        .contains("calling GetObject of s3 in eu-west-1  " + program + ":4")
        .doesNotContain("caught", "A thread ended");
  }
}
